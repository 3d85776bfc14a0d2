// First gives the array as many axes as the shape, all new ones of length 1; then every axis is compared in place.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  if (a.ndim > shape.length) throw refusal(a.shape, shape);
  const padded = a.get(...shape.slice(a.ndim).map(() => null), "...");
  const strides = [...padded.strides];
  for (const [axis, length] of shape.entries()) {
    if (padded.shape[axis] === length && length !== 1) continue;
    if (padded.shape[axis] !== 1) throw refusal(a.shape, shape);
    strides[axis] = 0;
  }
  return np.lib.stride_tricks.as_strided(padded, { shape, strides, writeable: false });
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
