/**
 * Writing into arrays: at positions, where a mask is true, along the diagonal.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.indexing.html#inserting-data-into-arrays
 */
import { assign, setIndex } from "../array/access.ts";
import { type ArrayLike, toArray } from "../array/convert.ts";
import { flattened } from "../array/copy.ts";
import {
  type IndexMode,
  inRange,
  indexScratch,
  outsideAxis,
  wholeNumbers,
} from "../array/indices.ts";
import { viewOf } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { IndexError, ValueError } from "../errors.ts";
import { Layout } from "../layout/layout.ts";
import { readOptions } from "../options.ts";
import { checkCast } from "./copying.ts";
import { take, throughFlat } from "./taking.ts";
import { flatPlaces } from "./where.ts";

export interface PutOptions {
  /** What a position outside the array means: an error (unless told), from the other end, or the nearest. */
  readonly mode?: IndexMode | undefined;
}

/**
 * Writes `v`, repeated as often as needed, to positions counted in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.put.html
 *
 * @throws {IndexError} when a position lies outside
 * @example put(a, [0, 2], [-1, -2])
 */
export function put(a: NDArray, ind: ArrayLike, v: ArrayLike, options?: PutOptions): void {
  const { mode = "raise" } = readOptions("put", options, ["mode"]);
  checkArray("put", a);
  const { values } = wholeNumbers(ind);
  if (a.size === 0 && values.length > 0)
    throw new IndexError("cannot replace elements of an empty array");
  if (toArray(v).size === 0) return;
  if (!a.isWriteable) throw new ValueError("put: output array is read-only");
  inRange(values, a.size, mode, outsideAxis(0, a.size));
  writeAt(a, values, Int32Array.from(values.keys()), v);
}

/** Writes element `which[k]` of `v`, counted around and around, to position `positions[k]`. */
function writeAt(a: NDArray, positions: Int32Array, which: Int32Array, v: unknown): void {
  if (!a.isWriteable) throw new ValueError("assignment destination is read-only");
  const source = flattened(
    v instanceof NDArray ? v : toArray(v, Array.isArray(v) ? undefined : a.dtype),
    "C",
  );
  if (source.size === 0 || positions.length === 0) return;
  for (let k = 0; k < which.length; k++) which[k] = which[k]! % source.size;
  const shape = [positions.length];
  const repeated =
    source.size === 1 ? source : take(source, indexScratch({ values: which, shape }));
  throughFlat(a, (flat) => setIndex(flat, [indexScratch({ values: positions, shape })], repeated));
}

/**
 * Writes `vals`, repeated as often as needed, to the elements where `mask` is true: the n-th value to the n-th of them.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.place.html
 *
 * @throws {ValueError} when `mask` has another size, or there is nothing to write
 * @throws {TypeError} when the values' dtype cannot safely become `arr`'s
 * @example place(a, greater(a, 2), [10, 20])
 */
export function place(arr: NDArray, mask: ArrayLike, vals: ArrayLike): void {
  checkArray("place", arr);
  checkSafe(vals, arr);
  const positions = checkedMask("place", arr, mask);
  if (positions.length > 0 && toArray(vals).size === 0)
    throw new ValueError("Cannot insert from an empty array!");
  writeAt(arr, positions, Int32Array.from(positions.keys()), vals);
}

/**
 * Writes `values`, repeated as often as needed, where `mask` is true: the value at the element's own position.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.putmask.html
 *
 * @throws {ValueError} when `mask` has another size
 * @throws {TypeError} when the values' dtype cannot safely become `a`'s
 * @example putmask(a, greater(a, 2), 0)
 */
export function putmask(a: NDArray, mask: ArrayLike, values: ArrayLike): void {
  checkArray("putmask", a);
  const positions = checkedMask("putmask", a, mask);
  checkSafe(values, a);
  if (!a.isWriteable) throw new ValueError("putmask: output array is read-only");
  writeAt(a, positions, positions.slice(), values);
}

/** Arrays must be safe to cast here, though not elsewhere; lists and scalars need not, as in NumPy. */
function checkSafe(values: unknown, a: NDArray): void {
  if (values instanceof NDArray) checkCast(values, a.dtype, "safe");
}

function checkedMask(name: string, a: NDArray, mask: unknown): Int32Array {
  const array = toArray(mask);
  if (array.size !== a.size) throw new ValueError(`${name}: mask and data must be the same size`);
  return flatPlaces(array);
}

export interface FillDiagonalOptions {
  /** For tall matrices: whether the diagonal begins again after each N columns. */
  readonly wrap?: boolean | undefined;
}

/**
 * Writes `val`, repeated as often as needed, to the main diagonal, in place.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fill_diagonal.html
 *
 * @throws {ValueError} below two axes, or when more than two axes differ in length
 * @example fill_diagonal(a, 1)
 */
export function fill_diagonal(a: NDArray, val: ArrayLike, options?: FillDiagonalOptions): void {
  const { wrap = false } = readOptions("fill_diagonal", options, ["wrap"]);
  checkArray("fill_diagonal", a);
  if (a.ndim < 2) throw new ValueError("array must be at least 2-d");
  if (a.ndim > 2 && a.shape.some((n) => n !== a.shape[0]))
    throw new ValueError("All dimensions of input must be of equal length");
  if (a.ndim === 2 && wrap) {
    const [rows, columns] = a.shape as [number, number]; // two axes
    const count = Math.ceil((rows * columns) / (columns + 1));
    const positions = Int32Array.from({ length: count }, (_, k) => k * (columns + 1));
    writeAt(a, positions, Int32Array.from(positions.keys()), val);
    return;
  }
  const length = Math.min(...a.shape);
  const step = a.strides.reduce((sum, s) => sum + s, 0);
  const diagonal = viewOf(a, new Layout([length], [step], a.itemsize));
  const source = val instanceof NDArray ? val : toArray(val, a.dtype);
  if (source.size === 1) assign(diagonal, viewOf(source, new Layout([], [], source.itemsize)));
  else
    put(
      diagonal,
      Array.from({ length }, (_, k) => k),
      source,
    );
}

function checkArray(name: string, a: unknown): void {
  if (!(a instanceof NDArray))
    throw new TypeError(`argument 1 of ${name} must be an array, as it is written to`);
}
