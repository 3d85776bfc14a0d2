/**
 * Rounding, and what floats are made of.
 *
 * Each is one row. Integers are whole already and stay as they are.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import {
  type BinaryUfunc,
  type UnaryPairUfunc,
  type UnaryUfunc,
  binary,
  unary,
  unaryPair,
} from "./ufunc.ts";
import { COMPLEX, FLOATS, INTEGERS } from "./row.ts";

/**
 * The largest whole number not above x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.floor.html
 * @example floor([1.5, -1.5]).tolist() // [1, -2]
 */
export const floor: UnaryUfunc = unary("floor", `?${INTEGERS}${FLOATS}`);

/**
 * The smallest whole number not below x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ceil.html
 * @example ceil([1.5, 0.5]).tolist() // [2, 1]
 */
export const ceil: UnaryUfunc = unary("ceil", `?${INTEGERS}${FLOATS}`);

/**
 * The whole number next to x towards zero.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.trunc.html
 * @example trunc([1.5, -1.5]).tolist() // [1, -1]
 */
export const trunc: UnaryUfunc = unary("trunc", `?${INTEGERS}${FLOATS}`);

/**
 * The nearest whole number; halves go to the even one.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.rint.html
 * @example rint([0.5, 1.5, 2.5]).tolist() // [0, 2, 2]
 */
export const rint: UnaryUfunc = unary("rint", FLOATS + COMPLEX);

/**
 * |x1| with the sign of x2.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.copysign.html
 * @example copysign([1, -2], -0).tolist() // [-1, -2]
 */
export const copysign: BinaryUfunc = binary("copysign", FLOATS);

/**
 * The neighbour of x1, as a float of its dtype, towards x2.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nextafter.html
 * @example nextafter(1, 2).tolist() // 1.0000000000000002
 */
export const nextafter: BinaryUfunc = binary("nextafter", FLOATS);

/**
 * The distance from x to the next float away from zero.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.spacing.html
 * @example spacing(1).tolist() // 2.220446049250313e-16
 */
export const spacing: UnaryUfunc = unary("spacing", FLOATS);

/**
 * `[fractional part, whole part]`, both with the sign of x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.modf.html
 * @example modf([3.5, -0.25]).map((a) => a.tolist()) // [[0.5, -0.25], [3, -0]]
 */
export const modf: UnaryPairUfunc = unaryPair("modf", FLOATS, "$->$$");

/**
 * `[mantissa, exponent]`, so that x = mantissa * 2 ** exponent and 0.5 <= |mantissa| < 1.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.frexp.html
 * @example frexp([8, 0.75]).map((a) => a.tolist()) // [[0.5, 0.75], [4, 0]]
 */
export const frexp: UnaryPairUfunc = unaryPair("frexp", FLOATS, "$->$i");

/**
 * x1 * 2 ** x2, rounded once; x2 holds integers.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ldexp.html
 * @example ldexp(0.75, arange(3)).tolist() // [0.75, 1.5, 3]
 */
export const ldexp: BinaryUfunc = binary("ldexp", [
  "ei->e",
  "eq->e",
  "fi->f",
  "fq->f",
  "di->d",
  "dq->d",
]);

/**
 * 0 where x1 < 0, 1 where x1 > 0, x2 where x1 is 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.heaviside.html
 * @example heaviside([-1, 0, 2], 0.5).tolist() // [0, 0.5, 1]
 */
export const heaviside: BinaryUfunc = binary("heaviside", FLOATS);
