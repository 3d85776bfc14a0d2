/**
 * A simulated machine: a clock, two workloads and a sink, all driven by one seed.
 *
 * Trusted, and run beside the learner's code. Read it: it is a list of the ways in which real machines deceive.
 */

/** A learner's `compare`. */
type Compare = (
  now: () => number,
  sink: (result: number) => void,
  a: () => number,
  b: () => number,
) => { ratio: number; low: number; high: number };

/** What one measurement said, and what it cost. */
export interface Trial {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Simulated milliseconds that went by. */
  readonly spentMs: number;
  /**
   * How much later b was called than a, on average, in turns: 0 where they take turns at going first, 1 where a always
   * does, -1 where b does.
   */
  readonly delay: number;
}

const BUDGET_MS = 12_000;
const CALL_MS = 0.05;

/** Lets `compare` measure two workloads whose times have this true ratio, on the machine that `seed` makes. */
export function trial(compare: Compare, seed: number, trueRatio: number): Trial {
  const random = mulberry(seed);
  let timeMs = 1000 * random();
  const startMs = timeMs;
  let interruptedAtMs = timeMs + 300 * random();
  const unused = { a: 0, b: 0 };
  const calls = { a: 0, b: 0 };
  const places = { a: 0, b: 0 }; // sums: the first call of all has place 1, the next place 2
  let turns = 0;
  let last: "a" | "b" = "a";

  const workload = (name: "a" | "b", costMs: number) => (): number => {
    if (name !== last || turns === 0) turns += 1;
    last = name;
    unused[name] += 1;
    calls[name] += 1;
    places[name] += calls.a + calls.b;
    // Three results in a row that nobody took: from now on the optimizer leaves the work out.
    if (unused[name] <= 3) {
      // Warm machines are slow: up to 40 % more after ten seconds. And every call is a little different.
      const warmth = 1 + 0.4 * Math.min(1, (timeMs - startMs) / 10_000);
      timeMs += costMs * warmth * (0.9 + 0.2 * random());
    } else timeMs += costMs / 1000;
    if (timeMs > interruptedAtMs) {
      timeMs += 5 + 40 * random(); // something else runs
      interruptedAtMs = timeMs + 600 * random();
    }
    if (timeMs - startMs > BUDGET_MS)
      throw new Error(`the measurement took longer than ${BUDGET_MS} ms`);
    return unused[name];
  };

  const a = workload("a", CALL_MS * trueRatio);
  const b = workload("b", CALL_MS);
  const sink = (): void => {
    unused[last] = 0;
  };
  const { ratio, low, high } = compare(() => Math.floor(timeMs), sink, a, b);
  const turnLength = (calls.a + calls.b) / turns;
  const delay = (places.b / calls.b - places.a / calls.a) / turnLength;
  return { ratio, low, high, spentMs: timeMs - startMs, delay };
}

/** Many trials on as many machines. */
export function trials(compare: Compare, seed: number, trueRatio: number, count: number): Trial[] {
  return Array.from({ length: count }, (_, i) => trial(compare, seed * 1000 + i, trueRatio));
}

/** A small generator of random numbers in [0, 1): the same seed gives the same machine. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
