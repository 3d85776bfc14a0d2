/** Reference answer to 5.02: new strides over the same memory. */
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  const missing = shape.length - a.ndim;
  const strides = shape.map((length, k) => {
    const from = a.shape[k - missing] ?? 1; // nothing there: a new axis in front, of length 1
    if (from === length) return a.strides[k - missing] ?? 0;
    if (from === 1) return 0; // the whole trick
    throw refusal(a.shape, shape);
  });
  if (missing < 0) throw refusal(a.shape, shape); // the loop above never saw the axes too many
  return np.lib.stride_tricks.as_strided(a, { shape, strides, writeable: false });
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}

function tuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
}
