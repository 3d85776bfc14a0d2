/**
 * One step of Conway's Game of Life, for all cells of the board at once. This is the quiz of the topic.
 *
 * With NumPy it takes a padded board, windows or shifted views, and two comparisons.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The next generation on a torus: the board's left edge touches its right edge, and its top the bottom.
 *
 * A cell has eight neighbours. A living cell with two or three living neighbours lives on; a dead cell with exactly three
 * comes to life; all others are dead.
 *
 * No loops. The element storage made during the call may take at most eight times the board's bytes: eight rolled copies
 * and their sums are too many. Pad the board once, by one cell all around, with what lies on the other side; after that every neighbour
 * is a shifted view.
 *
 * @param board uint8 of shape (n, m) with n, m >= 1, each cell 0 or 1, any layout; on a very small torus a cell may be its
 *   own neighbour, even several times: that counts
 * @returns a fresh uint8 array of the same shape
 * @example a row of three living cells turns upright, and back
 */
export function lifeStep(board: np.NDArray): np.NDArray {
  // TODO: np.pad(board, 1, { mode: "wrap" }) has the shape (n + 2, m + 2). Where is the left neighbour of every cell in it?
  throw new Error("not implemented");
}
