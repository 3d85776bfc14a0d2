/**
 * The same mistake on a rectangle and on a square: once it is an error, once it is a wrong number.
 *
 *     npm run example -- 05-vectorization/keepdims-trap
 *
 * Try: other shapes; mean instead of sum; three axes. Which shapes tell you that something is wrong, and which do not?
 */
import * as np from "@deep-dive/ndarray";

const tuple = (shape: readonly number[]): string =>
  `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

/** Divides a by its row sums, and says what became of the rows. */
function attempt(a: np.NDArray, keepdims: boolean): void {
  const sums = np.asarray(np.sum(a, { axis: 1, keepdims }));
  const text = `${tuple(a.shape)} / ${tuple(sums.shape)}`.padEnd(17);
  try {
    const result = np.divide(a, sums);
    const rows = np.asarray(np.sum(result, { axis: 1 })).tolist() as number[];
    const isRight = rows.every((sum) => Math.abs(sum - 1) < 1e-12);
    console.log(
      `keepdims ${String(keepdims).padEnd(5)}  ${text} rows sum to ${rows.map((sum) => sum.toFixed(2)).join(", ")}${isRight ? "" : "   <- wrong, and silent"}`,
    );
  } catch (error) {
    console.log(`keepdims ${String(keepdims).padEnd(5)}  ${text} ${String(error)}`);
  }
}

const rectangle = np.asarray([
  [1, 2, 3],
  [4, 5, 6],
]);
const square = np.asarray([
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
]);

for (const a of [rectangle, square]) {
  attempt(a, false);
  attempt(a, true);
  console.log();
}
console.log("Test with shapes whose lengths are all different: a square hides the mistake.");
