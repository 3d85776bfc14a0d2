/**
 * Quicksort of doubles: partitions without branches, and networks for what is short.
 *
 * Knows rows of doubles without nan. A partition writes every element to both sides and moves on only where it belongs, so no
 * guess of the processor can be wrong. Where pivots were bad too often, the next is halfway between the bits of the
 * extremes; 64 such halvings sort anything.
 * Source: Peters, Branchless Lomuto partitioning (2023), https://orlp.net/blog/branchless-lomuto-partitioning/
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  choose,
  i32,
  i64,
  load,
  op,
  shuffle,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { LONGEST, NETWORKS, networkFunctions } from "./sorting-network.ts";

const SECOND_TWICE = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

/** How many functions `quicksortFunctions` gives; the last is the one to call. */
export const QUICKSORT: number = NETWORKS + 2;

/**
 * Functions number `first` and on of a module; the last one is (row, n, spare, work, budget): sorts `n` doubles in place. `spare`
 * has room for as many, `work` for a network; `budget` is how deep ordinary pivots may go.
 */
export function quicksortFunctions(first: number): FunctionBuilder[] {
  const own = first + QUICKSORT - 1;
  return [...networkFunctions(first), medianFunction(), sortFunction(own)];
}

function sortFunction(own: number): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32", "i32", "i32"]);
  const [row, n, spare, work, budget] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const [network, median] = [own - 2, own - 1];
  const pivot = f.local("f64");
  const [end, low, count] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const split = (relation: "lt" | "le"): Code =>
    partition(f, relation, pivot, row, end, spare, low);
  const step = [
    end.set(op("i32.add", row.get, op("i32.shl", n.get, i32(3)))),
    budget.advance(i32(-1)),
    pivot.set(pivotOf(f, median, row, n, end, budget)),
    split("lt"),
    count.set(op("i32.shr_u", op("i32.sub", low.get, row.get), i32(3))),
    when(
      count.get,
      call(own, row.get, count.get, spare.get, work.get, budget.get),
      // The pivot is the least of all: what equals it is in its place.
      [split("le"), count.set(op("i32.shr_u", op("i32.sub", low.get, row.get), i32(3)))],
    ),
    row.set(low.get),
    n.set(op("i32.sub", n.get, count.get)),
  ];
  f.body = [
    whileLoop(op("i32.gt_u", n.get, i32(LONGEST)), step),
    when(op("i32.gt_u", n.get, i32(1)), call(network, row.get, n.get, work.get)),
  ];
  return f;
}

/**
 * Moves the elements below the pivot ("lt"; "le": and those equal to it) to the front, the rest behind them; both keep their order.
 * `low` is where the rest begins.
 */
export function partition(
  f: FunctionBuilder,
  relation: "lt" | "le",
  pivot: Local,
  row: Local,
  end: Local,
  spare: Local,
  low: Local,
): Code {
  const [p, high, bytes] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const x = f.local("f64");
  const [pivots, pair, second, mask, change] = [
    f.local("v128"),
    f.local("v128"),
    f.local("v128"),
    f.local("v128"),
    f.local("v128"),
  ];
  // `high` stays behind by what this round has read, and moves back by what was low: its offset makes up for the rest.
  const move = (lowCount: Code): Code => [
    bytes.set(op("i32.shl", lowCount, i32(3))),
    low.advance(bytes.get),
    high.set(op("i32.sub", high.get, bytes.get)),
  ];
  // Of a pair the second element stays; to either side goes, before it, the first if it belongs there, else the second again.
  const two = (k: number): Code => [
    pair.set(load("v128.load", p.get, 16 * k)),
    second.set(shuffle(pair.get, pair.get, SECOND_TWICE)),
    mask.set(op(`f64x2.${relation}`, pair.get, pivots.get)),
    change.set(op("v128.and", op("v128.xor", pair.get, second.get), mask.get)),
    store("v128.store", low.get, op("v128.xor", second.get, change.get)),
    store("v128.store", high.get, op("v128.xor", pair.get, change.get), 16 * k),
    move(op("i32.popcnt", op("i64x2.bitmask", mask.get))),
  ];
  const one = [
    x.set(load("f64.load", p.get)),
    store("f64.store", low.get, x.get),
    store("f64.store", high.get, x.get),
    move(op(`f64.${relation}`, x.get, pivot.get)),
  ];
  const onward = (nbytes: number): Code => [p.advance(i32(nbytes)), high.advance(i32(nbytes))];
  const [from, to] = [f.local("i32"), f.local("i32")];
  return [
    p.set(row.get),
    low.set(row.get),
    high.set(spare.get),
    pivots.set(op("f64x2.splat", pivot.get)),
    whileLoop(op("i32.ge_u", op("i32.sub", end.get, p.get), i32(32)), [two(0), two(1), onward(32)]),
    whileLoop(op("i32.lt_u", p.get, end.get), [one, onward(8)]),
    from.set(spare.get),
    to.set(low.get),
    whileLoop(op("i32.ge_u", op("i32.sub", high.get, from.get), i32(16)), [
      store("v128.store", to.get, load("v128.load", from.get)),
      from.advance(i32(16)),
      to.advance(i32(16)),
    ]),
    when(
      op("i32.lt_u", from.get, high.get),
      store("f64.store", to.get, load("f64.load", from.get)),
    ),
  ];
}

