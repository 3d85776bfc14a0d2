/**
 * The short way through a fold of all elements: a contiguous array, no options, one dtype in and out.
 *
 * Knows nothing that `reduce.ts` does not do as well, only faster: no lists, no views, no array for the result.
 */
import { readElement, writeElement } from "../array/element.ts";
import { scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DTYPES, type DType, type Scalar } from "../dtype/dtype.ts";
import { FlatFold } from "../kernels/flat.ts";
import { noteTraffic } from "../memory/counter.ts";
import { reductionLoop } from "./reduce.ts";
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
  let known = plans.get(row);
  if (known === undefined) plans.set(row, (known = DTYPES.map(() => undefined)));
  const plan = known[dtype.num];
  if (plan === null) return null;
  const { fold, cell } = plan ?? (known[dtype.num] = makePlan(row, dtype)) ?? NONE;
  if (cell === null) return null;
  if (row.identity === undefined) cell.memory.bytes.copyWithin(cell.address, a.address, a.address + layout.itemsize);
  else writeElement(cell.memory, dtype, cell.address, row.identity);
  if (!a.memory.isHeap || !fold.run(a, layout.itemsize, cell, layout.size)) return null;
  noteTraffic(layout.size, 1);
  return readElement(cell.memory, dtype, cell.address);
}

const NONE = { fold: null, cell: null } as const;

function makePlan(row: UfuncRow, dtype: DType): Plan | null {
  if (row.isReorderable !== true) return null;
  const loop = reductionLoop(row, dtype, null);
  if (loop.outputs[0] !== dtype || loop.inputs[1] !== dtype) return null;
  const cell = scratchArray([], dtype);
  return cell.memory.isHeap ? { fold: new FlatFold(row.name, dtype.char), cell } : null;
}
