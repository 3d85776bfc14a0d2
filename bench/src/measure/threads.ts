/**
 * What threads bring: the same operations on one thread and on as many as there are processors, in turn.
 *
 *   node src/measure/threads.ts ROUNDS
 *
 * Prints one JSON line. Run as a process of its own, as threads must be asked for before the first array.
 */
import { availableParallelism } from "node:os";
import * as np from "@deep-dive/ndarray";
import { quantile } from "./rounds.ts";

/** How many times as fast an operation is on all threads: the median of paired rounds, and the middle half. */
export interface Gain {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const rounds = Number(process.argv[2]);
const count = Math.max(2, Math.min(8, availableParallelism()));
np.set_num_threads(count);
await np.threads_ready();

const line = np.linspace(-1, 1, 1_000_000);
const matrix = line.get(":262144").reshape([512, 512]);
const operations: Readonly<Record<string, () => np.NDArray>> = {
  "a + a, n = 1e6": () => np.add(line, line),
  "exp(a), n = 1e6": () => np.exp(line),
  "tanh(a), n = 1e6": () => np.tanh(line),
  "a @ a, 512 x 512": () => np.matmul(matrix, matrix),
};

/** Nanoseconds of a few runs on `threads` threads. */
function time(run: () => np.NDArray, threads: number): number {
  np.set_num_threads(threads);
  const start = process.hrtime.bigint();
  for (let k = 0; k < 5; k++) run().dispose();
  return Number(process.hrtime.bigint() - start);
}

const gains = Object.entries(operations).map(([name, run]): Gain => {
  time(run, 1);
  time(run, count);
  const ratios = Array.from({ length: rounds }, (_, k) => {
    // Who runs first changes from round to round.
    const first = time(run, k % 2 === 0 ? 1 : count);
    const second = time(run, k % 2 === 0 ? count : 1);
    return k % 2 === 0 ? first / second : second / first;
  });
  const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q)) as [
    number,
    number,
    number,
  ]; // three quantiles
  return { name, median, low, high };
});
console.log(JSON.stringify({ count, gains }));
