/**
 * Eigenvalues and eigenvectors of square matrices without symmetry.
 *
 * Knows one matrix at a time; the triangular form is made in `schur.ts` and `schur-complex.ts`.
 * Rules: Golub and Van Loan, Matrix Computations, 7.6; LAPACK's geev for the scaling of vectors
 */
import { diagonalValues, schur } from "./schur.ts";
import { schurComplex, triangulate } from "./schur-complex.ts";

/** Values and vectors with parts interleaved; vector k is row k. */
export interface GeneralEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Decomposes a real n × n matrix, which is overwritten; null where it does not converge. */
export function eigenReal(a: Float64Array, n: number): GeneralEigen | null {
  const scales = balance(a, n, 1);
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  if (!schur(a, q, n)) return null;
  const values = diagonalValues(a, n);
  const t = widened(a);
  const basis = widened(q);
  if (!triangulate(t, basis, n)) return null;
  // The pair's blocks may have been split with either value first.
  const places = Array.from({ length: n }, (_, k) => k);
  for (let k = 0; k < n - 1; k++) {
    if (values[2 * k + 1]! > 0 && t[2 * (k * n + k) + 1]! < 0)
      [places[k], places[k + 1]] = [k + 1, k];
  }
  const vectors = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) {
    const row = vectors.subarray(2 * k * n, 2 * (k + 1) * n);
    if (values[2 * k + 1]! < 0) {
      const other = vectors.subarray(2 * (k - 1) * n, 2 * k * n);
      row.set(other.map((x, i) => (i % 2 === 1 ? -x : x)));
    } else {
      findVector(t, basis, n, places[k]!, scales, row);
      if (values[2 * k + 1] === 0) for (let i = 1; i < row.length; i += 2) row[i] = 0;
    }
    normalize(row);
  }
  return { values, vectors };
}

/** Decomposes a complex n × n matrix, which is overwritten; null where it does not converge. */
export function eigenComplex(a: Float64Array, n: number): GeneralEigen | null {
  const scales = balance(a, n, 2);
  const q = new Float64Array(2 * n * n);
  for (let i = 0; i < n; i++) q[2 * (i * n + i)] = 1;
  if (!schurComplex(a, q, n)) return null;
  const values = new Float64Array(2 * n);
  const vectors = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) {
    values.set(a.subarray(2 * (k * n + k), 2 * (k * n + k) + 2), 2 * k);
    const row = vectors.subarray(2 * k * n, 2 * (k + 1) * n);
    findVector(a, q, n, k, scales, row);
    normalize(row);
  }
  return { values, vectors };
}

function widened(a: Float64Array): Float64Array {
  const out = new Float64Array(2 * a.length);
  for (let i = 0; i < a.length; i++) out[2 * i] = a[i]!;
  return out;
}

/** Scales rows and columns by powers of two until they are about equally long; returns the factors. */
function balance(a: Float64Array, n: number, parts: 1 | 2): Float64Array {
  const factors = new Float64Array(n).fill(1);
  const size = (i: number, j: number): number => {
    const at = (i * n + j) * parts;
    return Math.abs(a[at]!) + (parts === 2 ? Math.abs(a[at + 1]!) : 0);
  };
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (let i = 0; i < n; i++) {
      let row = 0;
      let column = 0;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        row += size(i, j);
        column += size(j, i);
      }
      if (row === 0 || column === 0) continue;
      const f = 2 ** Math.round(0.5 * Math.log2(row / column));
      if (column * f + row / f >= 0.95 * (row + column) || !Number.isFinite(f)) continue;
      isDone = false;
      factors[i] = factors[i]! * f;
      for (let j = 0; j < n; j++) {
        for (let p = 0; p < parts; p++) {
          a[(i * n + j) * parts + p] = a[(i * n + j) * parts + p]! / f;
          a[(j * n + i) * parts + p] = a[(j * n + i) * parts + p]! * f;
        }
      }
    }
  }
  return factors;
}

/** The vector of T's k-th diagonal element, by substitution from below, turned back by Q and the scales. */
function findVector(
  t: Float64Array,
  q: Float64Array,
  n: number,
  k: number,
  scales: Float64Array,
  out: Float64Array,
): void {
  const x = new Float64Array(2 * n);
  x[2 * k] = 1;
  const vr = t[2 * (k * n + k)]!;
  const vi = t[2 * (k * n + k) + 1]!;
  const largest = t.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  const least = Math.max(2 ** -52 * largest, 1e-290); // stands in for a difference of equal eigenvalues
  for (let i = k - 1; i >= 0; i--) {
    let re = 0;
    let im = 0;
    for (let j = i + 1; j <= k; j++) {
      const at = 2 * (i * n + j);
      re -= t[at]! * x[2 * j]! - t[at + 1]! * x[2 * j + 1]!;
      im -= t[at]! * x[2 * j + 1]! + t[at + 1]! * x[2 * j]!;
    }
    let dr = t[2 * (i * n + i)]! - vr;
    let di = t[2 * (i * n + i) + 1]! - vi;
    if (Math.abs(dr) + Math.abs(di) < least) [dr, di] = [least, 0];
    const size = dr * dr + di * di;
    x[2 * i] = (re * dr + im * di) / size;
    x[2 * i + 1] = (im * dr - re * di) / size;
    if (Math.abs(x[2 * i]!) + Math.abs(x[2 * i + 1]!) > 1e140)
      for (let j = 0; j < 2 * n; j++) x[j] = x[j]! * 1e-140;
  }
  for (let i = 0; i < n; i++) {
    let re = 0;
    let im = 0;
    for (let j = 0; j <= k; j++) {
      const at = 2 * (i * n + j);
      re += q[at]! * x[2 * j]! - q[at + 1]! * x[2 * j + 1]!;
      im += q[at]! * x[2 * j + 1]! + q[at + 1]! * x[2 * j]!;
    }
    out[2 * i] = re * scales[i]!;
    out[2 * i + 1] = im * scales[i]!;
  }
  turnLargest(out);
}

/** Turns a vector so that its largest element is real; one that is real already stays as it is. */
function turnLargest(x: Float64Array): void {
  let best = 0;
  for (let i = 0; i < x.length; i += 2)
    if (Math.hypot(x[i]!, x[i + 1]!) > Math.hypot(x[best]!, x[best + 1]!)) best = i;
  const re = x[best]!;
  const im = x[best + 1]!;
  const size = Math.hypot(re, im);
  if (im === 0 || size === 0) return;
  for (let i = 0; i < x.length; i += 2) {
    const xr = x[i]!;
    const xi = x[i + 1]!;
    x[i] = (xr * re + xi * im) / size;
    x[i + 1] = (xi * re - xr * im) / size;
  }
  x[best + 1] = 0;
}

function normalize(x: Float64Array): void {
  const largest = x.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  if (largest === 0) return;
  let sum = 0;
  for (const y of x) sum += (y / largest) ** 2;
  const size = largest * Math.sqrt(sum);
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / size;
}
