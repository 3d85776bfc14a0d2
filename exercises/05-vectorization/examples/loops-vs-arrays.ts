/**
 * One formula, four ways to write it: how long does each take, and how many bytes does it need?
 *
 *     npm run example -- 05-vectorization/loops-vs-arrays
 *
 * Try: change `n` to 100, or to 3,000,000; change float64 to float32; put more operations into the formula.
 */
import * as np from "@deep-dive/ndarray";

const n = 300_000;

// The same numbers in three containers.
const list = Array.from({ length: n }, (_, i) => Math.sin(i));
const typed = Float64Array.from(list);
const array = np.asarray(typed);
const out = np.empty([n]);

const ways: readonly (readonly [name: string, run: () => unknown, bytes: string])[] = [
  // A list of numbers, and a closure for each step. Two lists are made.
  ["list.map.map", () => list.map((x) => x * x).map((x) => x + 1), "2 lists"],
  // One pass over typed arrays: what a careful JavaScript programmer writes.
  [
    "typed loop",
    () => {
      const result = new Float64Array(n);
      for (let i = 0; i < n; i++) result[i] = typed[i]! * typed[i]! + 1;
      return result;
    },
    "8 n",
  ],
  // Two whole-array operations: no loop in sight, but the product is a temporary of 8 n bytes.
  ["np, plain", () => np.add(np.multiply(array, array), 1), "16 n"],
  // The same into memory that is there already.
  ["np, with out", () => np.add(np.multiply(array, array, { out }), 1, { out }), "0"],
];

function msOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

// All ways in turn, 25 times, so that each sees the same machine; 5 rounds to warm up. Then the median of each.
const rounds = Array.from({ length: 25 }, () => ways.map(([, run]) => msOf(run))).slice(5);
const measured = ways.map(([name, , bytes], k) => ({
  name,
  bytes,
  ms: rounds.map((round) => round[k]!).sort((a, b) => a - b)[10]!,
}));
const slowest = Math.max(...measured.map(({ ms }) => ms));

console.log(`x * x + 1 over ${n.toLocaleString("en")} float64 numbers\n`);
console.log("way            new memory   speed, compared with the slowest");
for (const { name, bytes, ms } of measured) {
  const ratio = slowest / ms;
  console.log(
    `${name.padEnd(14)} ${bytes.padEnd(12)} ${"#".repeat(Math.min(40, Math.round(ratio * 2)))} ${ratio.toFixed(1)} x`,
  );
}
console.log("\nWhat to see: the bytes decide as much as the loop does. Topic 6 is about that.");
