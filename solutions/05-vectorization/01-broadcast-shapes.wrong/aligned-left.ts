// caught by: worked examples > (3, 1) and (4,) make (3, 4)
// Lines the shapes up at the left, as one reads.
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: ndim }, (_, k) => {
    const lengths = shapes.map((shape) => shape[k] ?? 1).filter((length) => length !== 1);
    const odd = lengths.find((length) => length !== lengths[0]);
    if (odd !== undefined)
      throw new np.ValueError(
        `cannot broadcast: axis ${k - ndim} has lengths ${lengths[0]} and ${odd}`,
      );
    return lengths[0] ?? 1;
  });
}
