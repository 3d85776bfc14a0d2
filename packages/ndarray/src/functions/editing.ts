/**
 * Editing: elements put in, taken out, cut off at the ends. Every result is a copy, but for `trim_zeros`.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html#adding-and-removing-elements
 */
import { assign, withoutLeadingOnes } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { outsideAxis } from "../array/indices.ts";
import { emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { IndexError, ValueError, cannotFillIndexed, cannotFillMask } from "../errors.ts";
import { Slice, parseSlice, slicePositions } from "../indexing/slice.ts";
import { copyElements } from "../kernels/copy.ts";
import { pickAlong } from "../kernels/pick.ts";
import { normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { contiguous } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import {
  cut,
  dense,
  doubles,
  elements,
  flat,
  freeDense,
  integers,
  padDims,
  permuted,
} from "./dense.ts";
import type { FlatAxisOption } from "./tiling.ts";

/** Which places: one, a list, a slice (or its text), or a mask. */
export type Places =
  | number
  | bigint
  | string
  | Slice
  | NDArray
  | readonly (number | bigint | boolean)[];

/**
 * A copy without the elements (or sub-arrays along the axis) at `obj`; without an axis, of all elements flat.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.delete.html
 *
 * @throws {IndexError} when a place lies outside the axis
 * @throws {ValueError} when a mask has another length
 * @example delete_([1, 2, 3], 1) // [1, 3]
 */
export function delete_<X extends ArrayLike>(
  arr: X,
  obj: Places,
  options: FlatAxisOption = {},
): NDArray<DTypeOf<X>> {
  readOptions("delete", options, ["axis"]);
  const { a, axis } = along(asArray(arr), options.axis);
  const n = a.shape[axis]!;
  const gone = new Uint8Array(n);
  for (const p of deletedPlaces(obj, n)) {
    if (p < -n || p >= n)
      throw new IndexError(`index ${p} is out of bounds for axis ${axis} with size ${n}`);
    gone[p < 0 ? p + n : p] = 1;
  }
  const result = edited(a, axis, n - gone.reduce((count, g) => count + g, 0));
  for (let start = 0, to = 0; start < n;) {
    let stop = start;
    while (stop < n && gone[stop] === 0) stop += 1;
    const run = cut(a, axis, Math.min(start, n - 1), stop - start);
    copyElements(run, cut(result, axis, to, stop - start), run.shape);
    to += stop - start;
    start = stop + 1;
  }
  noteTraffic(result.size, result.size);
  return result as NDArray<DTypeOf<X>>; // dtypes stay
}

function deletedPlaces(obj: Places, n: number): Iterable<number> {
  const mask = maskOf(obj);
  if (mask === null) return placesOf(obj, n).places;
  if (mask.ndim !== 1 || mask.size !== n) {
    throw new ValueError(
      `boolean array argument obj to delete must be one dimensional and match the axis length of ${n}`,
    );
  }
  return truePlaces(mask);
}

/**
 * A copy with `values` put in before the places `obj`, which count in the array as it was.
 *
 * Without an axis, all elements are taken flat. One place takes as many values as come along the axis; several
 * places take one each, or the same one.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.insert.html
 *
 * @throws {IndexError} when a place lies outside the axis
 * @throws {ValueError} when the values do not broadcast
 * @example insert([1, 2, 3], 1, 5) // [1, 5, 2, 3]
 */
export function insert<X extends ArrayLike>(
  arr: X,
  obj: Places,
  values: unknown,
  options: FlatAxisOption = {},
): NDArray<DTypeOf<X>> {
  readOptions("insert", options, ["axis"]);
  const { a, axis } = along(asArray(arr), options.axis);
  const n = a.shape[axis]!;
  const { places, isScalar } = insertedPlaces(obj, n);
  const source = values instanceof NDArray ? values : toArray(values, a.dtype);
  const positive = places.map((p) => (p < 0 ? p + n : p));
  const isOne = places.length === 1;
  if (isOne && (positive[0]! < 0 || positive[0]! > n)) {
    const text = isScalar ? String(places[0]) : `[${places[0]}]`;
    throw new IndexError(`index ${text} is out of bounds for axis ${axis} with size ${n}`);
  }
  const result = (
    isOne
      ? insertOne(a, axis, positive[0]!, padDims(source, a.ndim), isScalar)
      : insertMany(a, axis, positive, source)
  ) as NDArray<DTypeOf<X>>; // dtypes stay
  noteTraffic(result.size, result.size);
  return result;
}

/** All values along the axis go to one place. Of a plain number's values the first axis is the one that counts. */
function insertOne(
  a: NDArray,
  axis: number,
  at: number,
  source: NDArray,
  isScalar: boolean,
): NDArray {
  const values = isScalar ? firstAxisTo(source, axis) : source;
  const count = values.shape[axis]!;
  const n = a.shape[axis]!;
  const result = edited(a, axis, n + count);
  const copy = (from: number, to: number, length: number): void =>
    copyElements(
      cut(a, axis, from, length),
      cut(result, axis, to, length),
      a.shape.with(axis, length),
    );
  copy(0, 0, at);
  assign(cut(result, axis, at, count), values);
  copy(at, at + count, n - at);
  return result;
}

function firstAxisTo(a: NDArray, axis: number): NDArray {
  return permuted(a, [...a.shape.keys()].slice(1).toSpliced(axis, 0, 0));
}

/** Each place gets its own slot; the values fill the slots in the order the places were given. */
function insertMany(a: NDArray, axis: number, places: readonly number[], source: NDArray): NDArray {
  const n = a.shape[axis]!;
  const count = places.length;
  const order = [...places.keys()].sort((i, j) => places[i]! - places[j]!);
  const slots = new Int32Array(count);
  for (const [k, i] of order.entries()) slots[i] = places[i]! + k;
  const taken = new Uint8Array(n + count);
  for (const [i, s] of slots.entries()) {
    if (s < -n - count || s >= n + count) throw outsideAxis(0, n + count)(s); // NumPy looks it up in a line of its own
    slots[i] = s < 0 ? s + n + count : s;
    taken[slots[i]!] = 1;
  }
  const result = edited(a, axis, n + count);
  const free = Int32Array.from([...taken.keys()].filter((k) => taken[k] === 0));
  if (free.length !== n) throw new ValueError(cannotFillMask(n, free.length));
  const from = dense(a);
  pickAlong(
    from,
    result,
    result.shape,
    axis,
    Int32Array.from({ length: n }, (_, k) => k),
    free,
  );
  freeDense(from, a);
  const values = scratchArray(a.shape.with(axis, count), a.dtype);
  const fitted = withoutLeadingOnes(source, a.ndim);
  if (broadcastStrides(fitted.shape, fitted.strides, values.shape) === null)
    throw new ValueError(cannotFillIndexed(source.shape, values.shape));
  assign(values, fitted);
  pickAlong(
    values,
    result,
    result.shape,
    axis,
    Int32Array.from({ length: count }, (_, k) => k),
    slots,
  );
  freeScratch(values);
  return result;
}

function insertedPlaces(obj: Places, n: number): { places: number[]; isScalar: boolean } {
  const mask = maskOf(obj);
  if (mask === null) return placesOf(obj, n);
  if (mask.ndim !== 1)
    throw new ValueError("boolean array argument obj to insert must be one dimensional");
  return { places: [...truePlaces(mask)], isScalar: false };
}

function maskOf(obj: Places): NDArray | null {
  if (obj instanceof NDArray) return obj.dtype.kind === "b" ? obj : null;
  return Array.isArray(obj) && obj.length > 0 && obj.every((x) => typeof x === "boolean")
    ? toArray(obj)
    : null;
}

function truePlaces(mask: NDArray): number[] {
  const copy = dense(mask);
  const places = [...elements(copy).keys()].filter((k) => elements(copy)[k] !== 0);
  freeDense(copy, mask);
  return places;
}

function placesOf(obj: Places, n: number): { places: number[]; isScalar: boolean } {
  if (typeof obj === "number" || typeof obj === "bigint")
    return { places: [Number(obj)], isScalar: true };
  const slice = typeof obj === "string" ? parseSlice(obj) : obj;
  if (slice instanceof Slice) {
    const { start, step, count } = slicePositions(slice, n);
    return { places: Array.from({ length: count }, (_, k) => start + k * step), isScalar: false };
  }
  if (Array.isArray(obj) && obj.every((x) => Number.isInteger(x)))
    return { places: obj.map(Number), isScalar: false };
  const array = toArray(obj);
  if (array.ndim > 1)
    throw new ValueError("index array argument obj to insert must be one dimensional or scalar");
  const isWhole =
    "biu".includes(array.dtype.kind) ||
    (!(obj instanceof NDArray) && doubles(array).every((x) => Number.isInteger(x)));
  if (!isWhole) throw new IndexError("arrays used as indices must be of integer (or boolean) type");
  return { places: [...integers(array)], isScalar: array.ndim === 0 };
}

/** The array and its axis; without one, all elements flat. */
function along(a: NDArray, axis: number | null | undefined): { a: NDArray; axis: number } {
  if (axis === undefined || axis === null) return { a: flat(a), axis: 0 };
  return { a, axis: normalizeAxis(axis, a.ndim) };
}

/** A fresh array like `a`, with another length along the axis; columns first where `a` has them so. */
function edited(a: NDArray, axis: number, length: number): NDArray {
  return emptyLike(
    contiguous(a.shape.with(axis, length), a.itemsize, a.layout.isF && !a.layout.isC ? "F" : "C"),
    a.dtype,
  );
}

/** Which zeros to cut off. */
export interface TrimOptions {
  /** "f" for those in front, "b" for those behind; both unless told. */
  readonly trim?: string | undefined;
  /** Along which axes; all unless told. */
  readonly axis?: number | readonly number[] | null | undefined;
}

/**
 * A view without the zeros in front and behind: the smallest box that holds everything else.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.trim_zeros.html
 *
 * @throws {ValueError} when `trim` has other letters
 * @example trim_zeros([0, 1, 2, 0]) // [1, 2]
 */
export function trim_zeros<X extends ArrayLike>(
  filt: X,
  options: TrimOptions = {},
): NDArray<DTypeOf<X>> {
  readOptions("trim_zeros", options, ["trim", "axis"]);
  const a = asArray(filt);
  const trim = (options.trim ?? "fb").toLowerCase();
  if (!["fb", "bf", "f", "b"].includes(trim))
    throw new ValueError(`unexpected character(s) in \`trim\`: '${trim}'`);
  const { low, high } = boxOfNonzero(a);
  let view: NDArray = a;
  for (const axis of normalizeAxes(options.axis, a.ndim, "axis")) {
    const n = a.shape[axis]!;
    const start = trim.includes("f") ? low[axis]! : 0;
    const stop = trim.includes("b") ? high[axis]! : n;
    const isAllZero = low[axis]! >= high[axis]!;
    view = isAllZero ? cut(view, axis, 0, 0) : cut(view, axis, start, stop - start);
  }
  return view as NDArray<DTypeOf<X>>; // dtypes stay
}

function boxOfNonzero(a: NDArray): { low: number[]; high: number[] } {
  const copy = dense(a);
  const data = elements(copy);
  const { components } = a.dtype;
  const low = [...a.shape];
  const high = a.shape.map(() => 0);
  for (let k = 0; k < a.size; k++) {
    const isZero =
      Number(data[k * components]) === 0 && (components === 1 || data[k * components + 1] === 0);
    if (isZero) continue;
    for (let axis = a.ndim - 1, rest = k; axis >= 0; axis--) {
      const n = a.shape[axis]!;
      const at = rest % n;
      rest = (rest - at) / n;
      low[axis] = Math.min(low[axis]!, at);
      high[axis] = Math.max(high[axis]!, at + 1);
    }
  }
  freeDense(copy, a);
  return { low, high };
}
