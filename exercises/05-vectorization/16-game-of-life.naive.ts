/** The rules, cell by cell. */
import * as np from "@deep-dive/ndarray";

export function lifeStep(given: np.NDArray): np.NDArray {
  const board = given.tolist() as number[][];
  const [n, m] = [board.length, board[0]!.length];
  const next = board.map((row, i) =>
    row.map((cell, j) => {
      let living = -cell;
      for (const di of [n - 1, 0, 1])
        for (const dj of [m - 1, 0, 1]) living += board[(i + di) % n]![(j + dj) % m]!;
      return living === 3 || (cell === 1 && living === 2) ? 1 : 0;
    }),
  );
  return np.asarray(next, { dtype: "uint8" });
}
