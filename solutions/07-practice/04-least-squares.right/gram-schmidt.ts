// Makes the perpendicular columns by hand (modified Gram-Schmidt), with b as one more column.
import * as np from "@deep-dive/ndarray";

const dot = (x: np.NDArray, y: np.NDArray): number => np.sum(np.multiply(x, y)) as number;

export function leastSquares(a: np.NDArray, b: np.NDArray): np.NDArray {
  const n = a.shape[1]!;
  const columns = [...np.copy(a.T, { order: "C" }), np.copy(b)] as np.NDArray[];
  const r = columns.map(() => new Float64Array(n + 1));
  let largest = 0;
  for (let k = 0; k < n; k++) {
    const length = Math.sqrt(dot(columns[k]!, columns[k]!));
    largest = Math.max(largest, length);
    if (length <= 1e-12 * largest) throw new np.LinAlgError("columns are not independent");
    r[k]![k] = length;
    const unit = np.divide(columns[k]!, length);
    for (let j = k + 1; j <= n; j++) {
      r[k]![j] = dot(unit, columns[j]!);
      columns[j] = np.subtract(columns[j]!, np.multiply(unit, r[k]![j]!));
    }
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = r[i]![n]!;
    for (let j = i + 1; j < n; j++) rest -= r[i]![j]! * x[j]!;
    x[i] = rest / r[i]![i]!;
  }
  return np.asarray(x);
}

export function fitPolynomial(t: np.NDArray, y: np.NDArray, degree: number): np.NDArray {
  const columns = np.ones([t.size, degree + 1]);
  for (let j = 1; j <= degree; j++) columns.set([":", j], np.multiply(columns.get(":", j - 1), t));
  return leastSquares(columns, y);
}
