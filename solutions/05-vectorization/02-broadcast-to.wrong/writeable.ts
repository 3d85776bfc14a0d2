// caught by: laws > the result is read-only, and the array is not
// Leaves the door open: a write to one cell of the view changes a whole column.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  const missing = shape.length - a.ndim;
  if (missing < 0) throw refusal(a.shape, shape);
  const strides = shape.map((length, k) => {
    const from = a.shape[k - missing] ?? 1;
    if (from !== 1 && from !== length) throw refusal(a.shape, shape);
    return from === 1 ? 0 : a.strides[k - missing]!;
  });
  return np.lib.stride_tricks.as_strided(a, { shape, strides });
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
