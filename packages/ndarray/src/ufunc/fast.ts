/**
 * The short way through a ufunc call: contiguous operands of one dtype, no options.
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
import { contiguous } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
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

  /** f(x), or null. */
  unary(x: unknown): NDArray | null {
    if (!(x instanceof NDArray) || !x.layout.isC) return null;
    const plan = this.#planFor(x.dtype);
    if (plan === null) return null;
    const out = resultFor(plan, x);
    const n = x.layout.size;
    if (n > 0 && !plan.kernel.unary(x, x.layout.itemsize, out, plan.step, n)) {
      runElementwise(plan.kernel.op, plan.kernel.types, [x, out], x.layout.shape);
    }
    noteTraffic(n, n);
    return out;
  }

  /** f(x, y), or null. */
  binary(x: unknown, y: unknown): NDArray | null {
    if (!(x instanceof NDArray))
      return y instanceof NDArray && typeof x === "number" ? this.#scaled(y, x, true) : null;
    if (!(y instanceof NDArray)) return typeof y === "number" ? this.#scaled(x, y, false) : null;
    if (x.dtype !== y.dtype) return null;
    const plan = this.#planFor(x.dtype);
    if (plan === null) return null;
    const layout = x.layout;
    const other = y.layout;
    if (!layout.isC || !other.isC || (layout !== other && !sameShape(layout.shape, other.shape))) {
      return runStrided(plan.kernel, plan.output, x, y);
    }
    const out = resultFor(plan, x);
    const n = layout.size;
    if (n > 0 && !plan.kernel.binary(x, layout.itemsize, y, layout.itemsize, out, plan.step, n)) {
      runElementwise(plan.kernel.op, plan.kernel.types, [x, y, out], layout.shape);
    }
    noteTraffic(2 * n, n);
    return out;
  }

  #planFor(dtype: DType): Plan | null {
    const plan = this.#plans[dtype.num];
    return plan === undefined ? (this.#plans[dtype.num] = makePlan(this.#row, dtype)) : plan;
  }

  /** f(a, value), or f(value, a) where the scalar `isFirst`; or null. */
  #scaled(a: NDArray, value: number, isFirst: boolean): NDArray | null {
    const layout = a.layout;
    if (!layout.isC || !stays(value, a.dtype)) return null;
    const plan = this.#planFor(a.dtype);
    if (plan === null) return null;
    const out = resultFor(plan, a);
    const cell = cellOf(a, value);
    const n = layout.size;
    const isDone =
      n === 0 ||
      (isFirst
        ? plan.kernel.binary(cell, 0, a, layout.itemsize, out, plan.step, n)
        : plan.kernel.binary(a, layout.itemsize, cell, 0, out, plan.step, n));
    if (!isDone) {
      const wide = lineUp(cell, layout.shape);
      runElementwise(
        plan.kernel.op,
        plan.kernel.types,
        isFirst ? [wide, a, out] : [a, wide, out],
        layout.shape,
      );
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

function resultFor(plan: Plan, { layout }: NDArray): NDArray {
  return emptyLike(
    layout.itemsize === plan.step ? layout.fresh : contiguous(layout.shape, plan.step),
    plan.output,
  );
}

/** Whether a number beside an array of `dtype` is computed in that dtype, and fits it. */
function stays(value: number, dtype: DType): boolean {
  if (dtype.kind === "f" || dtype.kind === "c") return true;
  if (dtype.kind === "b" || !Number.isInteger(value) || Object.is(value, -0)) return false;
  const { min, max } = iinfo(dtype);
  return value >= min && value <= max;
}

const cells: (NDArray | undefined)[] = [];

/** A scalar beside `a` as an operand, in a cell that is used again at the next call. */
function cellOf(a: NDArray, value: number): NDArray {
  let cell = cells[a.dtype.num];
  if (cell === undefined || (a.memory.isHeap && cell.memory !== a.memory))
    cells[a.dtype.num] = cell = scratchArray([], a.dtype as DType); // one dtype among all
  if (a.dtype === float64) float64Data(cell)[cell.address / 8] = value;
  else writeElement(cell.memory, cell.dtype, cell.address, value);
  return cell;
}

function float64Data({ memory }: NDArray): Float64Array {
  return memory.view(float64) as Float64Array; // float64 has this typed array
}
