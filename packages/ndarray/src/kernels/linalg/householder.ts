/**
 * Orthogonal factors by Householder's reflections, with LAPACK's signs: A = Q R.
 *
 * Knows matrices as lists of columns, each consecutive, `parts` doubles an element: 1 for real, 2 for complex.
 * A reflection is I - τ v vᴴ with v[0] = 1; its v replaces the column it clears.
 * Rules: Golub and Van Loan, Matrix Computations, 5.2; LAPACK's larfg for the signs
 */

/** Reflects the m × n matrix in place; returns the τs, two doubles each. Above and on the diagonal lies R. */
export function reflect(columns: Float64Array, m: number, n: number, parts: 1 | 2): Float64Array {
  const count = Math.min(m, n);
  const taus = new Float64Array(2 * count);
  const height = m * parts;
  for (let k = 0; k < count; k++) {
    const start = k * height + k * parts;
    makeReflection(columns, start, (k + 1) * height, parts, taus, 2 * k);
    for (let j = k + 1; j < n; j++) {
      apply(
        columns,
        start,
        (k + 1) * height,
        columns,
        j * height + k * parts,
        parts,
        taus[2 * k]!,
        -taus[2 * k + 1]!,
      );
    }
  }
  return taus;
}

/** Columns of Q, `count` of them, from the reflections that `reflect` left in `columns`. */
export function formQ(
  columns: Float64Array,
  taus: Float64Array,
  m: number,
  count: number,
  parts: 1 | 2,
): Float64Array {
  const height = m * parts;
  const q = new Float64Array(count * height);
  for (let j = 0; j < count; j++) q[j * height + j * parts] = 1;
  for (let k = taus.length / 2 - 1; k >= 0; k--) {
    const start = k * height + k * parts;
    // Reflection k leaves columns before k as they are: they are still unit vectors.
    for (let j = k; j < count; j++) {
      apply(
        columns,
        start,
        (k + 1) * height,
        q,
        j * height + k * parts,
        parts,
        taus[2 * k]!,
        taus[2 * k + 1]!,
      );
    }
  }
  return q;
}

/** Turns the vector from `start` to `end` into β, v[1], v[2] …; τ goes to `taus[t]`. */
function makeReflection(
  x: Float64Array,
  start: number,
  end: number,
  parts: 1 | 2,
  taus: Float64Array,
  t: number,
): void {
  const re = x[start]!;
  const im = parts === 2 ? x[start + 1]! : 0;
  const rest = norm(x, start + parts, end);
  if (rest === 0 && im === 0) return;
  const beta = -Math.sign(re || 1) * Math.hypot(re, im, rest);
  taus[t] = (beta - re) / beta;
  taus[t + 1] = -im / beta;
  const dr = re - beta;
  const size = Math.hypot(dr, im); // its square may be too small to hold
  for (let i = start + parts; i < end; i += parts) {
    if (parts === 1) {
      x[i] = x[i]! / dr;
    } else {
      const xr = x[i]!;
      const xi = x[i + 1]!;
      x[i] = (xr * (dr / size) + xi * (im / size)) / size;
      x[i + 1] = (xi * (dr / size) - xr * (im / size)) / size;
    }
  }
  x[start] = beta;
  if (parts === 2) x[start + 1] = 0;
}

/** Subtracts τ v (vᴴ y) from the vector at `to`, v lying from `start` to `end`, its first element taken for 1. */
function apply(
  v: Float64Array,
  start: number,
  end: number,
  y: Float64Array,
  to: number,
  parts: 1 | 2,
  tauR: number,
  tauI: number,
): void {
  if (tauR === 0 && tauI === 0) return;
  const shift = to - start;
  if (parts === 1) {
    let sum = y[to]!;
    for (let i = start + 1; i < end; i++) sum += v[i]! * y[i + shift]!;
    sum *= tauR;
    y[to] = y[to]! - sum;
    for (let i = start + 1; i < end; i++) y[i + shift] = y[i + shift]! - sum * v[i]!;
    return;
  }
  let re = y[to]!;
  let im = y[to + 1]!;
  for (let i = start + 2; i < end; i += 2) {
    const yr = y[i + shift]!;
    const yi = y[i + shift + 1]!;
    re += v[i]! * yr + v[i + 1]! * yi;
    im += v[i]! * yi - v[i + 1]! * yr;
  }
  const sr = re * tauR - im * tauI;
  const si = re * tauI + im * tauR;
  y[to] = y[to]! - sr;
  y[to + 1] = y[to + 1]! - si;
  for (let i = start + 2; i < end; i += 2) {
    y[i + shift] = y[i + shift]! - (sr * v[i]! - si * v[i + 1]!);
    y[i + shift + 1] = y[i + shift + 1]! - (sr * v[i + 1]! + si * v[i]!);
  }
}

/** The length of a vector, scaled so that squares neither overflow nor vanish. */
export function norm(x: Float64Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i++) {
    const size = Math.abs(x[i]!);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = start; i < end; i++) sum += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** The m × n matrix whose rows are the columns of an n × m one. Elements have `parts` doubles. */
export function transposed(a: Float64Array, n: number, m: number, parts: 1 | 2): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      for (let p = 0; p < parts; p++) out[(j * n + i) * parts + p] = a[(i * m + j) * parts + p]!;
    }
  }
  return out;
}
