// Says the rules aloud: where three, 1; where four, as before; else 0.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  using padded = np.pad(board, 1, { mode: "wrap" });
  const windows = np.lib.stride_tricks.sliding_window_view(padded, [3, 3]); // (n, m, 3, 3), and no copy
  const living = np.sum(windows, { axis: [2, 3], dtype: "uint8" }); // nine cells: the middle one is in it
  // 3 in the window: born (0 + 3) or surviving with two (1 + 2). 4: a living cell with three, or a dead one with four.
  const kept = np.multiply(np.equal(living, 4), board, { out: padded.get("1:-1", "1:-1") });
  np.equal(living, 3, { out: living, casting: "unsafe" });
  return np.maximum(living, kept);
}
