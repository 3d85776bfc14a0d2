/**
 * `np.linalg`: NumPy's names and the Array API's linalg extension.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html
 */
export { LinAlgError } from "../../errors.ts";
export { matrix_transpose } from "../axes.ts";
export { matmul, vecdot } from "../products.ts";
export { tensordot } from "../tensor.ts";
export { cholesky, qr, svd, svdvals } from "./decompositions.ts";
export { eig, eigh, eigvals, eigvalsh } from "./eigenvalues.ts";
export { matrix_norm, norm, vector_norm } from "./norms.ts";
export { cross, diagonal, matrix_power, multi_dot, outer, trace } from "./products.ts";
export { cond, lstsq, matrix_rank, pinv } from "./rank.ts";
export { det, inv, slogdet, solve, tensorinv, tensorsolve } from "./solving.ts";
