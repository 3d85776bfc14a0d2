// caught by: worked examples > a block of four stays
// Forgets that the middle of the window is the cell itself.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  using padded = np.pad(board, 1, { mode: "wrap" });
  const windows = np.lib.stride_tricks.sliding_window_view(padded, [3, 3]); // (n, m, 3, 3), and no copy
  const living = np.sum(windows, { axis: [2, 3], dtype: "uint8" }); // nine cells: the middle one is in it
  // 3 in the window: born (0 + 3) or surviving with two (1 + 2). 4: a living cell with three, or a dead one with four.
  using isThree = np.equal(living, 3);
  np.multiply(np.equal(living, 2), board, { out: living });
  return np.logical_or(isThree, living, { out: living });
}
