/**
 * Where the largest or smallest element of a row is; the first one of equals, and the first nan before all others.
 *
 * Knows (address, step, n), n being at least 1, and gives an index. Vectors find the best of each block; only the block
 * that holds the winner is searched one by one.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  load,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { arithmeticKernel } from "./arithmetic.ts";
import { accumulators } from "./extremes.ts";
import { firstLane, foldLanes } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** Elements of a block: few enough to search, enough to make the search rare. */
const BLOCK = 512;

/** "row" for `argmax` or `argmin` of the real dtype `char`. */
export function argFunctions(name: "argmax" | "argmin", char: string): FunctionBuilder[] {
  const lanes = lanesOf(char === "?" ? "B" : char);
  const f = new FunctionBuilder("row", ["i32", "i32", "i32"], ["i32"]);
  const [address, step, n] = f.params as [Local, Local, Local]; // as declared
  const kernel = arithmeticKernel(
    name === "argmax" ? "maximum" : "minimum",
    lanes.char + lanes.char,
    lanes.char,
  );
  const isContiguous = op("i32.eq", step.get, i32(lanes.size));
  const vector = kernel?.vector;
  f.body = [
    vector === undefined
      ? []
      : when(
          isContiguous,
          op(
            "return",
            byBlocks(f, name, lanes, address, n, (x, y) => vector(f, x, y)),
          ),
        ),
    oneByOne(f, name, lanes, address, step, n),
  ];
  return [f];
}

/** 1 where `x` beats `best`: strictly, so that the first of equals stays, or as the first nan. */
function beats(name: "argmax" | "argmin", { type, isSigned }: Lanes, x: Code, best: Code): Code {
  const relation = name === "argmax" ? "gt" : "lt";
  if (type.startsWith("i")) return op(`${type}.${relation}_${isSigned ? "s" : "u"}`, x, best);
  const isFirstNan = op("i32.and", op(`${type}.ne`, x, x), op(`${type}.eq`, best, best));
  return op("i32.or", op(`${type}.${relation}`, x, best), isFirstNan);
}

function oneByOne(
  f: FunctionBuilder,
  name: "argmax" | "argmin",
  lanes: Lanes,
  address: Local,
  step: Local,
  n: Local,
): Code {
  const [best, x] = [f.local(lanes.type), f.local(lanes.type)];
  const [at, k] = [f.local("i32"), f.local("i32")];
  return [
    best.set(lanes.load(address.get)),
    whileLoop(op("i32.lt_u", k.get, n.get), [
      x.set(lanes.load(address.get)),
      when(beats(name, lanes, x.get, best.get), [best.set(x.get), at.set(k.get)]),
      address.advance(step.get),
      k.advance(i32(1)),
    ]),
    at.get,
  ];
}

function byBlocks(
  f: FunctionBuilder,
  name: "argmax" | "argmin",
  lanes: Lanes,
  address: Local,
  n: Local,
  merge: (x: Code, y: Code) => Code,
): Code {
  const [best, x] = [f.local(lanes.type), f.local(lanes.type)];
  const [from, p, end, blockEnd] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  const sums = [f.local("v128"), f.local("v128"), f.local("v128"), f.local("v128")] as const;
  const size = i32(lanes.size);
  const blockBytes = BLOCK * lanes.size;
  const [a, b, c, d] = sums;
  const singly = (end: Local): Code =>
    whileLoop(op("i32.lt_u", p.get, end.get), [
      x.set(lanes.load(p.get)),
      when(beats(name, lanes, x.get, best.get), [best.set(x.get), from.set(p.get)]),
      p.advance(size),
    ]);
  const isFloat = lanes.type.startsWith("f");
  const found = when(beats(name, lanes, x.get, best.get), [
    best.set(x.get),
    from.set(op("i32.sub", blockEnd.get, i32(blockBytes))),
  ]);
  const loadAll = (set: (s: Local, k: number) => Code): Code => [sums.map(set), p.advance(i32(64))];
  const integers = (): Code => [
    loadAll((s, k) => s.set(load("v128.load", p.get, 16 * k))),
    whileLoop(
      op("i32.lt_u", p.get, blockEnd.get),
      loadAll((s, k) => s.set(merge(s.get, load("v128.load", p.get, 16 * k)))),
    ),
    a.set(merge(merge(a.get, b.get), merge(c.get, d.get))),
    foldLanes(a, lanes.size, merge),
    x.set(firstLane(lanes, a.get)),
    found,
  ];
  const floats = (): Code => {
    const row = accumulators(f, name === "argmax" ? "maximum" : "minimum", lanes, p);
    const quickMerge = (y: Code, z: Code): Code =>
      op(`${lanes.shape}.${name === "argmax" ? "pmax" : "pmin"}`, y, z);
    return [
      row.start,
      whileLoop(op("i32.lt_u", p.get, blockEnd.get), row.step),
      when(
        row.isCertain,
        [foldLanes(row.best, lanes.size, quickMerge), x.set(firstLane(lanes, row.best.get)), found],
        [p.set(op("i32.sub", blockEnd.get, i32(blockBytes))), singly(blockEnd)],
      ),
    ];
  };
  return [
    best.set(lanes.load(address.get)),
    from.set(address.get),
    p.set(address.get),
    end.set(op("i32.add", address.get, op("i32.mul", n.get, size))),
    whileLoop(op("i32.ge_u", op("i32.sub", end.get, p.get), i32(blockBytes)), [
      blockEnd.set(op("i32.add", p.get, i32(blockBytes))),
      isFloat ? floats() : integers(),
    ]),
    singly(end),
    // The winner is the first element from `from` on that equals the best.
    whileLoop(op("i32.eqz", isSame(lanes, lanes.load(from.get), best.get)), from.advance(size)),
    op("i32.div_u", op("i32.sub", from.get, address.get), size),
  ];
}

/** 1 where two elements are equal, or both nan. */
function isSame({ type }: Lanes, x: Code, y: Code): Code {
  if (type.startsWith("i")) return op(`${type}.eq`, x, y);
  return op(
    "i32.or",
    op(`${type}.eq`, x, y),
    op("i32.and", op(`${type}.ne`, x, x), op(`${type}.ne`, y, y)),
  );
}
