// caught by: worked examples > squares are odd numbers apart
// Subtracts the later from the earlier.
import * as np from "@deep-dive/ndarray";

export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const result = np.copy(a); // the first slice is right already
  for (let i = 1; i < a.shape[k]!; i++) {
    const slice = result.get(...along(k, i));
    np.add(slice, result.get(...along(k, i - 1)), { out: slice });
  }
  return result;
}

export function diff(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  return np.subtract(a.get(...along(k, ":-1")), a.get(...along(k, "1:")));
}

/** An index that takes `part` along axis `k`, and everything along the axes before and behind it. */
function along(k: number, part: number | string): (number | string)[] {
  return [...Array.from({ length: k }, () => ":"), part];
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
