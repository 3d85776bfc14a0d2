/**
 * Matrix products: blocks that fit the caches, packed so that the innermost loop reads memory in a line.
 *
 * Knows (address, row stride, column stride) of two matrices and a result with contiguous rows. The innermost loop, the
 * "tile", keeps ROWS x 2 vectors of the result in registers and adds to them one column of a times one row of b.
 * Source: Goto and van de Geijn, Anatomy of high-performance matrix multiplication (2008)
 */
import { currentTier } from "../tier.ts";
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  i32,
  load,
  memoryFill,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** Rows of a tile: with two vectors each, and two more of b and one of a, they fill the sixteen registers. */
const ROWS = 6;
const VECTORS = 2;

/** Extents of a block: its part of a stays in the second cache, a strip of b in the first. */
const BLOCK_M = 96;
const BLOCK_N = 256;
const BLOCK_K = 256;

/** Scratch for the packed blocks, and one tile. */
export function gemmScratchBytes(size: number): number {
  return (BLOCK_M + BLOCK_N) * BLOCK_K * size + ROWS * VECTORS * 16;
}

const PACK_A = 0;
const PACK_B = 1;
const TILE = 2;
const ADD_TILE = 3;
const BLOCK = 4;

/**
 * "gemm" (a, row, column, b, row, column, c, row, m, n, k, scratch): c = a b, for float32, float64, int32 and int64 (and
 * their unsigned kin). Strides are in bytes.
 */
export function gemmFunctions(char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
  return [
    packFunction(lanes, ROWS),
    packFunction(lanes, columnsOf(lanes)),
    tileFunction(lanes),
    addTileFunction(lanes),
    blockFunction(lanes),
    gemmFunction(lanes),
  ];
}

function columnsOf({ size }: Lanes): number {
  return (VECTORS * 16) / size;
}

/**
 * (from, step, cross, n, k, to): strips of `strip` elements, each as k groups, so that a tile reads them in a line.
 * Element (i, p) lies at from + i step + p cross; where a strip ends short, zeros stand in.
 */
function packFunction(lanes: Lanes, strip: number): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [from, step, cross, n, k, to] = f.params as [Local, Local, Local, Local, Local, Local]; // as declared
  const [first, p, i, at, group] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const { size } = lanes;
  const bytes = strip * size;
  const eachGroup = (body: Code): Code => [
    p.set(k.get),
    whileLoop(p.get, [
      at.set(group.get),
      body,
      group.advance(cross.get),
      to.advance(i32(bytes)),
      p.advance(i32(-1)),
    ]),
  ];
  const wholeRow = eightBytes(bytes).map((offset) =>
    store("i64.store", to.get, load("i64.load", at.get, offset), offset),
  );
  const wholeColumn = Array.from({ length: strip }, (_, e) => [
    lanes.store(to.get, lanes.load(at.get), e * size),
    at.advance(step.get),
  ]);
  const width = f.local("i32");
  const end = f.local("i32");
  const part = [
    memoryFill(to.get, i32(0), i32(bytes)),
    i.set(width.get),
    end.set(to.get),
    whileLoop(i.get, [
      lanes.store(end.get, lanes.load(at.get)),
      at.advance(step.get),
      end.advance(i32(size)),
      i.advance(i32(-1)),
    ]),
  ];
  const isDense = op("i32.eq", step.get, i32(size));
  f.body = whileLoop(op("i32.lt_u", first.get, n.get), [
    group.set(op("i32.add", from.get, op("i32.mul", first.get, step.get))),
    width.set(smaller(i32(strip), op("i32.sub", n.get, first.get))),
    when(
      op("i32.lt_u", width.get, i32(strip)),
      eachGroup(part),
      when(isDense, eachGroup(wholeRow), eachGroup(wholeColumn)),
    ),
    first.advance(i32(strip)),
  ]);
  return f;
}

/** Offsets of 8-byte words that make up `bytes`: every strip has an even number of elements of 4 bytes or more. */
function eightBytes(bytes: number): number[] {
  return Array.from({ length: bytes / 8 }, (_, k) => 8 * k);
}

function smaller(x: Code, y: Code): Code {
  return op("select", x, y, op("i32.lt_u", x, y));
}

/** (a strip, b strip, k, c, c row): adds the product of two strips to a whole tile of c. */
function tileFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32", "i32", "i32"]);
  const [a, b, k, c, row] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const { shape, size } = lanes;
  const sums = Array.from({ length: ROWS }, () =>
    Array.from({ length: VECTORS }, () => f.local("v128")),
  );
  const right = Array.from({ length: VECTORS }, () => f.local("v128"));
  const left = f.local("v128");
  const isFused = currentTier() === "wasm-fma" && shape.startsWith("f");
  const madd = (sum: Local, y: Local): Code =>
    isFused
      ? op(`${shape}.relaxed_madd`, left.get, y.get, sum.get)
      : op(`${shape}.add`, sum.get, op(`${shape}.mul`, left.get, y.get));
  f.body = [
    whileLoop(k.get, [
      right.map((v, j) => v.set(load("v128.load", b.get, 16 * j))),
      sums.map((line, i) => [
        left.set(load(`v128.load${8 * size}_splat`, a.get, size * i)),
        line.map((sum, j) => sum.set(madd(sum, right[j]!))),
      ]),
      a.advance(i32(ROWS * size)),
      b.advance(i32(16 * VECTORS)),
      k.advance(i32(-1)),
    ]),
    sums.map((line) => [
      line.map((sum, j) =>
        store(
          "v128.store",
          c.get,
          op(`${shape}.add`, sum.get, load("v128.load", c.get, 16 * j)),
          16 * j,
        ),
      ),
      c.advance(row.get),
    ]),
  ];
  return f;
}

