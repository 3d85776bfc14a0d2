// Adds up slices, one axis after the other; whole-array additions do the rest.
import * as np from "@deep-dive/ndarray";

export function sumAxes(
  a: np.NDArray,
  axes: readonly number[] | null,
  keepdims: boolean,
): np.NDArray {
  const summed = new Set((axes ?? [...a.shape.keys()]).map((axis) => normal(axis, a.ndim)));
  if (summed.size !== (axes ?? a.shape).length)
    throw new np.ValueError("duplicate value in 'axis'");
  let result = np.copy(a);
  for (const k of summed) {
    const total = np.zeros(result.shape.with(k, 1));
    for (let i = 0; i < result.shape[k]!; i++) {
      const slice = result.get(
        ...result.shape.map((_, axis) => (axis === k ? `${i}:${i + 1}` : ":")),
      );
      np.add(total, slice, { out: total });
    }
    result = total;
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
