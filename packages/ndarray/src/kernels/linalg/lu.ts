/**
 * Triangular factors of square real matrices, with rows exchanged: determinants and linear equations.
 *
 * Knows one matrix at a time, row after row in a list of doubles. Factors overwrite the matrix: the upper one, and below
 * the diagonal the lower one, whose diagonal is 1. Rules: Golub and Van Loan, Matrix Computations, 3.4
 */

/** Which rows were exchanged, and whether an odd number of times; `isSingular` where a pivot is exactly zero. */
export interface Exchanges {
  readonly rows: Int32Array;
  readonly isOdd: boolean;
  readonly isSingular: boolean;
}

/** Factorizes the n × n matrix `a` in place. Step k exchanged row k with row `rows[k]`. */
export function factorize(a: Float64Array, n: number): Exchanges {
  const rows = new Int32Array(n);
  let isOdd = false;
  let isSingular = false;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
    rows[k] = best;
    if (best !== k) {
      isOdd = !isOdd;
      exchangeRows(a, n, k, best);
    }
    const pivot = a[k * n + k]!;
    if (pivot === 0) {
      isSingular = true;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / pivot;
      a[i * n + k] = factor;
      subtractRow(a, i * n, a, k * n, k + 1, n, factor); // a zero too: the row above may hold nan
    }
  }
  return { rows, isOdd, isSingular };
}

/** Solves for the n × count right-hand sides `b` in place, by what `factorize` made. */
export function solveFactored(
  lu: Float64Array,
  { rows }: Exchanges,
  n: number,
  b: Float64Array,
  count: number,
): void {
  for (let k = 0; k < n; k++) if (rows[k] !== k) exchangeRows(b, count, k, rows[k]!);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++)
      subtractRow(b, i * count, b, k * count, 0, count, lu[i * n + k]!);
  }
  for (let k = n - 1; k >= 0; k--) {
    const pivot = lu[k * n + k]!;
    for (let j = 0; j < count; j++) b[k * count + j] = b[k * count + j]! / pivot;
    for (let i = 0; i < k; i++) subtractRow(b, i * count, b, k * count, 0, count, lu[i * n + k]!);
  }
}

/** Sign (0 where singular) and logarithm of the absolute determinant. */
export function signAndLog(
  lu: Float64Array,
  { isOdd }: Exchanges,
  n: number,
): { sign: number; log: number } {
  let sign = isOdd ? -1 : 1;
  let log = 0;
  for (let k = 0; k < n; k++) {
    const pivot = lu[k * n + k]!;
    if (pivot === 0) return { sign: 0, log: -Infinity };
    if (pivot < 0) sign = -sign;
    log += Math.log(Math.abs(pivot));
  }
  return { sign, log };
}

/** The determinant. */
export function determinant(lu: Float64Array, { isOdd }: Exchanges, n: number): number {
  let product = isOdd ? -1 : 1;
  for (let k = 0; k < n; k++) product *= lu[k * n + k]!;
  return product;
}

function subtractRow(
  a: Float64Array,
  to: number,
  b: Float64Array,
  from: number,
  first: number,
  end: number,
  factor: number,
): void {
  for (let j = first; j < end; j++) a[to + j] = a[to + j]! - factor * b[from + j]!;
}

/** Exchanges two rows of `width` doubles. */
export function exchangeRows(a: Float64Array, width: number, i: number, k: number): void {
  for (let j = 0; j < width; j++) {
    const kept = a[i * width + j]!;
    a[i * width + j] = a[k * width + j]!;
    a[k * width + j] = kept;
  }
}