/** (tile, c, c row, m, n): adds the part of a tile that lies inside c. */
function addTileFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32", "i32", "i32"]);
  const [tile, c, row, m, n] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const [from, to, j] = [f.local("i32"), f.local("i32"), f.local("i32")];
  f.body = whileLoop(m.get, [
    from.set(tile.get),
    to.set(c.get),
    j.set(n.get),
    whileLoop(j.get, [
      lanes.store(to.get, op(`${lanes.type}.add`, lanes.load(to.get), lanes.load(from.get))),
      from.advance(i32(lanes.size)),
      to.advance(i32(lanes.size)),
      j.advance(i32(-1)),
    ]),
    tile.advance(i32(16 * VECTORS)),
    c.advance(row.get),
    m.advance(i32(-1)),
  ]);
  return f;
}

/** (packed a, packed b, c, c row, m, n, k, tile): c += a b, tile by tile. */
function blockFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(
    null,
    Array.from({ length: 8 }, () => "i32"),
  );
  const [a, b, c, row, m, n, k, tile] = f.params as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // as declared
  const [i, j, left, right, at] = [
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
    f.local("i32"),
  ];
  const columns = columnsOf(lanes);
  const [height, width] = [f.local("i32"), f.local("i32")];
  const isWhole = op(
    "i32.and",
    op("i32.eq", height.get, i32(ROWS)),
    op("i32.eq", width.get, i32(columns)),
  );
  const part = [
    memoryFill(tile.get, i32(0), i32(ROWS * VECTORS * 16)),
    call(TILE, left.get, right.get, k.get, tile.get, i32(16 * VECTORS)),
    call(ADD_TILE, tile.get, at.get, row.get, height.get, width.get),
  ];
  f.body = [
    right.set(b.get),
    whileLoop(op("i32.lt_u", j.get, n.get), [
      width.set(smaller(i32(columns), op("i32.sub", n.get, j.get))),
      i.set(i32(0)),
      left.set(a.get),
      at.set(op("i32.add", c.get, op("i32.mul", j.get, i32(lanes.size)))),
      whileLoop(op("i32.lt_u", i.get, m.get), [
        height.set(smaller(i32(ROWS), op("i32.sub", m.get, i.get))),
        when(isWhole, call(TILE, left.get, right.get, k.get, at.get, row.get), part),
        left.advance(op("i32.mul", k.get, i32(ROWS * lanes.size))),
        at.advance(op("i32.mul", row.get, i32(ROWS))),
        i.advance(i32(ROWS)),
      ]),
      right.advance(op("i32.mul", k.get, i32(16 * VECTORS))),
      j.advance(i32(columns)),
    ]),
  ];
  return f;
}

function gemmFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(
    "gemm",
    Array.from({ length: 12 }, () => "i32"),
  );
  const [a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, scratch] = f.params as [
    ...[Local, Local, Local, Local, Local, Local],
    ...[Local, Local, Local, Local, Local, Local],
  ]; // as declared
  const [i, j, p, height, width, depth, at] = Array.from({ length: 7 }, () => f.local("i32")) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // seven
  const { size } = lanes;
  const packedA = scratch.get;
  const packedB = op("i32.add", scratch.get, i32(BLOCK_M * BLOCK_K * size));
  const tile = op("i32.add", scratch.get, i32((BLOCK_M + BLOCK_N) * BLOCK_K * size));
  const place = (base: Local, row: Code, rowStep: Local, column: Code, columnStep: Code): Code =>
    op(
      "i32.add",
      base.get,
      op("i32.add", op("i32.mul", row, rowStep.get), op("i32.mul", column, columnStep)),
    );
  f.body = [
    at.set(c.get),
    i.set(m.get),
    whileLoop(i.get, [
      memoryFill(at.get, i32(0), op("i32.mul", n.get, i32(size))),
      at.advance(cRow.get),
      i.advance(i32(-1)),
    ]),
    whileLoop(op("i32.lt_u", j.get, n.get), [
      width.set(smaller(i32(BLOCK_N), op("i32.sub", n.get, j.get))),
      p.set(i32(0)),
      whileLoop(op("i32.lt_u", p.get, k.get), [
        depth.set(smaller(i32(BLOCK_K), op("i32.sub", k.get, p.get))),
        call(
          PACK_B,
          place(b, p.get, bRow, j.get, bColumn.get),
          bColumn.get,
          bRow.get,
          width.get,
          depth.get,
          packedB,
        ),
        i.set(i32(0)),
        whileLoop(op("i32.lt_u", i.get, m.get), [
          height.set(smaller(i32(BLOCK_M), op("i32.sub", m.get, i.get))),
          call(
            PACK_A,
            place(a, i.get, aRow, p.get, aColumn.get),
            aRow.get,
            aColumn.get,
            height.get,
            depth.get,
            packedA,
          ),
          call(
            BLOCK,
            packedA,
            packedB,
            place(c, i.get, cRow, j.get, i32(size)),
            cRow.get,
            height.get,
            width.get,
            depth.get,
            tile,
          ),
          i.advance(i32(BLOCK_M)),
        ]),
        p.advance(i32(BLOCK_K)),
      ]),
      j.advance(i32(BLOCK_N)),
    ]),
  ];
  return f;
}
