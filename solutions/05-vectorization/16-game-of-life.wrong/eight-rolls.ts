// caught by: bytes
// Eight rolled boards and a sum for each: fifteen arrays for one step.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  const [up, down] = [np.roll(board, -1, { axis: 0 }), np.roll(board, 1, { axis: 0 })];
  const three = np.add(np.add(up, down), board);
  const living = np.add(
    np.add(three, np.roll(three, 1, { axis: 1 })),
    np.roll(three, -1, { axis: 1 }),
  );
  const isThree = np.equal(living, 3);
  const survives = np.logical_and(np.equal(living, 4), board);
  return np.logical_or(isThree, survives).astype("uint8");
}
