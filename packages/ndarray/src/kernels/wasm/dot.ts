/**
 * Inner products: the sum of products of two rows.
 *
 * Knows (address, step) of two rows and n; the result replaces what is at its address. Four vectors of partial sums where
 * both rows are contiguous.
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
import { firstLane, foldLanes } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/**
 * "dot" (a, step, b, step, result, n), and "dots" (…, a row step, b row step, result step, m); "combine" (a, step, b, row,
 * result, n, k): the sum of k contiguous rows, each times an element of a.
 */
export function dotFunctions(char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
  const f = new FunctionBuilder("dot", ["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [a, aStep, b, bStep, out, n] = f.params as [Local, Local, Local, Local, Local, Local]; // as declared
  const total = f.local(lanes.type);
  const { type, size } = lanes;
  const isContiguous = op(
    "i32.and",
    op("i32.eq", aStep.get, i32(size)),
    op("i32.eq", bStep.get, i32(size)),
  );
  f.body = [
    when(
      op("i32.and", isContiguous, op("i32.ge_u", n.get, i32(64 / size))),
      vectors(f, lanes, a, b, n, total),
    ),
    whileLoop(n.get, [
      total.set(
        op(`${type}.add`, total.get, op(`${type}.mul`, lanes.load(a.get), lanes.load(b.get))),
      ),
      a.advance(aStep.get),
      b.advance(bStep.get),
      n.advance(i32(-1)),
    ]),
    lanes.store(out.get, total.get),
  ];
  return [f, dotsFunction(), combineFunction(lanes)];
}

function vectors(
  f: FunctionBuilder,
  lanes: Lanes,
  a: Local,
  b: Local,
  n: Local,
  total: Local,
): Code {
  const { shape, size } = lanes;
  const sums = Array.from({ length: 4 }, () => f.local("v128"));
  const add = (x: Code, y: Code): Code => op(`${shape}.add`, x, y);
  const product = (sum: Local, k: number): Code =>
    multiplyAdd(lanes, load("v128.load", a.get, 16 * k), load("v128.load", b.get, 16 * k), sum.get);
  const [s0, s1, s2, s3] = sums as [Local, Local, Local, Local]; // four
  return [
    whileLoop(op("i32.ge_u", n.get, i32(64 / size)), [
      sums.map((s, k) => s.set(product(s, k))),
      a.advance(i32(64)),
      b.advance(i32(64)),
      n.advance(i32(-64 / size)),
    ]),
    s0.set(add(add(s0.get, s1.get), add(s2.get, s3.get))),
    foldLanes(s0, size, add),
    total.set(firstLane(lanes, s0.get)),
  ];
}

function dotsFunction(): FunctionBuilder {
  const f = new FunctionBuilder(
    "dots",
    Array.from({ length: 10 }, () => "i32"),
  );
  const [a, aStep, b, bStep, out, n, aRow, bRow, outRow, m] = f.params as [
    ...[Local, Local, Local, Local, Local],
    ...[Local, Local, Local, Local, Local],
  ]; // as declared
  f.body = whileLoop(m.get, [
    call(0, a.get, aStep.get, b.get, bStep.get, out.get, n.get),
    a.advance(aRow.get),
    b.advance(bRow.get),
    out.advance(outRow.get),
    m.advance(i32(-1)),
  ]);
  return f;
}

/** x y + sum. */
function multiplyAdd({ shape }: Lanes, x: Code, y: Code, sum: Code): Code {
  return currentTier() === "wasm-fma" && shape.startsWith("f")
    ? op(`${shape}.relaxed_madd`, x, y, sum)
    : op(`${shape}.add`, sum, op(`${shape}.mul`, x, y));
}

/** Rows that are added in one walk along the result. */
const ROWS = 4;

function combineFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder(
    "combine",
    Array.from({ length: 7 }, () => "i32"),
  );
  const [a, step, b, row, out, n, k] = f.params as [
    ...[Local, Local, Local, Local],
    ...[Local, Local, Local],
  ]; // as declared
  const [to, end] = [f.local("i32"), f.local("i32")];
  const factors = Array.from({ length: ROWS }, () => f.local("v128"));
  const at = Array.from({ length: ROWS }, () => f.local("i32"));
  const sum = f.local("v128");
  const { size, type } = lanes;
  const some = (count: number): Code => {
    const used = at.slice(0, count);
    const onward = (by: number): Code => [to.advance(i32(by)), used.map((p) => p.advance(i32(by)))];
    return [
      used.map((p, i) => [
        factors[i]!.set(lanes.loadSplat(a.get)),
        a.advance(step.get),
        p.set(b.get),
        b.advance(row.get),
      ]),
      to.set(out.get),
      whileLoop(op("i32.ge_u", op("i32.sub", end.get, to.get), i32(16)), [
        sum.set(load("v128.load", to.get)),
        used.map((p, i) =>
          sum.set(multiplyAdd(lanes, factors[i]!.get, load("v128.load", p.get), sum.get)),
        ),
        store("v128.store", to.get, sum.get),
        onward(16),
      ]),
      whileLoop(op("i32.lt_u", to.get, end.get), [
        used.map((p, i) =>
          lanes.store(
            to.get,
            op(
              `${type}.add`,
              lanes.load(to.get),
              op(`${type}.mul`, firstLane(lanes, factors[i]!.get), lanes.load(p.get)),
            ),
          ),
        ),
        onward(size),
      ]),
      k.advance(i32(-count)),
    ];
  };
  f.body = [
    end.set(op("i32.add", out.get, op("i32.mul", n.get, i32(size)))),
    memoryFill(out.get, i32(0), op("i32.sub", end.get, out.get)),
    whileLoop(op("i32.ge_u", k.get, i32(ROWS)), some(ROWS)),
    whileLoop(k.get, some(1)),
  ];
  return f;
}
