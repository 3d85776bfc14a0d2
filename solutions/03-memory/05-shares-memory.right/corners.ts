import type * as np from "@deep-dive/ndarray";

const owner = (a: np.NDArray): np.NDArray => a.base ?? a;

/** Byte addresses of the corner elements: all extremes are among them. */
function corners(a: np.NDArray): number[] {
  return a.shape.reduce(
    (places, length, k) => places.flatMap((at) => [at, at + (length - 1) * a.strides[k]!]),
    [a.offset],
  );
}

function elements(a: np.NDArray, axis = 0, at = a.offset): number[] {
  if (axis === a.ndim) return [at];
  const found: number[] = [];
  for (let i = 0; i < a.shape[axis]!; i++)
    found.push(...elements(a, axis + 1, at + i * a.strides[axis]!));
  return found;
}

export function mayShareMemory(a: np.NDArray, b: np.NDArray): boolean {
  if (owner(a) !== owner(b)) return false;
  if (a.size * b.size === 0) return false;
  const isBelow = (x: np.NDArray, y: np.NDArray): boolean =>
    Math.max(...corners(x)) + x.itemsize <= Math.min(...corners(y));
  return !isBelow(a, b) && !isBelow(b, a);
}

export function sharesMemory(a: np.NDArray, b: np.NDArray): boolean {
  if (owner(a) !== owner(b)) return false;
  const starts = elements(b);
  return elements(a).some((x) => starts.some((y) => x < y + b.itemsize && y < x + a.itemsize));
}
