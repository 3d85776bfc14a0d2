/**
 * Where the extremes are: argmax and argmin.
 *
 * The first of equals counts, and the first nan before everything else.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
 */
import { toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { reshaped } from "../array/copy.ts";
import { emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
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
  const isFlat = axis === undefined || axis === null || a.ndim === 0;
  if (axis !== undefined && axis !== null) normalizeAxis(axis, Math.max(a.ndim, 1));
  const at = isFlat ? 0 : normalizeAxis(axis, a.ndim);
  const from = isFlat ? uncounted(() => reshaped(a, [a.size], "C", null)) : a;
  const rest = from.shape.filter((_, k) => k !== at);
  const shape = keepdims === true ? a.shape.map((n, k) => (isFlat || k === at ? 1 : n)) : rest;
  if (from.shape[at] === 0) throw new ValueError(`attempt to get arg${which} of an empty sequence`);
  const result = searchRows(which, from, at, rest);
  noteTraffic(a.size, result.size);
  if (out !== undefined && out !== null) return deliver(result, out, shape);
  const hasAxis = axis !== undefined && axis !== null;
  if (hasAxis || keepdims === true) return copyOut(result, shape);
  const place = readElement(result.memory, result.dtype, result.address);
  freeScratch(result);
  return place;
}

const searches: Record<"max" | "min", FlatSearch[]> = { max: [], min: [] };

function searchFor(which: "max" | "min", dtype: DType): FlatSearch {
  return (searches[which][dtype.num] ??= new FlatSearch(`arg${which}`, dtype.char));
}

/** The places, in C-contiguous scratch of shape `rest`. */
function searchRows(
  which: "max" | "min",
  from: NDArray,
  axis: number,
  rest: readonly number[],
): NDArray {
  const order = [...from.shape.keys()].filter((k) => k !== axis).concat(axis);
  const turned = viewStrided(
    from,
    order.map((k) => from.shape[k]!),
    order.map((k) => from.strides[k]!),
  );
  const result = scratchArray(rest, DEFAULT_INT);
  if (from.size > 0) runArgument(which, turned, result, turned.shape);
  return result;
}

function copyOut(places: NDArray, shape: readonly number[]): NDArray {
  const result = emptyArray(shape, places.dtype);
  copyElements(reshaped(places, shape, "C", false), result, shape);
  freeScratch(places);
  return result;
}

function deliver(places: NDArray, out: NDArray, shape: readonly number[]): NDArray {
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (!sameShape(out.shape, shape))
    throw new ValueError("output array does not match result of np.argmax.");
  if (!canCast(out.dtype, int64, "safe"))
    throw new TypeError(cannotCastArray(out.dtype.name, int64.name, "safe"));
  copyElements(reshaped(places, shape, "C", false), out, shape);
  freeScratch(places);
  return out;
}
