/**
 * What a topic is: its exercises in order, with points, hints, explanations and limits.
 *
 * Knows the shape of the data only; runs nothing. The rules are in grader/AUTHORS.md,
 * which shows the files around this one. `solutions/NN-topic/topic.ts` is loaded by the judge alone, never by the
 * process that runs a learner's code, so its functions may hold what a learner must not see.
 *
 * A complete example, `solutions/03-memory/topic.ts`:
 *
 * ```ts
 * import * as np from "@deep-dive/ndarray";
 * import { defineTopic } from "@deep-dive/grader/topic";
 *
 * export default defineTopic({
 *   id: "03-memory",
 *   title: "Memory model",
 *   exercises: [
 *     {
 *       id: "3.08",
 *       name: "sliding-window",
 *       kind: "implement",
 *       points: 10,
 *       tracks: ["fast"],
 *       hints: [
 *         "Two neighbouring windows share all elements but one. Does anything have to be copied?",
 *         "The last axis of the result walks as the input does; what does the new axis walk by?",
 *         "as_strided(a, { shape: [n - w + 1, w], strides: [s, ?] })",
 *       ],
 *       explanation: "NumPy does the same in numpy/lib/_stride_tricks_impl.py, `sliding_window_view`: …",
 *       rules: { forbid: ["np.lib.stride_tricks.sliding_window_view"], loops: false },
 *       limits: [
 *         {
 *           kind: "allocations", // at most this many arrays made during the call
 *           points: 3,
 *           call: "slidingWindow", // the learner's export
 *           input: (draw) => [np.asarray(draw.floats(1000)), 8], // its arguments
 *           limit: 0,
 *         },
 *         { kind: "shares-memory", points: 2, call: "slidingWindow", input: () => [np.arange(10), 3], limit: true },
 *       ],
 *     },
 *   ],
 * });
 * ```
 */

import type { CodeRules } from "../sandbox/code-rules.ts";

export type { CodeRules } from "../sandbox/code-rules.ts";

/** implement | fix a planted bug | predict by cards | measure and improve | write the tests. */
export type ExerciseKind = "implement" | "fix" | "predict" | "experiment" | "test-writing";

/** What an input maker draws from: the same seed gives the same values on every machine. */
export interface Draw {
  /** The size asked for: one of `sizes` in a `growth` limit, otherwise the limit's `n` (default 1000). */
  readonly n: number;
  /** A number in [0, 1). */
  random(): number;
  /** A whole number in [low, high). */
  integer(low: number, high: number): number;
  /** `count` numbers in [low, high), by default [-1, 1). */
  floats(count: number, low?: number, high?: number): Float64Array<ArrayBuffer>;
  /** `count` whole numbers in [low, high). */
  integers(count: number, low: number, high: number): Int32Array<ArrayBuffer>;
}

/** What every limit has. Arguments and results may be whatever crosses: see AUTHORS.md. */
interface LimitBase {
  /** Earned beside the exercise's own points, when the answer is right and inside the limit. */
  readonly points: number;
  /** One line for the table; by default made from kind and limit. */
  readonly label?: string;
  /** The export of the learner's file that is called. */
  readonly call: string;
  /** The arguments of one call. Pure: everything random comes from `draw`. */
  readonly input: (draw: Draw) => readonly unknown[];
  /** `draw.n` of the call; default 1000. */
  readonly n?: number;
  /**
   * The right result for these arguments, in the judge. A measured answer that is wrong here earns nothing.
   * Where it is left out and `naive` is given, the naive loop's result is the right one.
   */
  readonly expected?: (...args: readonly unknown[]) => unknown;
  /** Whether two results are the same; by default equal shapes and dtypes, and values within 1e-9 of each other. */
  readonly same?: (actual: unknown, expected: unknown) => boolean;
  /**
   * The export of `exercises/NN-topic/NN-name.naive.ts` that does the same by the obvious loop. Every limit but `error`,
   * which judges the result itself, has this or `expected`: else an answer that notices the measure could do nothing.
   */
  readonly naive?: string;
}

