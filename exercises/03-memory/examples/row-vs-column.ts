/**
 * The same additions in two orders: along the rows, and down the columns. Same result, other speed.
 *
 *     npm run example -- 03-memory/row-vs-column
 *
 * The processor fetches memory in lines of 64 bytes: eight float64. Along a row all eight are used; down a column one
 * is, and the line may be gone from the cache before its neighbour's turn comes. Make N smaller until both are
 * equally fast: then the whole table fits the cache. Try N = 1024 and N = 1025: powers of two are worst. Why?
 */
const N = 2048;

/** Sums an N x N table in `data` by two loops; the inner one steps by `innerStride`. */
function sum(data: Float64Array, outerStride: number, innerStride: number): number {
  let total = 0;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) total += data[i * outerStride + j * innerStride]!;
  }
  return total;
}

/** The best of several runs: noise only ever adds time. */
function bestMs(run: () => number): number {
  let best = Infinity;
  for (let k = 0; k < 7; k++) {
    const start = performance.now();
    checksum += run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

let checksum = 0;
const data = new Float64Array(N * N).fill(1);
sum(data, 1, N); // once for each order, so that the compiler has seen both
sum(data, N, 1);

const alongRows = bestMs(() => sum(data, N, 1));
const downColumns = bestMs(() => sum(data, 1, N));
const bar = (ms: number): string =>
  "▪".repeat(Math.max(1, Math.round((40 * ms) / Math.max(alongRows, downColumns))));

console.log(
  `the sum of a ${N} x ${N} table of float64, ${(data.byteLength / 2 ** 20).toFixed(0)} MiB, stored row by row`,
);
console.log(`  inner loop along rows    ${alongRows.toFixed(1).padStart(7)} ms  ${bar(alongRows)}`);
console.log(
  `  inner loop down columns  ${downColumns.toFixed(1).padStart(7)} ms  ${bar(downColumns)}`,
);
console.log(
  `  ${(downColumns / alongRows).toFixed(1)} times as long for the same ${N * N} additions`,
);
if (checksum === 0) throw new Error("nothing was added");
