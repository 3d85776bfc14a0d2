/**
 * Eigenvalues of symmetric and Hermitian matrices: reduced to three diagonals, then to one.
 *
 * Knows one matrix at a time, row after row, whole. Rows of the second result are the eigenvectors.
 * Rules: Golub and Van Loan, Matrix Computations, 8.3; Wilkinson and Reinsch, Linear Algebra, II/3
 */

/** Eigenvalues from the smallest on; the vectors as rows, `parts` doubles an element. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MAX_STEPS = 60; // for one eigenvalue; a few suffice

/** Decomposes the n × n matrix `a`, which is overwritten; null where it does not converge. */
export function eigenSymmetric(a: Float64Array, n: number, parts: 1 | 2): Eigen | null {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const basis =
    parts === 1 ? reduceReal(a, n, diagonal, beside) : reduceComplex(a, n, diagonal, beside);
  if (!diagonalize(diagonal, beside, basis, n, n * parts)) return null;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => diagonal[i]! - diagonal[j]!);
  const vectors = new Float64Array(basis.length);
  order.forEach((from, to) =>
    vectors.set(basis.subarray(from * n * parts, (from + 1) * n * parts), to * n * parts),
  );
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors };
}

/** Reflects `a` to three diagonals; returns the transposed orthogonal matrix that does. */
function reduceReal(
  a: Float64Array,
  n: number,
  diagonal: Float64Array,
  beside: Float64Array,
): Float64Array {
  const factors = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    let rest = 0;
    for (let i = k + 2; i < n; i++) rest = Math.hypot(rest, a[i * n + k]!);
    const alpha = a[(k + 1) * n + k]!;
    beside[k] = alpha;
    if (rest === 0) continue;
    const beta = -Math.sign(alpha || 1) * Math.hypot(alpha, rest);
    beside[k] = beta;
    const tau = (beta - alpha) / beta;
    factors[k] = tau;
    a[(k + 1) * n + k] = 1;
    for (let i = k + 2; i < n; i++) a[i * n + k] = a[i * n + k]! / (alpha - beta);
    let overlap = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += a[i * n + j]! * a[j * n + k]!;
      p[i] = tau * sum;
      overlap += p[i]! * a[i * n + k]!;
    }
    const half = 0.5 * tau * overlap;
    for (let i = k + 1; i < n; i++) p[i] = p[i]! - half * a[i * n + k]!;
    for (let i = k + 1; i < n; i++) {
      const vi = a[i * n + k]!;
      for (let j = k + 1; j < n; j++)
        a[i * n + j] = a[i * n + j]! - vi * p[j]! - p[i]! * a[j * n + k]!;
    }
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i]!;
  const basis = new Float64Array(n * n); // row j is column j of the product of reflections
  for (let j = 0; j < n; j++) basis[j * n + j] = 1;
  for (let k = n - 3; k >= 0; k--) {
    if (factors[k] === 0) continue;
    for (let j = k + 1; j < n; j++) {
      let sum = 0;
      for (let i = k + 1; i < n; i++) sum += a[i * n + k]! * basis[j * n + i]!;
      sum *= factors[k]!;
      for (let i = k + 1; i < n; i++) basis[j * n + i] = basis[j * n + i]! - sum * a[i * n + k]!;
    }
  }
  return basis;
}

