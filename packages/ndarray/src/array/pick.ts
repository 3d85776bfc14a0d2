/**
 * The advanced indices that are met most, taken straight to a kernel: one array of integers, or one mask.
 *
 * Knows when an index is of that kind; every other one goes the general way, by a plan of places. Both give the same.
 */
import { int32, int64 } from "../dtype/dtype.ts";
import { IndexError } from "../errors.ts";
import type { IndexArray } from "../indexing/lists.ts";
import type { Part } from "../indexing/parts.ts";
import type { Slice } from "../indexing/slice.ts";
import { copyElements } from "../kernels/copy.ts";
import {
  type IndexedAxis,
  type Indices,
  type Picked,
  selectCompress,
  selectCount,
  selectPlaces,
  selectPut,
  selectTake,
} from "../kernels/select-gather.ts";
import { sameShape } from "../layout/broadcast.ts";
import type { Layout, Shape } from "../layout/layout.ts";
import { freeScratch, scratchArray } from "./make.ts";
import type { NDArray } from "./ndarray.ts";

/** An index of one of those kinds. */
export interface Pick {
  readonly array: IndexArray;
  readonly at: number;
  readonly axis: IndexedAxis;
  /** Whether it is a mask of the whole array, whose places `take` need not know. */
  readonly isMask: boolean;
  readonly indices: ScratchIndices;
  /** The shape of `a[parts]`. */
  readonly shape: Shape;
}

/** What `parts` picks from `a`, or null where the kernels do not fit. Call `take` or `put` with it, once. */
export function pickOf(a: NDArray, parts: readonly Part[]): Pick | null {
  const only = a.memory.isHeap ? onlyArray(parts) : null;
  if (only === null) return null;
  const { array, axis: at } = only;
  const isMask = array.dtype.kind === "b" && array.layout.ndim === a.ndim;
  if (array.dtype.kind === "b" && !isMask && array.layout.ndim !== 1) return null;
  const axis = isMask ? wholeAsAxis(a, array.layout) : indexedAxis(a.layout, at);
  const indices = axis === null ? null : isMask ? countOnly(array) : toIndices(array, axis.length);
  if (axis === null || indices === null) return null;
  const gridShape = array.dtype.kind === "b" ? [indices.count] : array.layout.shape;
  const rest = isMask ? [] : a.shape.slice(at + 1);
  return { array, at, axis, isMask, indices, shape: [...axis.outerShape, ...gridShape, ...rest] };
}

/** Fills `result`, contiguous and of the pick's shape; false where it must be done otherwise. @throws {IndexError} */
export function take(a: NDArray, pick: Pick, result: NDArray): boolean {
  const { array, axis, indices } = pick;
  if (pick.isMask)
    return selectCompress(a, axis.stride, array, rowStepOf(array.layout), result, indices.count);
  return finish(
    pick,
    result.size === 0 && indices.count === 0 ? DONE : selectTake(a, axis, indices, result),
  );
}

/** Writes `value`, of the pick's shape and `a`'s dtype; false where it must be done otherwise. @throws {IndexError} */
export function put(a: NDArray, pick: Pick, value: NDArray): boolean {
  const step = rowStep(
    value,
    pick.axis.outerShape.length,
    value.ndim - (a.ndim - pick.at - 1),
    pick.axis.rowBytes,
  );
  const indices = pick.isMask ? toIndices(pick.array, pick.axis.length) : pick.indices;
  if (indices === null) return false;
  return finish(
    { ...pick, indices },
    step === null ? null : selectPut(a, pick.axis, indices, value, step),
  );
}

const DONE: Picked = { kind: "done" };

/** Indices, and the array to give back if they are scratch. */
interface ScratchIndices extends Indices {
  readonly scratch?: NDArray;
}

/** The one array among `parts` and the axis it is for, if all others keep their axes whole; else null. */
function onlyArray(parts: readonly Part[]): { array: IndexArray; axis: number } | null {
  let array: IndexArray | null = null;
  let axis = 0;
  for (const part of parts) {
    if (part.kind === "integers" || part.kind === "mask") {
      if (array !== null || part.index.array === null) return null;
      array = part.index.array;
    } else if (part.kind === "ellipsis") {
      if (array === null) axis += part.count;
    } else if (part.kind === "slice" && isEverything(part.slice)) {
      if (array === null) axis += 1;
    } else {
      return null;
    }
  }
  return array === null ? null : { array, axis };
}

