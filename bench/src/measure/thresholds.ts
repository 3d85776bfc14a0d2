/**
 * Where two ways of doing the same work cross: each threshold of the library is moved to either side of a size, and the
 * same call timed on both.
 *
 *   node src/measure/thresholds.ts ROUNDS
 *
 * Prints one JSON line: every crossing. Run as a process of its own, so that no other benchmark has shaped the code.
 */
import * as np from "@deep-dive/ndarray";
import { type Thresholds, thresholds } from "../../../packages/ndarray/src/kernels/thresholds.ts";
import { quantile } from "./rounds.ts";

/** How much faster the way for few is at one size: the median of paired rounds. */
export interface Step {
  readonly size: number;
  readonly gain: number;
}

export interface Crossing {
  readonly name: keyof Thresholds;
  /** The library's own figure. */
  readonly current: number;
  readonly steps: readonly Step[];
}

interface Question {
  readonly name: keyof Thresholds;
  readonly sizes: readonly number[];
  readonly call: (size: number) => () => np.NDArray;
}

/** Settings of a threshold that send any size down the way for few, and for many. */
const SIDES: readonly [few: number, many: number] = [1e9, 0];
const TURN_NS = 1e6;
/** How long both sides run before any time counts: kernels for few elements are compiled well only after many calls. */
const WARM_NS = 2e8;

const random = np.random.default_rng(1);
const line = (n: number): np.NDArray => random.random(n) as np.NDArray; // a size gives an array

const QUESTIONS: readonly Question[] = [
  {
    name: "rankedLine",
    sizes: [8, 12, 16, 24, 32, 48, 64, 96],
    call: (n) => {
      const a = line(n);
      return () => np.argsort(a);
    },
  },
  {
    name: "sortedLine",
    sizes: [8, 12, 16, 24, 32, 48, 64, 96],
    call: (n) => {
      const a = line(n);
      return () => np.sort(a, { descending: true });
    },
  },
  {
    name: "argsortedLine",
    sizes: [8, 12, 16, 24, 32, 48, 64, 96],
    call: (n) => {
      const a = line(n);
      return () => np.argsort(a, { descending: true });
    },
  },
  {
    name: "smallProduct",
    sizes: [2, 3, 4, 5, 6, 7, 8, 10].map((side) => side ** 3),
    call: (products) => {
      const side = Math.round(Math.cbrt(products));
      const a = line(side * side).reshape([side, side]);
      return () => np.matmul(a, a);
    },
  },
  {
    name: "foldedRow",
    sizes: [2, 3, 4, 6, 8, 12, 16, 32],
    call: (columns) => {
      const a = line(64 * columns).reshape([64, columns]);
      return () => np.sum(a, { axis: 0 });
    },
  },
  {
    name: "copiedElements",
    sizes: [8, 16, 24, 32, 48, 64, 128],
    call: (n) => {
      const a = line(n);
      return () => a.copy();
    },
  },
];

function crossing({ name, sizes, call }: Question, rounds: number): Crossing {
  const current = thresholds[name];
  const steps = sizes.map((size): Step => ({
    size,
    gain: gainAt(name, call(size), rounds),
  }));
  thresholds[name] = current;
  return { name, current, steps };
}

function gainAt(name: keyof Thresholds, run: () => np.NDArray, rounds: number): number {
  const time = (side: 0 | 1, times: number): number => {
    thresholds[name] = SIDES[side];
    const start = process.hrtime.bigint();
    for (let k = 0; k < times; k++) run().dispose();
    return Number(process.hrtime.bigint() - start);
  };
  let times = 1;
  for (let spent = 0; spent < WARM_NS;) {
    const both = time(0, times) + time(1, times);
    spent += both;
    if (both < TURN_NS) times *= 2;
  }
  const ratios = Array.from({ length: rounds }, (_, k) => {
    // Who runs first changes from round to round.
    const first = time(k % 2 === 0 ? 0 : 1, times);
    const second = time(k % 2 === 0 ? 1 : 0, times);
    return k % 2 === 0 ? second / first : first / second;
  });
  return quantile(ratios, 0.5);
}

const rounds = Number(process.argv[2]);
console.log(JSON.stringify(QUESTIONS.map((q) => crossing(q, rounds))));
