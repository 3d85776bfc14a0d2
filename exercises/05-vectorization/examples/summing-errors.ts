/**
 * Adding 0.1 n times, in four ways: how many digits are left?
 *
 *     npm run example -- 05-vectorization/summing-errors
 *
 * Try: 0.25 instead of 0.1 (why is there no error?); numbers of both signs; float16.
 */
import * as np from "@deep-dive/ndarray";

/** One after the other, each partial sum rounded to float32. */
function running32(x: Float32Array): number {
  let sum = 0;
  for (const v of x) sum = Math.fround(sum + v);
  return sum;
}

/** One after the other in float64. */
function running64(x: Float32Array): number {
  let sum = 0;
  for (const v of x) sum += v;
  return sum;
}

console.log("relative error of the sum of n times float32(0.1)\n");
console.log("         n   running, float32   np.sum, float32   running, float64   np.sum, float64");
for (const n of [1_000, 10_000, 100_000, 1_000_000]) {
  const x = new Float32Array(n).fill(0.1);
  const exact = n * Math.fround(0.1); // one multiplication, rounded once
  const a = np.asarray(x);
  const sums = [
    running32(x),
    Number(np.sum(a)), // pairs, in float32
    running64(x),
    Number(np.sum(a, { dtype: "float64" })), // pairs, in float64
  ];
  const errors = sums.map((sum) => (Math.abs(sum - exact) / exact).toExponential(1).padStart(16));
  console.log(`${n.toLocaleString("en").padStart(10)} ${errors.join("  ")}`);
}
console.log(
  "\nWhat to see: the running error grows with n, the pairwise one hardly. A wider dtype helps more than either.",
);
