/**
 * Equality and closeness of whole arrays.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.logic.html#comparison
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import type { NDArray } from "../array/ndarray.ts";
import { bool } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { broadcastShapes, sameShape } from "../layout/broadcast.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { absolute, add, multiply, subtract } from "../ufunc/arithmetic.ts";
import { bitwise_and, bitwise_or } from "../ufunc/bitwise.ts";
import { equal, isfinite, isnan, less_equal } from "../ufunc/comparison.ts";
import { all } from "./reductions.ts";

export interface ClosenessOptions {
  /** Relative to the second argument; 1e-5 unless told. */
  readonly rtol?: number | undefined;
  /** Absolute; 1e-8 unless told. */
  readonly atol?: number | undefined;
  /** Whether nan equals nan; false unless told. */
  readonly equal_nan?: boolean | undefined;
}

const KEYS = ["rtol", "atol", "equal_nan"] as const;

/**
 * For each pair of elements whether `|a - b| <= atol + rtol * |b|`; infinities equal themselves. Not symmetric.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isclose.html
 *
 * @throws {ValueError} when the shapes do not line up
 * @example isclose([1, 2], [1.000001, 3]).tolist() // [true, false]
 */
export function isclose(a: ArrayLike, b: ArrayLike, options?: ClosenessOptions): NDArray<"bool"> {
  const given = readOptions("isclose", options, KEYS);
  const close = uncounted(() => closeness(toArray(a), toArray(b), given));
  return copyAs(close, bool, "K");
}

/** `isclose` in whatever memory. */
function closeness(
  x: NDArray,
  y: NDArray,
  { rtol = 1e-5, atol = 1e-8, equal_nan = false }: ClosenessOptions,
): NDArray {
  const wide = asNumber(y);
  const allowed = add(atol, multiply(rtol, absolute(wide)));
  const near = bitwise_and(
    less_equal(absolute(subtract(asNumber(x), wide)), allowed),
    isfinite(wide),
  );
  const close: NDArray = bitwise_or(near, equal(x, y));
  return equal_nan ? bitwise_or(close, bitwise_and(isnan(x), isnan(y))) : close;
}

/** Integers and booleans as floats, so that differences have a sign and no overflow. */
function asNumber(x: NDArray): NDArray {
  return x.dtype.kind === "f" || x.dtype.kind === "c" ? x : asFloat(x);
}

function asFloat(x: NDArray): NDArray {
  return add(x, toArray(0));
}

/**
 * Whether all pairs of elements are close; see `isclose`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.allclose.html
 *
 * @throws {ValueError} when the shapes do not line up
 * @example allclose([1, 2], [1, 2.00001]) // true
 */
export function allclose(a: ArrayLike, b: ArrayLike, options?: ClosenessOptions): boolean {
  const given = readOptions("allclose", options, KEYS);
  const [x, y] = [toArray(a), toArray(b)];
  noteTraffic(x.size + y.size, 0);
  return uncounted(() => all(closeness(x, y, given)));
}

export interface EqualOptions {
  /** Whether nan equals nan; false unless told. */
  readonly equal_nan?: boolean | undefined;
}

/**
 * Whether two arrays have one shape and equal elements.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array_equal.html
 *
 * @example array_equal([1, 2], [1n, 2n]) // true
 */
export function array_equal(a1: ArrayLike, a2: ArrayLike, options?: EqualOptions): boolean {
  const { equal_nan = false } = readOptions("array_equal", options, ["equal_nan"]);
  const [x, y] = [toArray(a1), toArray(a2)];
  if (!sameShape(x.shape, y.shape)) return false;
  noteTraffic(x.size + y.size, 0);
  return uncounted(() => {
    const same: NDArray = equal(x, y);
    return all(equal_nan ? bitwise_or(same, bitwise_and(isnan(x), isnan(y))) : same);
  });
}

/**
 * Whether two arrays broadcast together to equal elements.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array_equiv.html
 *
 * @example array_equiv([1, 1], [[1], [1]]) // true
 */
export function array_equiv(a1: ArrayLike, a2: ArrayLike): boolean {
  const [x, y] = [toArray(a1), toArray(a2)];
  try {
    broadcastShapes([x.shape, y.shape]);
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
  noteTraffic(x.size + y.size, 0);
  return uncounted(() => all(equal(x, y)));
}
