/** Reference answer to 5.01: one pass over the columns, from the right. */
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = Array.from({ length: ndim }, () => 1);
  for (let k = 1; k <= ndim; k++) {
    for (const shape of shapes) {
      // Counting from the right does the alignment: a short shape simply has nothing there, which counts as 1.
      const length = shape.at(-k) ?? 1;
      if (length === 1) continue;
      const known = result[ndim - k]!;
      // Not Math.max: a 1 beside a 0 becomes 0.
      if (known !== 1 && known !== length) {
        throw new np.ValueError(`cannot broadcast: axis -${k} has lengths ${known} and ${length}`);
      }
      result[ndim - k] = length;
    }
  }
  return result;
}
