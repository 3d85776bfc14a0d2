// Column by column: whatever is left after the ones are taken out must be a single length.
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  let ndim = 0;
  for (const { length } of shapes) if (length > ndim) ndim = length;
  const padded = shapes.map((shape) => [
    ...Array.from({ length: ndim - shape.length }, () => 1),
    ...shape,
  ]);
  const result: number[] = new Array<number>(ndim);
  for (let axis = ndim - 1; axis >= 0; axis--) {
    const lengths = new Set(padded.map((shape) => shape[axis]!));
    lengths.delete(1);
    const [first, second] = lengths;
    if (second !== undefined)
      throw new np.ValueError(
        `cannot broadcast: axis ${axis - ndim} has lengths ${first} and ${second}`,
      );
    result[axis] = first ?? 1;
  }
  return result;
}