/** Whether a slice leaves its axis as it is, whatever the length. */
function isEverything({ start, stop, step }: Slice): boolean {
  return (start === null || start === 0) && stop === null && (step === null || step === 1);
}

/** All of `a` as one axis, for a mask of its shape; both must be one row in memory. */
function wholeAsAxis(a: NDArray, mask: Layout): IndexedAxis | null {
  const isRow = (layout: Layout): boolean => layout.ndim === 1 || layout.isC;
  if (a.ndim === 0 || !sameShape(a.shape, mask.shape) || !isRow(a.layout) || !isRow(mask))
    return null;
  return {
    length: a.size,
    stride: rowStepOf(a.layout),
    outerShape: [],
    outerStrides: [],
    rowBytes: a.itemsize,
  };
}

function indexedAxis({ shape, strides, itemsize }: Layout, at: number): IndexedAxis | null {
  let rowBytes = itemsize;
  for (let k = shape.length - 1; k > at; k--) {
    if (shape[k] !== 1 && strides[k] !== rowBytes) return null;
    rowBytes *= shape[k]!;
  }
  return {
    length: shape[at]!,
    stride: strides[at]!,
    outerShape: shape.slice(0, at),
    outerStrides: strides.slice(0, at),
    rowBytes,
  };
}

/** How many places a mask has, the places themselves being left for later. */
function countOnly(mask: IndexArray): ScratchIndices | null {
  const { layout, memory, dtype, address, strides } = mask;
  const count = selectCount(mask, rowStepOf(layout), layout.size);
  return count === null ? null : { memory, dtype, address, strides, count };
}

/** Bytes between the elements of a row; a contiguous layout may have any stride where an axis has length 1. */
function rowStepOf({ ndim, strides, itemsize }: Layout): number {
  return ndim === 1 ? strides[0]! : itemsize;
}

/** Indices in C order as int32 or int64: the array itself where it is so, else scratch. A mask gives its places. */
function toIndices(array: IndexArray, length: number): ScratchIndices | null {
  const { layout, dtype, memory, address } = array;
  if (dtype.kind === "b") {
    if (layout.ndim === 0 || layout.size !== length || (layout.ndim > 1 && !layout.isC))
      return null; // the general way has the sentence for it
    const step = rowStepOf(layout);
    const count = selectCount(array, step, length);
    if (count === null) return null;
    const places = scratchArray([count], int32);
    return selectPlaces(array, step, places, count) ? asIndices(places, count) : null;
  }
  if (layout.isC && (dtype === int32 || dtype === int64)) {
    return { memory, dtype, address, strides: layout.strides, count: layout.size };
  }
  const copy = scratchArray(layout.shape, dtype.itemsize < 4 || dtype === int32 ? int32 : int64);
  copyElements(array, copy, layout.shape);
  return asIndices(copy, layout.size);
}

function asIndices(scratch: NDArray, count: number): ScratchIndices {
  const { memory, dtype, address, strides } = scratch;
  return { memory, dtype, address, strides, count, scratch };
}

/** Gives scratch back; throws where an index lay outside. */
function finish({ array, indices, at, axis }: Pick, picked: Picked | null): boolean {
  if (indices.scratch !== undefined) freeScratch(indices.scratch);
  if (picked === null || picked.kind === "done") return picked !== null;
  const { layout, dtype } = array;
  let rest = picked.position;
  let address = array.address;
  for (let k = layout.ndim - 1; k >= 0; k--) {
    address += (rest % layout.shape[k]!) * layout.strides[k]!;
    rest = Math.floor(rest / layout.shape[k]!);
  }
  const index = array.memory.view(dtype)[address / dtype.itemsize]!;
  throw new IndexError(`index ${index} is out of bounds for axis ${at} with size ${axis.length}`);
}

/** Bytes between the rows of `value`, whose axes from `from` to `to` are the indices'; null where no one step leads over them. */
function rowStep(
  { shape, strides, itemsize }: NDArray,
  from: number,
  to: number,
  rowBytes: number,
): number | null {
  if (to - from !== 1) return null;
  let expected = itemsize;
  for (let k = shape.length - 1; k >= to; k--) {
    if (shape[k] !== 1 && strides[k] !== expected) return null;
    expected *= shape[k]!;
  }
  return shape[from] === 1 ? rowBytes : strides[from]!;
}
