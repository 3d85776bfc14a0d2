// caught by: edge cases > the edges touch: three in a row across the edge turn upright
// Pads with zeros: a board with a wall around it.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  using padded = np.pad(board, 1, { mode: "constant" });
  const windows = np.lib.stride_tricks.sliding_window_view(padded, [3, 3]); // (n, m, 3, 3), and no copy
  const living = np.sum(windows, { axis: [2, 3], dtype: "uint8" }); // nine cells: the middle one is in it
  // 3 in the window: born (0 + 3) or surviving with two (1 + 2). 4: a living cell with three, or a dead one with four.
  using isThree = np.equal(living, 3);
  np.multiply(np.equal(living, 4), board, { out: living });
  return np.logical_or(isThree, living, { out: living });
}
