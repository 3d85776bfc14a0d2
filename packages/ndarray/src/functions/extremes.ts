/**
 * Where the extremes are: argmax and argmin.
 *
 * The first of equals counts, and the first nan before everything else.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
 */
import { toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { reshaped } from "../array/copy.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DType, type Scalar, int64 } from "../dtype/dtype.ts";
import { canCast } from "../dtype/promote.ts";
import type { ArrayAsked, Whole } from "../dtype/result.ts";
import { ValueError, cannotCastArray } from "../errors.ts";
import { runArgument } from "../kernels/argument.ts";
import { copyElements } from "../kernels/copy.ts";
import { FlatSearch } from "../kernels/flat.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { sameShape } from "../layout/broadcast.ts";
import { contiguousStrides } from "../layout/layout.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { readOptions } from "../options.ts";

export interface ArgumentOptions {
  /** The axis to look along; the elements in C order unless told. */
  readonly axis?: number | null | undefined;
  readonly keepdims?: boolean | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * The position of the largest element, along `axis` or among all in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
 * @throws {ValueError} for nothing to choose from
 * @example argmax([[1, 5], [3, 4]], { axis: 1 }).tolist() // [1, 1]
 */
export function argmax(x: unknown, options?: ArgumentOptions & Whole): number;
export function argmax(x: unknown, options: ArgumentOptions & ArrayAsked): NDArray<"int32">;
export function argmax(x: unknown, options?: ArgumentOptions): NDArray | Scalar;
export function argmax(x: unknown, options?: ArgumentOptions): NDArray | Scalar {
  return argument("max", toArray(x, undefined, scratchArray), options);
}

/**
 * The position of the smallest element, along `axis` or among all in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argmin.html
 * @throws {ValueError} for nothing to choose from
 * @example argmin([4, 2, 9]) // 1
 */
export function argmin(x: unknown, options?: ArgumentOptions & Whole): number;
export function argmin(x: unknown, options: ArgumentOptions & ArrayAsked): NDArray<"int32">;
export function argmin(x: unknown, options?: ArgumentOptions): NDArray | Scalar;
export function argmin(x: unknown, options?: ArgumentOptions): NDArray | Scalar {
  return argument("min", toArray(x, undefined, scratchArray), options);
}

const KEYS = ["axis", "keepdims", "out"] as const;

function argument(
  which: "max" | "min",
  a: NDArray,
  options: ArgumentOptions | undefined,
): NDArray | Scalar {
  if (options === undefined && a.layout.isC && a.size > 0) {
    const place = searchFor(which, a.dtype).run(a, a.size);
    if (place >= 0) {
      noteTraffic(a.size, 1);
      return place;
    }
  }
  const { axis, keepdims, out } = readOptions(`arg${which}`, options, KEYS);
  const isFlat = !isGiven(axis) || a.ndim === 0;
  if (isGiven(axis)) normalizeAxis(axis, Math.max(a.ndim, 1));
  const at = isFlat ? 0 : normalizeAxis(axis, a.ndim);
  const from = isFlat ? uncounted(() => reshaped(a, [a.size], "C", null)) : a;
  const shape: number[] = [];
  for (let k = 0; k < a.ndim; k++) {
    if (!isFlat && k !== at) shape.push(a.shape[k]!);
    else if (keepdims === true) shape.push(1);
  }
  if (from.shape[at] === 0) throw new ValueError(`attempt to get arg${which} of an empty sequence`);
  const isDirect = !isGiven(out) && (isGiven(axis) || keepdims === true);
  const result = isDirect ? emptyArray(shape, DEFAULT_INT) : scratchArray(shape, DEFAULT_INT);
  searchRows(which, from, at, result);
  noteTraffic(a.size, result.size);
  if (isDirect) return result;
  if (isGiven(out)) return deliver(which, result, out, shape);
  const place = readElement(result.memory, result.dtype, result.address);
  freeScratch(result);
  return place;
}

function isGiven<T>(x: T | null | undefined): x is T {
  return x !== undefined && x !== null;
}

const searches: Record<"max" | "min", FlatSearch[]> = { max: [], min: [] };

function searchFor(which: "max" | "min", dtype: DType): FlatSearch {
  return (searches[which][dtype.num] ??= new FlatSearch(`arg${which}`, dtype.char));
}

/** Writes the places to `result`, which is C-contiguous, and of which nothing else is looked at but its memory. */
function searchRows(which: "max" | "min", from: NDArray, axis: number, result: NDArray): void {
  if (from.size === 0) return;
  const { memory, dtype, address } = from;
  const [shape, strides] = [axisAtEnd(from.shape, axis), axisAtEnd(from.strides, axis)];
  const places = {
    memory: result.memory,
    dtype: result.dtype,
    address: result.address,
    strides: contiguousStrides(shape.slice(0, -1), result.itemsize),
  };
  runArgument(which, { memory, dtype, address, strides }, places, shape);
}

/** The list with the entry of `axis` moved to the end; a loop, since lists are short and calls are many. */
function axisAtEnd(list: readonly number[], axis: number): number[] {
  const turned: number[] = [];
  for (let k = 0; k < list.length; k++) if (k !== axis) turned.push(list[k]!);
  turned.push(list[axis]!);
  return turned;
}

function deliver(
  which: "max" | "min",
  places: NDArray,
  out: NDArray,
  shape: readonly number[],
): NDArray {
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (!sameShape(out.shape, shape))
    throw new ValueError(`output array does not match result of np.arg${which}.`);
  if (!canCast(out.dtype, int64, "safe"))
    throw new TypeError(cannotCastArray(out.dtype.name, int64.name, "safe"));
  copyElements(reshaped(places, shape, "C", false), out, shape);
  freeScratch(places);
  return out;
}
