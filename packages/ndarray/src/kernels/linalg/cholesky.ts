/**
 * The lower triangular factor L of a positive definite matrix L Lᴴ.
 *
 * Knows one matrix at a time, row after row; reads its lower triangle only, and clears the upper one.
 * Rules: Golub and Van Loan, Matrix Computations, 4.2
 */

/** Factorizes `a` in place; false where it is not positive definite. */
export function cholesky(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      if (i > j) {
        a[i * n + j] = sum / a[j * n + j]!;
        continue;
      }
      if (!(sum > 0)) return false;
      a[i * n + i] = Math.sqrt(sum);
    }
    a.fill(0, i * n + i + 1, (i + 1) * n);
  }
  return true;
}

/** As `cholesky`, for complex elements; the imaginary parts of the diagonal are ignored. */
export function choleskyComplex(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const at = 2 * (i * n + j);
      let re = a[at]!;
      let im = i === j ? 0 : a[at + 1]!;
      for (let k = 0; k < j; k++) {
        const p = 2 * (i * n + k);
        const q = 2 * (j * n + k);
        re -= a[p]! * a[q]! + a[p + 1]! * a[q + 1]!;
        im -= a[p + 1]! * a[q]! - a[p]! * a[q + 1]!;
      }
      if (i > j) {
        const diagonal = a[2 * (j * n + j)]!;
        a[at] = re / diagonal;
        a[at + 1] = im / diagonal;
        continue;
      }
      if (!(re > 0)) return false;
      a[at] = Math.sqrt(re);
      a[at + 1] = 0;
    }
    a.fill(0, 2 * (i * n + i + 1), 2 * (i + 1) * n);
  }
  return true;
}
