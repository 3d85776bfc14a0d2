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
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { firstLane, foldLanes } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** "dot" (a, step, b, step, result, n), and "dots" (…, a row step, b row step, result step, m). */
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
  return [f, dotsFunction()];
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
  const isFused = currentTier() === "wasm-fma" && shape.startsWith("f");
  const add = (x: Code, y: Code): Code => op(`${shape}.add`, x, y);
  const product = (sum: Local, k: number): Code => {
    const [x, y] = [load("v128.load", a.get, 16 * k), load("v128.load", b.get, 16 * k)];
    return isFused
      ? op(`${shape}.relaxed_madd`, x, y, sum.get)
      : add(sum.get, op(`${shape}.mul`, x, y));
  };
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
