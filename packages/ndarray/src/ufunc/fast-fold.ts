/**
 * The short way through a fold of all elements or along one axis: a contiguous array, one dtype in and out.
 *
 * Knows nothing that `reduce.ts` does not do as well, only faster: no lists, no views, no array for the result.
 */
import { readElement, writeElement } from "../array/element.ts";
import { emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DTYPES, type DType, type Scalar, float64 } from "../dtype/dtype.ts";
import { FlatFold, FlatKernel } from "../kernels/flat.ts";
import { noteTraffic } from "../memory/counter.ts";
import { reduceInto, reductionLoop } from "./reduce.ts";
import type { UfuncRow } from "./row.ts";
import { rowOf } from "./ufunc.ts";

interface Plan {
  readonly kernel: FlatFold;
  /** Where the result is made, in the dtype of the fold; used again at the next call. */
  readonly cell: NDArray;
  /** Casts elements of a narrower dtype; null where they are folded as they are. */
  readonly cast: FlatKernel | null;
}

/** Elements that are cast in one piece; more of them go the long way, which takes them piece by piece. */
const FEW_CAST = 4096;

/** A ufunc as a fold, with what was found out about it for each dtype. */
export class FastFold {
  readonly row: UfuncRow;
  readonly #plans: (Plan | null | undefined)[] = DTYPES.map(() => undefined);

  constructor(ufunc: object) {
    this.row = rowOf(ufunc);
  }

  /** All elements of `a` folded, or null where the long way must be taken. */
  all(a: NDArray): Scalar | null {
    const { layout, dtype } = a;
    const from = a.heapAddress;
    if (!layout.isC || layout.size === 0 || from < 0) return null;
    const plan = this.#planFor(dtype);
    if (plan === null) return null;
    if (plan.cast !== null) return this.#castAll(a, plan, plan.cast);
    const { kernel, cell } = plan;
    const { memory } = cell;
    const { identity } = this.row;
    if (dtype === float64 && (from & 7) === 0) {
      const at = cell.address / 8;
      memory.doubles[at] = identity ?? memory.doubles[from / 8]!;
    } else if (identity === undefined)
      memory.bytes.copyWithin(cell.address, from, from + layout.itemsize);
    else writeElement(memory, dtype, cell.address, identity);
    if (!kernel.run(a, layout.itemsize, cell, layout.size)) return null;
    noteTraffic(layout.size, 1);
    return dtype === float64
      ? memory.doubles[cell.address / 8]!
      : readElement(memory, dtype, cell.address);
  }

  /** `a` folded along one axis, or null where the long way must be taken. */
  along(a: NDArray, axis: number): NDArray | null {
    const { layout, dtype } = a;
    if (!layout.isC || layout.size === 0 || dtype.kind === "c" || !a.isInHeap) return null;
    const without = layout.withoutAxis(axis);
    const plan = this.#planFor(dtype);
    if (without === null || plan === null || plan.cast !== null) return null;
    const { at, n, outer, inner } = without;
    const out = emptyLike(without.layout, dtype);
    begin(this.row, a, out, outer, n * inner, inner);
    if (!plan.kernel.middle(a, out, outer, n, inner))
      reduceInto(this.row, reductionLoop(this.row, dtype, null), a, out, [at]);
    noteTraffic(layout.size, outer * inner);
    return out;
  }

  /** `all` for elements that are cast first; the fold has an identity, as every one that widens has. */
  #castAll(a: NDArray, { kernel, cell }: Plan, cast: FlatKernel): Scalar | null {
    const { size, itemsize } = a.layout;
    const { identity } = this.row;
    if (size > FEW_CAST || identity === undefined) return null;
    const wide = scratchArray([size], cell.dtype);
    writeElement(cell.memory, cell.dtype, cell.address, identity);
    const isDone =
      cast.unary(a, itemsize, wide, cell.itemsize, size) &&
      kernel.run(wide, cell.itemsize, cell, size);
    freeScratch(wide);
    if (!isDone) return null;
    noteTraffic(size, 1);
    return readElement(cell.memory, cell.dtype, cell.address);
  }

  #planFor(dtype: DType): Plan | null {
    const plan = this.#plans[dtype.num];
    return plan === undefined ? (this.#plans[dtype.num] = makePlan(this.row, dtype)) : plan;
  }
}

/** Up to here a loop is done before a call has begun. */
const FEW = 16;

/** Puts what a fold starts from into `out`: the identity, or the first of each stretch of `a`. */
function begin(
  { identity }: UfuncRow,
  a: NDArray,
  out: NDArray,
  outer: number,
  stretch: number,
  inner: number,
): void {
  const { itemsize, dtype } = out;
  const data = out.memory.view(dtype) as Float64Array; // or of bigints: what is moved and filled in fits it
  const to = out.address / itemsize;
  if (identity !== undefined) {
    const start = (itemsize === 8 && dtype.kind !== "f" ? BigInt(identity) : identity) as number; // or a bigint
    if (outer * inner > FEW) data.fill(start, to, to + outer * inner);
    else for (let k = 0; k < outer * inner; k++) data[to + k] = start;
    return;
  }
  const source = a.memory.view(a.dtype) as Float64Array; // as above
  const from = a.address / a.itemsize;
  for (let k = 0; k < outer; k++) {
    for (let i = 0; i < inner; i++) data[to + k * inner + i] = source[from + k * stretch + i]!;
  }
}

function makePlan(row: UfuncRow, dtype: DType): Plan | null {
  if (row.isReorderable !== true) return null;
  const { inputs, outputs } = reductionLoop(row, dtype, null);
  const [wide] = outputs as [DType]; // a fold has one
  if (inputs[1] !== wide) return null;
  const cell = scratchArray([], wide);
  if (!cell.isInHeap) return null;
  const cast = wide === dtype ? null : new FlatKernel("cast", `${dtype.char}->${wide.char}`);
  return { kernel: new FlatFold(row.name, wide.char), cell, cast };
}
