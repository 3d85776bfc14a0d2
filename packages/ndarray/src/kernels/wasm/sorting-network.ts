/**
 * Sorting up to 128 doubles without a branch that depends on them.
 *
 * A network is a fixed list of pairs to compare. Of 32 doubles in 16 registers, the two lanes are sorted side by side, by Batcher's
 * odd-even network. Two sorted halves, the second one read backwards, rise and then fall; comparisons at half the distance, again
 * and again, put such a sequence in order. Shorter rows are filled up with infinities.
 * Source: Batcher, Sorting networks and their applications (1968)
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  f64,
  i32,
  load,
  op,
  shuffle,
  store,
  when,
  whileLoop,
} from "./assembler.ts";

/** The longest row. */
export const LONGEST = 128;

/** Rows of this length fit the registers. */
const BLOCK = 32;
const BLOCK_BYTES = 8 * BLOCK;

/** How many functions `networkFunctions` gives. */
export const NETWORKS = 5;

/**
 * Functions number `first` and on of a module; the last one is (address, n, work): sorts `n` doubles, none of them nan, where they
 * lie, by way of `work`, which has room for LONGEST and one vector.
 */
export function networkFunctions(first: number): FunctionBuilder[] {
  return [
    blockFunction(8),
    blockFunction(16),
    settleFunction(),
    mergeFunction(first + 2),
    rowFunction(first),
  ];
}

function rowFunction(first: number): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32"]);
  const [address, n, work] = f.params as [Local, Local, Local]; // as declared
  const [half, block, merge] = [first, first + 1, first + 3];
  const [from, to, end, length] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  const onward = [from.advance(i32(16)), to.advance(i32(16))];
  const filled = op("i32.add", work.get, length.get);
  const eachBlock = [
    to.set(work.get),
    whileLoop(op("i32.lt_u", to.get, filled), [call(block, to.get), to.advance(i32(BLOCK_BYTES))]),
  ];
  const mergeBlocks = (bytes: number): Code => [
    to.set(work.get),
    whileLoop(op("i32.lt_u", to.get, filled), [
      call(merge, to.get, i32(bytes)),
      to.advance(i32(bytes)),
    ]),
  ];
  f.body = [
    end.set(op("i32.add", work.get, op("i32.shl", n.get, i32(3)))),
    // The next power of two, in bytes, from 16 elements on.
    length.set(
      op(
        "i32.shl",
        i32(16),
        op("i32.sub", i32(32), op("i32.clz", op("i32.or", op("i32.sub", n.get, i32(1)), i32(8)))),
      ),
    ),
    length.set(op("i32.shr_u", length.get, i32(1))),
    from.set(address.get),
    to.set(work.get),
    whileLoop(op("i32.lt_u", to.get, end.get), [
      store("v128.store", to.get, load("v128.load", from.get)),
      onward,
    ]),
    to.set(end.get),
    whileLoop(op("i32.lt_u", to.get, filled), [
      store("v128.store", to.get, op("f64x2.splat", f64(Infinity))),
      to.advance(i32(16)),
    ]),
    when(op("i32.lt_u", length.get, i32(BLOCK_BYTES)), call(half, work.get), [
      eachBlock,
      when(op("i32.gt_u", length.get, i32(BLOCK_BYTES)), mergeBlocks(2 * BLOCK_BYTES)),
      when(op("i32.gt_u", length.get, i32(2 * BLOCK_BYTES)), mergeBlocks(4 * BLOCK_BYTES)),
    ]),
    from.set(work.get),
    to.set(address.get),
    whileLoop(op("i32.gt_u", op("i32.sub", end.get, from.get), i32(15)), [
      store("v128.store", to.get, load("v128.load", from.get)),
      onward,
    ]),
    when(op("i32.lt_u", from.get, end.get), store("f64.store", to.get, load("f64.load", from.get))),
  ];
  return f;
}

/** (address): sorts twice `rows` doubles. */
function blockFunction(rows: 8 | 16): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32"]);
  const address = f.params[0]!;
  const vectors = Array.from({ length: rows }, () => f.local("v128"));
  f.body = [
    vectors.map((v, k) => v.set(load("v128.load", address.get, 16 * k))),
    comparisons(rows).map(([a, b]) => exchange(f, vectors[a]!, vectors[b]!)),
    lanesMerged(f, vectors, (v, k) => store("v128.store", address.get, v, 16 * k)),
  ];
  return f;
}

/** Batcher's odd-even merge sort of `n` places, a power of two: which are compared, in order. */
function comparisons(n: number): [low: number, high: number][] {
  const found: [number, number][] = [];
  for (let p = 1; p < n; p *= 2) {
    for (let k = p; k >= 1; k /= 2) {
      for (let j = k % p; j + k < n; j += 2 * k) {
        for (let i = j; i < Math.min(j + k, n - k); i++) {
          if (Math.floor(i / (2 * p)) === Math.floor((i + k) / (2 * p))) found.push([i, i + k]);
        }
      }
    }
  }
  return found;
}

