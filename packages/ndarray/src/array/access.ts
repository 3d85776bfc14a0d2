/**
 * Reading and writing by index: `a[...]` and `a[...] = v`.
 *
 * Ties index expressions to arrays: basic parts give views, advanced ones copies; writing broadcasts the value.
 * Source: https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { DEFAULT_INT } from "../dtype/dtype.ts";
import { IndexError, ValueError, tupleText } from "../errors.ts";
import { type GatherPlan, gatherPlan, gatherShape } from "../indexing/advanced.ts";
import { basicView } from "../indexing/basic.ts";
import { type IndexArray, type Part, parseParts } from "../indexing/parts.ts";
import { copyElements } from "../kernels/copy.ts";
import { gather, scatter } from "../kernels/gather.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { Layout, type Shape } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { dtypeOf, toArray } from "./convert.ts";
import { emptyArray, scratchArray, viewOf, viewStrided } from "./make.ts";
import { NDArray } from "./ndarray.ts";

/** One part of an index: an integer, a slice (or its text), `"..."`, null for a new axis, or an array or list. */
export type IndexPart = unknown;

/**
 * `a[parts]`: a view where every part is basic, else a copy.
 *
 * @throws {IndexError} when a part lies outside its axis or is no index
 */
export function getIndex(a: NDArray, parts: readonly IndexPart[]): NDArray {
  const known = parseParts(parts, a.ndim, asIndexArray);
  if (!isAdvanced(known)) {
    const { layout, shift } = basicView(a.layout, known);
    return viewOf(a, layout, shift);
  }
  const plan = gatherPlan(a.layout, known);
  const shape = gatherShape(plan);
  const result = emptyArray(shape, a.dtype);
  gather(a, plan.places, plan.restShape, plan.restStrides, gridFirst(result, plan), plan.gridShape);
  noteTraffic(result.size, result.size);
  return result;
}

/**
 * `a[parts] = value`, the value broadcast to the shape that `a[parts]` has.
 *
 * @throws {IndexError} as `getIndex`
 * @throws {ValueError} when `a` is read-only, or the value does not broadcast
 */
export function setIndex(a: NDArray, parts: readonly IndexPart[], value: unknown): void {
  if (!a.isWriteable) throw new ValueError("assignment destination is read-only");
  const known = parseParts(parts, a.ndim, asIndexArray);
  const source = value instanceof NDArray ? value : toArray(value, scalarTarget(value, a));
  if (!isAdvanced(known)) {
    const { layout, shift } = basicView(a.layout, known);
    assign(viewOf(a, layout, shift), source);
    return;
  }
  const plan = gatherPlan(a.layout, known);
  const shape = gatherShape(plan);
  const cast = apart(fitted(source, shape, true), a);
  const ready = cast.dtype === a.dtype ? cast : castScratch(cast, a);
  scatter(gridFirst(ready, plan), a, plan.places, plan.restShape, plan.restStrides, plan.gridShape);
  noteTraffic(ready.size, ready.size);
}

/** Writes `source`, broadcast and cast, into every element of `to`, as if it had been copied first. */
export function assign(to: NDArray, source: NDArray): void {
  if (!to.isWriteable) throw new ValueError("assignment destination is read-only");
  copyElements(apart(fitted(source, to.shape, false), to), to, to.shape);
  noteTraffic(to.size, to.size);
}

/** Plain values are written as the elements they will be, so that what does not fit is an error. */
function scalarTarget(value: unknown, a: NDArray): NDArray["dtype"] | undefined {
  return Array.isArray(value) && dtypeOf(value) !== null && value.some((x) => x instanceof NDArray) ? undefined : a.dtype;
}

/** Nested lists are integers or booleans here, whatever JS calls their numbers. */
function asIndexArray(x: unknown): IndexArray | null {
  if (x instanceof NDArray) return x;
  if (typeof x === "boolean") return toArray(x);
  if (Array.isArray(x)) {
    const kind = dtypeOf(x)?.kind;
    return kind === undefined || kind === "f" ? integers(x) : toArray(x);
  }
  return ArrayBuffer.isView(x) ? toArray(x) : null;
}

function integers(x: readonly unknown[]): NDArray {
  const given = toArray(x);
  for (const n of x.flat(Infinity)) {
    if (typeof n === "number" && !Number.isInteger(n)) {
      throw new IndexError("arrays used as indices must be of integer (or boolean) type");
    }
  }
  const result = emptyArray(given.shape, DEFAULT_INT);
  copyElements(given, result, given.shape);
  return result;
}

function isAdvanced(parts: readonly Part[]): boolean {
  return parts.some((p) => p.kind === "array");
}

/** `dense` with the grid's axes first. */
function gridFirst(dense: NDArray, { gridShape, gridAt }: GatherPlan): NDArray {
  if (gridAt === 0) return dense;
  const axes = [...dense.shape.keys()];
  const order = [...axes.splice(gridAt, gridShape.length), ...axes];
  return viewStrided(dense, order.map((k) => dense.shape[k]!), order.map((k) => dense.strides[k]!));
}

/** `source` in `shape`; extra axes of length 1 in front are dropped, as NumPy's assignment does. */
function fitted(source: NDArray, shape: Shape, isAdvancedIndex: boolean): NDArray {
  let from = source;
  while (from.ndim > shape.length && from.shape[0] === 1) from = viewStrided(from, from.shape.slice(1), from.strides.slice(1));
  const strides = broadcastStrides(from.shape, from.strides, shape);
  if (strides !== null) return viewOf(from, new Layout(shape, strides, from.itemsize));
  throw new ValueError(
    isAdvancedIndex
      ? `shape mismatch: value array of shape ${tupleText(source.shape)} could not be broadcast to indexing result of shape ${tupleText(shape)}`
      : `could not broadcast input array from shape ${tupleText(source.shape)} into shape ${tupleText(shape)}`,
  );
}

/** `source`, or a copy of it where writing `to` could change it before it is read. */
function apart(source: NDArray, to: NDArray): NDArray {
  if (source.memory !== to.memory || !overlaps(source, to)) return source;
  const copy = scratchArray(source.shape, source.dtype);
  copyElements(source, copy, source.shape);
  return copy;
}

function castScratch(source: NDArray, a: NDArray): NDArray {
  const copy = scratchArray(source.shape, a.dtype);
  copyElements(source, copy, source.shape);
  return copy;
}
