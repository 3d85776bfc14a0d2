/**
 * The loop that nobody cleans up after: additions whose results are dropped, in one synchronous loop.
 *
 *   node src/measure/temporaries.ts COUNT ELEMENTS dispose|drop
 *
 * Prints one JSON line: nanoseconds, and the peak of resident memory. Run as a process of its own, so that the peak
 * is this loop's.
 */
import * as np from "@deep-dive/ndarray";

const [count, elements, how] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const a = np.ones(elements);
const b = np.ones(elements);
const start = process.hrtime.bigint();
for (let k = 0; k < count; k++) {
  const sum = np.add(a, b);
  if (how === "dispose") sum.dispose();
}
const ns = Number(process.hrtime.bigint() - start);
console.log(JSON.stringify({ ns, peakBytes: process.resourceUsage().maxRSS * 1024 }));
