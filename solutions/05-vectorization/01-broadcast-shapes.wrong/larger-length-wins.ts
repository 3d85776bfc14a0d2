// caught by: edge cases > a length 1 stretches to 0 as well
// Takes the larger of two lengths, which is right until a length is 0.
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = Array.from({ length: ndim }, () => 1);
  for (let k = 1; k <= ndim; k++) {
    for (const shape of shapes) {
      const length = shape.at(-k) ?? 1;
      const known = result[ndim - k]!;
      if (known !== 1 && length !== 1 && known !== length) {
        throw new np.ValueError(`cannot broadcast: axis -${k} has lengths ${known} and ${length}`);
      }
      result[ndim - k] = Math.max(known, length);
    }
  }
  return result;
}
