import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";

export function put(view: View, indices: readonly number[], values: readonly number[]): void {
  const places = view.shape.reduce(
    (all, n, axis) =>
      all.flatMap((at) => Array.from({ length: n }, (_, i) => at + i * view.strides[axis]!)),
    [view.offset],
  );
  const targets = indices.map((i) => {
    const place = places.at(i);
    if (place === undefined)
      throw new np.IndexError(`index ${i} is out of bounds for axis 0 with size ${places.length}`);
    return place;
  });
  targets.forEach((place, k) => {
    if (values.length > 0) view.data[place] = values[k % values.length]!;
  });
}
