import * as np from "@deep-dive/ndarray";

export const ndim = (shape: readonly number[]): number => shape.length;

export const size = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1);

export const nbytes = (shape: readonly number[], dtype: np.DTypeName): number =>
  np.dtype(dtype).itemsize * size(shape);
