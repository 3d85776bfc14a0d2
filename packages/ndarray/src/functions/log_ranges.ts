/**
 * Samples on a logarithmic scale: powers of evenly spaced exponents, and geometric sequences.
 *
 * `start` and `stop` may be arrays: then there is a row of samples for each of their elements.
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#numerical-ranges
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, toArray, toValues } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { isComplex } from "../array/element.ts";
import { viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeName, dtype as asDType, float64 } from "../dtype/dtype.ts";
import { resultDType } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { expanded, permuted } from "../layout/permute.ts";
import { uncounted } from "../memory/counter.ts";
import { positionalOr } from "../options.ts";
import { divide, multiply, pow, sign } from "../ufunc/arithmetic.ts";
import { log10 } from "../ufunc/exponential.ts";
import { weakKind } from "../ufunc/inputs.ts";
import { padDims } from "./dense.ts";
import { SPACE_KEYS, type SpaceOptions, atAxis, copyOrdered, spaced } from "./numeric_ranges.ts";

export interface LogspaceOptions<N extends DTypeName = DTypeName> extends SpaceOptions<N> {
  /** The base of the scale; 10 unless told. */
  readonly base?: ArrayLike | undefined;
}

/**
 * `base` to the power of evenly spaced samples.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logspace.html
 *
 * @example logspace(0, 2, 3).tolist() // [1, 10, 100]
 */
export function logspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | LogspaceOptions<N>,
  options?: LogspaceOptions<N>,
): NDArray<N> {
  const given = positionalOr<LogspaceOptions<N>, "num">("logspace", "num", num, options, [
    ...SPACE_KEYS,
    "base",
  ]);
  const { base = 10, ...rest } = given;
  const result = uncounted((): NDArray => {
    const scale = weakKind(base) === null ? toArray(base) : null;
    const ends = scale === null || scale.ndim === 0 ? [start, stop] : padded(start, stop, scale);
    const { samples, dtype, order } = spaced(ends[0]!, ends[1]!, { ...rest, dtype: undefined }); // two ends
    const exponents = atAxis(copyOrdered(samples, dtype, order), given.axis);
    return pow(scale === null ? base : beside(scale, exponents.ndim, given.axis), exponents);
  });
  const wanted: DType =
    given.dtype === undefined || given.dtype === null ? result.dtype : asDType(given.dtype);
  return copyAs(result, wanted, "K") as NDArray<N>; // N is `dtype`, or what follows from the inputs
}

/** Both ends with as many axes as the base has, so that `axis` means one place in all three. */
function padded(start: ArrayLike, stop: ArrayLike, base: NDArray): NDArray[] {
  const ends = [toArray(start), toArray(stop)];
  const ndim = Math.max(base.ndim, ...ends.map((end) => end.ndim));
  return ends.map((end) => padDims(end, ndim));
}

/** The base with an axis of length 1 where the samples have theirs. */
function beside(base: NDArray, ndim: number, axis = 0): NDArray {
  if (base.ndim === 0) return base;
  const wide = padDims(base, ndim - 1);
  return viewOf(wide, expanded(wide.layout, [normalizeAxis(axis, ndim)]));
}

/**
 * Samples of which each is the one before times the same factor; both ends are exact.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.geomspace.html
 *
 * @throws {ValueError} when an end is zero
 * @example geomspace(1, 1000, 4).tolist() // [1, 10, 100, 1000]
 */
export function geomspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | SpaceOptions<N>,
  options?: SpaceOptions<N>,
): NDArray<N> {
  const given = positionalOr<SpaceOptions<N>, "num">("geomspace", "num", num, options, SPACE_KEYS);
  const wanted: DType | null =
    given.dtype === undefined || given.dtype === null ? null : asDType(given.dtype);
  const ends = [toArray(start).dtype, toArray(stop).dtype, wanted ?? float64];
  const natural = resultDType(ends, ["float"])!; // there are three
  const { num: count = 50, endpoint = true, axis = 0 } = given;
  const rows = uncounted(() =>
    geometric(
      copyAs(toArray(start), natural, "K"),
      copyAs(toArray(stop), natural, "K"),
      count,
      endpoint,
    ),
  );
  return atAxis(copyAs(rows, wanted ?? natural, "K"), axis) as NDArray<N>; // N is `dtype`, or what follows from the inputs
}

function geometric(from: NDArray, to: NDArray, count: number, endpoint: boolean): NDArray {
  if (
    [...toValues(from), ...toValues(to)].some((x) =>
      isComplex(x) ? x.re === 0 && x.im === 0 : Number(x) === 0,
    )
  ) {
    throw new ValueError("Geometric sequence cannot include zero");
  }
  // Turned to the positive side first, so that the logarithms are real, and back at the end.
  const turn = sign(from);
  const [first, last] = [divide(from, turn), divide(to, turn)];
  const rows = logspace(log10(first), log10(last), { num: count, endpoint });
  if (count > 0) assign(rowAt(rows, 0), first);
  if (count > 1 && endpoint) assign(rowAt(rows, count - 1), last);
  return multiply(rows, turn);
}

function rowAt(a: NDArray, i: number): NDArray {
  const rest = [...a.shape.keys()].slice(1);
  return viewOf(a, permuted(a.layout, rest), i * a.strides[0]!);
}
