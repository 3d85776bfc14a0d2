/**
 * Complex matrices in triangular form: Q T Qᴴ with the eigenvalues on the diagonal of T.
 *
 * Knows one matrix at a time, row after row, parts interleaved. Rules: Golub and Van Loan, Matrix Computations, 7.5
 */

const EPSILON = 2 ** -52;
const MAX_STEPS = 120; // for one eigenvalue; a few suffice

/** Turns the n × n matrix `a` into T in place, and `q` into Q times a unitary matrix; false where it does not converge. */
export function schurComplex(a: Float64Array, q: Float64Array, n: number): boolean {
  for (let k = 0; k < n - 2; k++) {
    for (let i = n - 1; i > k + 1; i--) clear(a, q, n, i - 1, i, k, n);
  }
  return triangulate(a, q, n);
}

/** The same for a matrix that is zero below its first subdiagonal. */
export function triangulate(a: Float64Array, q: Float64Array, n: number): boolean {
  let high = n - 1;
  for (let step = 0; high > 0; step++) {
    let low = high;
    while (low > 0 && !isNegligible(a, n, low)) low--;
    if (low > 0) zero(a, low * n + low - 1);
    if (low === high) {
      high--;
      step = -1;
      continue;
    }
    if (step === MAX_STEPS) return false;
    qrStep(a, q, n, low, high, step > 0 && step % 10 === 0);
  }
  return true;
}

function isNegligible(a: Float64Array, n: number, k: number): boolean {
  const size = (at: number): number => Math.abs(a[2 * at]!) + Math.abs(a[2 * at + 1]!);
  const below = size(k * n + k - 1);
  return below <= EPSILON * (size((k - 1) * n + k - 1) + size(k * n + k)) || below < 1e-290;
}

function zero(a: Float64Array, at: number): void {
  a[2 * at] = 0;
  a[2 * at + 1] = 0;
}

/** One step with the shift nearest to the last element: T - σ = G R becomes R G + σ, turn by turn. */
function qrStep(
  a: Float64Array,
  q: Float64Array,
  n: number,
  low: number,
  high: number,
  isExceptional: boolean,
): void {
  const [sr, si] = isExceptional
    ? [
        a[2 * (high * n + high)]! + Math.abs(a[2 * (high * n + high - 1)]!),
        a[2 * (high * n + high) + 1]!,
      ]
    : shift(a, n, high);
  // The first turn is that of the shifted first column; the others chase what it leaves below the subdiagonal.
  const first = 2 * (low * n + low);
  const below = 2 * ((low + 1) * n + low);
  rotate(
    a,
    q,
    n,
    low,
    low + 1,
    a[first]! - sr,
    a[first + 1]! - si,
    a[below]!,
    a[below + 1]!,
    Math.min(high, low + 2) + 1,
  );
  for (let k = low; k < high - 1; k++) clear(a, q, n, k + 1, k + 2, k, Math.min(high, k + 3) + 1);
}

/** The eigenvalue of the last 2 × 2 block that lies nearer to its last element. */
function shift(t: Float64Array, n: number, high: number): [number, number] {
  const at = (i: number, j: number): [number, number] => [
    t[2 * (i * n + j)]!,
    t[2 * (i * n + j) + 1]!,
  ];
  const [ar, ai] = at(high - 1, high - 1);
  const [br, bi] = at(high - 1, high);
  const [cr, ci] = at(high, high - 1);
  const [dr, di] = at(high, high);
  const hr = 0.5 * (ar - dr);
  const hi = 0.5 * (ai - di);
  const [rr, ri] = squareRoot(
    hr * hr - hi * hi + br * cr - bi * ci,
    2 * hr * hi + br * ci + bi * cr,
  );
  const sign = hr * rr + hi * ri >= 0 ? 1 : -1; // away from zero, so that the quotient below is the smaller root
  const er = hr + sign * rr;
  const ei = hi + sign * ri;
  const size = er * er + ei * ei;
  if (size === 0) return [dr, di];
  const pr = br * cr - bi * ci;
  const pi = br * ci + bi * cr;
  return [dr - (pr * er + pi * ei) / size, di - (pi * er - pr * ei) / size];
}

function squareRoot(re: number, im: number): [number, number] {
  const size = Math.hypot(re, im);
  if (size === 0) return [0, 0];
  const root = Math.sqrt((size + Math.abs(re)) / 2);
  const other = im / (2 * root);
  return re >= 0 ? [root, other] : [Math.abs(other), im < 0 ? -root : root];
}

/** Turns rows and columns `i` and `j` so that the element at (`j`, `column`) goes. */
function clear(
  a: Float64Array,
  q: Float64Array,
  n: number,
  i: number,
  j: number,
  column: number,
  rows: number,
): void {
  const p = 2 * (i * n + column);
  const r = 2 * (j * n + column);
  if (a[r] === 0 && a[r + 1] === 0) return;
  rotate(a, q, n, i, j, a[p]!, a[p + 1]!, a[r]!, a[r + 1]!, rows);
  zero(a, j * n + column);
}

/** A unitary turn of rows and columns `i` and `j` that takes (x, y) to (r, 0); the columns' first `rows` elements. */
function rotate(
  a: Float64Array,
  q: Float64Array,
  n: number,
  i: number,
  j: number,
  xr: number,
  xi: number,
  yr: number,
  yi: number,
  rows: number,
): void {
  const length = Math.hypot(xr, xi, yr, yi);
  if (length === 0) return;
  const [cr, ci, sr, si] = [xr / length, xi / length, yr / length, yi / length];
  for (let k = 0; k < n; k++) {
    const p = 2 * (i * n + k);
    const r = 2 * (j * n + k);
    const [pr, pi, rr, ri] = [a[p]!, a[p + 1]!, a[r]!, a[r + 1]!];
    a[p] = cr * pr + ci * pi + sr * rr + si * ri;
    a[p + 1] = cr * pi - ci * pr + sr * ri - si * rr;
    a[r] = cr * rr - ci * ri - (sr * pr - si * pi);
    a[r + 1] = cr * ri + ci * rr - (sr * pi + si * pr);
  }
  turnColumns(a, n, i, j, cr, ci, sr, si, rows);
  turnColumns(q, n, i, j, cr, ci, sr, si, n);
}

function turnColumns(
  a: Float64Array,
  n: number,
  i: number,
  j: number,
  cr: number,
  ci: number,
  sr: number,
  si: number,
  rows: number,
): void {
  for (let k = 0; k < rows; k++) {
    const p = 2 * (k * n + i);
    const r = 2 * (k * n + j);
    const [pr, pi, rr, ri] = [a[p]!, a[p + 1]!, a[r]!, a[r + 1]!];
    a[p] = cr * pr - ci * pi + sr * rr - si * ri;
    a[p + 1] = cr * pi + ci * pr + sr * ri + si * rr;
    a[r] = cr * rr + ci * ri - (sr * pr + si * pi);
    a[r + 1] = cr * ri - ci * rr - (sr * pi - si * pr);
  }
}
