import type * as np from "@deep-dive/ndarray";

/** One mark for each byte of the owner that the array shows. */
function painted(a: np.NDArray): Uint8Array {
  const marks = new Uint8Array((a.base ?? a).nbytes);
  const index = a.shape.map(() => 0);
  for (let n = 0; n < a.size; n++) {
    const at = index.reduce((sum, i, axis) => sum + i * a.strides[axis]!, a.offset);
    marks.fill(1, at, at + a.itemsize);
    for (let axis = a.ndim - 1; axis >= 0; axis--) {
      index[axis] = index[axis]! + 1;
      if (index[axis]! < a.shape[axis]!) break;
      index[axis] = 0;
    }
  }
  return marks;
}

export function mayShareMemory(a: np.NDArray, b: np.NDArray): boolean {
  if ((a.base ?? a) !== (b.base ?? b)) return false;
  const [x, y] = [painted(a), painted(b)];
  if (!x.includes(1) || !y.includes(1)) return false;
  return x.indexOf(1) <= y.lastIndexOf(1) && y.indexOf(1) <= x.lastIndexOf(1);
}

export function sharesMemory(a: np.NDArray, b: np.NDArray): boolean {
  if ((a.base ?? a) !== (b.base ?? b)) return false;
  const y = painted(b);
  return painted(a).some((mark, byte) => mark === 1 && y[byte] === 1);
}
