/**
 * Rounding to decimals, and keeping values between limits.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.math.html#rounding
 */
import { toArray } from "../array/convert.ts";
import { copyAs, layoutFor } from "../array/copy.ts";
import { emptyLike } from "../array/make.ts";
import { assign } from "../array/access.ts";
import type { NDArray } from "../array/ndarray.ts";
import { imaginaryPart, realPart } from "../array/views.ts";
import { type Scalar, float64 } from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";
import { canCast } from "../dtype/promote.ts";
import { ValueError, cannotCastUfunc } from "../errors.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { isOptions, positionalOr, readOptions } from "../options.ts";
import { divide, multiply, positive } from "../ufunc/arithmetic.ts";
import { type UfuncOptions, callUfunc } from "../ufunc/call.ts";
import { maximum, minimum } from "../ufunc/comparison.ts";
import { rint, trunc } from "../ufunc/floating.ts";
import { NUMBERS, type UfuncRow, loops } from "../ufunc/row.ts";

export interface RoundOptions {
  /** How many decimals stay; negative ones count before the point. 0 unless told. */
  readonly decimals?: number | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * The elements rounded to `decimals`; halves go to the even neighbour. Integers stay integers.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.round.html
 * @example round([1.25, 2.75], 1).tolist() // [1.2, 2.8]
 */
export function round(
  x: unknown,
  decimals?: number | RoundOptions,
  options?: RoundOptions,
): NDArray {
  const known = positionalOr<RoundOptions, "decimals">("round", "decimals", decimals, options, [
    "decimals",
    "out",
  ]);
  const a = toArray(x);
  const places = known.decimals ?? 0;
  const isInteger = a.dtype.kind === "i" || a.dtype.kind === "u";
  if (places === 0 && !isInteger) return rint(a, { out: known.out });
  if (places >= 0 && isInteger) return delivered(a, known.out);
  const result =
    known.out ?? emptyLike(layoutFor(a, a.dtype.kind === "c" ? "K" : "A", a.itemsize), a.dtype);
  if (a.dtype.kind === "b" || (isInteger && known.out))
    checkScaled(places > 0 ? "multiply" : "divide", result);
  uncounted(() => roundInto(a, places, result));
  noteTraffic(a.size, a.size);
  return result;
}

/** Scales, rounds and scales back, each part of a complex number alone. Integers go through float64, and whole powers of ten, on their way. */
function roundInto(a: NDArray, places: number, result: NDArray): void {
  if (a.dtype.kind === "c" && result.dtype.kind === "c") {
    roundInto(realPart(a), places, realPart(result));
    roundInto(imaginaryPart(a), places, imaginaryPart(result));
    return;
  }
  const scale = a.dtype.kind === "b" ? toArray(10 ** Math.abs(places)) : 10 ** Math.abs(places);
  const [into, back] = places > 0 ? [multiply, divide] : [divide, multiply];
  const scaled = into(a, scale);
  rint(scaled, { out: scaled });
  const isInteger = a.dtype.kind === "i" || a.dtype.kind === "u";
  back(scaled, scale, { out: result, casting: isInteger ? "unsafe" : "same_kind" });
}

/** @throws {TypeError} when the result cannot hold scaled integers, which are float64 */
function checkScaled(name: string, { dtype }: NDArray): void {
  if (!canCast(float64, dtype, "same_kind"))
    throw new TypeError(cannotCastUfunc(name, "output", float64.name, dtype.name, "same_kind"));
}

function delivered(a: NDArray, out: NDArray | null | undefined): NDArray {
  if (out === undefined || out === null) return copyAs(a, a.dtype, "K");
  assign(out, a);
  return out;
}

/** The same as `round`. Source: https://numpy.org/doc/stable/reference/generated/numpy.around.html */
export const around: typeof round = round;

/**
 * The elements without their fractions.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fix.html
 * @example fix([1.5, -1.5]).tolist() // [1, -1]
 */
export function fix(x: unknown, options?: { readonly out?: NDArray | null | undefined }): NDArray {
  return trunc(x, readOptions("fix", options, ["out"]));
}

export interface ClipOptions extends UfuncOptions {
  /** Nothing lies below this; null for no limit. */
  readonly min?: unknown;
  /** Nothing lies above this; null for no limit. */
  readonly max?: unknown;
  /** The same under their older names; then both are needed. */
  readonly a_min?: unknown;
  readonly a_max?: unknown;
}

const CLIP: UfuncRow = { name: "clip", nin: 3, nout: 1, loops: loops(`?${NUMBERS}`, "$$$->$") };
const CLIP_KEYS = [
  "min",
  "max",
  "a_min",
  "a_max",
  "out",
  "where",
  "dtype",
  "casting",
  "order",
] as const;

/**
 * The elements, those below `min` replaced by it and those above `max` by that. nan stays nan.
 *
 * The limits broadcast; where they cross, `max` wins. Whole numbers beyond an integer dtype are no limit.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.clip.html
 *
 * @throws {OverflowError} when a whole number on the wrong side of an integer dtype is a limit
 * @example clip([1, 5, 9], 2, 6).tolist() // [2, 5, 6]
 */
export function clip(x: unknown, min?: unknown, max?: unknown, options?: ClipOptions): NDArray {
  const given = [min, max, options].find(isOptions);
  const known = readOptions<ClipOptions>("clip", given as ClipOptions | undefined, CLIP_KEYS); // isOptions found it
  const { min: low, max: high, rest } = boundsOf(known);
  const a = toArray(x);
  const lower = limit(isOptions(min) || min === undefined ? low : min, a, "min");
  const upper = limit(isOptions(max) || max === undefined ? high : max, a, "max");
  if (lower === null && upper === null) return positive(a, rest);
  if (lower === null) return minimum(a, upper, rest);
  if (upper === null) return maximum(a, lower, rest);
  return callUfunc(CLIP, [a, lower, upper], rest)[0]!;
}

/** The limits given by keyword, under whichever names. */
function boundsOf({ a_min, a_max, min, max, ...rest }: ClipOptions): {
  min: unknown;
  max: unknown;
  rest: UfuncOptions;
} {
  if (a_min === undefined && a_max === undefined) return { min, max, rest };
  for (const [name, value] of Object.entries({ a_min, a_max }))
    if (value === undefined)
      throw new TypeError(`clip() missing 1 required positional argument: '${name}'`);
  if (min !== undefined || max !== undefined)
    throw new ValueError(
      "Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden.",
    );
  return { min: a_min, max: a_max, rest };
}

/** The limit, or null where it is none: not given, or a whole number that the dtype cannot pass. */
function limit(value: unknown, { dtype }: NDArray, side: "min" | "max"): unknown {
  if (value === undefined || value === null) return null;
  if (
    (dtype.kind !== "i" && dtype.kind !== "u") ||
    (typeof value !== "bigint" && !Number.isInteger(value))
  )
    return value;
  const bound = value as Scalar as number | bigint; // a whole number, as was just seen
  const { min, max } = iinfo(dtype);
  return (side === "min" ? bound <= min : bound >= max) ? null : value;
}
