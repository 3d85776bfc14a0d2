// caught by: error
// Solves AᵀA x = Aᵀb: right on paper, and half of the digits are gone.
import * as np from "@deep-dive/ndarray";

export function leastSquares(a: np.NDArray, b: np.NDArray): np.NDArray {
  const { R } = np.linalg.qr(a) as { R: np.NDArray };
  const n = R.shape[1]!;
  const diagonal = np.abs(np.diagonal(R));
  if ((np.min(diagonal) as number) <= 1e-12 * (np.max(diagonal) as number))
    throw new np.LinAlgError("columns are not independent");
  const m = np.matmul(a.T, a);
  const x = np.matmul(a.T, b);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      const factor = (m.item(i, k) as number) / (m.item(k, k) as number);
      m.set([i], np.subtract(m.get(i), np.multiply(m.get(k), factor)));
      x.set([i], (x.item(i) as number) - factor * (x.item(k) as number));
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    const known = np.sum(np.multiply(m.get(i, `${i + 1}:`), x.get(`${i + 1}:`))) as number;
    x.set([i], ((x.item(i) as number) - known) / (m.item(i, i) as number));
  }
  return x;
}

export function fitPolynomial(t: np.NDArray, y: np.NDArray, degree: number): np.NDArray {
  return leastSquares(np.pow(t.get(":", null), np.arange(degree + 1)), y); // column j is t to the j
}
