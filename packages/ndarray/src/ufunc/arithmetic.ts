/**
 * Arithmetic: sums, products, quotients, powers, signs.
 *
 * Each is one row: a name, its loops in NumPy's order, and how it folds. Operands broadcast and are promoted.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import {
  type BinaryPairUfunc,
  type BinaryUfunc,
  type DividingUfunc,
  type KeepingUfunc,
  type PromotingUfunc,
  type UnaryUfunc,
  binary,
  binaryPair,
  unary,
} from "./ufunc.ts";
import { noBooleanSubtract } from "../errors.ts";
import { FLOATS, INTEGERS, NUMBERS, loops } from "./row.ts";

/**
 * x1 + x2, element by element; booleans are or-ed.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.add.html
 * @example add([1, 2], 3).tolist() // [4, 5]
 */
export const add: PromotingUfunc = binary("add", `?${NUMBERS}`, "$$->$", {
  identity: 0,
  isReorderable: true,
});

/**
 * x1 - x2, element by element.
 * @throws {TypeError} for booleans
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.subtract.html
 * @example subtract([1, 2], 3).tolist() // [-2, -1]
 */
export const subtract: PromotingUfunc = binary("subtract", NUMBERS, "$$->$", {
  refusal: (names) => (names.every((n) => n === "bool") ? noBooleanSubtract() : null),
});

/**
 * x1 * x2, element by element; booleans are and-ed.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.multiply.html
 * @example multiply([1, 2], 3).tolist() // [3, 6]
 */
export const multiply: PromotingUfunc = binary("multiply", `?${NUMBERS}`, "$$->$", {
  identity: 1,
  isReorderable: true,
});

/**
 * x1 / x2, element by element; integers and booleans give float64.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.divide.html
 * @example divide([1, 2], 4).tolist() // [0.25, 0.5]
 */
export const divide: DividingUfunc = binary("divide", "efdFD", "$$->$", { isFloating: true });

/**
 * The same as `divide`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.true_divide.html
 * @example true_divide([1, 2], 4).tolist() // [0.25, 0.5]
 */
export const true_divide: DividingUfunc = divide;

/**
 * The largest whole number not above x1 / x2; an integer divided by zero gives 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.floor_divide.html
 * @example floor_divide([7, -7], 2).tolist() // [3, -4]
 */
export const floor_divide: BinaryUfunc = binary("floor_divide", INTEGERS + FLOATS);

/**
 * What `floor_divide` leaves, with the sign of x2; an integer divided by zero gives 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.remainder.html
 * @example remainder([7, -7], 3).tolist() // [1, 2]
 */
export const remainder: BinaryUfunc = binary("remainder", INTEGERS + FLOATS);

/**
 * The same as `remainder`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.mod.html
 * @example mod([7, -7], 3).tolist() // [1, 2]
 */
export const mod: BinaryUfunc = remainder;

/**
 * What truncated division leaves, with the sign of x1, as in C.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fmod.html
 * @example fmod([7, -7], 3).tolist() // [1, -1]
 */
export const fmod: BinaryUfunc = binary("fmod", INTEGERS + FLOATS);

/**
 * `[floor_divide(x1, x2), remainder(x1, x2)]` in one pass.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.divmod.html
 * @example divmod([7, -7], 2).map((a) => a.tolist()) // [[3, -4], [1, 1]]
 */
export const divmod: BinaryPairUfunc = binaryPair("divmod", INTEGERS + FLOATS, "$$->$$");

/**
 * x1 to the power x2, element by element; integers wrap.
 * @throws {ValueError} for an integer to a negative integer power
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.power.html
 * @example power([2, 3], 2).tolist() // [4, 9]
 */
export const power: BinaryUfunc = binary("power", NUMBERS);

/**
 * The same as `power`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.pow.html
 * @example pow([2, 3], 2).tolist() // [4, 9]
 */
export const pow: BinaryUfunc = power;

/**
 * x1 to the power x2, computed in float64 or complex128 whatever they are.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.float_power.html
 * @example float_power([2, 4], -1).tolist() // [0.5, 0.25]
 */
export const float_power: BinaryUfunc = binary("float_power", "dD");

/**
 * -x, element by element; unsigned integers wrap.
 * @throws {TypeError} for booleans
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.negative.html
 * @example negative([1, -2]).tolist() // [-1, 2]
 */
export const negative: KeepingUfunc = unary("negative", NUMBERS, "$->$", {
  refusal: (names) =>
    names[0] === "bool"
      ? "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
      : null,
});

/**
 * +x: a copy of a numeric array.
 * @throws {TypeError} for booleans
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.positive.html
 * @example positive([1, -2]).tolist() // [1, -2]
 */
export const positive: KeepingUfunc = unary("positive", NUMBERS, "$->$", { isUniform: true });

/**
 * |x|, element by element; a float for complex numbers. The most negative integer stays as it is.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.absolute.html
 * @example absolute([-1, 2]).tolist() // [1, 2]
 */
export const absolute: UnaryUfunc = unary("absolute", [
  ...loops(`?${INTEGERS}${FLOATS}`, "$->$"),
  "F->f",
  "D->d",
]);

/**
 * The same as `absolute`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.abs.html
 * @example abs([-1, 2]).tolist() // [1, 2]
 */
export const abs: UnaryUfunc = absolute;

/**
 * |x| as a float; no complex numbers.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fabs.html
 * @example fabs([-1.5, 2]).tolist() // [1.5, 2]
 */
export const fabs: UnaryUfunc = unary("fabs", FLOATS);

/**
 * -1, 0 or 1; x / |x| for complex numbers; nan for nan.
 * @throws {TypeError} for booleans
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sign.html
 * @example sign([-5, 0, 3]).tolist() // [-1, 0, 1]
 */
export const sign: UnaryUfunc = unary("sign", NUMBERS, "$->$", { isUniform: true });

/**
 * x * x, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.square.html
 * @example square([2, -3]).tolist() // [4, 9]
 */
export const square: UnaryUfunc = unary("square", NUMBERS);

/**
 * 1 / x, element by element; integers are truncated, so only those of size 1 are not 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.reciprocal.html
 * @example reciprocal([2, 4]).tolist() // [0.5, 0.25]
 */
export const reciprocal: UnaryUfunc = unary("reciprocal", NUMBERS);

/**
 * The complex conjugate; real numbers stay as they are.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.conjugate.html
 * @example conjugate([{ re: 1, im: 2 }]).tolist() // [{ re: 1, im: -2 }]
 */
export const conjugate: KeepingUfunc = unary("conjugate", NUMBERS);

/**
 * The same as `conjugate`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.conj.html
 * @example conj([{ re: 1, im: 2 }]).tolist() // [{ re: 1, im: -2 }]
 */
export const conj: KeepingUfunc = conjugate;

/**
 * The greatest common divisor of |x1| and |x2|; integers only.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.gcd.html
 * @example gcd(arange(4), 2).tolist() // [2, 1, 2, 1]
 */
export const gcd: BinaryUfunc = binary("gcd", INTEGERS, "$$->$", {
  identity: 0,
  isReorderable: true,
  isUniform: true,
});

/**
 * The least common multiple of |x1| and |x2|; integers only.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lcm.html
 * @example lcm(arange(4), 2).tolist() // [0, 2, 2, 6]
 */
export const lcm: BinaryUfunc = binary("lcm", INTEGERS, "$$->$", { isUniform: true });
