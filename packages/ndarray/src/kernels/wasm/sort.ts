/**
 * Sorting a contiguous row: radix sort by digits, lowest first, and insertion for short rows.
 *
 * Knows keys (`sort-keys.ts`), and scratch that the caller brings. A digit is a byte, or 11 bits of 32 where the row is long.
 * Each pass is stable, so the last one leaves the order of all digits; a pass whose digit is the same everywhere is left
 * out. Counting takes one look at the data for all passes.
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

/** From here on three passes over 32 bits cost less than four, whose counters are fewer. */
const LONG = 4096;

/** Bits of a digit. */
type DigitBits = 8 | 11;

/** How many digits a key has. */
function digitsOf({ lanes }: SortKeys, bits: DigitBits): number {
  return Math.ceil((8 * lanes.size) / bits);
}

/** Bytes of the counters of one digit. */
function tableBytes(bits: DigitBits): number {
  return 4 << bits;
}

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
  const flips = f.local("v128");
  const eachKey = (put: Code, four: ((v: Code, flip: Code) => Code) | undefined): Code => [
    at.set(row.get),
    end.set(op("i32.add", row.get, op("i32.mul", n.get, i32(keys.lanes.size)))),
    four === undefined
      ? []
      : [
          flips.set(op("i32x4.splat", descending.get)),
          whileLoop(op("i32.ge_u", op("i32.sub", end.get, at.get), i32(16)), [
            store("v128.store", at.get, four(load("v128.load", at.get), flips.get)),
            at.advance(i32(16)),
          ]),
        ],
    whileLoop(op("i32.lt_u", at.get, end.get), [put, at.advance(i32(keys.lanes.size))]),
  ];
  const { fours } = keys;
  const parts = { keys: row, spareKeys: spare, order: null, spareOrder: null, n, counters };
  f.body = [
    eachKey(
      keys.lanes.store(at.get, keys.encode(f, at.get, flip)),
      fours && ((v, flipped) => fours.encode(f, v, flipped)),
    ),
    sortKeys(f, keys, parts),
    eachKey(
      keys.lanes.store(at.get, keys.decode(f, keys.lanes.load(at.get), flip)),
      fours && ((v, flipped) => fours.decode(f, v, flipped)),
    ),
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
  const long =
    keys.lanes.size === 4
      ? when(op("i32.lt_u", row.n.get, i32(LONG)), radix(f, keys, row, 8), radix(f, keys, row, 11))
      : radix(f, keys, row, 8);
  return when(op("i32.le_u", row.n.get, i32(SHORT)), insertion(f, keys, row), long);
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

function radix(f: FunctionBuilder, keys: SortKeys, row: Row, bits: DigitBits): Code {
  const { lanes } = keys;
  const { n, counters } = row;
  const [from, to, shift, offset] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const orders =
    row.order === null || row.spareOrder === null
      ? null
      : { from: f.local("i32"), to: f.local("i32"), first: row.order, spare: row.spareOrder };
  const swap = (x: Local, y: Local): Code => [offset.set(x.get), x.set(y.get), y.set(offset.get)];
  const table = f.local("i32");
  const isSame = f.local("i32");
  const pass = [
    isSame.set(
      op(
        "i32.eq",
        load("i32.load", counterOf(keys, table, lanes.load(from.get), shift, bits)),
        n.get,
      ),
    ),
    when(op("i32.eqz", isSame.get), [
      sumUp(f, table, bits),
      distribute(f, keys, from, to, orders, table, shift, n, bits),
      swap(from, to),
      orders === null ? [] : swap(orders.from, orders.to),
    ]),
    table.advance(i32(tableBytes(bits))),
    shift.advance(i32(bits)),
  ];
  const bytes = op("i32.mul", n.get, i32(lanes.size));
  return [
    from.set(row.keys.get),
    to.set(row.spareKeys.get),
    orders === null ? [] : [orders.from.set(orders.first.get), orders.to.set(orders.spare.get)],
    memoryFill(counters.get, i32(0), i32(digitsOf(keys, bits) * tableBytes(bits))),
    countAll(f, keys, row, bits),
    table.set(counters.get),
    shift.set(i32(0)),
    whileLoop(op("i32.lt_u", shift.get, i32(8 * lanes.size)), pass),
    when(op("i32.ne", from.get, row.keys.get), memoryCopy(row.keys.get, from.get, bytes)),
    orders === null
      ? []
      : when(
          op("i32.ne", orders.from.get, orders.first.get),
          memoryCopy(orders.first.get, orders.from.get, op("i32.shl", n.get, i32(2))),
        ),
  ];
}

/** The address of the counter of the digit of `key` that begins at bit `shift`. */
function counterOf(
  { lanes, constant }: SortKeys,
  table: Local,
  key: Code,
  shift: Local,
  bits: DigitBits,
): Code {
  const by = lanes.type === "i64" ? op("i64.extend_i32_u", shift.get) : shift.get;
  const moved = op(`${lanes.type}.shr_u`, key, by);
  const value = op(`${lanes.type}.and`, moved, constant((1n << BigInt(bits)) - 1n));
  return op(
    "i32.add",
    table.get,
    op("i32.shl", lanes.type === "i64" ? op("i32.wrap_i64", value) : value, i32(2)),
  );
}

/** Counts every digit of every key, in one look at them. */
function countAll(
  f: FunctionBuilder,
  sortKeys: SortKeys,
  { keys, n, counters }: Row,
  bits: DigitBits,
): Code {
  const { lanes, constant } = sortKeys;
  const [k, at, counter] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const key = f.local(lanes.type);
  const digit = (d: number): Code => {
    const value = op(
      `${lanes.type}.and`,
      op(`${lanes.type}.shr_u`, key.get, constant(BigInt(bits * d))),
      constant((1n << BigInt(bits)) - 1n),
    );
    return op("i32.shl", lanes.type === "i64" ? op("i32.wrap_i64", value) : value, i32(2));
  };
  const count = Array.from({ length: digitsOf(sortKeys, bits) }, (_, d) => [
    counter.set(op("i32.add", counters.get, digit(d))),
    store(
      "i32.store",
      counter.get,
      op("i32.add", load("i32.load", counter.get, tableBytes(bits) * d), i32(1)),
      tableBytes(bits) * d,
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

/** Makes of counts the places where each digit's run begins. */
function sumUp(f: FunctionBuilder, table: Local, bits: DigitBits): Code {
  const [at, end, sum, count] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  return [
    sum.set(i32(0)),
    at.set(table.get),
    end.set(op("i32.add", table.get, i32(tableBytes(bits)))),
    whileLoop(op("i32.lt_u", at.get, end.get), [
      count.set(load("i32.load", at.get)),
      store("i32.store", at.get, sum.get),
      sum.advance(count.get),
      at.advance(i32(4)),
    ]),
  ];
}

type Orders = { readonly from: Local; readonly to: Local } | null;

/** Moves each key (and its position) to the next place of its digit's run. */
function distribute(
  f: FunctionBuilder,
  keys: SortKeys,
  from: Local,
  to: Local,
  orders: Orders,
  table: Local,
  shift: Local,
  n: Local,
  bits: DigitBits,
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
      counter.set(counterOf(keys, table, key.get, shift, bits)),
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