/** As `reduceReal`, with complex reflections; what lies beside the diagonal is made real by phases at the end. */
function reduceComplex(
  a: Float64Array,
  n: number,
  diagonal: Float64Array,
  beside: Float64Array,
): Float64Array {
  const factors = new Float64Array(n);
  const phases = new Float64Array(2 * n);
  const p = new Float64Array(2 * n);
  const v = new Float64Array(2 * n * n); // row k is the vector of reflection k
  phases[0] = 1;
  for (let k = 0; k < n - 1; k++) {
    const x = v.subarray(2 * k * n, 2 * (k + 1) * n);
    let length = 0;
    for (let i = k + 1; i < n; i++) {
      x[2 * i] = a[2 * (i * n + k)]!;
      x[2 * i + 1] = a[2 * (i * n + k) + 1]!;
      length = Math.hypot(length, x[2 * i]!, x[2 * i + 1]!);
    }
    const re = x[2 * k + 2]!;
    const im = x[2 * k + 3]!;
    const size = Math.hypot(re, im);
    const [ur, ui] = size === 0 ? [1, 0] : [re / size, im / size];
    // The reflection takes the column to -u times its length; a column of one element stays as it is.
    const isLast = k === n - 2;
    const sign = isLast ? 1 : -1;
    beside[k] = isLast ? size : length;
    phases[2 * k + 2] = sign * (phases[2 * k]! * ur - phases[2 * k + 1]! * ui);
    phases[2 * k + 3] = sign * (phases[2 * k]! * ui + phases[2 * k + 1]! * ur);
    if (isLast || length === 0) continue;
    x[2 * k + 2] = re + ur * length;
    x[2 * k + 3] = im + ui * length;
    factors[k] = 1 / (length * (length + size));
    reflectBothSides(a, n, k + 1, x, factors[k]!, p);
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[2 * (i * n + i)]!;
  const basis = new Float64Array(2 * n * n);
  for (let j = 0; j < n; j++) {
    const row = basis.subarray(2 * j * n, 2 * (j + 1) * n);
    row[2 * j] = phases[2 * j]!;
    row[2 * j + 1] = phases[2 * j + 1]!;
    for (let k = n - 3; k >= 0; k--)
      subtractAlong(row, v.subarray(2 * k * n, 2 * (k + 1) * n), factors[k]!, k + 1);
  }
  return basis;
}

/** A - v wᴴ - w vᴴ, which is the reflection by `v` from both sides, from row and column `first` on. */
function reflectBothSides(
  a: Float64Array,
  n: number,
  first: number,
  v: Float64Array,
  tau: number,
  p: Float64Array,
): void {
  let overlap = 0;
  for (let i = first; i < n; i++) {
    let re = 0;
    let im = 0;
    for (let j = first; j < n; j++) {
      const ar = a[2 * (i * n + j)]!;
      const ai = a[2 * (i * n + j) + 1]!;
      re += ar * v[2 * j]! - ai * v[2 * j + 1]!;
      im += ar * v[2 * j + 1]! + ai * v[2 * j]!;
    }
    p[2 * i] = tau * re;
    p[2 * i + 1] = tau * im;
    overlap += v[2 * i]! * p[2 * i]! + v[2 * i + 1]! * p[2 * i + 1]!;
  }
  const half = 0.5 * tau * overlap;
  for (let i = 2 * first; i < 2 * n; i++) p[i] = p[i]! - half * v[i]!;
  for (let i = first; i < n; i++) {
    const [vr, vi, wr, wi] = [v[2 * i]!, v[2 * i + 1]!, p[2 * i]!, p[2 * i + 1]!];
    for (let j = first; j < n; j++) {
      const at = 2 * (i * n + j);
      a[at] =
        a[at]! - (vr * p[2 * j]! + vi * p[2 * j + 1]!) - (wr * v[2 * j]! + wi * v[2 * j + 1]!);
      a[at + 1] =
        a[at + 1]! - (vi * p[2 * j]! - vr * p[2 * j + 1]!) - (wi * v[2 * j]! - wr * v[2 * j + 1]!);
    }
  }
}

/** Subtracts τ v (vᴴ x) from the complex vector `x`. */
function subtractAlong(x: Float64Array, v: Float64Array, tau: number, first: number): void {
  if (tau === 0) return;
  let re = 0;
  let im = 0;
  for (let i = 2 * first; i < x.length; i += 2) {
    re += v[i]! * x[i]! + v[i + 1]! * x[i + 1]!;
    im += v[i]! * x[i + 1]! - v[i + 1]! * x[i]!;
  }
  re *= tau;
  im *= tau;
  for (let i = 2 * first; i < x.length; i += 2) {
    x[i] = x[i]! - (v[i]! * re - v[i + 1]! * im);
    x[i + 1] = x[i + 1]! - (v[i]! * im + v[i + 1]! * re);
  }
}

/** Implicit QL steps on three diagonals; rows of `basis`, `width` doubles each, turn along. False if it goes on too long. */
function diagonalize(
  d: Float64Array,
  e: Float64Array,
  basis: Float64Array,
  n: number,
  width: number,
): boolean {
  for (let first = 0; first < n; first++) {
    for (let step = 0; ; step++) {
      let end = first;
      while (
        end < n - 1 &&
        !(Math.abs(e[end]!) <= 2 ** -52 * (Math.abs(d[end]!) + Math.abs(d[end + 1]!)))
      ) {
        if (Number.isNaN(e[end]! + d[end]! + d[end + 1]!)) return poison(d, basis);
        end++;
      }
      if (end === first) break;
      if (step === MAX_STEPS) return false;
      chase(d, e, basis, width, first, end);
    }
  }
  return true;
}

function poison(d: Float64Array, basis: Float64Array): true {
  d.fill(NaN);
  basis.fill(NaN);
  return true;
}

/** One step with Wilkinson's shift, from the lower end of an unreduced block up. */
function chase(
  d: Float64Array,
  e: Float64Array,
  basis: Float64Array,
  width: number,
  first: number,
  end: number,
): void {
  const slope = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = Math.hypot(slope, 1);
  let g = d[end]! - d[first]! + e[first]! / (slope + (slope < 0 ? -root : root));
  let sin = 1;
  let cos = 1;
  let shift = 0;
  for (let i = end - 1; i >= first; i--) {
    const f = sin * e[i]!;
    const b = cos * e[i]!;
    const length = Math.hypot(f, g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1] = d[i + 1]! - shift;
      e[end] = 0;
      return;
    }
    sin = f / length;
    cos = g / length;
    g = d[i + 1]! - shift;
    const mixed = (d[i]! - g) * sin + 2 * cos * b;
    shift = sin * mixed;
    d[i + 1] = g + shift;
    g = cos * mixed - b;
    for (let k = i * width, end2 = k + width; k < end2; k++) {
      const upper = basis[k]!;
      const lower = basis[k + width]!;
      basis[k + width] = sin * upper + cos * lower;
      basis[k] = cos * upper - sin * lower;
    }
  }
  d[first] = d[first]! - shift;
  e[first] = g;
  e[end] = 0;
}
