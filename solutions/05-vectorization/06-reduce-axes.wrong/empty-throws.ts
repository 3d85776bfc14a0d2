// caught by: edge cases > the sum of nothing is 0
// Refuses empty axes for sums too, although a sum has an identity.
import * as np from "@deep-dive/ndarray";

export function sumAxes(
  a: np.NDArray,
  axes: readonly number[] | null,
  keepdims: boolean,
): np.NDArray {
  const summed = new Set((axes ?? [...a.shape.keys()]).map((axis) => normal(axis, a.ndim)));
  if (summed.size !== (axes ?? a.shape).length)
    throw new np.ValueError("duplicate value in 'axis'");
  if ([...summed].some((k) => a.shape[k] === 0))
    throw new np.ValueError("zero-size array to reduction operation");
  // With keepdims inside, an index of `a` becomes one of the result by setting the summed axes to 0.
  const result = np.zeros(a.shape.map((n, k) => (summed.has(k) ? 1 : n)));
  const index = a.shape.map(() => 0);
  for (let at = 0; at < a.size; at++) {
    const cell = index.map((i, k) => (summed.has(k) ? 0 : i));
    result.set(cell, (result.item(...cell) as number) + (a.item(...index) as number)); // both are float64
    for (let k = a.ndim - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < a.shape[k]!) break;
      index[k] = 0;
    }
  }
  return keepdims ? result : result.reshape(a.shape.filter((_, k) => !summed.has(k)));
}

export function argmaxAxis(a: np.NDArray, axis: number): np.NDArray {
  const k = normal(axis, a.ndim);
  if (a.shape[k] === 0) throw new np.ValueError("attempt to get argmax of an empty sequence");
  const along = np.moveaxis(a, k, 0); // a view whose first axis is the one to walk
  const best = along.get(0).copy();
  const place = np.zeros(best.shape, { dtype: "int32" });
  for (let i = 1; i < along.shape[0]!; i++) {
    const isLarger = np.greater(along.get(i), best); // strictly: of equals the first stays
    np.copyto(best, along.get(i), { where: isLarger });
    np.copyto(place, i, { where: isLarger });
  }
  return place;
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
