// Works along the first axis of a swapped view of the result.
import * as np from "@deep-dive/ndarray";

export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const result = np.zeros(a.shape);
  const [from, to] = [np.swapaxes(a, 0, k), np.swapaxes(result, 0, k)];
  if (a.size > 0) to.set([0], from.get(0));
  for (let i = 1; i < from.shape[0]!; i++) np.add(to.get(i - 1), from.get(i), { out: to.get(i) });
  return result;
}

export function diff(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  const turned = np.swapaxes(a, 0, k);
  return np.swapaxes(np.subtract(turned.get("1:"), turned.get(":-1")), 0, k);
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
