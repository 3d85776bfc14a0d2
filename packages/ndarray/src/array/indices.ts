/**
 * Arguments that hold indices: lists, scalars or arrays of whole numbers, as int32.
 *
 * Knows the modes in which an index outside an axis is an error, wraps around, or is clipped.
 */
import { int32 } from "../dtype/dtype.ts";
import type { Casting } from "../dtype/promote.ts";
import { IndexError, ValueError, cannotCastArray } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { noteTraffic } from "../memory/counter.ts";
import { toArray } from "./convert.ts";
import { emptyArray, freeScratch, scratchArray } from "./make.ts";
import { NDArray } from "./ndarray.ts";

/** What an index outside its axis means. */
export type IndexMode = "raise" | "wrap" | "clip";

/** Whole numbers in C order, and the shape they came in. */
export interface Indices {
  readonly values: Int32Array;
  readonly shape: readonly number[];
}

/**
 * `x` as whole numbers; booleans count as 0 and 1.
 *
 * @throws {TypeError} with `sentence` of the dtype's name when a number is not whole, or an array is of floats
 */
export function wholeNumbers(
  x: unknown,
  sentence: (name: string, ndim: number) => string = cannotCast("safe"),
): Indices {
  if (typeof x === "number" && Number.isInteger(x)) return { values: Int32Array.of(x), shape: [] };
  const array = toArray(x, undefined, scratchArray);
  const { kind, name } = array.dtype;
  if (array.size === 0 && !(x instanceof NDArray))
    return { values: new Int32Array(0), shape: array.shape };
  const isGiven = x instanceof NDArray || ArrayBuffer.isView(x);
  if (kind === "c" || (kind === "f" && isGiven)) throw new TypeError(sentence(name, array.ndim));
  if (kind === "f" && !wholeFloats(array)) throw new TypeError(sentence(name, array.ndim));
  return { values: asInt32(array), shape: array.shape };
}

/** Tells that a dtype cannot become NumPy's dtype for indices under a rule. */
export function cannotCast(casting: Casting): (name: string, ndim: number) => string {
  return (name, ndim) => cannotCastArray(name, "int64", casting, ndim);
}

/** The elements in C order. 64-bit ones that do not fit stay outside every axis. */
function asInt32(array: NDArray): Int32Array {
  const isWide = array.itemsize === 8;
  const from: NDArray = scratchArray(array.shape, isWide ? array.dtype : int32);
  copyElements(array, from, array.shape);
  const first = from.address / from.itemsize;
  const data = from.memory.view(from.dtype);
  const values = new Int32Array(array.size);
  const most = 2147483647;
  for (let k = 0; k < values.length; k++)
    values[k] = isWide
      ? Math.max(-most, Math.min(most, Number(data[first + k])))
      : Number(data[first + k]);
  freeScratch(from);
  return values;
}

function wholeFloats(array: NDArray): boolean {
  const first = array.address / 8; // lists of numbers are float64, C-contiguous
  const data = array.memory.view(array.dtype);
  for (let k = 0; k < array.size; k++) if (!Number.isInteger(data[first + k])) return false;
  return true;
}

/**
 * `values` from 0 to `length - 1`, as the mode says; changed in place.
 *
 * @throws {IndexError} in mode "raise", for one outside
 * @throws {ValueError} when there is no such mode
 */
export function inRange(
  values: Int32Array,
  length: number,
  mode: IndexMode,
  outside: (index: number) => Error,
): Int32Array {
  checkMode(mode);
  for (let k = 0; k < values.length; k++) {
    const at = values[k]!;
    if (mode === "clip") values[k] = Math.min(Math.max(at, 0), length - 1);
    else if (mode === "wrap") values[k] = ((at % length) + length) % length;
    else if (at < -length || at >= length) throw outside(at);
    else if (at < 0) values[k] = at + length;
  }
  return values;
}

/** @throws {ValueError} when there is no such mode */
export function checkMode(mode: IndexMode): void {
  if (mode !== "raise" && mode !== "wrap" && mode !== "clip")
    throw new ValueError(
      /^[crw]/i.test(mode)
        ? "Use one of 'clip', 'raise', or 'wrap' for clip mode"
        : `clipmode must be one of 'clip', 'raise', or 'wrap' (got '${String(mode)}')`,
    );
}

/** NumPy's error for an index outside an axis. */
export function outsideAxis(axis: number, length: number): (index: number) => Error {
  return (index) =>
    new IndexError(`index ${index} is out of bounds for axis ${axis} with size ${length}`);
}

/** These indices as scratch, to index with; in C order. */
export function indexScratch({ values, shape }: Indices): NDArray {
  const result = scratchArray(shape, int32);
  intData(result).set(values, result.address / 4);
  return result;
}

/** These whole numbers as a fresh array, in C order. */
export function intArray({ values, shape }: Indices): NDArray<"int32"> {
  const result = emptyArray(shape, int32);
  intData(result).set(values, result.address / 4);
  noteTraffic(0, result.size);
  return result;
}

function intData(a: NDArray): Int32Array {
  return a.memory.view(int32) as Int32Array; // that is what int32 lies in
}
