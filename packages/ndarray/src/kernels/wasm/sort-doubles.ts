/**
 * What quicksort of doubles is used for: rows of float64, and the order of rows whose elements have 8 bytes.
 *
 * Elements of any such dtype have keys (`sort-keys.ts`). A key, less what all keys have in common, and the element's position behind
 * it make one number below 2^62, whose bits are those of a positive double: sorting these doubles ranks the elements,
 * equal ones in their order. Where the keys are too far apart for that, their last bits are left out; the few that are then equal
 * are put in order one by one.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  choose,
  f64,
  i32,
  i64,
  load,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { QUICKSORT, quicksortFunctions } from "./quicksort.ts";
import { type SortKeys, sortKeysOf } from "./sort-keys.ts";

/** Bits that a key and its position share. */
const BITS = 62;

/** More neighbours than this are not put in order one by one. */
const MOST_EQUAL = 64;

/**
 * "sort" (row, n, descending, spare row, work) for float64;
 * "argsort" (row, step, n, descending, order, composites, spare, work) gives 1, or 0 where too many keys looked equal.
 */
export function quicksorts(char: string): FunctionBuilder[] {
  const parts = quicksortFunctions(0);
  return [...parts, ...(char === "d" ? [sortFunction()] : []), argsortFunction(sortKeysOf(char))];
}

function quicksort(row: Code, n: Local, spare: Code, work: Code): Code {
  return call(QUICKSORT - 1, row, n.get, spare, work, budgetFor(n));
}

/** How deep ordinary pivots may go: twice as deep as halving would. */
export function budgetFor(n: Local): Code {
  return op("i32.shl", op("i32.sub", i32(32), op("i32.clz", n.get)), i32(1));
}

