/**
 * Find out which of two functions is faster, with a clock that jumps, a machine that slows down, and an optimizer that cheats.
 *
 * Everything else in this topic rests on such a function. Python's `timeit` is a simple one.
 */

/** What is known after measuring: a is `ratio` times as slow as b, and surely between `low` and `high`. */
export interface Comparison {
  /** Time of a, divided by time of b. */
  readonly ratio: number;
  /** The ratio is surely no smaller. */
  readonly low: number;
  /** The ratio is surely no larger. */
  readonly high: number;
}

/**
 * Compares the time of `a` with the time of `b`: ratio = time of a / time of b.
 *
 * The machine here is a simulated one (`01-measure-honestly.harness.ts`), so that your answer can be judged. It does what real ones do:
 *
 * - the clock ticks once in a millisecond, and one call takes about a twentieth of that: time many calls together;
 * - now and then something else runs for a while: a mean is ruined by it, a median is not;
 * - it slows down as it gets warm: measuring all of a and then all of b favours a. Measure them in turns, in pairs, and let
 *   each of the two go first equally often (a b, b a, a b, …);
 * - a result that nobody uses is not computed: pass what a and b return to `sink`.
 *
 * `low` and `high` should hold the true ratio in at least 95 of 100 measurements, and lie no more than 20 % apart.
 * For the median of 40 numbers there is a simple rule: it lies between the 14th and the 27th of them, sorted, 96 times in 100.
 *
 * @param now the time in milliseconds, a whole number
 * @param sink takes any number of results, and does nothing with them
 * @param a takes about 0.05 ms
 * @param b takes between a half and twice that
 * @throws whatever the machine throws when it has run for more than 12,000 simulated milliseconds in all
 */
export function compare(
  now: () => number,
  sink: (result: number) => void,
  a: () => number,
  b: () => number,
): Comparison {
  // TODO: a function that times, say, 800 calls of one of the two. How exact is that, with ticks of a millisecond?
  throw new Error("not implemented");
}
