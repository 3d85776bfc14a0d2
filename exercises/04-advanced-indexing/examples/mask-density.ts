/**
 * How long does a[mask] take, when more and more of the mask is true? And when the trues stand together?
 *
 *     npm run example -- 04-advanced-indexing/mask-density
 *
 * Scattered or together, the same number of elements is copied. A loop that asks "yes or no?" at every element is slowest
 * where the answer is hardest to guess in advance, at one half; one that counts first and copies without asking does not
 * care. Which kind does this look like? np.where, in the last column, always writes everything.
 */
import * as np from "@deep-dive/ndarray";

const N = 500_000;
const a = np.zeros([N]);
const rng = np.random.default_rng(2);
const random = rng.random([N]);
const position = np.divide(np.arange(N, null, { dtype: "float64" }), N);

/** The best of several runs, in milliseconds. */
function bestMs(run: () => np.NDArray): number {
  let best = Infinity;
  for (let k = 0; k < 9; k++) {
    const start = performance.now();
    const result = run();
    best = Math.min(best, performance.now() - start);
    result.dispose();
  }
  return best;
}

console.log("  true   a[mask], scattered      a[mask], in one run     np.where(mask, a, 0)");
for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
  const scattered = np.less(random, share);
  const together = np.less(position, share);
  const times = [
    bestMs(() => a.get(scattered)),
    bestMs(() => a.get(together)),
    bestMs(() => np.where(scattered, a, 0)),
  ];
  const cells = times.map(
    (ms) =>
      `${ms.toFixed(2).padStart(6)} ms ${"▪".repeat(Math.min(12, Math.round(ms * 4))).padEnd(13)}`,
  );
  console.log(`  ${String(Math.round(100 * share)).padStart(3)} %  ${cells.join(" ")}`);
}
