/**
 * NumPy's constants.
 *
 * Source: https://numpy.org/doc/stable/reference/constants.html
 */

/** Euler's number, the base of natural logarithms. */
export const e: number = Math.E;
/** The ratio of a circle's circumference to its diameter. */
export const pi: number = Math.PI;
/** Positive infinity. */
export const inf: number = Infinity;
/** Not a number; unlike everything, itself included. */
export const nan: number = NaN;
/** Euler's constant γ, the limit of the harmonic series less the logarithm. */
export const euler_gamma: number = 0.5772156649015329;
