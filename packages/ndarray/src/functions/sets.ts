/**
 * Sets: distinct elements, and which are in what.
 *
 * All of them sort first. Knows arrays and sorted lines of components.
 * Source: https://numpy.org/doc/stable/reference/routines.set.html
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type TypedArray, bool, int32 } from "../dtype/dtype.ts";
import { argsortLines, identityOrder, refineOrder } from "../kernels/argsort.ts";
import { copyElements } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { countTrueRow, writePlaces } from "../kernels/nonzero.ts";
import { orderKeys } from "../kernels/sort-keys.ts";
import { sortLines } from "../kernels/sort.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { cut, dense, elements, freeDense, permuted, putElements, reshaped } from "./dense.ts";

/** What `unique` gives besides the values. */
export interface UniqueOptions {
  /** Also where each value first occurs. */
  readonly return_index?: boolean | undefined;
  /** Also, for each element, which of the values it is. */
  readonly return_inverse?: boolean | undefined;
  /** Also how often each value occurs. */
  readonly return_counts?: boolean | undefined;
  /** Distinct sub-arrays along this axis, instead of distinct elements. */
  readonly axis?: number | null | undefined;
  /** Whether all nan count as one; true unless told. */
  readonly equal_nan?: boolean | undefined;
  /** Accepted for NumPy's sake: the values always come sorted. */
  readonly sorted?: boolean | undefined;
}

/** A sorted line, cut into runs of equal elements. */
interface Runs {
  /** Positions in the input, sorted; null where nobody asked. */
  readonly order: Int32Array | null;
  /** Where each run starts. */
  readonly starts: Int32Array;
  readonly n: number;
}

/**
 * The distinct elements of `ar`, sorted: 1-d, or a list with what else was asked for.
 *
 * With `axis`, the distinct sub-arrays along it, in lexicographic order.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.unique.html
 *
 * @throws {AxisError} when `ar` does not have the axis
 * @example unique([2, 1, 2]) // [1, 2]
 */
export function unique(
  ar: unknown,
  options: UniqueOptions & { readonly return_index: true },
): NDArray[];
export function unique(
  ar: unknown,
  options: UniqueOptions & { readonly return_inverse: true },
): NDArray[];
export function unique(
  ar: unknown,
  options: UniqueOptions & { readonly return_counts: true },
): NDArray[];
export function unique(ar: unknown, options?: UniqueOptions): NDArray;
export function unique(ar: unknown, options: UniqueOptions = {}): NDArray | NDArray[] {
  readOptions("unique", options, [
    "return_index",
    "return_inverse",
    "return_counts",
    "axis",
    "equal_nan",
    "sorted",
  ]);
  const a = toArray(ar);
  const isFlat = options.axis === undefined || options.axis === null;
  const needsOrder = options.return_index === true || options.return_inverse === true;
  const { values, runs } = isFlat
    ? uniqueElements(a, needsOrder, options.equal_nan ?? true)
    : uniqueRows(a, normalizeAxis(options.axis, a.ndim));
  noteTraffic(a.size, values.size);
  const results = [values];
  if (options.return_index === true)
    results.push(
      indexArray(
        runs.starts.map((s) => runs.order![s]!),
        [runs.starts.length],
      ),
    ); // asked for
  if (options.return_inverse === true)
    results.push(indexArray(inverseOf(runs), isFlat ? a.shape : [runs.n]));
  if (options.return_counts === true)
    results.push(indexArray(countsOf(runs), [runs.starts.length]));
  return results.length === 1 ? values : results;
}

/** Distinct values, where each first occurs, which each element is, and how often each occurs. Source: numpy.unique_all @example unique_all([2, 2]).counts // [2] */
export function unique_all(x: unknown): {
  values: NDArray;
  indices: NDArray;
  inverse_indices: NDArray;
  counts: NDArray;
} {
  const [values, indices, inverse_indices, counts] = unique(x, {
    return_index: true,
    return_inverse: true,
    return_counts: true,
    equal_nan: false,
  }) as [NDArray, NDArray, NDArray, NDArray]; // as many as were asked for
  return { values, indices, inverse_indices, counts };
}

/** Distinct values and how often each occurs. Every nan is one of its own. Source: numpy.unique_counts @example unique_counts([2, 2]).counts // [2] */
export function unique_counts(x: unknown): { values: NDArray; counts: NDArray } {
  const [values, counts] = unique(x, { return_counts: true, equal_nan: false }) as [
    NDArray,
    NDArray,
  ]; // as asked
  return { values, counts };
}

/** Distinct values, and which of them each element is. Source: numpy.unique_inverse @example unique_inverse([5, 3]).inverse_indices // [1, 0] */
export function unique_inverse(x: unknown): { values: NDArray; inverse_indices: NDArray } {
  const [values, inverse_indices] = unique(x, { return_inverse: true, equal_nan: false }) as [
    NDArray,
    NDArray,
  ]; // as asked
  return { values, inverse_indices };
}

/** Distinct values, sorted. Every nan is one of its own. Source: numpy.unique_values @example unique_values([2, 1, 2]) // [1, 2] */
export function unique_values(x: unknown): NDArray {
  return unique(x, { equal_nan: false });
}

/** Up to here a loop is done before a kernel has begun. */
const FEW = 128;

