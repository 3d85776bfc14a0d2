/**
 * A histogram that loses votes, and three that do not.
 *
 *     npm run example -- 04-advanced-indexing/add-at-trap
 *
 * counts[votes] += 1 reads, adds and writes whole arrays: of equal votes one is left. Make FACES larger: with hardly
 * any equal votes the bug hides.
 */
import * as np from "@deep-dive/ndarray";

const FACES = 6;
const VOTES = 60_000;
const votes = np.random.default_rng(3).integers(0, FACES, { size: [VOTES], dtype: "int32" });

function timed(run: () => np.NDArray): [result: np.NDArray, ms: number] {
  run(); // once for the compiler
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
}

const ways: [text: string, run: () => np.NDArray][] = [
  [
    "counts[votes] += 1",
    () => {
      const counts = np.zeros([FACES], { dtype: "int32" });
      counts.set([votes], np.add(counts.get(votes), 1));
      return counts;
    },
  ],
  [
    "np.add.at(counts, votes, 1)",
    () => {
      const counts = np.zeros([FACES], { dtype: "int32" });
      np.add.at(counts, [votes], 1);
      return counts;
    },
  ],
  ["np.bincount(votes)", () => np.bincount(votes, { minlength: FACES })],
  ["np.unique_counts(votes).counts", () => np.unique_counts(votes).counts],
];

console.log(`${VOTES} votes for ${FACES} faces`);
for (const [text, run] of ways) {
  const [counts, ms] = timed(run);
  const total = Number(np.sum(counts));
  const verdict = total === VOTES ? "all there" : `${VOTES - total} votes lost`;
  console.log(
    `  ${text.padEnd(32)} ${ms.toFixed(2).padStart(7)} ms   ${verdict.padEnd(18)} ${String(counts)}`,
  );
}
