/**
 * Sorting a contiguous row: radix sort by bytes, lowest first, and insertion for short rows.
 *
 * Knows keys (`sort-keys.ts`), and scratch that the caller brings. Each pass is stable, so the last one leaves the order of
 * all bytes; a pass whose byte is the same everywhere is left out. Counting takes one look at the data for all passes.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  choose,
  i32,
  load,
  memoryCopy,
  memoryFill,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { type SortKeys, sortKeysOf } from "./sort-keys.ts";

/** Rows up to this many elements are sorted by insertion. */
const SHORT = 64;

/** Parameters of a pass, and what it moves: keys, and with them positions where `order` is wanted. */
interface Row {
  readonly keys: Local;
  readonly spareKeys: Local;
  readonly order: Local | null;
  readonly spareOrder: Local | null;
  readonly n: Local;
  readonly counters: Local;
}

/**
 * "hasNegativeZero" (row, n) for floats;
 * "sort" (row, n, descending, spare row, work) in place; "argsort" (row, step, n, descending, order, keys, spare
 * keys, spare order, work), the order being int32. `descending` is 0 or -1.
 */
export function sortFunctions(char: string): FunctionBuilder[] {
  const keys = sortKeysOf(char);
  return [
    sortFunction(keys),
    argsortFunction(keys),
    ...("fd".includes(char) ? [negativeZeroFunction(keys)] : []),
  ];
}

function negativeZeroFunction({ lanes, constant }: SortKeys): FunctionBuilder {
  const f = new FunctionBuilder("hasNegativeZero", ["i32", "i32"], ["i32"]);
  const [row, n] = f.params as [Local, Local]; // as declared
  const zero = constant(1n << BigInt(8 * lanes.size - 1));
  const perVector = 16 / lanes.size;
  const found = op(
    "v128.any_true",
    op(`${lanes.shape}.eq`, load("v128.load", row.get), op(`${lanes.shape}.splat`, zero)),
  );
  f.body = [
    whileLoop(op("i32.ge_u", n.get, i32(perVector)), [
      when(found, op("return", i32(1))),
      row.advance(i32(16)),
      n.advance(i32(-perVector)),
    ]),
    whileLoop(n.get, [
      when(op(`${lanes.type}.eq`, lanes.load(row.get), zero), op("return", i32(1))),
      row.advance(i32(lanes.size)),
      n.advance(i32(-1)),
    ]),
    i32(0),
  ];
  return f;
}

function sortFunction(keys: SortKeys): FunctionBuilder {
  const f = new FunctionBuilder("sort", ["i32", "i32", "i32", "i32", "i32"]);
  const [row, n, descending, spare, counters] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const flip = keys.lanes.type === "i64" ? op("i64.extend_i32_s", descending.get) : descending.get;
  const [at, end] = [f.local("i32"), f.local("i32")];
  const eachKey = (put: Code): Code => [
    at.set(row.get),
    end.set(op("i32.add", row.get, op("i32.mul", n.get, i32(keys.lanes.size)))),
    whileLoop(op("i32.lt_u", at.get, end.get), [put, at.advance(i32(keys.lanes.size))]),
  ];
  const parts = { keys: row, spareKeys: spare, order: null, spareOrder: null, n, counters };
  f.body = [
    eachKey(keys.lanes.store(at.get, keys.encode(f, at.get, flip))),
    sortKeys(f, keys, parts),
    eachKey(keys.lanes.store(at.get, keys.decode(f, keys.lanes.load(at.get), flip))),
  ];
  return f;
}

