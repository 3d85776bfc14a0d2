/**
 * A subject: one library's way to run one case.
 *
 * Whoever measures sees only this: run so many times, say how long it took, and what came out.
 */

/** A result boiled down: the sum of its elements in float64, and how many there are. */
export interface Checksum {
  readonly checksum: number;
  readonly size: number;
}

export interface Subject {
  readonly name: string;
  /** What one run gives; called once, before any timing. */
  check(): Promise<Checksum>;
  /** Nanoseconds for `times` runs. */
  run(times: number): Promise<number>;
}

/** A subject in this process. `call` runs the case once; `discard` gives its result back, where that is asked for. */
export function local(
  name: string,
  call: () => unknown,
  sum: (result: unknown) => Checksum,
  discard?: (result: unknown) => void,
): Subject {
  return {
    name,
    check: async () => sum(call()),
    run: async (times) => {
      const start = process.hrtime.bigint();
      if (discard === undefined) for (let k = 0; k < times; k++) call();
      else for (let k = 0; k < times; k++) discard(call());
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
