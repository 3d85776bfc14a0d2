/**
 * Comparisons, extremes, logic, and questions about nan and infinities.
 *
 * Each is one row. Complex numbers are ordered by real part, then imaginary part.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import {
  type ComparingUfunc,
  type PromotingUfunc,
  type TestingUfunc,
  binary,
  unary,
} from "./ufunc.ts";
import { COMPLEX, FLOATS, INTEGERS, NUMBERS, loops } from "./row.ts";

/** 64-bit integers of both kinds are compared as they are, since no dtype holds both. */
const COMPARABLE = [
  ...loops(`?${INTEGERS}`, "$$->?"),
  "qQ->?",
  "Qq->?",
  ...loops(FLOATS + COMPLEX, "$$->?"),
];

/**
 * x1 == x2; nan equals nothing.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.equal.html
 * @example equal([1, 2], 2).tolist() // [false, true]
 */
export const equal: ComparingUfunc = binary("equal", COMPARABLE, "", { isComparison: true });

/**
 * x1 != x2; nan differs from everything.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.not_equal.html
 * @example not_equal([1, 2], 2).tolist() // [true, false]
 */
export const not_equal: ComparingUfunc = binary("not_equal", COMPARABLE, "", {
  isComparison: true,
});

/**
 * Whether x1 < x2, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.less.html
 * @example less([1, 2], 2).tolist() // [true, false]
 */
export const less: ComparingUfunc = binary("less", COMPARABLE, "", { isComparison: true });

/**
 * Whether x1 <= x2, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.less_equal.html
 * @example less_equal([1, 2, 3], 2).tolist() // [true, true, false]
 */
export const less_equal: ComparingUfunc = binary("less_equal", COMPARABLE, "", {
  isComparison: true,
});

/**
 * Whether x1 > x2, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.greater.html
 * @example greater([1, 2, 3], 2).tolist() // [false, false, true]
 */
export const greater: ComparingUfunc = binary("greater", COMPARABLE, "", { isComparison: true });

/**
 * Whether x1 >= x2, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.greater_equal.html
 * @example greater_equal([1, 2], 2).tolist() // [false, true]
 */
export const greater_equal: ComparingUfunc = binary("greater_equal", COMPARABLE, "", {
  isComparison: true,
});

/**
 * The larger of two elements; nan where either is.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.maximum.html
 * @example maximum([1, 5], 3).tolist() // [3, 5]
 */
export const maximum: PromotingUfunc = binary("maximum", `?${NUMBERS}`, "$$->$", {
  isReorderable: true,
});

/**
 * The smaller of two elements; nan where either is.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.minimum.html
 * @example minimum([1, 5], 3).tolist() // [1, 3]
 */
export const minimum: PromotingUfunc = binary("minimum", `?${NUMBERS}`, "$$->$", {
  isReorderable: true,
});

/**
 * The larger of two elements; the other one where one is nan.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fmax.html
 * @example fmax([1, NaN], 3).tolist() // [3, 3]
 */
export const fmax: PromotingUfunc = binary("fmax", `?${NUMBERS}`, "$$->$", { isReorderable: true });

/**
 * The smaller of two elements; the other one where one is nan.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fmin.html
 * @example fmin([1, NaN], 3).tolist() // [1, 3]
 */
export const fmin: PromotingUfunc = binary("fmin", `?${NUMBERS}`, "$$->$", { isReorderable: true });

/**
 * Whether both are true; a number is true unless it is 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logical_and.html
 * @example logical_and([0, 2], 1).tolist() // [false, true]
 */
export const logical_and: ComparingUfunc = binary("logical_and", `?${NUMBERS}`, "$$->?", {
  isTruth: true,
  isComparison: true,
  identity: 1,
  isReorderable: true,
});

/**
 * Whether either is true.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logical_or.html
 * @example logical_or([0, 2], 0).tolist() // [false, true]
 */
export const logical_or: ComparingUfunc = binary("logical_or", `?${NUMBERS}`, "$$->?", {
  isTruth: true,
  isComparison: true,
  identity: 0,
  isReorderable: true,
});

/**
 * Whether exactly one is true.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logical_xor.html
 * @example logical_xor([0, 2], 1).tolist() // [true, false]
 */
export const logical_xor: ComparingUfunc = binary("logical_xor", `?${NUMBERS}`, "$$->?", {
  isTruth: true,
  isComparison: true,
  identity: 0,
  isReorderable: true,
});

/**
 * Whether it is false.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logical_not.html
 * @example logical_not([0, 2]).tolist() // [true, false]
 */
export const logical_not: TestingUfunc = unary("logical_not", `?${NUMBERS}`, "$->?");

/**
 * Whether it is nan; for complex numbers, whether either part is.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isnan.html
 * @example isnan([1, NaN]).tolist() // [false, true]
 */
export const isnan: TestingUfunc = unary("isnan", `?${NUMBERS}`, "$->?");

/**
 * Whether it is infinite, of either sign.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isinf.html
 * @example isinf([1, -Infinity]).tolist() // [false, true]
 */
export const isinf: TestingUfunc = unary("isinf", `?${NUMBERS}`, "$->?");

/**
 * Whether it is neither nan nor infinite.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isfinite.html
 * @example isfinite([1, NaN, Infinity]).tolist() // [true, false, false]
 */
export const isfinite: TestingUfunc = unary("isfinite", `?${NUMBERS}`, "$->?");

/**
 * Whether the sign is negative; true for -0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.signbit.html
 * @example signbit([1, -0]).tolist() // [false, true]
 */
export const signbit: TestingUfunc = unary("signbit", FLOATS, "$->?");
