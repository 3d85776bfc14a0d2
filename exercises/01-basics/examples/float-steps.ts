/**
 * Why arange with fractions surprises, and why a running sum drifts away.
 *
 *     npm run example -- 01-basics/float-steps
 *
 * 0.1 is not a number that binary fractions can write. Multiplied once, the error stays small; added a thousand times,
 * it grows. Try steps of 0.125: nothing happens at all. Why?
 */
import * as np from "@deep-dive/ndarray";

console.log("0.1 as each float really is");
for (const dtype of ["float16", "float32", "float64"] as const) {
  console.log(
    `  ${dtype.padEnd(8)} ${Number(np.full([1], 0.1, { dtype }).item(0)).toPrecision(20)}`,
  );
}

console.log("\nhow many numbers are there from 1 up to, not including, stop, in steps of 0.1?");
for (const stop of [1.1, 1.2, 1.3, 1.4, 1.5]) {
  const values = np.arange(1, stop, 0.1);
  const quotient = (stop - 1) / 0.1;
  const note = values.size > Math.round(quotient) ? "  one too many: the last is stop" : "";
  console.log(`  up to ${stop}: ${values.size}, since (${stop} - 1) / 0.1 is ${quotient}${note}`);
}

console.log(
  "\nn steps of 0.1, added one by one or multiplied once: the distance from the right place",
);
for (const n of [10, 100, 1_000, 10_000, 100_000]) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 0.1;
  const right = n / 10;
  const digits = (error: number): string =>
    (error === 0 ? "0" : error.toExponential(1)).padStart(9);
  console.log(
    `  ${String(n).padStart(6)} steps   sum ${digits(Math.abs(sum - right))}   product ${digits(Math.abs(n * 0.1 - right))}`,
  );
}
