// caught by: edge cases > every second element of a reversed array is stretched from where it lies
// Computes the strides that a fresh C-ordered array would have, instead of asking the array for its own.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  const missing = shape.length - a.ndim;
  if (missing < 0) throw refusal(a.shape, shape);
  let step = a.itemsize;
  const strides = shape.map(() => 0);
  for (let k = shape.length - 1; k >= 0; k--) {
    const from = a.shape[k - missing] ?? 1;
    if (from !== 1 && from !== shape[k]) throw refusal(a.shape, shape);
    strides[k] = from === 1 ? 0 : step;
    step *= from;
  }
  return np.lib.stride_tricks.as_strided(a, { shape, strides, writeable: false });
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
