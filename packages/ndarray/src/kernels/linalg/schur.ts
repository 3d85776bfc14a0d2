/**
 * Real matrices in block triangular form: Q T Qᵀ with single eigenvalues and conjugate pairs on the diagonal of T.
 *
 * Knows one matrix at a time, row after row. Rules: Golub and Van Loan, Matrix Computations, 7.4 and 7.5
 */

const EPSILON = 2 ** -52;
const MAX_STEPS = 120; // for one eigenvalue or pair; a few suffice

/** Turns the n × n matrix `a` into T in place, and the identity `q` into Q; false where it does not converge. */
export function schur(a: Float64Array, q: Float64Array, n: number): boolean {
  toHessenberg(a, q, n);
  let high = n - 1;
  for (let step = 0; high >= 0; step++) {
    const low = blockStart(a, n, high);
    if (low > 0) a[low * n + low - 1] = 0;
    if (low >= high - 1) {
      if (low === high - 1) splitPair(a, q, n, low);
      high = low - 1;
      step = -1;
    } else if (step === MAX_STEPS) {
      return false;
    } else {
      francisStep(a, q, n, low, high, step > 0 && step % 10 === 0);
    }
  }
  return true;
}

/** Where the unreduced block that ends at `high` begins. */
function blockStart(a: Float64Array, n: number, high: number): number {
  let low = high;
  for (; low > 0; low--) {
    const size = Math.abs(a[(low - 1) * n + low - 1]!) + Math.abs(a[low * n + low]!);
    const below = Math.abs(a[low * n + low - 1]!);
    if (below <= EPSILON * size || below < 1e-290) break;
  }
  return low;
}

/** Clears everything below the first subdiagonal by reflections. */
function toHessenberg(a: Float64Array, q: Float64Array, n: number): void {
  for (let k = 0; k < n - 2; k++) {
    const v = Array.from({ length: n - k - 1 }, (_, i) => a[(k + 1 + i) * n + k]!);
    if (v.every((x, i) => i === 0 || x === 0)) continue;
    reflectVector(v);
    reflectRows(a, n, k + 1, v, k, n);
    reflectColumns(a, n, k + 1, v, 0, n);
    reflectColumns(q, n, k + 1, v, 0, n);
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
  }
}

/** One double-shifted step: a bulge of three is chased down the block. */
function francisStep(
  a: Float64Array,
  q: Float64Array,
  n: number,
  low: number,
  high: number,
  isExceptional: boolean,
): void {
  const at = (i: number, j: number): number => a[i * n + j]!;
  let sum = at(high - 1, high - 1) + at(high, high);
  let det = at(high - 1, high - 1) * at(high, high) - at(high - 1, high) * at(high, high - 1);
  if (isExceptional) {
    const size = Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2));
    sum = 1.5 * size;
    det = size * size;
  }
  let v = [
    at(low, low) * at(low, low) + at(low, low + 1) * at(low + 1, low) - sum * at(low, low) + det,
    at(low + 1, low) * (at(low, low) + at(low + 1, low + 1) - sum),
    at(low + 1, low) * at(low + 2, low + 1),
  ];
  for (let k = low; k < high; k++) {
    if (v.some((x) => x !== 0)) {
      reflectVector(v);
      reflectRows(a, n, k, v, Math.max(low, k - 1), n);
      reflectColumns(a, n, k, v, 0, Math.min(high, k + 3) + 1);
      reflectColumns(q, n, k, v, 0, n);
    }
    if (k > low) for (let i = k + 1; i <= Math.min(high, k + 2); i++) a[i * n + k - 1] = 0;
    v = [];
    for (let i = k + 1; i <= Math.min(high, k + 3); i++) v.push(at(i, k));
  }
}

/** Turns `x` into the vector of the reflection that takes it to its first axis, of length √2; zero for none. */
function reflectVector(x: number[]): void {
  const scale = Math.max(...x.map(Math.abs));
  if (scale === 0) return;
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / scale;
  const length = Math.sqrt(x.reduce((sum, y) => sum + y * y, 0));
  x[0] = x[0]! + (x[0]! < 0 ? -length : length);
  const size = Math.sqrt(x.reduce((sum, y) => sum + y * y, 0) / 2);
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / size;
}

function reflectRows(
  a: Float64Array,
  n: number,
  row: number,
  v: readonly number[],
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i]! * a[(row + i) * n + j]!;
    for (let i = 0; i < v.length; i++) a[(row + i) * n + j] = a[(row + i) * n + j]! - sum * v[i]!;
  }
}

function reflectColumns(
  a: Float64Array,
  n: number,
  column: number,
  v: readonly number[],
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += v[j]! * a[i * n + column + j]!;
    for (let j = 0; j < v.length; j++) a[i * n + column + j] = a[i * n + column + j]! - sum * v[j]!;
  }
}

/** Makes the 2 × 2 block at `k` triangular where its eigenvalues are real; leaves a conjugate pair. */
function splitPair(t: Float64Array, q: Float64Array, n: number, k: number): void {
  const [a, b, c, d] = block(t, n, k);
  const half = 0.5 * (a - d);
  const discriminant = half * half + b * c;
  if (c === 0 || discriminant < 0) return;
  const offset = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant); // from d to the eigenvalue farther from it
  const length = Math.hypot(c, offset);
  const cos = offset / length;
  const sin = c / length;
  for (let j = 0; j < n; j++) turn(t, k * n + j, (k + 1) * n + j, cos, sin);
  for (let i = 0; i < n; i++) {
    turn(t, i * n + k, i * n + k + 1, cos, sin);
    turn(q, i * n + k, i * n + k + 1, cos, sin);
  }
  t[(k + 1) * n + k] = 0;
}

function turn(a: Float64Array, p: number, q: number, cos: number, sin: number): void {
  const x = a[p]!;
  const y = a[q]!;
  a[p] = cos * x + sin * y;
  a[q] = cos * y - sin * x;
}

function block(t: Float64Array, n: number, k: number): [number, number, number, number] {
  return [t[k * n + k]!, t[k * n + k + 1]!, t[(k + 1) * n + k]!, t[(k + 1) * n + k + 1]!];
}

/** The eigenvalues on the diagonal of T, real and imaginary parts interleaved; of a pair, the one above the axis first. */
export function diagonalValues(t: Float64Array, n: number): Float64Array {
  const values = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    if (k === n - 1 || t[(k + 1) * n + k] === 0) {
      values[2 * k] = t[k * n + k]!;
      continue;
    }
    const [a, b, c, d] = block(t, n, k);
    const half = 0.5 * (a - d);
    const height = Math.sqrt(-(half * half + b * c));
    values.set([d + half, height, d + half, -height], 2 * k);
    k++;
  }
  return values;
}