function argsortFunction(keys: SortKeys): FunctionBuilder {
  const f = new FunctionBuilder(
    "argsort",
    Array.from({ length: 9 }, () => "i32"),
  );
  const [row, step, n, descending, order, work, spareWork, spareOrder, counters] = f.params as [
    ...[Local, Local, Local, Local, Local],
    ...[Local, Local, Local, Local],
  ]; // as declared
  const flip = keys.lanes.type === "i64" ? op("i64.extend_i32_s", descending.get) : descending.get;
  const k = f.local("i32");
  const { size } = keys.lanes;
  f.body = [
    whileLoop(op("i32.lt_u", k.get, n.get), [
      keys.lanes.store(element(work, k.get, size), keys.encode(f, row.get, flip)),
      store("i32.store", element(order, k.get, 4), k.get),
      row.advance(step.get),
      k.advance(i32(1)),
    ]),
    sortKeys(f, keys, { keys: work, spareKeys: spareWork, order, spareOrder, n, counters }),
  ];
  return f;
}

function element(base: Local, k: Code, size: number): Code {
  return op("i32.add", base.get, size === 1 ? k : op("i32.shl", k, i32(Math.log2(size))));
}

/** Sorts the keys where they lie, and the order with them. */
function sortKeys(f: FunctionBuilder, keys: SortKeys, row: Row): Code {
  return when(op("i32.le_u", row.n.get, i32(SHORT)), insertion(f, keys, row), radix(f, keys, row));
}

function insertion(f: FunctionBuilder, { lanes }: SortKeys, { keys, order, n }: Row): Code {
  const [k, p, position] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const key = f.local(lanes.type);
  const before = (base: Local, size: number): Code =>
    element(base, op("i32.sub", p.get, i32(1)), size);
  const isAfter = op(`${lanes.type}.gt_u`, lanes.load(before(keys, lanes.size)), key.get);
  // p > 0 has to be known before the element there is read.
  const goesOn = choose("i32", p.get, isAfter, i32(0));
  const shift = [
    lanes.store(element(keys, p.get, lanes.size), lanes.load(before(keys, lanes.size))),
    order === null
      ? []
      : store("i32.store", element(order, p.get, 4), load("i32.load", before(order, 4))),
    p.advance(i32(-1)),
  ];
  return [
    k.set(i32(1)),
    whileLoop(op("i32.lt_u", k.get, n.get), [
      key.set(lanes.load(element(keys, k.get, lanes.size))),
      order === null ? [] : position.set(load("i32.load", element(order, k.get, 4))),
      p.set(k.get),
      whileLoop(goesOn, shift),
      lanes.store(element(keys, p.get, lanes.size), key.get),
      order === null ? [] : store("i32.store", element(order, p.get, 4), position.get),
      k.advance(i32(1)),
    ]),
  ];
}

function radix(f: FunctionBuilder, keys: SortKeys, row: Row): Code {
  const { lanes } = keys;
  const { n, counters } = row;
  const [from, to, byte, offset] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  const orders =
    row.order === null || row.spareOrder === null
      ? null
      : { from: f.local("i32"), to: f.local("i32"), first: row.order, spare: row.spareOrder };
  const swap = (x: Local, y: Local): Code => [offset.set(x.get), x.set(y.get), y.set(offset.get)];
  const table = f.local("i32");
  const isSame = f.local("i32");
  const pass = [
    table.set(op("i32.add", counters.get, op("i32.shl", byte.get, i32(10)))),
    isSame.set(
      op("i32.eq", load("i32.load", counterOf(keys, table, lanes.load(from.get), byte)), n.get),
    ),
    when(op("i32.eqz", isSame.get), [
      sumUp(f, table),
      distribute(f, keys, from, to, orders, table, byte, n),
      swap(from, to),
      orders === null ? [] : swap(orders.from, orders.to),
    ]),
    byte.advance(i32(1)),
  ];
  const bytes = op("i32.mul", n.get, i32(lanes.size));
  return [
    from.set(row.keys.get),
    to.set(row.spareKeys.get),
    orders === null ? [] : [orders.from.set(orders.first.get), orders.to.set(orders.spare.get)],
    memoryFill(counters.get, i32(0), i32(lanes.size * 1024)),
    countAll(f, keys, row),
    byte.set(i32(0)),
    whileLoop(op("i32.lt_u", byte.get, i32(lanes.size)), pass),
    when(op("i32.ne", from.get, row.keys.get), memoryCopy(row.keys.get, from.get, bytes)),
    orders === null
      ? []
      : when(
          op("i32.ne", orders.from.get, orders.first.get),
          memoryCopy(orders.first.get, orders.from.get, op("i32.shl", n.get, i32(2))),
        ),
  ];
}

