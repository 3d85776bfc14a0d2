// caught by: worked examples > sum([1, 2, 3]) is [6], an array of one number
// Gives a (1, 1) matrix, which a checker that broadcasts would let pass.
import * as np from "@deep-dive/ndarray";

export function ones(n: number): np.NDArray {
  return np.where(np.less(np.arange(n), n), np.float64(1), np.float64(0));
}

export function sum(a: np.NDArray): np.NDArray {
  return np.matmul(a.get(null, ":"), ones(a.size).get(":", null));
}

export function outer(a: np.NDArray, b: np.NDArray): np.NDArray {
  return np.multiply(a.get(":", null), b);
}

export function eye(n: number): np.NDArray {
  return np.where(
    np.equal(np.arange(n).get(":", null), np.arange(n)),
    np.float64(1),
    np.float64(0),
  );
}

export function diag(a: np.NDArray): np.NDArray {
  return a.get(np.arange(a.shape[0]!), np.arange(a.shape[0]!)); // pairs of indices: (0, 0), (1, 1), …
}

export function triu(n: number): np.NDArray {
  return np.where(
    np.less_equal(np.arange(n).get(":", null), np.arange(n)),
    np.float64(1),
    np.float64(0),
  );
}

export function cumsum(a: np.NDArray): np.NDArray {
  return np.matmul(a, triu(a.size)); // column j has ones in rows 0 … j
}

export function diff(a: np.NDArray): np.NDArray {
  return np.subtract(
    a,
    np.where(np.less(np.arange(a.size), 1), 0, a.get(np.subtract(np.arange(a.size), 1))),
  );
}

export function roll(a: np.NDArray): np.NDArray {
  return a.get(np.remainder(np.add(np.arange(a.size), 1), a.size));
}

export function bincount(a: np.NDArray, n: number): np.NDArray {
  return np.matmul(
    ones(a.size),
    np.where(np.equal(a.get(":", null), np.arange(n)), np.float64(1), np.float64(0)),
  );
}
