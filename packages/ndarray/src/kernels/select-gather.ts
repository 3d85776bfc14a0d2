/**
 * Choosing the tier for picking elements: by one array of integers, or by a mask; see `select.ts`.
 *
 * Knows operands whose axes behind the indexed one form contiguous rows. Each function says null where the kernels do
 * not fit, and the general plan of places takes over.
 */
import type { Shape } from "../layout/layout.ts";
import { forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { wasmCompress, wasmGather, wasmTruth } from "./wasm/families.ts";
import type { Compiled } from "./wasm/module.ts";

/** The indexed axis of an operand, and the axes around it. */
export interface IndexedAxis {
  readonly length: number;
  readonly stride: number;
  readonly outerShape: Shape;
  readonly outerStrides: readonly number[];
  /** Bytes of what lies behind the axis: contiguous. */
  readonly rowBytes: number;
}

/** What came of it: done, or the position of the first index that lies outside. */
export type Picked =
  | { readonly kind: "done" }
  | { readonly kind: "outside"; readonly position: number };

const DONE: Picked = { kind: "done" };

/** Contiguous indices, as the kernels take them: int32 or int64. */
export interface Indices extends Operand {
  readonly count: number;
}

interface Kernels {
  readonly whole: Readonly<Record<string, Compiled>>;
  readonly isElement: boolean;
}

function kernelsFor(
  axis: IndexedAxis,
  operands: readonly Operand[],
  indices: Indices,
): Kernels | null {
  const { char } = indices.dtype;
  if (
    (char !== "i" && char !== "q") ||
    !operands.every((o) => o.memory.isHeap) ||
    axis.rowBytes === 0
  )
    return null;
  const isElement = [1, 2, 4, 8, 16].includes(axis.rowBytes);
  const whole = wasmGather(isElement ? axis.rowBytes : 1, char);
  return whole === null ? null : { whole, isElement };
}

/** Copies the picked rows, one behind the other for each index of the outer axes, to contiguous `to`. */
export function selectTake(
  from: Operand,
  axis: IndexedAxis,
  indices: Indices,
  to: Operand,
): Picked | null {
  const kernels = kernelsFor(axis, [from, indices, to], indices);
  if (kernels === null) return null;
  const { take, takeRows } = kernels.whole;
  const { length, stride, rowBytes } = axis;
  const n = indices.count;
  let target = to.address;
  let position = n;
  forEachRow(
    axis.outerShape,
    [{ offset: from.address, strides: axis.outerStrides }],
    ([source]) => {
      if (position < n) return;
      if (kernels.isElement) position = take!(source!, stride, length, indices.address, n, target);
      else position = takeRows!(source!, stride, length, indices.address, n, target, rowBytes);
      target += n * rowBytes;
    },
  );
  return position < n ? { kind: "outside", position } : DONE;
}

/** Writes rows to the picked places; `from` has its rows `step` bytes apart (0: the same row everywhere). */
export function selectPut(
  to: Operand,
  axis: IndexedAxis,
  indices: Indices,
  from: Operand,
  step: number,
): Picked | null {
  const kernels = kernelsFor(axis, [to, indices, from], indices);
  if (kernels === null || axis.outerShape.length > 0) return null;
  const { check, put, putRows } = kernels.whole;
  const { length, stride, rowBytes } = axis;
  const n = indices.count;
  const position = check!(to.address, stride, length, indices.address, n);
  if (position < n) return { kind: "outside", position };
  if (kernels.isElement) put!(to.address, stride, length, indices.address, n, from.address, step);
  else putRows!(to.address, stride, length, indices.address, n, from.address, step, rowBytes);
  return DONE;
}

/** How many elements of a row are not zero, or null. */
export function selectCount(row: Operand, step: number, n: number): number | null {
  if (!row.memory.isHeap) return null;
  return wasmTruth(row.dtype.char)?.count!(row.address, step, n) ?? null;
}

/** Copies the elements of a row where the mask is true to contiguous `to`, which has room for exactly `count`. */
export function selectCompress(
  from: Operand,
  step: number,
  mask: Operand,
  maskStep: number,
  to: Operand,
  count: number,
): boolean {
  const { itemsize } = from.dtype;
  const kernels =
    from.memory.isHeap && mask.memory.isHeap && to.memory.isHeap ? wasmCompress(itemsize) : null;
  kernels?.compress!(
    from.address,
    step,
    mask.address,
    maskStep,
    to.address,
    to.address + count * itemsize,
  );
  return kernels !== null;
}

/** Writes the places of a mask's true elements (int32, contiguous) to `to`, which has room for exactly `count`. */
export function selectPlaces(mask: Operand, maskStep: number, to: Operand, count: number): boolean {
  const kernels = mask.memory.isHeap && to.memory.isHeap ? wasmCompress(1) : null;
  kernels?.places!(mask.address, maskStep, to.address, to.address + 4 * count, 0);
  return kernels !== null;
}
