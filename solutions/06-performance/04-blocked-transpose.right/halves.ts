// No tile size at all: cut the longer side in half until the piece is small. Good for every cache at once.
export function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  const piece = (top: number, left: number, height: number, width: number): void => {
    if (height * width <= 64) {
      for (let i = top; i < top + height; i++)
        for (let j = left; j < left + width; j++) out[j * n + i] = a[i * n + j]!;
    } else if (height >= width) {
      const half = height >> 1;
      piece(top, left, half, width);
      piece(top + half, left, height - half, width);
    } else {
      const half = width >> 1;
      piece(top, left, height, half);
      piece(top, left + half, height, width - half);
    }
  };
  piece(0, 0, n, n);
  return out;
}
