import type { Strided } from "../03-contiguity-flags.ts";

const freshStrides = (shape: readonly number[], itemsize: number): number[] =>
  shape.map((_, k) => shape.slice(k + 1).reduce((bytes, n) => bytes * n, itemsize));

export function isC({ shape, strides, itemsize }: Strided): boolean {
  const fresh = freshStrides(shape, itemsize);
  return shape.some((n) => n === 0) || shape.every((n, k) => n === 1 || strides[k] === fresh[k]);
}

export function isF({ shape, strides, itemsize }: Strided): boolean {
  return isC({ shape: [...shape].reverse(), strides: [...strides].reverse(), itemsize });
}
