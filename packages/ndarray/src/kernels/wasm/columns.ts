/**
 * Reductions along an outer axis: rows folded into a row of results, four rows at a time.
 *
 * Knows contiguous rows only: (address, row step, result address, n, m). Each result meets its elements in order, as if
 * the rows came one by one; taking four together reads and writes the results a quarter as often.
 */
import { type Code, FunctionBuilder, type Local, i32, op, store, whileLoop } from "./assembler.ts";
import type { ElementwiseKernel } from "./elementwise.ts";
import { lanesOf } from "./lanes.ts";

const ROWS = 4;
const VECTORS = 2;

/** "columns" for a binary kernel on one dtype. */
export function columnsFunction(kernel: ElementwiseKernel): FunctionBuilder {
  const f = new FunctionBuilder("columns", ["i32", "i32", "i32", "i32", "i32"]);
  const [address, rowStep, out, n, m] = f.params as [Local, Local, Local, Local, Local]; // as declared
  const rows = (count: number): Code =>
    whileLoop(op("i32.ge_u", m.get, i32(count)), [
      someRows(f, kernel, address, rowStep, out, n, count),
      address.advance(op("i32.mul", rowStep.get, i32(count))),
      m.advance(i32(-count)),
    ]);
  f.body = [rows(ROWS), rows(1)];
  return f;
}

function someRows(
  f: FunctionBuilder,
  kernel: ElementwiseKernel,
  address: Local,
  rowStep: Local,
  out: Local,
  n: Local,
  count: number,
): Code {
  const lanes = lanesOf(kernel.output);
  const rows = Array.from({ length: count }, () => f.local("i32"));
  const [to, left] = [f.local("i32"), f.local("i32")];
  const perRound = (VECTORS * 16) / lanes.size;
  const result = f.local("v128");
  const { scalar, vector } = kernel;
  const vectors = (merge: NonNullable<ElementwiseKernel["vector"]>): Code =>
    Array.from({ length: VECTORS }, (_, j) => [
      result.set(lanes.loadVector(to.get, 16 * j)),
      rows.map((r) => result.set(merge(f, result.get, lanes.loadVector(r.get, 16 * j)))),
      store("v128.store", to.get, result.get, 16 * j),
    ]);
  const number = f.local(scalar === undefined ? "v128" : lanes.type);
  const one = scalar === undefined ? lanes.loadSplat : lanes.load;
  const single = [
    number.set(one(to.get)),
    rows.map((r) => number.set((scalar ?? vector!)(f, number.get, one(r.get)))), // a kernel has one of the two
    scalar === undefined ? lanes.storeFirst(to.get, number.get) : lanes.store(to.get, number.get),
  ];
  const advance = (bytes: number, elements: number): Code => [
    [to, ...rows].map((p) => p.advance(i32(bytes))),
    left.advance(i32(-elements)),
  ];
  return [
    rows.map((r, k) => r.set(k === 0 ? address.get : op("i32.add", rows[k - 1]!.get, rowStep.get))),
    to.set(out.get),
    left.set(n.get),
    vector === undefined
      ? []
      : whileLoop(op("i32.ge_u", left.get, i32(perRound)), [
          vectors(vector),
          advance(16 * VECTORS, perRound),
        ]),
    whileLoop(left.get, [single, advance(lanes.size, 1)]),
  ];
}
