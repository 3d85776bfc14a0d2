// caught by: worked examples > three points on a line: 1 + 2t
// Forgets that the numbers on R's diagonal may be negative.
import * as np from "@deep-dive/ndarray";

export function leastSquares(a: np.NDArray, b: np.NDArray): np.NDArray {
  const { Q, R } = np.linalg.qr(a) as { Q: np.NDArray; R: np.NDArray };
  const n = R.shape[1]!;
  const diagonal = np.diagonal(R);
  if ((np.min(diagonal) as number) <= 1e-12 * (np.max(diagonal) as number))
    throw new np.LinAlgError("columns are not independent");
  const x = np.matmul(Q.T, b);
  for (let i = n - 1; i >= 0; i--) {
    // Line i: R[i, i] x[i] + R[i, i+1:] · x[i+1:] = c[i], and everything behind i is known.
    const known = np.sum(np.multiply(R.get(i, `${i + 1}:`), x.get(`${i + 1}:`))) as number;
    x.set([i], ((x.item(i) as number) - known) / (R.item(i, i) as number));
  }
  return x;
}

export function fitPolynomial(t: np.NDArray, y: np.NDArray, degree: number): np.NDArray {
  return leastSquares(np.pow(t.get(":", null), np.arange(degree + 1)), y); // column j is t to the j
}
