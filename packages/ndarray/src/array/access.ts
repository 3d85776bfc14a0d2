/**
 * Reading and writing by index: `a[...]` and `a[...] = v`.
 *
 * Ties index expressions to arrays: basic parts give views, advanced ones copies; writing broadcasts the value.
 * Source: https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { type DType, int32 } from "../dtype/dtype.ts";
import {
  IndexError,
  ValueError,
  cannotFill,
  cannotFillIndexed,
  cannotFillMask,
} from "../errors.ts";
import { type GatherPlan, gatherPlan } from "../indexing/advanced.ts";
import { basicView, plainView } from "../indexing/basic.ts";
import { type IndexData, ONLY } from "../indexing/lists.ts";
import { type Part, parseParts } from "../indexing/parts.ts";
import { Slice, parseSlice, position } from "../indexing/slice.ts";
import { aligned, copyElements, scratch } from "../kernels/copy.ts";
import { gatherChunks, scatterChunks } from "../kernels/gather.ts";
import { type Operand, elementsOf, isAligned } from "../kernels/operand.ts";
import type { Numbers } from "../kernels/places.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { Layout, type Shape, sizeOf } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { dtypeOf, isTypedArray, scalarScratch, toArray } from "./convert.ts";
import { isComplex, writeElement } from "./element.ts";
import { emptyArray, freeScratch, scratchArray, viewOf, viewStrided } from "./make.ts";
import { NDArray } from "./ndarray.ts";
import { pickOf, put, take } from "./pick.ts";
import { fillLine, pickLine, sliceLine } from "./pick-line.ts";

/** One part of an index: an integer, a slice (or its text), `"..."`, null for a new axis, or an array or list. */
export type IndexPart = unknown;

/**
 * `a[parts]`: a view where every part is basic, else a copy.
 *
 * @throws {IndexError} when a part lies outside its axis or is no index
 */
export function getIndex(a: NDArray, parts: readonly IndexPart[]): NDArray {
  if (parts.length === 1 && a.layout.shape.length === 1) {
    const quick = pickOne(a, parts[0]);
    if (quick !== null) return quick;
  }
  const shift = shiftTo(a, parts);
  if (shift !== null) return viewOf(a, scalarLayout(a.itemsize), shift);
  const plain = plainView(a.layout, parts);
  if (plain !== null) return viewOf(a, plain.layout, plain.shift);
  const known = parseParts(parts, a.ndim, indexData);
  if (!known.isAdvanced) {
    const view = basicView(a.layout, known.parts);
    const result = viewOf(a, view.layout, view.shift);
    return known.hasScalarArray ? copied(result) : result;
  }
  const pick = pickOf(a, known.parts);
  const picked = pick === null ? null : emptyArray(pick.shape, a.dtype);
  if (pick !== null && picked !== null && take(a, pick, picked)) {
    noteTraffic(picked.size, picked.size);
    return picked;
  }
  const plan = planFor(a, known.parts);
  const result = picked ?? emptyArray(plan.shape, a.dtype); // counted once
  gatherChunks(
    a.memory,
    a.address,
    plan.places,
    plan.chunk,
    plan.unit,
    result.memory,
    result.address,
  );
  noteTraffic(result.size, result.size);
  return result;
}

/** `a[part]` of a line, where that is a slice, a mask or positions of the usual kind. */
function pickOne(a: NDArray, part: IndexPart): NDArray | null {
  if (typeof part === "string") {
    const slice = parseSlice(part);
    return slice === null ? null : sliceLine(a, slice);
  }
  if (part instanceof NDArray) return pickLine(a, part);
  return part instanceof Slice ? sliceLine(a, part) : null;
}

/**
 * `a[parts] = value`, the value broadcast to the shape that `a[parts]` has.
 *
 * @throws {IndexError} as `getIndex`
 * @throws {ValueError} when `a` is read-only, or the value does not broadcast
 */
