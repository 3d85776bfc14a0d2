/**
 * How many threads compute. NumPy leaves that to its BLAS; here it is one unless asked for.
 */
import { ValueError, threadsTooLate, threadsUnavailable, wrongThreadCount } from "../errors.ts";
import { setThreadCount, threadCount, threadsAreReady } from "../kernels/threads.ts";

/**
 * Computes long elementwise operations and large matrix products on `count` threads, this one included.
 *
 * Must first be called before any array is made, as the memory that threads share is chosen then; the number may be changed later. Short
 * operations, and functions that may call back into JavaScript such as sin, stay on this thread. Results are the same.
 *
 * @throws {ValueError} when `count` is no whole number from 1 to 64, when there are arrays already, or outside Node
 * @example set_num_threads(1)
 */
export function set_num_threads(count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new ValueError(wrongThreadCount(count));
  const problem = setThreadCount(count);
  if (problem !== null)
    throw new ValueError(
      problem === "too-late" ? threadsTooLate(count) : threadsUnavailable(count),
    );
}

/**
 * How many threads compute, this one included: 1 unless `set_num_threads` said otherwise.
 *
 * @example get_num_threads() // 1
 */
export function get_num_threads(): number {
  return threadCount();
}

/**
 * Resolves when every thread has started; until then everything is computed on this one.
 *
 * @example await threads_ready()
 */
export function threads_ready(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (threadsAreReady()) resolve();
      else setTimeout(look, 1);
    };
    look();
  });
}