/** The next pivot of `n` doubles: an ordinary one while the budget lasts, else one that halves what is possible. */
export function pivotOf(
  f: FunctionBuilder,
  median: number,
  row: Local,
  n: Local,
  end: Local,
  budget: Local,
): Code {
  return choose(
    "f64",
    op("i32.gt_s", budget.get, i32(0)),
    sampled(f, median, row, n),
    halfway(f, row, end),
  );
}

/** The median of nine elements from all over the row. */
function sampled(f: FunctionBuilder, median: number, row: Local, n: Local): Code {
  const eighth = f.local("i32"); // of the row, in bytes
  const at = (k: number): Code => op("i32.add", row.get, op("i32.mul", eighth.get, i32(k)));
  return [
    eighth.set(op("i32.and", n.get, i32(-8))),
    middle(
      f,
      [0, 3, 5].map((k) => call(median, at(k), eighth.get)),
    ),
  ];
}

/** (address, step): the median of three doubles. */
export function medianFunction(): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32"], ["f64"]);
  const [address, step] = f.params as [Local, Local]; // as declared
  const at = (k: number): Code => op("i32.add", address.get, op("i32.mul", step.get, i32(k)));
  f.body = middle(
    f,
    [0, 1, 2].map((k) => load("f64.load", at(k))),
  );
  return f;
}

function middle(f: FunctionBuilder, values: readonly Code[]): Code {
  const three = values.map((value) => [f.local("f64"), value] as const);
  const [x, y, z] = three.map(([local]) => local) as [Local, Local, Local]; // three values
  const lesser = (a: Code, b: Code): Code => op("select", a, b, op("f64.lt", a, b));
  const greater = (a: Code, b: Code): Code => op("select", b, a, op("f64.lt", a, b));
  const low = f.local("f64");
  return [
    three.map(([local, value]) => local.set(value)),
    low.set(lesser(x.get, y.get)),
    y.set(greater(x.get, y.get)),
    z.set(lesser(y.get, z.get)),
    greater(low.get, z.get),
  ];
}

/** The double whose place among all doubles is halfway between the least and the greatest of the row, rounded up. */
function halfway(f: FunctionBuilder, row: Local, end: Local): Code {
  const [least, greatest, x] = [f.local("i64"), f.local("i64"), f.local("i64")];
  const p = f.local("i32");
  /** Bits that are in order as signed integers; applied twice, the bits again. */
  const ordered = (bits: Local): Code =>
    op("i64.xor", bits.get, op("i64.shr_u", op("i64.shr_s", bits.get, i64(63n)), i64(1n)));
  const both = [x.set(load("i64.load", p.get)), x.set(ordered(x))];
  return [
    p.set(row.get),
    both,
    least.set(x.get),
    greatest.set(x.get),
    whileLoop(op("i32.lt_u", p.get, end.get), [
      both,
      least.set(op("select", x.get, least.get, op("i64.lt_s", x.get, least.get))),
      greatest.set(op("select", x.get, greatest.get, op("i64.gt_s", x.get, greatest.get))),
      p.advance(i32(8)),
    ]),
    x.set(
      op(
        "i64.sub",
        op("i64.or", least.get, greatest.get),
        op("i64.shr_s", op("i64.xor", least.get, greatest.get), i64(1n)),
      ),
    ),
    op("f64.reinterpret_i64", ordered(x)),
  ];
}
