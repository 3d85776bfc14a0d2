/**
 * The template of reductions: a row of elements folded into one that is there already.
 *
 * Knows (address, step) of the row, the address of the result, and n; the operation is that of the elementwise
 * kernel of the same name. Only for operations whose order does not matter; floats are added in `pairwise.ts`.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  i32,
  lane,
  op,
  shuffle,
  when,
  whileLoop,
} from "./assembler.ts";
import type { ElementwiseKernel } from "./elementwise.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** Independent accumulators: an addition takes four cycles, and two can start in each. */
const ACCUMULATORS = 4;

/** Folds as much of a contiguous row as it can, and hands a vector whose first lane is the fold to `take`. */
export type QuickFold = (
  f: FunctionBuilder,
  lanes: Lanes,
  address: Local,
  n: Local,
  take: (best: Code) => Code,
) => Code;

/**
 * "row" (address, step, result address, n) and "nest", for a binary kernel on one dtype.
 *
 * `quick`, where there is one, takes the place of the kernel's vectors.
 */
export function foldFunctions(
  kernel: ElementwiseKernel,
  quick: QuickFold | null = null,
): FunctionBuilder[] {
  const f = new FunctionBuilder("row", ["i32", "i32", "i32", "i32"]);
  const [address, step, out, n] = f.params as [Local, Local, Local, Local]; // as declared
  const lanes = lanesOf(kernel.output);
  const scalar = kernel.scalar;
  const result = f.local(scalar === undefined ? "v128" : lanes.type);
  const one = scalar === undefined ? lanes.loadSplat : lanes.load;
  const combine = (x: Code, y: Code): Code => (scalar ?? kernel.vector!)(f, x, y); // a kernel has one of the two
  f.body = [
    result.set(one(out.get)),
    kernel.vector === undefined
      ? []
      : vectorPart(f, kernel, lanes, address, step, n, result, combine, quick),
    whileLoop(n.get, [
      result.set(combine(result.get, one(address.get))),
      address.advance(step.get),
      n.advance(i32(-1)),
    ]),
    scalar === undefined ? lanes.storeFirst(out.get, result.get) : lanes.store(out.get, result.get),
  ];
  return [f, foldNest(0)];
}

function vectorPart(
  f: FunctionBuilder,
  kernel: ElementwiseKernel,
  lanes: Lanes,
  address: Local,
  step: Local,
  n: Local,
  result: Local,
  combine: (x: Code, y: Code) => Code,
  quick: QuickFold | null,
): Code {
  const count = (ACCUMULATORS * 16) / lanes.size;
  const isDense = op(
    "i32.and",
    op("i32.eq", step.get, i32(lanes.size)),
    op("i32.ge_u", n.get, i32(count)),
  );
  if (quick !== null)
    return when(
      isDense,
      quick(f, lanes, address, n, (best) =>
        result.set(combine(result.get, firstLane(lanes, best))),
      ),
    );
  const sums = Array.from({ length: ACCUMULATORS }, () => f.local("v128"));
  const merge = (x: Code, y: Code): Code => kernel.vector!(f, x, y); // the caller has looked
  const next = [address.advance(i32(16 * ACCUMULATORS)), n.advance(i32(-count))];
  const [a, b, c, d] = sums as [Local, Local, Local, Local]; // ACCUMULATORS of them
  const first = kernel.scalar === undefined ? a.get : firstLane(lanes, a.get);
  const body = [
    sums.map((s, k) => s.set(lanes.loadVector(address.get, 16 * k))),
    next,
    whileLoop(op("i32.ge_u", n.get, i32(count)), [
      sums.map((s, k) => s.set(merge(s.get, lanes.loadVector(address.get, 16 * k)))),
      next,
    ]),
    a.set(merge(a.get, b.get)),
    c.set(merge(c.get, d.get)),
    a.set(merge(a.get, c.get)),
    foldLanes(a, lanes.size, merge),
    result.set(combine(result.get, first)),
  ];
  return when(isDense, body);
}

/** Folds a vector onto its own halves until every lane of `size` bytes holds the whole. */
export function foldLanes(v: Local, size: number, merge: (x: Code, y: Code) => Code): Code {
  const steps: Code[] = [];
  for (let half = 8; half >= size; half /= 2) steps.push(v.set(merge(v.get, rotated(v.get, half))));
  return steps;
}

/** The bytes of a vector, moved round by `by`. */
export function rotated(v: Code, by: number): Code {
  return shuffle(
    v,
    v,
    Array.from({ length: 16 }, (_, k) => (k + by) % 16),
  );
}

/** Lane 0 as a number. */
export function firstLane({ shape, size, isSigned, char }: Lanes, v: Code): Code {
  const sign = size > 2 ? "" : isSigned && char !== "?" ? "_s" : "_u";
  return lane(`${shape}.extract_lane${sign}`, 0, v);
}

/** Calls function `row` for `m` rows: (address, step, result address, n, row step, result step, m). */
export function foldNest(row: number): FunctionBuilder {
  const f = new FunctionBuilder("nest", ["i32", "i32", "i32", "i32", "i32", "i32", "i32"]);
  const [address, step, out, n, rowStep, outStep, m] = f.params as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ]; // as declared
  f.body = whileLoop(m.get, [
    call(row, address.get, step.get, out.get, n.get),
    address.advance(rowStep.get),
    out.advance(outStep.get),
    m.advance(i32(-1)),
  ]);
  return f;
}
