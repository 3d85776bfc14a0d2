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

const ACCUMULATORS = 4;

/** The quick fold of `maximum` or `minimum` on floats. */
export function quickExtreme(name: "maximum" | "minimum"): QuickFold {
  return (f, lanes, address, n, take) => {
    const [p, left] = [f.local("i32"), f.local("i32")];
    const count = (ACCUMULATORS * 16) / lanes.size;
    const { start, step, best, isCertain } = accumulators(f, name, lanes, p);
    return [
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
  };
}

/** The better of two vectors, lane by lane; a nan in `y` is lost. */
function merger(name: "maximum" | "minimum", { shape }: Lanes): (x: Code, y: Code) => Code {
  return (x, y) => op(`${shape}.${name === "maximum" ? "pmax" : "pmin"}`, x, y);
}

/** What goes through a row 64 bytes at a time, reading at `p`. */
export interface Accumulators {
  /** Takes the first 64 bytes. */
  readonly start: Code;
  /** Takes the next 64. */
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
  const [bests, sums] = [indices.map(() => f.local("v128")), indices.map(() => f.local("v128"))];
  const x = f.local("v128");
  const merge = merger(name, lanes);
  const add = (a: Code, b: Code): Code => op(`${shape}.add`, a, b);
  const next = p.advance(i32(16 * ACCUMULATORS));
  const vector = (k: number): Code => load("v128.load", p.get, 16 * k);
  const [b0, b1, b2, b3] = bests as [Local, Local, Local, Local]; // ACCUMULATORS of them
  const total = f.local("v128");
  return {
    start: [indices.map((k) => sums[k]!.set(bests[k]!.tee(vector(k)))), next],
    step: [
      indices.map((k) => [
        bests[k]!.set(merge(bests[k]!.get, x.tee(vector(k)))),
        sums[k]!.set(add(sums[k]!.get, x.get)),
      ]),
      next,
    ],
    best: b0,
    isCertain: [
      b0.set(merge(merge(b0.get, b1.get), merge(b2.get, b3.get))),
      total.set(sums.map((s) => s.get).reduce(add)),
      op("i32.eqz", op("v128.any_true", op(`${shape}.ne`, total.get, total.get))),
    ],
  };
}
