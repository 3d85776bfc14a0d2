// The same triangle, with each unknown taken out of all lines above as soon as it is known.
import * as np from "@deep-dive/ndarray";

export function leastSquares(a: np.NDArray, b: np.NDArray): np.NDArray {
  const { Q, R } = np.linalg.qr(a) as { Q: np.NDArray; R: np.NDArray };
  const n = R.shape[1]!;
  const diagonal = np.abs(np.diagonal(R));
  if ((np.min(diagonal) as number) <= 1e-12 * (np.max(diagonal) as number))
    throw new np.LinAlgError("columns are not independent");
  const x = np.matmul(Q.T, b);
  for (let i = n - 1; i >= 0; i--) {
    x.set([i], (x.item(i) as number) / (R.item(i, i) as number));
    const above = x.get(`:${i}`);
    np.subtract(above, np.multiply(R.get(`:${i}`, i), x.get(i)), { out: above });
  }
  return x;
}

export function fitPolynomial(t: np.NDArray, y: np.NDArray, degree: number): np.NDArray {
  return leastSquares(np.pow(t.get(":", null), np.arange(degree + 1)), y); // column j is t to the j
}