export function setIndex(a: NDArray, parts: readonly IndexPart[], value: unknown): void {
  if (!a.isWriteable) throw new ValueError("assignment destination is read-only");
  const shift = shiftTo(a, parts);
  if (shift !== null && (typeof value !== "object" || isComplex(value))) {
    // Parts that are computed when they are read may move `a`, or dispose it.
    const element = isComplex(value) ? { re: value.re, im: value.im } : value;
    writeElement(a.memory, a.dtype, a.address + shift, element);
    noteTraffic(1, 1);
    return;
  }
  const isScalar = typeof value !== "object" || isComplex(value); // no array: nothing for a count
  const only = parts.length === 1 && a.layout.shape.length === 1 ? parts[0] : null;
  if (isScalar && only instanceof NDArray && only.dtype.kind === "b") {
    const cell = scalarScratch(value, a.dtype);
    const isDone = fillLine(a, only, cell);
    freeScratch(cell);
    if (isDone) return;
  }
  const known = parseParts(parts, a.ndim, indexData);
  const source =
    value instanceof NDArray
      ? value
      : isScalar
        ? scalarScratch(value, a.dtype)
        : toArray(value, scalarTarget(value, a), scratchArray);
  if (!known.isAdvanced) {
    if (source.ndim > 0 && namesOneElement(known.parts, a.ndim)) checkElement(source, a.dtype);
    const view = basicView(a.layout, known.parts);
    assign(viewOf(a, view.layout, view.shift), source);
    return;
  }
  const isMaskAlone = known.parts.length === 1 && known.parts[0]!.kind === "mask" && a.ndim > 0;
  const pick = source.memory.isHeap && !isUnready(source, a) ? pickOf(a, known.parts) : null;
  if (pick !== null) {
    if (isMaskAlone) checkMaskValue(source, pick.shape);
    if (put(a, pick, fitted(source, pick.shape, true))) {
      noteTraffic(sizeOf(pick.shape), sizeOf(pick.shape));
      return;
    }
  }
  const plan = planFor(a, known.parts);
  if (isMaskAlone) checkMaskValue(source, plan.shape);
  scatter(a, plan, source);
}

/** Whether integers alone pick an element: without "..." NumPy then assigns a scalar. */
function namesOneElement(parts: readonly Part[], ndim: number): boolean {
  return parts.length === ndim && parts.every((part) => part.kind === "integer");
}

/** An array with axes is no scalar; only bool takes one with a single element. */
function checkElement(source: NDArray, { kind }: DType): void {
  if (kind === "b" && source.size === 1) return;
  if (kind === "c")
    throw new TypeError("only 0-dimensional arrays can be converted to Python scalars");
  throw new ValueError("setting an array element with a sequence.");
}

/** Writes `source`, broadcast and cast, to the places of the plan. */
function scatter(a: NDArray, plan: GatherPlan, source: NDArray): void {
  const isOne = source.size === 1 && plan.chunk * plan.unit === a.itemsize;
  const from = isOne ? source : fitted(source, plan.shape, true);
  const isReady = (isOne || from.layout.isC) && !isUnready(from, a);
  const dense = isReady ? from : scratchArray(isOne ? [] : plan.shape, a.dtype);
  if (!isReady) copyElements(from, dense, from.shape);
  scatterChunks(
    dense.memory,
    dense.address,
    isOne ? 0 : plan.chunk,
    plan.places,
    plan.chunk,
    plan.unit,
    a.memory,
    a.address,
  );
  if (!isReady) freeScratch(dense);
  const size = plan.places.length * ((plan.chunk * plan.unit) / a.itemsize);
  noteTraffic(size, size);
}

/** Whether `source` must be copied before its elements can be written into `a` as they are. */
function isUnready(source: NDArray, a: NDArray): boolean {
  return (
    source.dtype !== a.dtype ||
    !isAligned(source) ||
    (source.memory === a.memory && overlaps(source, a))
  );
}

/** NumPy has sentences of its own for `a[mask] = v` where the mask covers all of `a`. */
function checkMaskValue(source: NDArray, shape: Shape): void {
  if (shape.length !== 1) return;
  if (source.ndim > 1) {
    throw new TypeError(
      `NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has ${source.ndim} dimensions`,
    );
  }
  if (source.size !== 1 && source.size !== shape[0]) {
    throw new ValueError(cannotFillMask(source.size, shape[0]!));
  }
}

/** Bytes to the one element that integers alone name, one for each axis; null for any other index. */
function shiftTo(a: NDArray, parts: readonly IndexPart[]): number | null {
  const { shape, strides } = a.layout;
  if (parts.length !== shape.length || parts.length === 0) return null;
  for (const at of parts) if (typeof at !== "number" || !Number.isInteger(at)) return null;
  let shift = 0;
  for (let k = 0; k < parts.length; k++)
    shift += position(parts[k] as number, k, shape[k]!) * strides[k]!; // numbers, as just seen
  return shift;
}

