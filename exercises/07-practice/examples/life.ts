/**
 * A glider crosses a small torus: five snapshots side by side.
 *
 *     npm run example -- 07-practice/life
 *
 * Try: another start; { mode: "constant" } for a walled board; more generations.
 */
import * as np from "@deep-dive/ndarray";

function step(board: np.NDArray): np.NDArray {
  const padded = np.pad(board, 1, { mode: "wrap" });
  const living = np.sum(np.lib.stride_tricks.sliding_window_view(padded, [3, 3]), { axis: [2, 3] });
  // Three in the window: alive. Four: as before. (The window counts the cell itself.)
  return np.where(np.equal(living, 3), 1, np.where(np.equal(living, 4), board, 0)).astype("uint8");
}

let board = np.zeros([10, 10], { dtype: "uint8" }) as np.NDArray;
for (const [i, j] of [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 1],
  [2, 2],
] as const)
  board.set([i, j], 1);

const snapshots: string[][] = [];
for (let generation = 0; generation <= 32; generation++) {
  if (generation % 8 === 0) {
    const rows = (board.tolist() as number[][]).map((row) =>
      row.map((cell) => (cell === 1 ? "#" : ".")).join(""),
    );
    snapshots.push([`step ${generation}`.padEnd(10), ...rows]);
  }
  board = step(board);
}
for (const line of snapshots[0]!.keys())
  console.log(snapshots.map((snapshot) => snapshot[line]).join("   "));
console.log(
  "\nWhat to see: one cell down and right in four steps, and in again on the other side.",
);