/** Arrays, bytes, or the most bytes alive at once, that the library allocates during the call. */
export interface AllocationLimit extends LimitBase {
  readonly kind: "allocations" | "bytes" | "peak-bytes";
  /** At most this many arrays (`allocations`) or bytes. */
  readonly limit: number;
}

/** Whether the result is a view of an argument. */
export interface SharesMemoryLimit extends LimitBase {
  readonly kind: "shares-memory";
  /** true: the result must share memory with the argument; false: it must not. */
  readonly limit: boolean;
  /** Which argument; default 0. */
  readonly argument?: number;
  /** The array within the result, where the result is a list or an object. */
  readonly of?: (result: unknown) => unknown;
}

/**
 * Element reads and writes: of the typed arrays that are passed in and of those that the answer makes; or, where
 * NDArrays are passed in, the library's own count. Keep n small: a traced element costs about a microsecond.
 */
export interface TouchesLimit extends LimitBase {
  readonly kind: "touches";
  /** At most this many. */
  readonly limit: number;
  /** What counts; default both. */
  readonly count?: "reads" | "writes" | "both";
}

/** Misses in a simulated cache that the same trace feeds. Pass typed arrays. */
export interface CacheLinesLimit extends LimitBase {
  readonly kind: "cache-lines";
  /** At most this many misses. */
  readonly limit: number;
  /** Default: 32 KiB, lines of 64 bytes, 8 ways, LRU. */
  readonly cache?: { readonly bytes: number; readonly lineBytes: number; readonly ways: number };
}

/** The numerical error of the result. */
export interface ErrorLimit extends LimitBase {
  readonly kind: "error";
  /** At most this much. */
  readonly limit: number;
  /** What the figure counts: "ulp", "eps", "relative". */
  readonly unit: string;
  /** The error of `result` for these arguments, computed in the judge by exact or wider arithmetic. */
  readonly error: (result: unknown, args: readonly unknown[]) => number;
}

/** How many times faster than the shipped naive loop. Timed: see grader/README.md. */
export interface SpeedUpLimit extends LimitBase {
  readonly kind: "speed-up";
  /** At least this ratio: midway, on a log scale, between the naive loop (1) and the reference answer. */
  readonly limit: number;
  readonly naive: string;
  /** The reference answer's ratio, as `grader calibrate` printed it; over ten times this is suspicious. */
  readonly reference: number;
}

/** The exponent with which time or touches grow with n, by least squares on log-log. */
export interface GrowthLimit extends LimitBase {
  readonly kind: "growth";
  /** At most this exponent: midway between the two complexity classes. */
  readonly limit: number;
  /** What grows. Touches are counted, so they give the same verdict everywhere. */
  readonly of: "touches" | "time";
  /** At least five values of `draw.n`. */
  readonly sizes: readonly number[];
  /** Touches at the last size, at most: whoever does needless work at the small sizes flattens the slope. */
  readonly most?: number;
}

export type Limit =
  | AllocationLimit
  | SharesMemoryLimit
  | TouchesLimit
  | CacheLinesLimit
  | ErrorLimit
  | SpeedUpLimit
  | GrowthLimit;

export type LimitKind = Limit["kind"];

/** What a memory picture needs to know of an exercise's functions. */
export interface Drawn {
  /** What strides and offset of a plain view (`{ data, shape, strides, offset }`) count; default elements. */
  readonly strides?: "elements" | "bytes";
  /**
   * What a result is: a view of an argument (default); elements picked from the first array among the arguments, which
   * are found there by their values; the place of one element, counted as strides are; or `[start, stop, step]` of an
   * axis whose length is the last argument; the byte strides of a fresh array, whose shape and itemsize are the first
   * arguments; or nothing, since it writes into the first view among the arguments.
   */
  readonly result?: "view" | "elements" | "place" | "positions" | "strides" | "writes";
}

