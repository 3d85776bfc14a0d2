/**
 * The same elements by a slice, by a list, by a mask: time and bytes.
 *
 *     npm run example -- 04-advanced-indexing/slice-vs-list
 *
 * A slice makes a view and does not look at the elements; a list copies each of them, and a mask is read in whole
 * first. Shuffle the list: the same elements, another walk through memory.
 */
import * as np from "@deep-dive/ndarray";

const N = 1_000_000;
const a = np.zeros([N]);
const every = np.arange(0, N, 4);
const mask = np.zeros([N], { dtype: "bool" });
mask.set(["::4"], true);
const shuffled = np.random.default_rng(1).permutation(every);

/** The best of several runs, in milliseconds. */
function bestMs(run: () => np.NDArray): number {
  let best = Infinity;
  for (let k = 0; k < 7; k++) {
    const start = performance.now();
    const result = run();
    best = Math.min(best, performance.now() - start);
    if (result.base === null) result.dispose();
  }
  return best;
}

const ways: [text: string, run: () => np.NDArray][] = [
  ["a[::4], a slice", () => a.get("::4")],
  ["a[::4].copy()", () => a.get("::4").copy()],
  ["np.take(a, list)", () => np.take(a, every)],
  ["a[list]", () => a.get(every)],
  ["a[list], shuffled", () => a.get(shuffled)],
  ["a[mask]", () => a.get(mask)],
];

console.log(`every fourth of ${N} float64\n`);
for (const [text, run] of ways) {
  const { bytes } = np.testing.count(run);
  const ms = bestMs(run);
  console.log(
    `  ${text.padEnd(20)} ${ms.toFixed(3).padStart(9)} ms ${String(bytes).padStart(10)} bytes  ${"▪".repeat(Math.min(60, Math.round(ms * 8)))}`,
  );
}
