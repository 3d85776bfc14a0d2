// caught by: edge cases > (1, 3) does not fit (3,): axes are never dropped
// Looks only at the axes of the new shape, so an axis too many goes unnoticed.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  const missing = shape.length - a.ndim;
  const strides = shape.map((length, k) => {
    const from = a.shape[k - missing] ?? 1;
    if (from !== 1 && from !== length) throw refusal(a.shape, shape);
    return from === 1 ? 0 : a.strides[k - missing]!;
  });
  return np.lib.stride_tricks.as_strided(a, { shape, strides, writeable: false });
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
