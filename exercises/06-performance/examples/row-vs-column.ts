/**
 * Adding 1 to every cell in two orders, for growing matrices: when does the order begin to matter?
 *
 *     npm run example -- 06-performance/row-vs-column
 *
 * Try: sizes that are not powers of two (500 instead of 512); Float32Array; columns of width 8 at a time.
 */

/** Down the columns: each step jumps over a whole row. */
function byColumns(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) for (let i = 0; i < n; i++) a[i * n + j] = a[i * n + j]! + 1;
}

/** Along the rows: each step is the next number in memory. */
function byRows(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a[i * n + j] = a[i * n + j]! + 1;
}

function ms(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

console.log("matrix          bytes      columns / rows");
for (const n of [64, 128, 256, 512, 1024, 2048]) {
  const a = new Float64Array(n * n).fill(1);
  // A pair of runs one after the other sees the same machine, so the ratio is steadier than either time.
  const ratios = Array.from(
    { length: 15 },
    () => ms(() => byColumns(a, n)) / ms(() => byRows(a, n)),
  );
  const ratio = ratios.sort((x, y) => x - y)[7]!;
  const size = a.byteLength >= 1 << 20 ? `${a.byteLength >> 20} MiB` : `${a.byteLength >> 10} KiB`;
  console.log(
    `${`${n} × ${n}`.padEnd(15)} ${size.padEnd(10)} ${"#".repeat(Math.min(40, Math.round(ratio * 4)))} ${ratio.toFixed(1)} x`,
  );
}
console.log(
  "\nWhat to see: nothing while the matrix fits the cache, then a step for each level of cache it outgrows.",
);