function uniqueElements(
  a: NDArray,
  needsOrder: boolean,
  equalNan: boolean,
): { values: NDArray; runs: Runs } {
  const n = a.size;
  const source = dense(a);
  const sorted = scratchArray([n], a.dtype);
  let order: Int32Array | null = null;
  if (needsOrder) {
    const ranks = scratchArray([n], int32);
    argsortLines(reshaped(source, [n]), ranks, [n], 0, false);
    order = Int32Array.from(elements(ranks) as Int32Array); // int32, as made
    freeScratch(ranks);
    pick(elements(source), order, elements(sorted), a.dtype.components);
  } else {
    copyElements(reshaped(source, [n]), sorted, [n]);
    sortLines(sorted, [n], 0, false);
  }
  const data = elements(sorted);
  const starts =
    a.dtype.components === 1 && n > FEW
      ? realRunStarts(sorted, n, equalNan)
      : runStarts(data, n, a.dtype.components, equalNan);
  const values = emptyArray([starts.length], a.dtype);
  pick(data, starts, elements(values), a.dtype.components);
  freeScratch(sorted);
  freeDense(source, a);
  return { values, runs: { order, starts, n } };
}

function uniqueRows(a: NDArray, axis: number): { values: NDArray; runs: Runs } {
  const turned = permuted(a, [axis, ...[...a.shape.keys()].toSpliced(axis, 1)]);
  const source = dense(turned);
  const n = turned.shape[0]!;
  const width = n === 0 ? 0 : a.size / n;
  const { dtype } = a;
  const data = elements(source);
  const order = identityOrder(n);
  for (let column = width - 1; column >= 0; column--) {
    const step = width * dtype.components;
    for (const keys of orderKeys(data, dtype, column * dtype.components, step, n, false))
      refineOrder(order, keys);
  }
  const sorted = scratchArray(turned.shape, dtype);
  pick(data, order, elements(sorted), width * dtype.components);
  const starts = runStarts(elements(sorted), n, width * dtype.components, false);
  const rows = emptyArray([starts.length, ...turned.shape.slice(1)], dtype);
  pick(elements(sorted), starts, elements(rows), width * dtype.components);
  freeScratch(sorted);
  freeDense(source, turned);
  const values = permuted(
    rows,
    [...Array(axis).keys()].map((k) => k + 1).concat(0, [...a.shape.keys()].slice(axis + 1)),
  );
  return { values, runs: { order, starts, n } };
}

/** Copies the items (of `width` components) at `places` to `to`, one after the other. */
function pick(from: TypedArray, places: Int32Array, to: TypedArray, width: number): void {
  const [a, b] = [from, to] as [Float64Array, Float64Array]; // of one type, whichever
  if (width === 1) {
    for (let k = 0; k < places.length; k++) b[k] = a[places[k]!]!;
    return;
  }
  for (let k = 0; k < places.length; k++) {
    for (let i = 0, p = places[k]! * width; i < width; i++) b[k * width + i] = a[p + i]!;
  }
}

/** Where the elements of a sorted line of real numbers differ from the one before. With `equalNan`, all nan are one run. */
function realRunStarts(sorted: NDArray, n: number, equalNan: boolean): Int32Array {
  const { dtype } = sorted;
  const isStart = scratchArray([n], bool);
  const marks = elements(isStart) as Uint8Array; // booleans
  marks[0] = 1;
  const behind = [cut(sorted, 0, 1, n - 1), cut(sorted, 0, 0, n - 1), cut(isStart, 0, 1, n - 1)];
  runElementwise("not_equal", `${dtype.char}${dtype.char}->?`, behind, [n - 1]);
  if (equalNan && dtype.kind === "f") marks.fill(0, firstNan(elements(sorted)) + 1);
  const starts = scratchArray([countTrueRow(isStart, n)], int32);
  writePlaces(isStart, starts, starts.size);
  const found = (elements(starts) as Int32Array).slice(); // int32, as made
  freeScratch(starts);
  freeScratch(isStart);
  return found;
}

/** How many elements come before the first nan of a sorted line. */
function firstNan(line: TypedArray): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number.isNaN(line[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where items differ from the one before. With `equalNan`, items with a nan are one run: sorting puts them last. */
function runStarts(data: TypedArray, n: number, width: number, equalNan: boolean): Int32Array {
  const starts = new Int32Array(n);
  let count = 0;
  let wasNan = false;
  for (let k = 0; k < n; k++) {
    const isNan = equalNan && hasNan(data, k * width, width);
    if (k === 0 || !(isNan ? wasNan : isSame(data, k * width, width))) starts[count++] = k;
    wasNan = isNan;
  }
  return starts.slice(0, count);
}

function isSame(data: TypedArray, at: number, width: number): boolean {
  for (let i = at; i < at + width; i++) if (data[i] !== data[i - width]) return false;
  return true;
}

function hasNan(data: TypedArray, at: number, width: number): boolean {
  for (let i = at; i < at + width; i++) if (Number.isNaN(data[i])) return true;
  return false;
}

function inverseOf({ order, starts, n }: Runs): Int32Array {
  const inverse = new Int32Array(n);
  for (let k = 0, run = -1; k < n; k++) {
    if (starts[run + 1] === k) run += 1;
    inverse[order![k]!] = run; // asked for
  }
  return inverse;
}

function countsOf({ starts, n }: Runs): Int32Array {
  return starts.map((s, k) => (starts[k + 1] ?? n) - s);
}

function indexArray(values: Int32Array, shape: readonly number[]): NDArray {
  const result = emptyArray(shape, DEFAULT_INT);
  putElements(result, values);
  return result;
}
