// caught by: worked examples > down the columns, and along the rows
// Runs the sum through the whole array, row after row.
import * as np from "@deep-dive/ndarray";

export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const result = np.ravel(a).copy();
  for (let i = 1; i < result.size && k >= 0; i++)
    result.set([i], (result.item(i) as number) + (result.item(i - 1) as number));
  return result.reshape(a.shape);
}

export function diff(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  return np.subtract(a.get(...along(k, "1:")), a.get(...along(k, ":-1")));
}

/** An index that takes `part` along axis `k`, and everything along the axes before and behind it. */
function along(k: number, part: number | string): (number | string)[] {
  return [...Array.from({ length: k }, () => ":"), part];
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
