/**
 * Exponentials, logarithms and roots.
 *
 * Each is one row; integers and booleans are computed in the narrowest float that holds them.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { type BinaryUfunc, type UnaryUfunc, binary, unary } from "./ufunc.ts";
import { COMPLEX, FLOATS } from "./row.ts";

/**
 * e to the power x, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.exp.html
 * @example exp([0, -Infinity]).tolist() // [1, 0]
 */
export const exp: UnaryUfunc = unary("exp", FLOATS + COMPLEX);

/**
 * 2 to the power x, element by element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.exp2.html
 * @example exp2([3, -1]).tolist() // [8, 0.5]
 */
export const exp2: UnaryUfunc = unary("exp2", FLOATS + COMPLEX);

/**
 * exp(x) - 1, exact for small x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.expm1.html
 * @example expm1([0]).tolist() // [0]
 */
export const expm1: UnaryUfunc = unary("expm1", FLOATS + COMPLEX);

/**
 * The natural logarithm; nan for negative reals.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.log.html
 * @example log([1, 0]).tolist() // [0, -Infinity]
 */
export const log: UnaryUfunc = unary("log", FLOATS + COMPLEX);

/**
 * The logarithm to base 2.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.log2.html
 * @example log2([8, 0.5]).tolist() // [3, -1]
 */
export const log2: UnaryUfunc = unary("log2", FLOATS + COMPLEX);

/**
 * The logarithm to base 10.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.log10.html
 * @example log10([1000, 1]).tolist() // [3, 0]
 */
export const log10: UnaryUfunc = unary("log10", FLOATS + COMPLEX);

/**
 * log(1 + x), exact for small x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.log1p.html
 * @example log1p([0, -1]).tolist() // [0, -Infinity]
 */
export const log1p: UnaryUfunc = unary("log1p", FLOATS + COMPLEX);

/**
 * log(exp(x1) + exp(x2)), without the overflow.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logaddexp.html
 * @example logaddexp(-Infinity, 3).tolist() // 3
 */
export const logaddexp: BinaryUfunc = binary("logaddexp", FLOATS, "$$->$", {
  identity: -Infinity,
  isReorderable: true,
});

/**
 * log2(2 ** x1 + 2 ** x2), without the overflow.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logaddexp2.html
 * @example logaddexp2(5, 5).tolist() // 6
 */
export const logaddexp2: BinaryUfunc = binary("logaddexp2", FLOATS, "$$->$", {
  identity: -Infinity,
  isReorderable: true,
});

/**
 * The square root; nan for negative reals, the principal root of complex numbers.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sqrt.html
 * @example sqrt([4, 9]).tolist() // [2, 3]
 */
export const sqrt: UnaryUfunc = unary("sqrt", FLOATS + COMPLEX);

/**
 * The cube root, with the sign of x.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cbrt.html
 * @example cbrt([8, -27]).tolist() // [2, -3]
 */
export const cbrt: UnaryUfunc = unary("cbrt", FLOATS);