const scalarLayouts: Layout[] = [];

/** The layout of a 0-d array; one for each width. */
function scalarLayout(itemsize: number): Layout {
  return (scalarLayouts[itemsize] ??= new Layout([], [], itemsize));
}

/** A plan in the widest words that elements can be moved in. */
function planFor(a: NDArray, parts: readonly Part[]): GatherPlan {
  return gatherPlan(a.layout, parts, isAligned(a) ? Math.min(4, a.dtype.alignment) : 1);
}

function copied(a: NDArray): NDArray {
  const result = emptyArray(a.shape, a.dtype);
  copyElements(a, result, a.shape);
  noteTraffic(a.size, a.size);
  return result;
}

/** Writes `source`, broadcast and cast, into every element of `to`, as if it had been copied first. */
export function assign(to: NDArray, source: NDArray): void {
  if (!to.isWriteable) throw new ValueError("assignment destination is read-only");
  copyElements(apart(fitted(source, to.shape, false), to), to, to.shape);
  noteTraffic(to.size, to.size);
}

/** Plain values are written as the elements they will be, so that what does not fit is an error. */
function scalarTarget(value: unknown, a: NDArray): DType | undefined {
  return Array.isArray(value) && dtypeOf(value) !== null && value.some((x) => x instanceof NDArray)
    ? undefined
    : a.dtype;
}

/** An array, or lists with arrays inside, as index data; null for what is no index. */
function indexData(x: unknown): IndexData | null {
  if (!(x instanceof NDArray) && !Array.isArray(x) && !isTypedArray(x)) return null;
  const array = toArray(x, undefined, scratchArray);
  const { kind } = array.dtype;
  if (kind === "f" || kind === "c")
    throw new IndexError(
      Array.isArray(x) ? ONLY : "arrays used as indices must be of integer (or boolean) type",
    );
  return { isMask: kind === "b", shape: array.shape, array, numbers: () => plainNumbers(array) };
}

function plainNumbers(array: NDArray): Numbers {
  const { data, offset, strides } = elementsOf(
    array.itemsize < 8 ? aligned(array, array.shape) : narrowed(array),
  );
  return { shape: array.shape, data: data as Int32Array, offset, strides }; // never 64 bits wide: those were narrowed
}

/** 64-bit indices as int32. Those that do not fit stay outside every axis. */
function narrowed(array: NDArray): Operand {
  const wide = scratch(array.dtype, array.shape);
  copyElements(array, wide, array.shape);
  const copy = scratch(int32, array.shape);
  const from = elementsOf(wide).data;
  const to = elementsOf(copy).data as Int32Array; // int32, as asked
  const most = 2147483647;
  for (let k = 0; k < array.size; k++) to[k] = Math.max(-most, Math.min(most, Number(from[k])));
  return copy;
}

/** `source` in `shape`; extra axes of length 1 in front are dropped, as NumPy's assignment does. */
function fitted(source: NDArray, shape: Shape, isAdvancedIndex: boolean): NDArray {
  const from = withoutLeadingOnes(source, shape.length);
  const strides = broadcastStrides(from.shape, from.strides, shape);
  if (strides !== null) return viewOf(from, new Layout(shape, strides, from.itemsize));
  throw new ValueError(
    isAdvancedIndex ? cannotFillIndexed(source.shape, shape) : cannotFill(source.shape, shape),
  );
}

/** `a` without axes of length 1 in front, as long as it has more than `ndim`. */
export function withoutLeadingOnes(a: NDArray, ndim: number): NDArray {
  let extra = 0;
  while (a.ndim - extra > ndim && a.shape[extra] === 1) extra += 1;
  return extra === 0 ? a : viewStrided(a, a.shape.slice(extra), a.strides.slice(extra));
}

/** `source`, or a copy of it where writing `to` could change it before it is read. */
function apart(source: NDArray, to: NDArray): NDArray {
  if (source.memory !== to.memory || !overlaps(source, to)) return source;
  const copy = scratchArray(source.shape, source.dtype);
  copyElements(source, copy, source.shape);
  return copy;
}
