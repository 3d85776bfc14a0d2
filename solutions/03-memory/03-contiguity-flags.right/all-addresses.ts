import type { Strided } from "../03-contiguity-flags.ts";

/** Slow, but it says what the word means: each address follows the one before. */
export function isC({ shape, strides, itemsize }: Strided): boolean {
  let addresses = [0];
  for (const [k, n] of shape.entries()) {
    addresses = addresses.flatMap((at) =>
      Array.from({ length: n }, (_, i) => at + i * strides[k]!),
    );
  }
  return addresses.every((at, i) => at === i * itemsize);
}

export function isF(a: Strided): boolean {
  return isC({ ...a, shape: a.shape.toReversed(), strides: a.strides.toReversed() });
}
