/**
 * The largest or smallest of a row of floats, at the speed of memory.
 *
 * WebAssembly's own maximum takes care of nan and of signed zeros, which costs V8 eight instructions a vector; "x < y ? y : x" is
 * one, but blind to nan. So the elements are also added up: if the sum is no nan, no element was. (A sum of infinities of both
 * signs is nan too; such rows, like those with a nan, take the careful way.)
 */
import {
  type Code,
  type FunctionBuilder,
  type Local,
  i32,
  load,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { type QuickFold, foldLanes } from "./fold.ts";
import type { Lanes } from "./lanes.ts";

/** Two can be compared in each cycle, and a comparison takes four. */
const ACCUMULATORS = 8;

/** What a round reads. */
export const ROUND_BYTES: number = 16 * ACCUMULATORS;

/** The quick fold of `maximum` or `minimum` on floats. */
export function quickExtreme(name: "maximum" | "minimum"): QuickFold {
  return (f, lanes, address, n, take) => {
    const [p, left] = [f.local("i32"), f.local("i32")];
    const count = ROUND_BYTES / lanes.size;
    const { start, step, best, isCertain } = accumulators(f, name, lanes, p);
    const quickly = [
      p.set(address.get),
      left.set(op("i32.sub", n.get, i32(count))),
      start,
      whileLoop(op("i32.ge_u", left.get, i32(count)), [step, left.advance(i32(-count))]),
      when(isCertain, [
        foldLanes(best, lanes.size, merger(name, lanes)),
        take(best.get),
        address.set(p.get),
        n.set(left.get),
      ]),
    ];
    return when(op("i32.ge_u", n.get, i32(count)), quickly);
  };
}

/** The better of two vectors, lane by lane; a nan in `y` is lost. */
function merger(name: "maximum" | "minimum", { shape }: Lanes): (x: Code, y: Code) => Code {
  return (x, y) => op(`${shape}.${name === "maximum" ? "pmax" : "pmin"}`, x, y);
}

/** What goes through a row, ROUND_BYTES at a time, reading at `p`. */
export interface Accumulators {
  /** Takes the first round. */
  readonly start: Code;
  /** Takes the next one. */
  readonly step: Code;
  /** After `isCertain`: the best in each lane. */
  readonly best: Local;
  /** 1 if there was no nan; to be asked once, at the end. */
  readonly isCertain: Code;
}

export function accumulators(
  f: FunctionBuilder,
  name: "maximum" | "minimum",
  lanes: Lanes,
  p: Local,
): Accumulators {
  const { shape } = lanes;
  const indices = Array.from({ length: ACCUMULATORS }, (_, k) => k);
  const bests = indices.map(() => f.local("v128"));
  const sums = indices.slice(0, ACCUMULATORS / 2).map(() => f.local("v128"));
  const [x, y] = [f.local("v128"), f.local("v128")];
  const merge = merger(name, lanes);
  const add = (a: Code, b: Code): Code => op(`${shape}.add`, a, b);
  const next = p.advance(i32(ROUND_BYTES));
  const vector = (k: number): Code => load("v128.load", p.get, 16 * k);
  /** Bests of neighbours, and one sum for both. */
  const pairs = (first: (sum: Local, a: Local, b: Local, k: number) => Code): Code =>
    sums.map((sum, k) => first(sum, bests[2 * k]!, bests[2 * k + 1]!, 2 * k));
  const best = bests[0]!;
  const total = sums[0]!;
  return {
    start: [
      pairs((sum, a, b, k) => [a.set(vector(k)), b.set(vector(k + 1)), sum.set(add(a.get, b.get))]),
      next,
    ],
    step: [
      pairs((sum, a, b, k) => [
        a.set(merge(a.get, x.tee(vector(k)))),
        b.set(merge(b.get, y.tee(vector(k + 1)))),
        sum.set(add(sum.get, add(x.get, y.get))),
      ]),
      next,
    ],
    best,
    isCertain: [
      best.set(bests.map((b) => b.get).reduce(merge)),
      total.set(sums.map((s) => s.get).reduce(add)),
      op("i32.eqz", op("v128.any_true", op(`${shape}.ne`, total.get, total.get))),
    ],
  };
}
