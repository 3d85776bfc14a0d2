// caught by: laws > the result is a view of the array
// Fills a new array of the large shape: the same numbers, and as much memory as the shape asks for.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  if (a.ndim > shape.length) throw refusal(a.shape, shape);
  a.shape.forEach((n, k) => {
    if (n !== 1 && n !== shape[k + shape.length - a.ndim]) throw refusal(a.shape, shape);
  });
  const copy = np.empty(shape, { dtype: a.dtype });
  copy.set(["..."], a);
  copy.flags.writeable = false;
  return copy;
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
