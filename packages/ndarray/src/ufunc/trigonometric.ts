/**
 * Trigonometric and hyperbolic functions, and their inverses.
 *
 * Each is one row; angles are radians. Integers are computed in the narrowest float that holds them.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { type BinaryUfunc, type UnaryUfunc, binary, unary } from "./ufunc.ts";
import { COMPLEX, FLOATS } from "./row.ts";

/**
 * The sine of x in radians.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sin.html
 * @example sin([0]).tolist() // [0]
 */
export const sin: UnaryUfunc = unary("sin", FLOATS + COMPLEX);

/**
 * The cosine of x in radians.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cos.html
 * @example cos([0]).tolist() // [1]
 */
export const cos: UnaryUfunc = unary("cos", FLOATS + COMPLEX);

/**
 * The tangent of x in radians.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tan.html
 * @example tan([0]).tolist() // [0]
 */
export const tan: UnaryUfunc = unary("tan", FLOATS + COMPLEX);

/**
 * The angle from -pi/2 to pi/2 whose sine is x; nan outside [-1, 1].
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arcsin.html
 * @example arcsin([0]).tolist() // [0]
 */
export const arcsin: UnaryUfunc = unary("arcsin", FLOATS + COMPLEX);

/**
 * The same as `arcsin`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.asin.html
 * @example asin([0]).tolist() // [0]
 */
export const asin: UnaryUfunc = arcsin;

/**
 * The angle from 0 to pi whose cosine is x; nan outside [-1, 1].
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arccos.html
 * @example arccos([1]).tolist() // [0]
 */
export const arccos: UnaryUfunc = unary("arccos", FLOATS + COMPLEX);

/**
 * The same as `arccos`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.acos.html
 * @example acos([1]).tolist() // [0]
 */
export const acos: UnaryUfunc = arccos;

/**
 * The angle from -pi/2 to pi/2 whose tangent is x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arctan.html
 * @example arctan([0]).tolist() // [0]
 */
export const arctan: UnaryUfunc = unary("arctan", FLOATS + COMPLEX);

/**
 * The same as `arctan`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atan.html
 * @example atan([0]).tolist() // [0]
 */
export const atan: UnaryUfunc = arctan;

/**
 * The angle of the point (x2, x1), from -pi to pi; signed zeros choose the side.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arctan2.html
 * @example arctan2(0, 1).tolist() // 0
 */
export const arctan2: BinaryUfunc = binary("arctan2", FLOATS);

/**
 * The same as `arctan2`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atan2.html
 * @example atan2(0, 1).tolist() // 0
 */
export const atan2: BinaryUfunc = arctan2;

/**
 * The hyperbolic sine.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sinh.html
 * @example sinh([0]).tolist() // [0]
 */
export const sinh: UnaryUfunc = unary("sinh", FLOATS + COMPLEX);

/**
 * The hyperbolic cosine.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cosh.html
 * @example cosh([0]).tolist() // [1]
 */
export const cosh: UnaryUfunc = unary("cosh", FLOATS + COMPLEX);

/**
 * The hyperbolic tangent.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tanh.html
 * @example tanh([0, Infinity]).tolist() // [0, 1]
 */
export const tanh: UnaryUfunc = unary("tanh", FLOATS + COMPLEX);

/**
 * The inverse of `sinh`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arcsinh.html
 * @example arcsinh([0]).tolist() // [0]
 */
export const arcsinh: UnaryUfunc = unary("arcsinh", FLOATS + COMPLEX);

/**
 * The same as `arcsinh`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.asinh.html
 * @example asinh([0]).tolist() // [0]
 */
export const asinh: UnaryUfunc = arcsinh;

/**
 * The inverse of `cosh`, not negative; nan below 1.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arccosh.html
 * @example arccosh([1]).tolist() // [0]
 */
export const arccosh: UnaryUfunc = unary("arccosh", FLOATS + COMPLEX);

/**
 * The same as `arccosh`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.acosh.html
 * @example acosh([1]).tolist() // [0]
 */
export const acosh: UnaryUfunc = arccosh;

/**
 * The inverse of `tanh`; nan outside [-1, 1].
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arctanh.html
 * @example arctanh([0, 1]).tolist() // [0, Infinity]
 */
export const arctanh: UnaryUfunc = unary("arctanh", FLOATS + COMPLEX);

/**
 * The same as `arctanh`, as the Array API standard calls it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atanh.html
 * @example atanh([0, 1]).tolist() // [0, Infinity]
 */
export const atanh: UnaryUfunc = arctanh;

/**
 * sqrt(x1 ** 2 + x2 ** 2), without the overflow.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.hypot.html
 * @example hypot(3, 4).tolist() // 5
 */
export const hypot: BinaryUfunc = binary("hypot", FLOATS, "$$->$", {
  identity: 0,
  isReorderable: true,
});

/**
 * Degrees as radians.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.deg2rad.html
 * @example deg2rad([0, 180]).tolist() // [0, 3.141592653589793]
 */
export const deg2rad: UnaryUfunc = unary("deg2rad", FLOATS);

/**
 * The same as `deg2rad`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.radians.html
 * @example radians([180]).tolist() // [3.141592653589793]
 */
export const radians: UnaryUfunc = unary("radians", FLOATS);

/**
 * Radians as degrees.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.rad2deg.html
 * @example rad2deg([0]).tolist() // [0]
 */
export const rad2deg: UnaryUfunc = unary("rad2deg", FLOATS);

/**
 * The same as `rad2deg`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.degrees.html
 * @example degrees([0]).tolist() // [0]
 */
export const degrees: UnaryUfunc = unary("degrees", FLOATS);
