/**
 * A million numbers: in a JS list, in typed arrays, in arrays of several dtypes. How many bytes, how long a sum?
 *
 *     npm run example -- 01-basics/numbers-vs-arrays
 *
 * A list of small whole numbers is the best case for JS: the engine sees that they are all alike. Put one 0.5, one
 * "text" or one undefined into the list and run it again: then it has to store, and to ask, every element by itself.
 */
import * as np from "@deep-dive/ndarray";

const N = 1_000_000;

/** The median of several runs, in milliseconds. The first runs are left out: the engine is still compiling. */
function medianMs(run: () => number): number {
  const times: number[] = [];
  for (let k = 0; k < 25; k++) {
    const start = performance.now();
    checksum += run(); // used, so that the work cannot be left out
    if (k >= 10) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[7]!;
}

let checksum = 0;

const list = Array.from({ length: N }, (_, i) => i % 100);
const typed = Float64Array.from(list);
// Two loops and not one: a function that has seen both kinds of list is compiled for both, and is slower with each.
const sumList = (numbers: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
};
const sumTyped = (numbers: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
};

const rows: [name: string, bytesEach: string, ms: number][] = [
  ["JS list, reduce", "8 or more", medianMs(() => list.reduce((sum, x) => sum + x, 0))],
  ["JS list, loop", "8 or more", medianMs(() => sumList(list))],
  ["Float64Array, loop", "8", medianMs(() => sumTyped(typed))],
];
for (const dtype of ["float64", "float32", "int32", "uint8"] as const) {
  const a = np.asarray(typed).astype(dtype);
  rows.push([`np.sum, ${dtype}`, String(a.itemsize), medianMs(() => Number(np.sum(a)))]);
}

const slowest = Math.max(...rows.map(([, , ms]) => ms));
console.log(`the sum of ${N} numbers   bytes of each   milliseconds`);
for (const [name, bytes, ms] of rows) {
  const bar = "▪".repeat(Math.max(1, Math.round((30 * ms) / slowest)));
  console.log(`  ${name.padEnd(24)} ${bytes.padStart(12)} ${ms.toFixed(3).padStart(14)}  ${bar}`);
}
if (checksum === 0) throw new Error("nothing was added");
