/**
 * Bit operations on integers and booleans.
 *
 * Each is one row. Shifts by as many bits as there are, or more, leave nothing but the sign.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import {
  type BinaryUfunc,
  type KeepingUfunc,
  type PromotingUfunc,
  type UnaryUfunc,
  binary,
  unary,
} from "./ufunc.ts";
import { INTEGERS } from "./row.ts";

/**
 * The bits set in both.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_and.html
 * @example bitwise_and(arange(4), 2).tolist() // [0, 0, 2, 2]
 */
export const bitwise_and: PromotingUfunc = binary("bitwise_and", `?${INTEGERS}`, "$$->$", {
  identity: -1,
  isReorderable: true,
});

/**
 * The bits set in either.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_or.html
 * @example bitwise_or(arange(4), 2).tolist() // [2, 3, 2, 3]
 */
export const bitwise_or: PromotingUfunc = binary("bitwise_or", `?${INTEGERS}`, "$$->$", {
  identity: 0,
  isReorderable: true,
});

/**
 * The bits set in exactly one.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_xor.html
 * @example bitwise_xor(arange(4), 2).tolist() // [2, 3, 0, 1]
 */
export const bitwise_xor: PromotingUfunc = binary("bitwise_xor", `?${INTEGERS}`, "$$->$", {
  identity: 0,
  isReorderable: true,
});

/**
 * Every bit turned over; logical not for booleans.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.invert.html
 * @example invert(arange(3)).tolist() // [-1, -2, -3]
 */
export const invert: KeepingUfunc = unary("invert", `?${INTEGERS}`);

/**
 * The same as `invert`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_not.html
 * @example bitwise_not(arange(3)).tolist() // [-1, -2, -3]
 */
export const bitwise_not: KeepingUfunc = invert;

/**
 * The same as `invert`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_invert.html
 * @example bitwise_invert(arange(3)).tolist() // [-1, -2, -3]
 */
export const bitwise_invert: KeepingUfunc = invert;

/**
 * The bits of x1 moved left by x2 places, x1 * 2 ** x2, wrapping.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.left_shift.html
 * @example left_shift(arange(3), 2).tolist() // [0, 4, 8]
 */
export const left_shift: BinaryUfunc = binary("left_shift", INTEGERS);

/**
 * The same as `left_shift`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_left_shift.html
 * @example bitwise_left_shift(arange(3), 2).tolist() // [0, 4, 8]
 */
export const bitwise_left_shift: BinaryUfunc = left_shift;

/**
 * x1 / 2 ** x2, rounded down.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.right_shift.html
 * @example right_shift(arange(5), 1).tolist() // [0, 0, 1, 1, 2]
 */
export const right_shift: BinaryUfunc = binary("right_shift", INTEGERS);

/**
 * The same as `right_shift`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_right_shift.html
 * @example bitwise_right_shift(arange(5), 1).tolist() // [0, 0, 1, 1, 2]
 */
export const bitwise_right_shift: BinaryUfunc = right_shift;

/**
 * How many bits of |x| are set, as uint8.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bitwise_count.html
 * @example bitwise_count(arange(5)).tolist() // [0, 1, 1, 2, 1]
 */
export const bitwise_count: UnaryUfunc = unary("bitwise_count", INTEGERS, "$->B");
