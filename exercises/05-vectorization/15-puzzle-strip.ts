/**
 * Ten one-liners without a loop: rebuild NumPy's functions from `arange`, `where`, arithmetic and comparison.
 *
 * The game is Sasha Rush's "Tensor Puzzles". Here the rules are enforced: no loops, no map or reduce, and of the library
 * only np.arange, np.where, np.matmul, add, subtract, multiply, floor_divide, remainder, equal, less, less_equal,
 * logical_and and logical_or. Of an array: `get` (slices, null, arrays of indices), `size` and `shape`, and no other method.
 */
import * as np from "@deep-dive/ndarray";

// Arrays are float64 and 1-d unless told; n is a whole number from 1 up. Every function fits on one line.
/** n ones, float64. `ones(3)` is [1, 1, 1]. */
export function ones(n: number): np.NDArray {
  // TODO: every number of np.arange(n) has something in common. Which question do they all answer with yes?
  throw new Error("not implemented");
}

/** The sum, as an array of shape (1,). `sum([1, 2, 3])` is [6]. A product with a column of ones is a sum. */
export function sum(a: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** `outer(a, b)[i, j] = a[i] * b[j]`. */
export function outer(a: np.NDArray, b: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** The identity matrix, float64 of shape (n, n). */
export function eye(n: number): np.NDArray {
  throw new Error("not implemented");
}

/** The diagonal of a square matrix, shape (n,). */
export function diag(a: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** Ones on and above the diagonal, zeros below; float64 of shape (n, n). */
export function triu(n: number): np.NDArray {
  throw new Error("not implemented");
}

/** Running sums. `cumsum([1, 2, 3])` is [1, 3, 6]. */
export function cumsum(a: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** Differences with the first number kept. `diff([1, 4, 9])` is [1, 3, 5]. */
export function diff(a: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** Everything one place to the left, the first to the end. `roll([1, 2, 3])` is [2, 3, 1]. */
export function roll(a: np.NDArray): np.NDArray {
  throw new Error("not implemented");
}

/** How often each of 0 … n - 1 stands in `a`, which holds int32; float64 of shape (n,). */
export function bincount(a: np.NDArray, n: number): np.NDArray {
  throw new Error("not implemented");
}
