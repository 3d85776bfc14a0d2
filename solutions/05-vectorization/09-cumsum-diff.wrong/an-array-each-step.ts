// caught by: allocations
// Right, and makes a new slice at every step before it is written where it belongs.
import * as np from "@deep-dive/ndarray";

export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const result = np.copy(a);
  for (let i = 1; i < a.shape[k]!; i++)
    result.set(along(k, i), np.add(result.get(...along(k, i)), result.get(...along(k, i - 1))));
  return result;
}

export function diff(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  return np.subtract(a.get(...along(k, "1:")), a.get(...along(k, ":-1")));
}

function along(k: number, part: number | string): (number | string)[] {
  return [...Array.from({ length: k }, () => ":"), part];
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
