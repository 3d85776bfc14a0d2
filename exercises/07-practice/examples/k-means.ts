/**
 * Three clouds of points, and three centres that find them; the inertia after each step.
 *
 *     npm run example -- 07-practice/k-means
 *
 * Try: a start in one cloud only, [0, 1, 2] (does it find all three?); other seeds; four centres; clouds that overlap.
 */
import * as np from "@deep-dive/ndarray";

const rng = np.random.default_rng(7);
const clouds = (
  [
    [10, 5],
    [40, 15],
    [60, 4],
  ] as const
).map(([x, y]) => np.add(np.multiply(rng.standard_normal([40, 2]), [4, 2]), [x, y]));
const points = np.concat(clouds, { axis: 0 });
let centres = points.get([0, 50, 51]); // two of them in one cloud

let labels = np.zeros([points.shape[0]!], { dtype: "int32" }) as np.NDArray;
for (let step = 0; step < 12; step++) {
  // (n, 1, 2) - (k, 2): all differences at once. 120 points are few enough for that; exercise 5.12 shows the way without.
  const squares = np.sum(np.square(np.subtract(points.get(":", null), centres)), { axis: 2 });
  labels = np.argmin(squares, { axis: 1 });
  const inertia = Number(np.sum(np.min(squares, { axis: 1 })));
  console.log(
    `step ${String(step).padStart(2)}  inertia ${inertia.toFixed(0).padStart(6)} ${"#".repeat(Math.min(50, Math.round(inertia / 400)))}`,
  );
  const isMember = np.equal(np.arange(3).get(":", null), labels).astype("float64");
  const counts = np.sum(isMember, { axis: 1, keepdims: true });
  const next = np.where(
    np.equal(counts, 0),
    centres,
    np.divide(np.matmul(isMember, points), np.maximum(counts, 1)),
  );
  if (np.allclose(next, centres)) break;
  centres = next;
}

const canvas = Array.from({ length: 22 }, () => Array.from({ length: 74 }, () => " "));
const put = (x: number, y: number, c: string): void => {
  const [row, column] = [canvas[Math.round(y)], Math.round(x)];
  if (row !== undefined && column >= 0 && column < row.length) row[column] = c;
};
for (const [i, [x, y]] of (points.tolist() as [number, number][]).entries())
  put(x, y, "abc"[Number(labels.item(i))]!);
for (const [x, y] of centres.tolist() as [number, number][]) put(x, y, "O");
console.log(`\n${canvas.map((row) => row.join("")).join("\n")}`);
