/**
 * A subject: one library's way to run one case.
 *
 * Whoever measures sees only this: run so many times, say how long it took, and what came out.
 */
import { compileFunction } from "node:vm";
import type { Case } from "../cases/case.ts";

/** A result boiled down: the sum of its elements in float64, and how many there are. */
export interface Checksum {
  readonly checksum: number;
  readonly size: number;
}

/** What can be checked and timed. */
export interface Runner {
  /** What one run gives; called once, before any timing. */
  check(): Promise<Checksum>;
  /** Nanoseconds for `times` runs. */
  run(times: number): Promise<number>;
}

export interface Subject extends Runner {
  readonly name: string;
}

/** A library in this process, ready to make runners. */
export interface LoadedLibrary {
  readonly version: string;
  /** Null where the library has no way to run the case. */
  readonly subject: (c: Case, isDisposing: boolean) => Runner | null;
}

/**
 * A runner in this process. `call(...args)` runs the case once; `discard` gives its result back, where that is asked for.
 *
 * Each case's loop is compiled for it alone, as Python's timeit compiles its statement: in one loop for all of them the
 * way to the call, past whatever was called there before, would be timed as well.
 */
export function local<A extends readonly unknown[]>(
  call: (...args: A) => unknown,
  args: A,
  sum: (result: unknown) => Checksum,
  discard?: (result: unknown) => void,
): Runner {
  const names = args.map((_, k) => `arg${k}`);
  const once = `call(${names.join(", ")})`;
  const step = discard === undefined ? once : `discard(${once})`;
  const loop = compileFunction(`for (let k = 0; k < times; k++) ${step};`, [
    "call",
    "discard",
    "times",
    ...names,
  ]) as (...given: unknown[]) => void; // the text above
  return {
    check: async () => {
      const result = call(...args);
      const checksum = sum(result);
      discard?.(result);
      return checksum;
    },
    run: async (times) => {
      const start = process.hrtime.bigint();
      loop(call, discard, times, ...args);
      return Number(process.hrtime.bigint() - start);
    },
  };
}

/** The checksum of any list of numbers or booleans. */
export function checksumOf(values: Iterable<unknown>): Checksum {
  let checksum = 0;
  let size = 0;
  for (const value of values) {
    checksum += Number(value);
    size += 1;
  }
  return { checksum, size };
}
