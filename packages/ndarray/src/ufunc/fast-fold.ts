/**
 * The short way through a fold of all elements or along one axis: a contiguous array, one dtype in and out.
 *
 * Knows nothing that `reduce.ts` does not do as well, only faster: no lists, no views, no array for the result.
 */
import { readElement, writeElement } from "../array/element.ts";
import { emptyArray, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DTYPES, type DType, type Scalar } from "../dtype/dtype.ts";
import { FlatFold } from "../kernels/flat.ts";
import { noteTraffic } from "../memory/counter.ts";
import { reduceInto, reductionLoop } from "./reduce.ts";
import type { UfuncRow } from "./row.ts";

interface Plan {
  readonly fold: FlatFold;
  /** Where the result is made; used again at the next call. */
  readonly cell: NDArray;
}

const plans = new WeakMap<UfuncRow, (Plan | null | undefined)[]>();

/** All elements of `a` folded by `row`, or null where the long way must be taken. */
export function foldAll(row: UfuncRow, a: NDArray): Scalar | null {
  const { layout, dtype } = a;
  if (!layout.isC || layout.size === 0) return null;
  const plan = planOf(row, dtype);
  if (plan === null) return null;
  const { fold, cell } = plan;
  if (row.identity === undefined)
    cell.memory.bytes.copyWithin(cell.address, a.address, a.address + layout.itemsize);
  else writeElement(cell.memory, dtype, cell.address, row.identity);
  if (!a.memory.isHeap || !fold.run(a, layout.itemsize, cell, layout.size)) return null;
  noteTraffic(layout.size, 1);
  return readElement(cell.memory, dtype, cell.address);
}

/** `a` folded along one axis, or null where the long way must be taken. */
export function foldAxis(row: UfuncRow, a: NDArray, axis: number): NDArray | null {
  const { layout, dtype } = a;
  const { shape } = layout;
  const at = axis < 0 ? axis + shape.length : axis;
  const n = shape[at];
  if (n === undefined || !layout.isC || layout.size === 0 || dtype.kind === "c" || !a.memory.isHeap)
    return null;
  const plan = planOf(row, dtype);
  if (plan === null) return null;
  const rest: number[] = [];
  let outer = 1;
  let inner = 1;
  for (let k = 0; k < shape.length; k++) {
    if (k === at) continue;
    rest.push(shape[k]!);
    if (k < at) outer *= shape[k]!;
    else inner *= shape[k]!;
  }
  const out = emptyArray(rest, dtype);
  begin(row, a, out, outer, n * inner, inner);
  if (!plan.fold.middle(a, out, outer, n, inner))
    reduceInto(row, reductionLoop(row, dtype, null), a, out, [at]);
  noteTraffic(layout.size, outer * inner);
  return out;
}

/** Puts what a fold starts from into `out`: the identity, or the first of each stretch of `a`. */
function begin(
  row: UfuncRow,
  a: NDArray,
  out: NDArray,
  outer: number,
  stretch: number,
  inner: number,
): void {
  const data = out.memory.view(out.dtype) as Float64Array; // or of bigints: what is moved and filled in fits it
  const to = out.address / out.itemsize;
  if (row.identity !== undefined) {
    const start =
      out.itemsize === 8 && out.dtype.kind !== "f" ? BigInt(row.identity) : row.identity;
    data.fill(start as number, to, to + outer * inner);
    return;
  }
  const source = a.memory.view(a.dtype) as Float64Array; // as above
  const from = a.address / a.itemsize;
  for (let k = 0; k < outer; k++) {
    for (let i = 0; i < inner; i++) data[to + k * inner + i] = source[from + k * stretch + i]!;
  }
}

function planOf(row: UfuncRow, dtype: DType): Plan | null {
  let known = plans.get(row);
  if (known === undefined) plans.set(row, (known = DTYPES.map(() => undefined)));
  const plan = known[dtype.num];
  return plan === undefined ? (known[dtype.num] = makePlan(row, dtype)) : plan;
}

function makePlan(row: UfuncRow, dtype: DType): Plan | null {
  if (row.isReorderable !== true) return null;
  const loop = reductionLoop(row, dtype, null);
  if (loop.outputs[0] !== dtype || loop.inputs[1] !== dtype) return null;
  const cell = scratchArray([], dtype);
  return cell.memory.isHeap ? { fold: new FlatFold(row.name, dtype.char), cell } : null;
}
