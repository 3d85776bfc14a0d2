/**
 * The short way through a ufunc call: contiguous operands of one dtype, no option but `out`.
 *
 * Knows nothing that `call.ts` does not do as well, only faster: no lists, no casts, no broadcasting but of a
 * scalar. What does not fit gives null, and the caller takes the long way.
 */
import { writeElement } from "../array/element.ts";
import { emptyLike, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, DTYPES, float64 } from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { FlatKernel } from "../kernels/flat.ts";
import { sameShape } from "../layout/broadcast.ts";
import type { Layout } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import type { Memory } from "../memory/memory.ts";
import { lineUp } from "./call.ts";
import { runStrided } from "./fast-strided.ts";
import { parseLoop } from "./resolve.ts";
import type { UfuncRow } from "./row.ts";

/** The loop for operands that are all of one dtype. */
interface Plan {
  readonly kernel: FlatKernel;
  readonly output: DType;
  /** Bytes of an output element. */
  readonly step: number;
}

export class FastPath {
  readonly #row: UfuncRow;
  /** By `num` of the inputs' dtype; null where the row has no loop for it as it is, undefined until asked. */
  readonly #plans: (Plan | null | undefined)[] = DTYPES.map(() => undefined);

  constructor(row: UfuncRow) {
    this.#row = row;
  }

  /** f(x), into `given` if there is one; or null. */
  unary(x: unknown, given: NDArray | null = null): NDArray | null {
    if (!(x instanceof NDArray) || !x.layout.isC) return null;
    const plan = this.#planFor(x.dtype);
    if (plan === null) return null;
    const { layout } = x;
    if (given !== null && !(takes(given, layout, plan.output) && isApart(x, given))) return null;
    const out = given ?? emptyLike(layout.freshAs(plan.step), plan.output);
    const n = layout.size;
    if (!plan.kernel.unary(x, layout.itemsize, out, plan.step, n)) runLong(plan, [x, out]);
    noteTraffic(n, n);
    return out;
  }

  /** f(x, y), into `given` if there is one; or null. */
  binary(x: unknown, y: unknown, given: NDArray | null = null): NDArray | null {
    if (!(x instanceof NDArray))
      return y instanceof NDArray && typeof x === "number" ? this.#scaled(y, x, true, given) : null;
    if (!(y instanceof NDArray))
      return typeof y === "number" ? this.#scaled(x, y, false, given) : null;
    if (x.dtype !== y.dtype) return null;
    const plan = this.#planFor(x.dtype);
    if (plan === null) return null;
    const { layout } = x;
    const other = y.layout;
    if (!layout.isC || !other.isC || (layout !== other && !sameShape(layout.shape, other.shape)))
      return given === null ? runStrided(plan.kernel, plan.output, x, y) : null;
    if (
      given !== null &&
      !(takes(given, layout, plan.output) && isApart(x, given) && isApart(y, given))
    )
      return null;
    const out = given ?? emptyLike(layout.freshAs(plan.step), plan.output);
    const n = layout.size;
    const step = layout.itemsize;
    if (!plan.kernel.binary(x, step, y, step, out, plan.step, n)) runLong(plan, [x, y, out]);
    noteTraffic(2 * n, n);
    return out;
  }

  #planFor(dtype: DType): Plan | null {
    const plan = this.#plans[dtype.num];
    return plan === undefined ? (this.#plans[dtype.num] = makePlan(this.#row, dtype)) : plan;
  }

  /** f(a, value), or f(value, a) where the scalar `isFirst`; or null. */
  #scaled(a: NDArray, value: number, isFirst: boolean, given: NDArray | null): NDArray | null {
    const { layout } = a;
    if (!layout.isC || !stays(value, a.dtype)) return null;
    const plan = this.#planFor(a.dtype);
    if (plan === null) return null;
    if (given !== null && !(takes(given, layout, plan.output) && isApart(a, given))) return null;
    const out = given ?? emptyLike(layout.freshAs(plan.step), plan.output);
    const cell = cellWith(value, a);
    const n = layout.size;
    const step = layout.itemsize;
    const isDone = isFirst
      ? plan.kernel.binary(cell, 0, a, step, out, plan.step, n)
      : plan.kernel.binary(a, step, cell, 0, out, plan.step, n);
    if (!isDone) {
      const wide = lineUp(cell, layout.shape);
      runLong(plan, isFirst ? [wide, a, out] : [a, wide, out]);
    }
    noteTraffic(2 * n, n);
    return out;
  }
}

function makePlan(row: UfuncRow, dtype: DType): Plan | null {
  if (row.nout !== 1) return null;
  const start = `${dtype.char.repeat(row.nin)}->`;
  const types = row.loops.find((loop) => loop.startsWith(start));
  if (types === undefined) return null;
  const output = parseLoop(types).outputs[0]!;
  return { kernel: new FlatKernel(row.name, types), output, step: output.itemsize };
}

/** Whether `out` can hold a result of `dtype` as the fresh array of that layout would. */
function takes(out: NDArray, { shape }: Layout, dtype: DType): boolean {
  return (
    out.dtype === dtype && out.layout.isC && out.isWriteable && sameShape(out.layout.shape, shape)
  );
}

/** Whether `out` has none of the bytes of `a`, or the very same elements; both are contiguous. */
function isApart(a: NDArray, out: NDArray): boolean {
  return (
    (a.address === out.address && a.dtype === out.dtype) ||
    a.address + a.nbytes <= out.address ||
    out.address + out.nbytes <= a.address ||
    a.memory !== out.memory
  );
}

/** Where WebAssembly has no such loop, or not all operands lie in the heap. */
function runLong({ kernel }: Plan, operands: readonly NDArray[]): void {
  runElementwise(kernel.op, kernel.types, operands, operands.at(-1)!.layout.shape);
}

/** Whether a number beside an array of `dtype` is computed in that dtype, and fits it. */
function stays(value: number, dtype: DType): boolean {
  if (dtype.kind === "f" || dtype.kind === "c") return true;
  if (dtype.kind === "b" || !Number.isInteger(value) || Object.is(value, -0)) return false;
  const { min, max } = iinfo(dtype);
  return value >= min && value <= max;
}

/** An array of one element, and where that lies: nobody takes its data, so it stays there. */
interface Cell {
  readonly array: NDArray;
  readonly memory: Memory;
  readonly address: number;
}

const cells: (Cell | undefined)[] = [];

/** A scalar beside `a` as an operand, in a cell that is used again at the next call. */
function cellWith(value: number, { dtype, memory }: NDArray): NDArray {
  let cell = cells[dtype.num];
  if (cell === undefined || (memory.isHeap && cell.memory !== memory)) {
    const array = scratchArray([], dtype as DType); // one dtype among all
    cells[dtype.num] = cell = { array, memory: array.memory, address: array.address };
  }
  if (dtype === float64) cell.memory.doubles[cell.address / 8] = value;
  else writeElement(cell.memory, dtype, cell.address, value);
  return cell.array;
}
