/**
 * Picking elements out: by indices along an axis, by conditions, by choice.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.indexing.html
 */
import { assign, getIndex, setIndex } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { reshaped } from "../array/copy.ts";
import {
  type IndexMode,
  cannotCast,
  checkMode,
  inRange,
  indexScratch,
  outsideAxis,
  wholeNumbers,
} from "../array/indices.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { bool, int32, int64 } from "../dtype/dtype.ts";
import { IndexError, ValueError } from "../errors.ts";
import { Slice } from "../indexing/slice.ts";
import { copyWhere } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes, sameShape } from "../layout/broadcast.ts";
import { noteTraffic } from "../memory/counter.ts";
import { positionalOr, readOptions } from "../options.ts";
import { lineUp } from "../ufunc/call.ts";
import { checkCast } from "./copying.ts";
import { ravel } from "./reshape.ts";
import { flatnonzero, promoted } from "./where.ts";

const EVERYTHING = new Slice(null, null, null);

export interface TakeOptions {
  /** The axis to pick along; the elements in C order as one axis unless told. */
  readonly axis?: number | null | undefined;
  /** What an index outside the axis means: an error (unless told), from the other end, or the nearest. */
  readonly mode?: IndexMode | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * Elements at `indices` along an axis: a copy, in which the indices' axes stand where the axis stood.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.take.html
 *
 * @throws {IndexError} when an index lies outside
 * @example take([4, 3, 5], [0, 0, 2]).tolist() // [4, 4, 5]
 */
export function take<X extends ArrayLike>(
  a: X,
  indices: ArrayLike,
  axis?: TakeOptions["axis"] | TakeOptions,
  options?: TakeOptions,
): NDArray<DTypeOf<X>> {
  const given = positionalOr<TakeOptions, "axis">("take", "axis", axis, options, [
    "axis",
    "mode",
    "out",
  ]);
  const { mode = "raise" } = given;
  checkMode(mode);
  const x = asArray(a);
  const isFlat = given.axis === undefined || given.axis === null;
  const from = isFlat || x.ndim === 0 ? ravel(x) : x;
  const along = normalizeAxis(isFlat ? 0 : given.axis!, from.ndim); // not flat: there is an axis
  const part = indexAlong(indices, from.shape[along]!, along, mode);
  const result = getIndex(from, [...Array.from({ length: along }, () => EVERYTHING), part]);
  return into(given.out, result) as NDArray<DTypeOf<X>>; // picking keeps the dtype
}

/** `indices` as one array to index an axis with. */
function indexAlong(indices: unknown, length: number, axis: number, mode: IndexMode): NDArray {
  if (
    mode === "raise" &&
    length > 0 &&
    indices instanceof NDArray &&
    (indices.dtype === int32 || indices.dtype === int64)
  )
    return indices;
  const { values, shape } = wholeNumbers(indices, cannotCast("same_kind"));
  if (length === 0 && values.length > 0)
    throw new IndexError("cannot do a non-empty take from an empty axes.");
  inRange(values, length, mode, outsideAxis(axis, length));
  return indexScratch({ values, shape });
}

/** `result`, or `out` with its elements. @throws {ValueError} when their shapes differ */
function into(out: NDArray | null | undefined, result: NDArray): NDArray {
  if (out === undefined || out === null) return result;
  if (!sameShape(out.shape, result.shape))
    throw new ValueError("output array does not match result of ndarray.take");
  checkCast(out, result.dtype, "safe"); // NumPy reads it in that dtype first
  assign(out, result);
  return out;
}

export interface AlongAxisOption {
  /** The axis of `indices` that is picked along; the last unless told, and null flattens. */
  readonly axis?: number | null | undefined;
}

/**
 * Elements whose place along `axis` is given by `indices`, one by one: what `argsort` and `argmax` answer, applied.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.take_along_axis.html
 *
 * @throws {ValueError} when `indices` has another number of axes
 * @throws {IndexError} when an index lies outside
 * @example take_along_axis([[3, 1, 2]], [[1, 2, 0]], { axis: 1 }).tolist() // [[1, 2, 3]]
 */
export function take_along_axis<X extends ArrayLike>(
  arr: X,
  indices: ArrayLike,
  axis?: AlongAxisOption["axis"] | AlongAxisOption,
  options?: AlongAxisOption,
): NDArray<DTypeOf<X>> {
  const given = positionalOr<AlongAxisOption, "axis">("take_along_axis", "axis", axis, options, [
    "axis",
  ]);
  const along = given.axis === undefined ? -1 : given.axis;
  const x = asArray(arr);
  const from = along === null ? ravel(x) : x;
  return getIndex(from, alongParts(from, indices, along)) as NDArray<DTypeOf<X>>; // picking keeps the dtype
}

/**
 * Writes `values`, broadcast to the shape of `indices`, where `take_along_axis` would read.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.put_along_axis.html
 *
 * @throws {ValueError} when `indices` has another number of axes
 * @example put_along_axis(a, argmax(a, { axis: 1, keepdims: true }), 0, { axis: 1 })
 */
export function put_along_axis(
  arr: NDArray,
  indices: ArrayLike,
  values: ArrayLike,
  axis: number | null | AlongAxisOption,
  options?: AlongAxisOption,
): void {
  const given = positionalOr<AlongAxisOption, "axis">("put_along_axis", "axis", axis, options, [
    "axis",
  ]);
  const along = given.axis === undefined ? -1 : given.axis;
  if (along === null)
    throughFlat(arr, (flat) => setIndex(flat, alongParts(flat, indices, null), values));
  else setIndex(arr, alongParts(arr, indices, along), values);
}

/** The index parts that stand for `indices` along an axis: themselves there, and counting indices elsewhere. */
function alongParts(arr: NDArray, indices: unknown, axis: number | null): NDArray[] {
  const index =
    indices instanceof NDArray ? indices : indexScratch(wholeNumbers(indices, () => NO_INTEGERS));
  const along = axis === null ? 0 : normalizeAxis(axis, arr.ndim);
  if (index.dtype.kind !== "i" && index.dtype.kind !== "u") throw new IndexError(NO_INTEGERS);
  if (axis === null && index.ndim !== 1)
    throw new ValueError("when axis=None, `indices` must have a single dimension.");
  if (index.ndim !== arr.ndim)
    throw new ValueError("`indices` and `arr` must have the same number of dimensions");
  return arr.shape.map((n, k) => {
    if (k === along) return index;
    return indexScratch({
      values: Int32Array.from({ length: n }, (_, i) => i),
      shape: arr.shape.map((_, j) => (j === k ? n : 1)),
    });
  });
}

const NO_INTEGERS = "`indices` must be an integer array";

/** Runs `write` on the elements in C order as one axis: in place, or by way of a copy. */
export function throughFlat(a: NDArray, write: (flat: NDArray) => void): void {
  const flat = reshaped(a, [a.size], "C", null);
  flat.isWriteable = a.isWriteable;
  write(flat);
  if (flat.base !== (a.base ?? a)) assign(a, reshaped(flat, a.shape, "C", false));
}

export interface ConditionOptions {
  /** The axis to pick along; the elements in C order as one axis unless told. */
  readonly axis?: number | null | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * The slices along an axis where `condition`, a list, is true; it may be shorter than the axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.compress.html
 *
 * @throws {ValueError} when `condition` has not one axis
 * @throws {IndexError} when it is true beyond the axis
 * @example compress([false, true], [[1, 2], [3, 4]], { axis: 0 }).tolist() // [[3, 4]]
 */
export function compress<X extends ArrayLike>(
  condition: ArrayLike,
  a: X,
  options?: ConditionOptions,
): NDArray<DTypeOf<X>> {
  const { axis = null, out } = readOptions("compress", options, ["axis", "out"]);
  const mask = toArray(condition);
  if (mask.ndim !== 1) throw new ValueError("condition must be a 1-d array");
  return take(a, flatnonzero(mask), { axis, out });
}

/**
 * The elements of `arr`, in C order, where `condition` is true.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.extract.html
 *
 * @example extract([true, false, true], [4, 5, 6]).tolist() // [4, 6]
 */
export function extract<X extends ArrayLike>(condition: ArrayLike, arr: X): NDArray<DTypeOf<X>> {
  return take(arr, flatnonzero(condition));
}

export interface ChooseOptions {
  /** What an index outside the list of choices means. */
  readonly mode?: IndexMode | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * For each element, that of the choice whose number stands in `a`; everything broadcast together.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.choose.html
 *
 * @throws {ValueError} when `a` names a choice that does not exist
 * @example choose([0, 1], [[1, 2], [3, 4]]).tolist() // [1, 4]
 */
export function choose(
  a: ArrayLike,
  choices: readonly ArrayLike[] | NDArray,
  options?: ChooseOptions,
): NDArray {
  const { mode = "raise", out } = readOptions("choose", options, ["mode", "out"]);
  const list = promoted([...choices]);
  const which = wholeNumbers(a);
  const invalid = new ValueError("invalid entry in choice array");
  if (mode === "raise" && which.values.some((n) => n < 0)) throw invalid;
  inRange(which.values, list.length, mode, () => invalid);
  const shape = broadcastShapes([which.shape, ...list.map((c) => c.shape)]);
  const result = emptyArray(shape, list[0]!.dtype);
  const mask = scratchArray(which.shape, bool);
  const truths = mask.memory.bytes.subarray(mask.address, mask.address + mask.nbytes);
  for (const [n, choice] of list.entries()) {
    for (let k = 0; k < truths.length; k++) truths[k] = Number(which.values[k] === n);
    copyWhere(lineUp(choice, shape), lineUp(mask, shape), result, shape);
  }
  freeScratch(mask);
  noteTraffic(2 * result.size, result.size);
  return into(out, result);
}