/** The address of the counter of byte `byte` of `key`. */
function counterOf({ lanes, constant }: SortKeys, table: Local, key: Code, byte: Local): Code {
  const shift = op("i32.shl", byte.get, i32(3));
  const moved = op(
    `${lanes.type}.shr_u`,
    key,
    lanes.type === "i64" ? op("i64.extend_i32_u", shift) : shift,
  );
  const digit = op(`${lanes.type}.and`, moved, constant(255n));
  return op(
    "i32.add",
    table.get,
    op("i32.shl", lanes.type === "i64" ? op("i32.wrap_i64", digit) : digit, i32(2)),
  );
}

/** Counts every byte of every key, in one look at them. */
function countAll(
  f: FunctionBuilder,
  { lanes, constant }: SortKeys,
  { keys, n, counters }: Row,
): Code {
  const [k, at, counter] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const key = f.local(lanes.type);
  const digit = (b: number): Code => {
    const value = op(
      `${lanes.type}.and`,
      op(`${lanes.type}.shr_u`, key.get, constant(BigInt(8 * b))),
      constant(255n),
    );
    return op("i32.shl", lanes.type === "i64" ? op("i32.wrap_i64", value) : value, i32(2));
  };
  const count = Array.from({ length: lanes.size }, (_, b) => [
    counter.set(op("i32.add", counters.get, digit(b))),
    store(
      "i32.store",
      counter.get,
      op("i32.add", load("i32.load", counter.get, 1024 * b), i32(1)),
      1024 * b,
    ),
  ]);
  return [
    at.set(keys.get),
    k.set(n.get),
    whileLoop(k.get, [
      key.set(lanes.load(at.get)),
      count,
      at.advance(i32(lanes.size)),
      k.advance(i32(-1)),
    ]),
  ];
}

/** Makes of counts the places where each byte's run begins. */
function sumUp(f: FunctionBuilder, table: Local): Code {
  const [at, end, sum, count] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  return [
    sum.set(i32(0)),
    at.set(table.get),
    end.set(op("i32.add", table.get, i32(1024))),
    whileLoop(op("i32.lt_u", at.get, end.get), [
      count.set(load("i32.load", at.get)),
      store("i32.store", at.get, sum.get),
      sum.advance(count.get),
      at.advance(i32(4)),
    ]),
  ];
}

type Orders = { readonly from: Local; readonly to: Local } | null;

/** Moves each key (and its position) to the next place of its byte's run. */
function distribute(
  f: FunctionBuilder,
  keys: SortKeys,
  from: Local,
  to: Local,
  orders: Orders,
  table: Local,
  byte: Local,
  n: Local,
): Code {
  const { lanes } = keys;
  const [k, at, counter, place, order] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const key = f.local(lanes.type);
  return [
    at.set(from.get),
    orders === null ? [] : order.set(orders.from.get),
    k.set(n.get),
    whileLoop(k.get, [
      key.set(lanes.load(at.get)),
      counter.set(counterOf(keys, table, key.get, byte)),
      place.set(load("i32.load", counter.get)),
      store("i32.store", counter.get, op("i32.add", place.get, i32(1))),
      lanes.store(element(to, place.get, lanes.size), key.get),
      orders === null
        ? []
        : [
            store("i32.store", element(orders.to, place.get, 4), load("i32.load", order.get)),
            order.advance(i32(4)),
          ],
      at.advance(i32(lanes.size)),
      k.advance(i32(-1)),
    ]),
  ];
}
