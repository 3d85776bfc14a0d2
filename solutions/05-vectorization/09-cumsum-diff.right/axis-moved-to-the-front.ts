// Moves the axis to the front, where a plain index finds it, and back.
import * as np from "@deep-dive/ndarray";

export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const result = np.copy(np.moveaxis(a, k, 0));
  let sofar = np.zeros(result.shape.slice(1)) as np.NDArray;
  for (const slice of result) {
    np.add(slice, sofar, { out: slice });
    sofar = slice;
  }
  return np.moveaxis(result, 0, k);
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