/** The lesser of each lane to `low`, the greater to `high`. */
function exchange(f: FunctionBuilder, low: Local, high: Local): Code {
  const lesser = f.local("v128");
  return [
    lesser.set(op("f64x2.pmin", low.get, high.get)),
    high.set(op("f64x2.pmax", low.get, high.get)),
    low.set(lesser.get),
  ];
}

const SWAPPED = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const FIRST_OF_BOTH = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

function swapped(v: Code): Code {
  return shuffle(v, v, SWAPPED);
}

/** A vector's two elements in order. */
function pairInOrder(f: FunctionBuilder, pair: Local): Code {
  const other = f.local("v128");
  const low = op("f64x2.pmin", pair.get, other.get);
  const high = op("f64x2.pmax", pair.get, other.get);
  return [other.set(swapped(pair.get)), shuffle(low, high, FIRST_OF_BOTH)];
}

/**
 * Puts a sequence that rises and falls in order. Vector p holds its element p and the one as far from its end, as the
 * sorted lanes do; `put` gets the sorted pairs.
 */
function lanesMerged(
  f: FunctionBuilder,
  vectors: readonly Local[],
  put: (pair: Code, k: number) => Code,
): Code {
  if (vectors.length === 1) return put(pairInOrder(f, vectors[0]!), 0);
  const half = vectors.length / 2;
  const code: Code[] = [];
  const highs: Local[] = [];
  for (let p = 0; p < half; p++) {
    const high = f.local("v128");
    code.push(high.set(swapped(vectors[vectors.length - 1 - p]!.get)));
    code.push(exchange(f, vectors[p]!, high));
    highs.push(high);
  }
  return [
    code,
    lanesMerged(f, vectors.slice(0, half), put),
    lanesMerged(f, highs, (pair, k) => put(pair, k + half)),
  ];
}

/** (address): puts a BLOCK that rises and falls in order. */
function settleFunction(): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32"]);
  const address = f.params[0]!;
  const vectors = Array.from({ length: BLOCK / 2 }, () => f.local("v128"));
  const steps: Code[] = [];
  for (let distance = BLOCK / 4; distance >= 1; distance /= 2) {
    for (let k = 0; k < vectors.length; k++)
      if ((k & distance) === 0) steps.push(exchange(f, vectors[k]!, vectors[k + distance]!));
  }
  f.body = [
    vectors.map((v, k) => v.set(load("v128.load", address.get, 16 * k))),
    steps,
    vectors.map((v, k) => store("v128.store", address.get, pairInOrder(f, v), 16 * k)),
  ];
  return f;
}

/** (address, bytes): merges two sorted halves of two or four BLOCKs in all. */
function mergeFunction(settle: number): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32"]);
  const [address, bytes] = f.params as [Local, Local]; // as declared
  const [p, q, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [low, high] = [f.local("v128"), f.local("v128")];
  // Front and back walk towards each other, so the second half is read backwards.
  const inwards = [
    p.set(address.get),
    q.set(op("i32.sub", end.get, i32(16))),
    whileLoop(op("i32.lt_u", p.get, q.get), [
      low.set(load("v128.load", p.get)),
      high.set(swapped(load("v128.load", q.get))),
      exchange(f, low, high),
      store("v128.store", p.get, low.get),
      store("v128.store", q.get, swapped(high.get)),
      p.advance(i32(16)),
      q.advance(i32(-16)),
    ]),
  ];
  const betweenBlocks = [
    p.set(address.get),
    whileLoop(op("i32.lt_u", p.get, end.get), [
      q.set(op("i32.add", p.get, i32(BLOCK_BYTES))),
      pairs(f, p, q),
      p.advance(i32(BLOCK_BYTES)),
    ]),
  ];
  f.body = [
    end.set(op("i32.add", address.get, bytes.get)),
    inwards,
    when(op("i32.gt_u", bytes.get, i32(2 * BLOCK_BYTES)), betweenBlocks),
    p.set(address.get),
    whileLoop(op("i32.lt_u", p.get, end.get), [call(settle, p.get), p.advance(i32(BLOCK_BYTES))]),
  ];
  return f;
}

/** Exchanges a block at `p` with the next one, from `q` on; both end up behind what they passed. */
function pairs(f: FunctionBuilder, p: Local, q: Local): Code {
  const [low, high] = [f.local("v128"), f.local("v128")];
  const left = f.local("i32");
  return [
    left.set(i32(BLOCK / 2)),
    whileLoop(left.get, [
      low.set(load("v128.load", p.get)),
      high.set(load("v128.load", q.get)),
      exchange(f, low, high),
      store("v128.store", p.get, low.get),
      store("v128.store", q.get, high.get),
      p.advance(i32(16)),
      q.advance(i32(16)),
      left.advance(i32(-1)),
    ]),
  ];
}