/** Moves each nan of the row to its end; `count` is then how many elements are none. */
export function numbersFirst(f: FunctionBuilder, row: Local, n: Local, count: Local): Code {
  const [p, to, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const x = f.local("f64");
  // Each element goes where the next number belongs; a nan is overwritten.
  return [
    p.set(row.get),
    to.set(row.get),
    end.set(op("i32.add", row.get, op("i32.shl", n.get, i32(3)))),
    whileLoop(op("i32.lt_u", p.get, end.get), [
      x.set(load("f64.load", p.get)),
      store("f64.store", to.get, x.get),
      to.advance(op("i32.shl", op("f64.eq", x.get, x.get), i32(3))),
      p.advance(i32(8)),
    ]),
    count.set(op("i32.shr_u", op("i32.sub", to.get, row.get), i32(3))),
    whileLoop(op("i32.lt_u", to.get, end.get), [
      store("f64.store", to.get, f64(NaN)),
      to.advance(i32(8)),
    ]),
  ];
}

function sortFunction(): FunctionBuilder {
  const f = new FunctionBuilder("sort", ["i32", "i32", "i32", "i32", "i32"]);
  const [row, n, descending, spare, work] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const [p, to, count] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [x, y] = [f.local("f64"), f.local("f64")];
  const reversed = [
    p.set(row.get),
    to.set(op("i32.add", row.get, op("i32.shl", count.get, i32(3)))),
    whileLoop(op("i32.lt_u", p.get, to.get), [
      to.advance(i32(-8)),
      x.set(load("f64.load", p.get)),
      y.set(load("f64.load", to.get)),
      store("f64.store", p.get, y.get),
      store("f64.store", to.get, x.get),
      p.advance(i32(8)),
    ]),
  ];
  f.body = [
    numbersFirst(f, row, n, count),
    quicksort(row.get, count, spare.get, work.get),
    when(descending.get, reversed),
  ];
  return f;
}

function argsortFunction(keys: SortKeys): FunctionBuilder {
  const f = new FunctionBuilder(
    "argsort",
    Array.from({ length: 8 }, () => "i32"),
    ["i32"],
  );
  const [row, step, n, descending, order, composites, spare, work] = f.params as [
    ...[Local, Local, Local, Local],
    ...[Local, Local, Local, Local],
  ]; // as declared
  const flip = op("i64.extend_i32_s", descending.get);
  const [k, p, at] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [key, least, greatest] = [f.local("i64"), f.local("i64"), f.local("i64")];
  const [positionBits, cut] = [f.local("i64"), f.local("i64")];
  const eachElement = (body: Code): Code => [
    k.set(i32(0)),
    p.set(composites.get),
    whileLoop(op("i32.lt_u", k.get, n.get), [body, k.advance(i32(1)), p.advance(i32(8))]),
  ];
  const bitsOf = (x: Code): Code => op("i64.sub", i64(64n), op("i64.clz", x));
  const length = op("i64.extend_i32_u", n.get);
  f.body = [
    at.set(row.get),
    least.set(i64(-1n)),
    eachElement([
      key.set(keys.encode(f, at.get, flip)),
      store("i64.store", p.get, key.get),
      least.set(op("select", key.get, least.get, op("i64.lt_u", key.get, least.get))),
      greatest.set(op("select", key.get, greatest.get, op("i64.gt_u", key.get, greatest.get))),
      at.advance(step.get),
    ]),
    positionBits.set(bitsOf(op("i64.sub", length, i64(1n)))),
    cut.set(
      op(
        "i64.sub",
        op("i64.add", bitsOf(op("i64.sub", greatest.get, least.get)), positionBits.get),
        i64(BigInt(BITS)),
      ),
    ),
    cut.set(op("select", cut.get, i64(0n), op("i64.gt_s", cut.get, i64(0n)))),
    eachElement([
      key.set(op("i64.shr_u", op("i64.sub", load("i64.load", p.get), least.get), cut.get)),
      store(
        "i64.store",
        p.get,
        op("i64.or", op("i64.shl", key.get, positionBits.get), op("i64.extend_i32_u", k.get)),
      ),
    ]),
    quicksort(composites.get, n, spare.get, work.get),
    choose(
      "i32",
      op("i64.eqz", cut.get),
      [unpacked(f, order, eachElement, p, positionBits), i32(1)],
      orderOfCut(f, keys, { row, step, n, flip, order, composites, positionBits }),
    ),
  ];
  return f;
}

/** The positions at the ends of the sorted numbers. */
function unpacked(
  f: FunctionBuilder,
  order: Local,
  eachElement: (body: Code) => Code,
  p: Local,
  positionBits: Local,
): Code {
  const [to, mask] = [f.local("i32"), f.local("i32")];
  return [
    to.set(order.get),
    mask.set(op("i32.wrap_i64", op("i64.sub", op("i64.shl", i64(1n), positionBits.get), i64(1n)))),
    eachElement([
      store("i32.store", to.get, op("i32.and", load("i32.load", p.get), mask.get)),
      to.advance(i32(4)),
    ]),
  ];
}

interface Ranked {
  readonly row: Local;
  readonly step: Local;
  readonly n: Local;
  readonly flip: Code;
  readonly order: Local;
  readonly composites: Local;
  readonly positionBits: Local;
}

/** The same; each position is inserted among those before it whose shortened keys are equal, by the whole keys. */
function orderOfCut(f: FunctionBuilder, keys: SortKeys, ranked: Ranked): Code {
  const { row, step, n, flip, order, composites, positionBits } = ranked;
  const [k, to, first, last, place] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const [composite, head, previous, key] = [
    f.local("i64"),
    f.local("i64"),
    f.local("i64"),
    f.local("i64"),
  ];
  const keyAt = (position: Code): Code =>
    keys.encode(f, op("i32.add", row.get, op("i32.mul", position, step.get)), flip);
  const before = op("i32.sub", last.get, i32(4));
  const goesOn = choose(
    "i32",
    op("i32.gt_u", last.get, first.get),
    op("i64.gt_u", keyAt(load("i32.load", before)), key.get),
    i32(0),
  );
  const insertion = [
    key.set(keyAt(place.get)),
    last.set(to.get),
    whileLoop(goesOn, [
      store("i32.store", last.get, load("i32.load", before)),
      last.advance(i32(-4)),
    ]),
    store("i32.store", last.get, place.get),
  ];
  const inRun = when(
    op("i32.gt_u", op("i32.sub", to.get, first.get), i32(4 * MOST_EQUAL)),
    op("return", i32(0)),
    insertion,
  );
  return [
    to.set(order.get),
    previous.set(i64(-1n)),
    whileLoop(op("i32.lt_u", k.get, n.get), [
      composite.set(load("i64.load", op("i32.add", composites.get, op("i32.shl", k.get, i32(3))))),
      head.set(op("i64.shr_u", composite.get, positionBits.get)),
      place.set(
        op("i32.wrap_i64", op("i64.sub", composite.get, op("i64.shl", head.get, positionBits.get))),
      ),
      when(op("i64.eq", head.get, previous.get), inRun, [
        first.set(to.get),
        previous.set(head.get),
        store("i32.store", to.get, place.get),
      ]),
      to.advance(i32(4)),
      k.advance(i32(1)),
    ]),
    i32(1),
  ];
}
