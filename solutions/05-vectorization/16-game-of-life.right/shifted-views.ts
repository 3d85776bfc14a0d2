// No windows: rows first, then columns, three additions each way.
import * as np from "@deep-dive/ndarray";

export function lifeStep(board: np.NDArray): np.NDArray {
  using padded = np.pad(board, 1, { mode: "wrap" });
  const across = np.add(padded.get(":", ":-2"), padded.get(":", "1:-1"));
  np.add(across, padded.get(":", "2:"), { out: across });
  const living = np.add(across.get(":-2"), across.get("1:-1"));
  np.add(living, across.get("2:"), { out: living });
  // 3 in the window: born (0 + 3) or surviving with two (1 + 2). 4: a living cell with three, or a dead one with four.
  using isThree = np.equal(living, 3);
  np.multiply(np.equal(living, 4), board, { out: living });
  return np.logical_or(isThree, living, { out: living });
}
