import * as np from "@deep-dive/ndarray";

export function ndim([length, ...rest]: readonly number[]): number {
  return length === undefined ? 0 : 1 + ndim(rest);
}

export function size([length, ...rest]: readonly number[]): number {
  return length === undefined ? 1 : length * size(rest);
}

export function nbytes(shape: readonly number[], dtype: np.DTypeName): number {
  // The bytes of an element are one more axis, the innermost.
  return size([...shape, np.dtype(dtype).itemsize]);
}
