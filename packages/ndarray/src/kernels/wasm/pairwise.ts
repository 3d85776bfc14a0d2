/**
 * Sums of floats: in blocks of 128 with eight accumulators, and the blocks in pairs.
 *
 * Knows the order of the additions, which is NumPy's and that of the JS tier, so the results are the same to the
 * last bit. Rounding error grows as log n, and eight sums at once hide the latency of one. (Higham, 1993)
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  choose,
  f32,
  f64,
  i32,
  lane,
  load,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { foldNest, rotated } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

const BLOCK = 128;
const SUM = 0;

/** "row" and "nest" as in `fold.ts`, for the float or complex dtype `char`. */
export function pairwiseFunctions(char: string): FunctionBuilder[] {
  const lanes = lanesOf(char);
  const row = new FunctionBuilder("row", ["i32", "i32", "i32", "i32"]);
  const [address, step, out, n] = row.params as [Local, Local, Local, Local]; // as declared
  const total = op(
    `${lanes.type === "v128" ? lanes.shape : lanes.type}.add`,
    lanes.load(out.get),
    call(SUM, address.get, step.get, n.get),
  );
  row.body = lanes.store(out.get, total);
  return [sumFunction(lanes), row, foldNest(SUM + 1)];
}

/** The sum of `n` elements, `step` bytes apart; it calls itself for halves. */
function sumFunction(lanes: Lanes): FunctionBuilder {
  const f = new FunctionBuilder("sum", ["i32", "i32", "i32"], [lanes.type]);
  const [address, step, n] = f.params as [Local, Local, Local]; // as declared
  const half = f.local("i32");
  const add = (x: Code, y: Code): Code =>
    op(`${lanes.type === "v128" ? lanes.shape : lanes.type}.add`, x, y);
  const rest = call(
    SUM,
    op("i32.add", address.get, op("i32.mul", half.get, step.get)),
    step.get,
    op("i32.sub", n.get, half.get),
  );
  const split = [
    half.set(op("i32.and", op("i32.shr_u", n.get, i32(1)), i32(-8))),
    add(call(SUM, address.get, step.get, half.get), rest),
  ];
  const sum = f.local(lanes.type);
  const oneMore = [
    sum.set(add(sum.get, lanes.load(address.get))),
    address.advance(step.get),
    n.advance(i32(-1)),
  ];
  const inBlock = [
    sum.set(negativeZero(lanes)),
    when(op("i32.ge_u", n.get, i32(8)), [eightAtOnce(f, lanes, address, step, n, sum)]),
    whileLoop(n.get, oneMore),
    sum.get,
  ];
  f.body = choose(lanes.type, op("i32.gt_u", n.get, i32(BLOCK)), split, inBlock);
  return f;
}

/** What leaves every addend as it is, -0 included. */
function negativeZero({ type, shape }: Lanes): Code {
  if (type === "f64") return f64(-0);
  if (type === "f32") return f32(-0);
  return op(`${shape}.splat`, shape === "f64x2" ? f64(-0) : f32(-0));
}

function eightAtOnce(
  f: FunctionBuilder,
  lanes: Lanes,
  address: Local,
  step: Local,
  n: Local,
  sum: Local,
): Code {
  const isContiguous = op("i32.eq", step.get, i32(lanes.size));
  return when(
    isContiguous,
    vectors(f, lanes, address, n, sum),
    scalars(f, lanes, address, step, n, sum),
  );
}

function vectors(f: FunctionBuilder, lanes: Lanes, address: Local, n: Local, sum: Local): Code {
  const perVector = 16 / lanes.size;
  const sums = Array.from({ length: 8 / perVector }, () => f.local("v128"));
  const next = [address.advance(i32(8 * lanes.size)), n.advance(i32(-8))];
  return [
    sums.map((s, k) => s.set(load("v128.load", address.get, 16 * k))),
    next,
    whileLoop(op("i32.ge_u", n.get, i32(8)), [
      sums.map((s, k) =>
        s.set(op(`${lanes.shape}.add`, s.get, load("v128.load", address.get, 16 * k))),
      ),
      next,
    ]),
    sum.set(
      inPairs(
        lanes,
        sums.map((s) => wholeOf(lanes, s)),
      ),
    ),
  ];
}

/** The sum of a vector's elements, neighbours first. */
function wholeOf(lanes: Lanes, s: Local): Code {
  const { shape, type, char } = lanes;
  const part = (k: number): Code => lane(`${shape}.extract_lane`, k, s.get);
  if (char === "D") return s.get;
  if (char === "F") return op("f32x4.add", s.get, rotated(s.get, 8));
  if (char === "d") return op("f64.add", part(0), part(1));
  return op(`${type}.add`, op("f32.add", part(0), part(1)), op("f32.add", part(2), part(3)));
}

function inPairs(lanes: Lanes, parts: readonly Code[]): Code {
  if (parts.length === 1) return parts[0]!;
  const prefix = lanes.type === "v128" ? lanes.shape : lanes.type;
  return inPairs(
    lanes,
    Array.from({ length: parts.length / 2 }, (_, k) =>
      op(`${prefix}.add`, parts[2 * k]!, parts[2 * k + 1]!),
    ),
  );
}

function scalars(
  f: FunctionBuilder,
  lanes: Lanes,
  address: Local,
  step: Local,
  n: Local,
  sum: Local,
): Code {
  const sums = Array.from({ length: 8 }, () => f.local(lanes.type));
  const prefix = lanes.type === "v128" ? lanes.shape : lanes.type;
  const one = (set: (s: Local) => Code): Code => [
    sums.map((s) => [set(s), address.advance(step.get)]),
    n.advance(i32(-8)),
  ];
  return [
    one((s) => s.set(lanes.load(address.get))),
    whileLoop(
      op("i32.ge_u", n.get, i32(8)),
      one((s) => s.set(op(`${prefix}.add`, s.get, lanes.load(address.get)))),
    ),
    sum.set(
      inPairs(
        lanes,
        sums.map((s) => s.get),
      ),
    ),
  ];
}
