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
  call,
  choose,
  i32,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { arithmeticKernel } from "./arithmetic.ts";
import { ROUND_BYTES, accumulators } from "./extremes.ts";
import { firstLane, foldLanes } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** A block: small enough to search, large enough to make the search rare. Both are multiples of a round. */
const BLOCK_BYTES = 4096;
const INTEGER_ROUND_BYTES = 64;

/** "row" and "nest" for `argmax` or `argmin` of the real dtype `char`. */
export function argFunctions(name: "argmax" | "argmin", char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
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
  return [f, nestFunction()];
}

/** (address, step, n, row step, places, step of places, m): the places of `m` rows, as int32. */
function nestFunction(): FunctionBuilder {
  const f = new FunctionBuilder(
    "nest",
    Array.from({ length: 7 }, () => "i32"),
  );
  const [address, step, n, rowStep, places, placeStep, m] = f.params as [
    ...[Local, Local, Local, Local],
    ...[Local, Local, Local],
  ]; // as declared
  f.body = whileLoop(m.get, [
    store("i32.store", places.get, call(0, address.get, step.get, n.get)),
    address.advance(rowStep.get),
    places.advance(placeStep.get),
    m.advance(i32(-1)),
  ]);
  return f;
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
  const [from, p, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [blockStart, blockEnd] = [f.local("i32"), f.local("i32")];
  const size = i32(lanes.size);
  const singly = (until: Local): Code =>
    whileLoop(op("i32.lt_u", p.get, until.get), [
      x.set(lanes.load(p.get)),
      when(beats(name, lanes, x.get, best.get), [best.set(x.get), from.set(p.get)]),
      p.advance(size),
    ]);
  const isFloat = lanes.type.startsWith("f");
  const round = isFloat ? ROUND_BYTES : INTEGER_ROUND_BYTES;
  const left = op("i32.sub", end.get, p.get);
  const wholeRounds = f.local("i32");
  const blockBytes = op(
    "select",
    wholeRounds.tee(op("i32.and", left, i32(-round))),
    i32(BLOCK_BYTES),
    op("i32.lt_u", wholeRounds.get, i32(BLOCK_BYTES)),
  );
  const found = when(beats(name, lanes, x.get, best.get), [
    best.set(x.get),
    from.set(blockStart.get),
  ]);
  const parts: Parts = { f, name, lanes, p, blockEnd, x };
  return [
    best.set(lanes.load(address.get)),
    from.set(address.get),
    p.set(address.get),
    end.set(op("i32.add", address.get, op("i32.mul", n.get, size))),
    when(
      op("i32.ge_u", left, i32(round)),
      whileLoop(op("i32.lt_u", p.get, end.get), [
        // The last round begins among what has been seen, which cannot beat the best any more.
        when(op("i32.lt_u", left, i32(round)), p.set(op("i32.sub", end.get, i32(round)))),
        blockStart.set(p.get),
        blockEnd.set(op("i32.add", p.get, blockBytes)),
        isFloat
          ? floatBlock(parts, found, [p.set(blockStart.get), singly(blockEnd)])
          : [integerBlock(parts, merge), found],
      ]),
    ),
    singly(end),
    // The winner is the first element from `from` on that equals the best.
    skipOthers(f, lanes, best, from, end),
    whileLoop(op("i32.eqz", isSame(lanes, lanes.load(from.get), best.get)), from.advance(size)),
    op("i32.div_u", op("i32.sub", from.get, address.get), size),
  ];
}

/** What a block's code works with: it reads from `p` to `blockEnd` and leaves the best in `x`. */
interface Parts {
  readonly f: FunctionBuilder;
  readonly name: "argmax" | "argmin";
  readonly lanes: Lanes;
  readonly p: Local;
  readonly blockEnd: Local;
  readonly x: Local;
}

function integerBlock(
  { f, lanes, p, blockEnd, x }: Parts,
  merge: (x: Code, y: Code) => Code,
): Code {
  const bests = [f.local("v128"), f.local("v128"), f.local("v128"), f.local("v128")] as const;
  const [a, b, c, d] = bests;
  const loadAll = (set: (s: Local, k: number) => Code): Code => [
    bests.map(set),
    p.advance(i32(INTEGER_ROUND_BYTES)),
  ];
  return [
    loadAll((s, k) => s.set(lanes.loadVector(p.get, 16 * k))),
    whileLoop(
      op("i32.lt_u", p.get, blockEnd.get),
      loadAll((s, k) => s.set(merge(s.get, lanes.loadVector(p.get, 16 * k)))),
    ),
    a.set(merge(merge(a.get, b.get), merge(c.get, d.get))),
    foldLanes(a, lanes.size, merge),
    x.set(firstLane(lanes, a.get)),
  ];
}

function floatBlock({ f, name, lanes, p, blockEnd, x }: Parts, found: Code, singly: Code): Code {
  const row = accumulators(f, name === "argmax" ? "maximum" : "minimum", lanes, p);
  const merge = (y: Code, z: Code): Code =>
    op(`${lanes.shape}.${name === "argmax" ? "pmax" : "pmin"}`, y, z);
  return [
    row.start,
    whileLoop(op("i32.lt_u", p.get, blockEnd.get), row.step),
    when(
      row.isCertain,
      [foldLanes(row.best, lanes.size, merge), x.set(firstLane(lanes, row.best.get)), found],
      singly,
    ),
  ];
}

/** Moves `from` on, four vectors or one at a time, while no lane equals the best; not at all where that is nan. */
function skipOthers(f: FunctionBuilder, lanes: Lanes, best: Local, from: Local, end: Local): Code {
  const wanted = f.local("v128");
  /** Moves on while so many vectors follow, and none of them has it. */
  const skipping = (vectors: number): Code => {
    const found = Array.from({ length: vectors }, (_, k) =>
      op(`${lanes.shape}.eq`, lanes.loadVector(from.get, 16 * k), wanted.get),
    ).reduce((x, y) => op("v128.or", x, y));
    const areLeft = op("i32.ge_u", op("i32.sub", end.get, from.get), i32(16 * vectors));
    return whileLoop(
      choose("i32", areLeft, op("i32.eqz", op("v128.any_true", found)), i32(0)),
      from.advance(i32(16 * vectors)),
    );
  };
  const skip = [wanted.set(lanes.splat(best.get)), skipping(4), skipping(1)];
  return lanes.type.startsWith("f") ? when(op(`${lanes.type}.eq`, best.get, best.get), skip) : skip;
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