export interface Exercise {
  /** Topic and place in it: `"3.07"`. The file is `07-` and the name. */
  readonly id: string;
  /** `"safe-as-strided"`. */
  readonly name: string;
  readonly kind: ExerciseKind;
  /** Whole points for passing every test; each limit adds its own. */
  readonly points: number;
  /** A nudge, the rule, near-code. None is empty, and the last is not the answer. */
  readonly hints: readonly [nudge: string, rule: string, nearCode: string];
  /** Shown after passing: what NumPy does here, and where in NumPy's source. */
  readonly explanation: string;
  readonly limits?: readonly Limit[];
  readonly rules?: CodeRules;
  /**
   * true: `NN-name.harness.ts` beside the stub holds trusted functions that run beside the learner's code, for
   * exercises that need a callback (a clock, mutants, an interface): see AUTHORS.md.
   */
  readonly harness?: boolean;
  /** How a wrong call is drawn; without it, it is not. The functions leave their arguments as they are. */
  readonly drawn?: Drawn;
  /** true: the answer may import fast-check (7.09). */
  readonly fastCheck?: boolean;
  /** Shorter ways through the course that this exercise is on. */
  readonly tracks?: readonly "fast"[];
  /** true: its counted figures may stand on a class's leaderboard. */
  readonly capstone?: boolean;
  /** Exercises whose passing unlocks this one: cards before code. A suggestion for `learn`, never a lock on grading. */
  readonly after?: readonly string[];
}

export interface Topic {
  /** The folder: `"03-memory"`. */
  readonly id: string;
  readonly title: string;
  /** In order; ids rise. */
  readonly exercises: readonly Exercise[];
}

/** The topic itself, checked for what types cannot say. @throws {Error} one sentence naming the exercise */
export function defineTopic(topic: Topic): Topic {
  const number = /^(\d\d)-[a-z0-9-]+$/.exec(topic.id)?.[1];
  if (number === undefined)
    throw new Error(`topic ${topic.id}: an id is two digits and a name, as 03-memory`);
  let last = 0;
  for (const exercise of topic.exercises) {
    const place = /^(\d)\.(\d\d)$/.exec(exercise.id);
    const fault = (sentence: string): Error => new Error(`exercise ${exercise.id}: ${sentence}`);
    if (place === null || Number(place[1]) !== Number(number))
      throw fault(`its id does not belong to ${topic.id}`);
    if (Number(place[2]) <= last) throw fault("ids must rise in the order of the topic");
    last = Number(place[2]);
    if (!/^[a-z0-9-]+$/.test(exercise.name))
      throw fault(`${exercise.name} is not a file's name in lower case and dashes`);
    for (const points of [
      exercise.points,
      ...(exercise.limits ?? []).map((limit) => limit.points),
    ]) {
      if (!Number.isInteger(points) || points < 0)
        throw fault(`${points} points is not a whole number from 0 up`);
    }
    for (const limit of exercise.limits ?? []) {
      if (limit.kind === "growth" && limit.sizes.length < 5)
        throw fault("growth needs at least five sizes");
      if (limit.kind === "growth" && limit.of === "touches" && limit.most === undefined)
        throw fault("growth of touches needs `most`, the touches at the last size");
      if (limit.kind !== "error" && limit.expected === undefined && limit.naive === undefined)
        throw fault(`${limit.kind} needs \`expected\` or \`naive\`, to know the right result`);
    }
  }
  return topic;
}

/** The stub's path below exercises/: `03-memory/07-safe-as-strided.ts`. */
export function exerciseFile(
  topic: Pick<Topic, "id">,
  exercise: Pick<Exercise, "id" | "name">,
): string {
  return `${topic.id}/${exercise.id.slice(2)}-${exercise.name}.ts`;
}
