// caught by: worked examples > three in a row turn upright
// Looks at the four neighbours across the edges of a cell, not the eight.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  using padded = np.pad(board, 1, { mode: "wrap" });
  const living = np.add(padded.get(":-2", "1:-1"), padded.get("2:", "1:-1"));
  np.add(living, padded.get("1:-1", ":-2"), { out: living });
  np.add(living, padded.get("1:-1", "2:"), { out: living });
  np.add(living, board, { out: living });
  // 3 in the window: born (0 + 3) or surviving with two (1 + 2). 4: a living cell with three, or a dead one with four.
  using isThree = np.equal(living, 3);
  np.multiply(np.equal(living, 4), board, { out: living });
  return np.logical_or(isThree, living, { out: living });
}
