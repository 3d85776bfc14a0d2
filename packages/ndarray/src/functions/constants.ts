/**
 * NumPy's constants.
 *
 * Source: https://numpy.org/doc/stable/reference/constants.html
 */

/** Euler's number, the base of natural logarithms. Source: numpy.e @example log(e) // 1 */
export const e: number = Math.E;
/** The ratio of a circle's circumference to its diameter. Source: numpy.pi @example cos(pi) // -1 */
export const pi: number = Math.PI;
/** Positive infinity. Source: numpy.inf @example isinf(inf) // true */
export const inf: number = Infinity;
/** Not a number; unlike everything, itself included. Source: numpy.nan @example equal(nan, nan) // false */
export const nan: number = NaN;
/** Euler's constant γ, the limit of the harmonic series less the logarithm. Source: numpy.euler_gamma @example floor(10 * euler_gamma) // 5 */
export const euler_gamma: number = 0.5772156649015329;
