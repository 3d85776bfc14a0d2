/**
 * Sorting: elements in order, or the positions that would put them there.
 *
 * Every sort here is stable, nan comes last whichever the direction, and complex numbers are ordered by real, then
 * by imaginary part.
 * Source: https://numpy.org/doc/stable/reference/routines.sort.html
 */
import { type DTypeOf, asArray, toArray, toValues } from "../array/convert.ts";
import { emptyArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DTypeName, complex128, complex64 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { argsortLines, forEachLine, identityOrder, refineOrder } from "../kernels/argsort.ts";
import { copyElements } from "../kernels/copy.ts";
import { partitionLines } from "../kernels/partition.ts";
import { sortInto } from "../kernels/ranks.ts";
import { sortLines } from "../kernels/sort.ts";
import { orderKeys } from "../kernels/sort-keys.ts";
import { thresholds } from "../kernels/thresholds.ts";
import { isOnlyAxis, normalizeAxis } from "../layout/axis.ts";
import { sameShape } from "../layout/broadcast.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { copyAs } from "./creation.ts";
import { dense, freeDense, reshaped } from "./dense.ts";

/** How to sort. */
export interface SortOptions {
  /** The axis to sort along; null sorts all elements flat. The last unless told. */
  readonly axis?: number | null | undefined;
  readonly descending?: boolean | undefined;
  /** Accepted for NumPy's sake: every sort here is stable. */
  readonly stable?: boolean | null | undefined;
  /** Accepted for NumPy's sake. */
  readonly kind?: "quicksort" | "mergesort" | "heapsort" | "stable" | null | undefined;
  /** Fields to sort by, which no array here has. */
  readonly order?: null | undefined;
}

/** How to partition. */
export interface PartitionOptions extends Pick<SortOptions, "order"> {
  /** The axis to go along; null takes all elements flat. The last unless told. */
  readonly axis?: number | null | undefined;
  /** Accepted for NumPy's sake. */
  readonly kind?: "introselect" | undefined;
}

/**
 * A sorted copy of `a` along an axis; nan comes last.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sort.html
 *
 * @throws {AxisError} when `a` does not have the axis
 * @example sort([3, 1, 2]) // [1, 2, 3]
 */
export function sort<X>(a: X, options?: SortOptions): NDArray<DTypeOf<X>> {
  const given = asArray(a);
  if (options !== undefined) return sortedAs(given, options);
  return given.ndim === 1 && given.size <= thresholds.rankedLine
    ? fewSorted(given)
    : sorted(given, given.ndim - 1, false);
}

/** A sorted copy of a short line. */
function fewSorted<N extends DTypeName>(a: NDArray<N>): NDArray<N> {
  const result = emptyArray(a.shape, a.dtype);
  if (!sortInto(a, result, a.size)) {
    copyElements(a, result, a.shape);
    sortLines(result, result.shape, 0, false);
  }
  noteTraffic(a.size, a.size);
  return result;
}

/** A sorted copy along `axis`, which may be -1 where there is none. */
function sorted<N extends DTypeName>(a: NDArray<N>, axis: number, descending: boolean): NDArray<N> {
  const result = copyAs(a, a.dtype, "K");
  sortLines(result, result.shape, normalizeAxis(axis, result.ndim), descending);
  return result;
}

function sortedAs<N extends DTypeName>(given: NDArray<N>, options: SortOptions): NDArray<N> {
  readOptions("sort", options, ["axis", "descending", "stable", "kind", "order"]);
  checkKind(options);
  if (options.axis === null) {
    const flat = flattened(given);
    sortLines(flat, flat.shape, 0, options.descending ?? false);
    noteTraffic(flat.size, flat.size);
    return flat;
  }
  return sorted(given, options.axis ?? -1, options.descending ?? false);
}

/** Sorts `a` itself along an axis, where its elements lie. Source: numpy.ndarray.sort */
export function sortInPlace(
  a: NDArray,
  options: Omit<SortOptions, "axis"> & { readonly axis?: number | undefined } = {},
): void {
  checkKind(options);
  const axis = normalizeAxis(options.axis ?? -1, a.ndim);
  if (!a.isWriteable) throw new ValueError("sort array is read-only");
  sortLines(a, a.shape, axis, options.descending ?? false);
  noteTraffic(a.size, a.size);
}

/**
 * The positions (int32) that sort `a` along an axis: equal elements keep their order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argsort.html
 *
 * @throws {AxisError} when `a` does not have the axis
 * @example argsort([3, 1, 2]) // [1, 2, 0]
 */
export function argsort(a: unknown, options?: SortOptions): NDArray<"int32"> {
  if (options !== undefined) return argsortAs(a, options);
  const given = toArray(a);
  return given.ndim === 0 ? zeroPosition() : positions(given, given.ndim - 1, false);
}

function positions(a: NDArray, axis: number, descending: boolean): NDArray<"int32"> {
  const result = emptyArray(a.shape, DEFAULT_INT);
  argsortLines(a, result, a.shape, axis, descending);
  noteTraffic(a.size, a.size);
  return result;
}

function argsortAs(a: unknown, options: SortOptions): NDArray<"int32"> {
  readOptions("argsort", options, ["axis", "descending", "stable", "kind", "order"]);
  checkKind(options);
  const given = toArray(a);
  if (options.axis === null) {
    const copy = dense(given);
    const result = argsortAs(reshaped(copy, [copy.size]), { ...options, axis: 0 });
    freeDense(copy, given);
    return result;
  }
  if (given.ndim === 0 && isOnlyAxis(options.axis ?? -1))
    return reshaped(zeroPosition(), [1]) as NDArray<"int32">; // as NumPy: one axis, to be taken from
  return positions(
    given,
    normalizeAxis(options.axis ?? -1, given.ndim),
    options.descending ?? false,
  );
}

/**
 * The positions that sort by several keys at once: the last key first, the ones before it where it ties.
 *
 * Keys have one shape and are sorted along an axis of it, the last unless told.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lexsort.html
 *
 * @throws {TypeError} when there are no keys
 * @throws {ValueError} when their shapes differ
 * @example lexsort([[1, 0, 1], [2, 3, 1]]) // [2, 0, 1]
 */
export function lexsort(
  keys: NDArray | readonly unknown[],
  options: { readonly axis?: number | undefined } = {},
): NDArray<"int32"> {
  readOptions("lexsort", options, ["axis"]);
  const given = [...keys].map((k) => toArray(k));
  const first = given[0];
  if (first === undefined) throw new TypeError("need sequence of keys with len > 0 in lexsort");
  if (given.some((k) => !sameShape(k.shape, first.shape)))
    throw new ValueError("all keys need to be the same shape");
  if (first.ndim === 0) return zeroPosition();
  const axis = normalizeAxis(options.axis ?? -1, first.ndim);
  const n = first.shape[axis]!;
  const result = emptyArray(first.shape, DEFAULT_INT);
  const aligned = given.map((k) => dense(k));
  forEachLine([...aligned, result], first.shape, axis, (data, at, step) => {
    const order = identityOrder(n);
    for (const [k, { dtype }] of aligned.entries()) {
      for (const words of orderKeys(data[k]!, dtype, at[k]!, step[k]!, n, false))
        refineOrder(order, words);
    }
    const target = data.at(-1)!;
    for (let k = 0, p = at.at(-1)!; k < n; k++, p += step.at(-1)!) target[p] = order[k]!;
  });
  for (const [k, copy] of aligned.entries()) freeDense(copy, given[k]!);
  noteTraffic(result.size * given.length, result.size);
  return result;
}

function zeroPosition(): NDArray<"int32"> {
  return toArray(0, DEFAULT_INT) as NDArray<"int32">; // as asked
}

/** One place, or several: counted from the end where they are negative. */
type Places = number | readonly number[] | NDArray;

/**
 * A copy whose element number `kth` along the axis is where sorting would put it, smaller ones before, larger behind.
 *
 * The others are in no order that may be relied upon. `kth` may be a list.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.partition.html
 *
 * @throws {ValueError} when `kth` lies outside the axis
 * @example partition([3, 1, 2], 1) // [1, 2, 3]
 */
export function partition<X>(
  a: X,
  kth: Places,
  options: PartitionOptions = {},
): NDArray<DTypeOf<X>> {
  readOptions("partition", options, ["axis", "kind", "order"]);
  checkSelection(options);
  const places = placesOf(kth);
  checkKth(toArray(a), places, options.axis);
  const given = asArray(a);
  if (options.axis === null) {
    const flat = flattened(given);
    settle(flat, places, 0);
    noteTraffic(flat.size, flat.size);
    return flat;
  }
  const result = copyAs(given, given.dtype, "K");
  settle(result, places, normalizeAxis(options.axis ?? -1, result.ndim));
  return result;
}

/** Partitions `a` itself; see `partition`. Source: numpy.ndarray.partition */
export function partitionInPlace(
  a: NDArray,
  kth: Places,
  options: PartitionOptions & { readonly axis?: number | undefined } = {},
): void {
  readOptions("partition", options, ["axis", "kind", "order"]);
  checkSelection(options);
  const places = placesOf(kth);
  checkKth(a, places, options.axis);
  const axis = normalizeAxis(options.axis ?? -1, a.ndim);
  if (!a.isWriteable) throw new ValueError("sort array is read-only");
  settle(a, places, axis);
  noteTraffic(a.size, a.size);
}

/** More places than this are settled by sorting. */
const FEW_PLACES = 4;

/** Puts the elements number `places` along `axis` where sorting would put them. Each place that is settled stays so. */
function settle(a: NDArray, places: readonly number[], axis: number): void {
  const n = a.shape[axis]!;
  if (places.length > FEW_PLACES) sortLines(a, a.shape, axis, false);
  else
    for (const k of places) partitionLines(a, a.shape, axis, k < 0 ? k + n : k, k < 0 ? k + n : k);
}

/**
 * The positions (int32) that partition `a`; see `partition`. Source: numpy.argpartition
 *
 * @throws {ValueError} when `kth` lies outside the axis
 * @example argpartition([3, 1, 2], 0) // [1, 2, 0]
 */
export function argpartition(
  a: unknown,
  kth: Places,
  options: PartitionOptions = {},
): NDArray<"int32"> {
  readOptions("argpartition", options, ["axis", "kind", "order"]);
  checkSelection(options);
  checkKth(toArray(a), placesOf(kth), options.axis);
  return argsort(a, options.axis === undefined ? {} : { axis: options.axis });
}

/** The sorted elements of a 1-d or larger array as complex numbers. Source: numpy.sort_complex @example sort_complex([2, 1]) // [1+0j, 2+0j] */
export function sort_complex(a: unknown): NDArray {
  const given = toArray(a);
  const { kind, itemsize } = given.dtype;
  const isSingle = (kind === "i" || kind === "u") && itemsize < 4;
  const dtype = kind === "c" ? given.dtype : isSingle ? complex64 : complex128;
  const result = copyAs(given, dtype, "K");
  sortLines(result, result.shape, normalizeAxis(-1, result.ndim), false);
  return result;
}

function checkKind({ kind, order }: SortOptions): void {
  checkNoFields(order);
  if (kind === undefined || kind === null || /^[qhms]/i.test(kind)) return; // the first letter tells
  throw new ValueError(
    `sort kind must be one of 'quick', 'heap', or 'stable' (got '${String(kind)}')`,
  );
}

function checkSelection({ kind, order }: PartitionOptions): void {
  checkNoFields(order);
  if (kind !== undefined && kind !== "introselect")
    throw new ValueError(`select kind must be 'introselect' (got '${String(kind)}')`);
}

function checkNoFields(order: unknown): void {
  if (order !== undefined && order !== null)
    throw new ValueError("Cannot specify order when the array has no fields.");
}

/** The places of a partition as a list. */
function placesOf(kth: Places): readonly number[] {
  if (typeof kth === "number") return [kth];
  if (!(kth instanceof NDArray)) return kth;
  const { kind } = kth.dtype;
  if (kind === "b") throw new ValueError("Booleans unacceptable as partition index");
  if (kind !== "i" && kind !== "u") throw new TypeError("Partition index must be integer");
  if (kth.ndim > 1) throw new ValueError("object too deep for desired array");
  return toValues(kth).map(Number);
}

function checkKth(a: NDArray, kth: readonly number[], axisGiven: number | null | undefined): void {
  if (a.size === 0) return;
  const n = axisGiven === null ? a.size : a.shape[normalizeAxis(axisGiven ?? -1, a.ndim)]!;
  for (const k of kth) {
    if (k < -n || k >= n) throw new ValueError(`kth(=${k < 0 ? k + n : k}) out of bounds (${n})`);
  }
}

/** A flat copy in C order. */
function flattened<N extends DTypeName>(a: NDArray<N>): NDArray<N> {
  const result = emptyArray([a.size], a.dtype);
  copyElements(a, reshaped(result, a.shape), a.shape);
  return result;
}
