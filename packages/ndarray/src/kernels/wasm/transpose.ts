/**
 * Copies that turn rows into columns, tile by tile.
 *
 * Knows a source whose columns are contiguous and a result whose rows are. Walking either one alone in its own order
 * would touch a new cache line of the other with every element. A tile is as high as a line of the source holds elements, so
 * that each line is used up at once, and wide, so that the rows of the result are written in long runs.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  i32,
  load,
  op,
  shuffle,
  store,
  whileLoop,
} from "./assembler.ts";
import { lanesOf } from "./lanes.ts";

const LINE_BYTES = 64;
const TILE_COLUMNS = 1024;
const ELEMENT: Readonly<Record<number, string>> = { 1: "B", 2: "H", 4: "I", 8: "Q", 16: "D" };

/**
 * "transpose" (source, source row stride, result, result row stride, m, n) for elements of `size` bytes:
 * result[i][j] = source[j][i], for i < m and j < n.
 */
export function transposeFunctions(size: number): FunctionBuilder[] {
  const f = new FunctionBuilder("transpose", ["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [source, sourceRow, result, resultRow, m, n] = f.params as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // as declared
  const [i0, j0, i1, j1] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  const tile = [
    i1.set(smaller(op("i32.add", i0.get, i32(LINE_BYTES / size)), m.get)),
    j1.set(smaller(op("i32.add", j0.get, i32(TILE_COLUMNS)), n.get)),
    oneTile(f, size, { source, sourceRow, result, resultRow }, [i0, i1], [j0, j1]),
  ];
  f.body = whileLoop(op("i32.lt_u", i0.get, m.get), [
    j0.set(i32(0)),
    whileLoop(op("i32.lt_u", j0.get, n.get), [tile, j0.set(j1.get)]),
    i0.set(i1.get),
  ]);
  return [f];
}

function smaller(x: Code, y: Code): Code {
  return op("select", x, y, op("i32.lt_u", x, y));
}

interface Matrices {
  readonly source: Local;
  readonly sourceRow: Local;
  readonly result: Local;
  readonly resultRow: Local;
}

type Range = readonly [from: Local, to: Local];

/** Squares of as many elements as a vector holds, where there are instructions for that; then what is left over. */
function oneTile(
  f: FunctionBuilder,
  size: number,
  { source, sourceRow, result, resultRow }: Matrices,
  [i0, i1]: Range,
  [j0, j1]: Range,
): Code {
  const square = SQUARES[size];
  const [i, j, p, q] = [f.local("i32"), f.local("i32"), f.local("i32"), f.local("i32")];
  const element = lanesOf(ELEMENT[size]!);
  const bytes = (count: Code): Code => op("i32.mul", count, i32(size));
  const start = [
    p.set(
      op("i32.add", op("i32.add", source.get, bytes(i.get)), op("i32.mul", j.get, sourceRow.get)),
    ),
    q.set(
      op("i32.add", op("i32.add", result.get, bytes(j.get)), op("i32.mul", i.get, resultRow.get)),
    ),
  ];
  const singly = whileLoop(op("i32.lt_u", j.get, j1.get), [
    element.store(q.get, element.load(p.get)),
    p.advance(sourceRow.get),
    q.advance(i32(size)),
    j.advance(i32(1)),
  ]);
  const row = [j.set(j0.get), start, singly, i.advance(i32(1))];
  if (square === undefined) return [i.set(i0.get), whileLoop(op("i32.lt_u", i.get, i1.get), row)];
  const side = 16 / size;
  const inSquares = (at: Local, end: Local): Code =>
    op("i32.le_u", op("i32.add", at.get, i32(side)), end.get);
  // Rows in groups of `side`; in each group squares, and behind them the columns that are left, row by row.
  const [k, leftFrom] = [f.local("i32"), f.local("i32")];
  const group = [
    j.set(j0.get),
    start,
    whileLoop(inSquares(j, j1), [
      square(f, p, sourceRow, q, resultRow),
      p.advance(op("i32.mul", sourceRow.get, i32(side))),
      q.advance(i32(16)),
      j.advance(i32(side)),
    ]),
    leftFrom.set(j.get),
    k.set(i32(side)),
    whileLoop(k.get, [j.set(leftFrom.get), start, singly, i.advance(i32(1)), k.advance(i32(-1))]),
  ];
  return [
    i.set(i0.get),
    whileLoop(inSquares(i, i1), group),
    whileLoop(op("i32.lt_u", i.get, i1.get), row),
  ];
}

type Square = (f: FunctionBuilder, p: Local, sourceRow: Local, q: Local, resultRow: Local) => Code;

/** Loads `count` rows of a square, `row` apart. */
function loadRows(
  f: FunctionBuilder,
  p: Local,
  row: Local,
  count: number,
): { code: Code; rows: Code[] } {
  const at = f.local("i32");
  const rows = Array.from({ length: count }, () => f.local("v128"));
  const code = [
    at.set(p.get),
    rows.map((r) => [r.set(load("v128.load", at.get)), at.advance(row.get)]),
  ];
  return { code, rows: rows.map((r) => r.get) };
}

function storeRows(f: FunctionBuilder, q: Local, row: Local, vectors: readonly Code[]): Code {
  const at = f.local("i32");
  return [at.set(q.get), vectors.map((v) => [store("v128.store", at.get, v), at.advance(row.get)])];
}

const square2: Square = (f, p, sourceRow, q, resultRow) => {
  const { code, rows } = loadRows(f, p, sourceRow, 2);
  const [a, b] = rows as [Code, Code]; // two rows
  const low = shuffle(a, b, [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]);
  const high = shuffle(a, b, [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31]);
  return [code, storeRows(f, q, resultRow, [low, high])];
};

const square4: Square = (f, p, sourceRow, q, resultRow) => {
  const { code, rows } = loadRows(f, p, sourceRow, 4);
  const [a, b, c, d] = rows as [Code, Code, Code, Code]; // four rows
  const steps: Code[] = [code];
  const low = [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23];
  const high = low.map((k) => k + 8);
  const ab = f.keep("v128", shuffle(a, b, low), steps);
  const cd = f.keep("v128", shuffle(c, d, low), steps);
  const abHigh = f.keep("v128", shuffle(a, b, high), steps);
  const cdHigh = f.keep("v128", shuffle(c, d, high), steps);
  const first = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
  const second = first.map((k) => k + 8);
  const out = [
    shuffle(ab, cd, first),
    shuffle(ab, cd, second),
    shuffle(abHigh, cdHigh, first),
    shuffle(abHigh, cdHigh, second),
  ];
  return [steps, storeRows(f, q, resultRow, out)];
};

const SQUARES: Readonly<Record<number, Square>> = { 4: square4, 8: square2 };
