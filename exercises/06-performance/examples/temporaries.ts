/**
 * (a + b) * (-a / 2) in three ways: how many arrays are made, how many bytes are alive, and what does it cost?
 *
 *     npm run example -- 06-performance/temporaries
 *
 * Try: n = 1000, where everything fits the cache; a longer formula; `np.scope` around the plain version.
 */
import * as np from "@deep-dive/ndarray";

const n = 500_000;
const a = np.asarray(Float64Array.from({ length: n }, (_, i) => Math.cos(i)));
const b = np.asarray(Float64Array.from({ length: n }, (_, i) => Math.sin(i)));
const [p, q] = [np.empty([n]), np.empty([n])];

const ways: Readonly<Record<string, () => unknown>> = {
  "as it is written": () => np.multiply(np.add(a, b), np.divide(np.negative(a), 2)),
  "in a scope": () => np.scope(() => np.multiply(np.add(a, b), np.divide(np.negative(a), 2))),
  "with out": () => np.multiply(np.add(a, b, { out: p }), np.divide(a, -2, { out: q }), { out: p }),
};

console.log(
  `(a + b) * (-a / 2), ${n.toLocaleString("en")} float64 numbers, ${(n * 8) / 1e6} MB an array\n`,
);
console.log("                   arrays made   alive at most   time, compared with out");
// In turn, so that each way sees the same machine; the ratio to "with out" is taken round by round.
const rounds = Array.from({ length: 31 }, () => Object.values(ways).map(msOf));
for (const [k, [name, run]] of Object.entries(ways).entries()) {
  // Counted, so the same on every machine; the time is not.
  const { allocations, peakBytes } = np.testing.count(run);
  const ratio = rounds.map((round) => round[k]! / round.at(-1)!).sort((x, y) => x - y)[15]!;
  console.log(
    `${name.padEnd(18)} ${String(allocations).padStart(8)} ${`${(peakBytes / 1e6).toFixed(0)} MB`.padStart(15)}       ${"#".repeat(Math.min(40, Math.round(ratio * 6)))} ${ratio.toFixed(1)} x`,
  );
}

function msOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
