// caught by: edge cases > a third shape that does not fit is noticed
// Checks every shape against its neighbour; a 1 in between hides the quarrel.
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: ndim }, (_, axis) => {
    const column = shapes.map((shape) => shape.at(axis - ndim) ?? 1);
    for (let i = 1; i < column.length; i++) {
      const [m, n] = [column[i - 1]!, column[i]!];
      if (m !== n && m !== 1 && n !== 1) {
        throw new np.ValueError(`cannot broadcast: axis ${axis - ndim} has lengths ${m} and ${n}`);
      }
    }
    return column.find((n) => n !== 1) ?? 1;
  });
}
