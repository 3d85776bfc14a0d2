/**
 * Singular values by turning columns until all stand at right angles: slow for large matrices, exact for small values.
 *
 * Knows matrices as lists of columns, `parts` doubles an element. Rules: Hestenes 1958; Demmel and Veselić, Jacobi's Method
 * is More Accurate than QR, 1992
 */
import { formQ, norm, reflect, transposed } from "./householder.ts";

/** A = U S Vᴴ: columns of U and of V, and the values, from the largest to the smallest. */
export interface Svd {
  readonly u: Float64Array;
  readonly s: Float64Array;
  readonly v: Float64Array;
}

const MAX_SWEEPS = 60;
const EPSILON = 2 ** -52;

/**
 * The decomposition of an m × n matrix given by columns, m ≥ n; null where it does not converge.
 *
 * U has n columns of m elements; without `hasVectors` it is empty, and so is V.
 */
function singularValues(
  columns: Float64Array,
  m: number,
  n: number,
  parts: 1 | 2,
  hasVectors: boolean,
): Svd | null {
  const scale = columns.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (!Number.isFinite(scale)) return null; // Math.max carries nan along
  const unit = scale === 0 ? 1 : 2 ** Math.floor(Math.log2(scale));
  const scaled = columns.map((x) => x / unit);
  const taus = reflect(scaled, m, n, parts);
  const g = upperTriangle(scaled, m, n, parts);
  const v = hasVectors ? identity(n, parts) : null;
  if (!orthogonalize(g, v, n, parts)) return null;

  const sizes = Float64Array.from({ length: n }, (_, j) =>
    norm(g, j * n * parts, (j + 1) * n * parts),
  );
  const order = Array.from({ length: n }, (_, j) => j).sort((i, j) => sizes[j]! - sizes[i]!);
  const s = Float64Array.from(order, (j) => sizes[j]! * unit);
  if (v === null) return { u: new Float64Array(0), s, v: new Float64Array(0) };
  const left = new Float64Array(n * n * parts);
  const right = new Float64Array(n * n * parts);
  const width = n * parts;
  order.forEach((j, to) => {
    right.set(v.subarray(j * width, (j + 1) * width), to * width);
    const size = sizes[j]!;
    if (size > 0) for (let i = 0; i < width; i++) left[to * width + i] = g[j * width + i]! / size;
    if (size <= n * EPSILON * sizes[order[0]!]!) straighten(left, to, n, parts);
  });
  return { u: timesQ(scaled, taus, left, m, n, parts), s, v: right };
}

function upperTriangle(columns: Float64Array, m: number, n: number, parts: 1 | 2): Float64Array {
  const r = new Float64Array(n * n * parts);
  for (let j = 0; j < n; j++)
    r.set(columns.subarray(j * m * parts, (j * m + j + 1) * parts), j * n * parts);
  return r;
}

function identity(n: number, parts: 1 | 2): Float64Array {
  const eye = new Float64Array(n * n * parts);
  for (let j = 0; j < n; j++) eye[(j * n + j) * parts] = 1;
  return eye;
}

/** Turns pairs of columns of `g`, and those of `v` alike if there is one, until they stand at right angles; larger ones go first. */
function orthogonalize(g: Float64Array, v: Float64Array | null, n: number, parts: 1 | 2): boolean {
  const width = n * parts;
  const limit = EPSILON * Math.sqrt(n);
  const total = g.reduce((sum, x) => sum + x * x, 0);
  const noise = (EPSILON * EPSILON * total) / n; // a column this short holds nothing but rounding errors
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isDone = true;
    for (let i = 0; i < n - 1; i++) {
      for (let j = i + 1; j < n; j++) {
        const p = i * width;
        const q = j * width;
        let a = 0;
        let b = 0;
        for (let k = 0; k < width; k++) {
          a += g[p + k]! * g[p + k]!;
          b += g[q + k]! * g[q + k]!;
        }
        if (a < b) {
          exchange(g, p, q, width);
          if (v !== null) exchange(v, p, q, width);
          [a, b] = [b, a];
          isDone = false; // the column that came forward has not met those in between
        }
        const [re, im] = inner(g, p, q, width, parts);
        const c = im === 0 ? Math.abs(re) : Math.hypot(re, im);
        if (b <= noise || c <= limit * Math.sqrt(a) * Math.sqrt(b)) continue;
        isDone = false;
        if (parts === 2) {
          turnPhase(g, q, width, re / c, im / c);
          if (v !== null) turnPhase(v, q, width, re / c, im / c);
        }
        const dot = parts === 2 ? c : re;
        const zeta = (b - a) / (2 * dot);
        const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + t * t);
        rotate(g, p, q, width, cos, cos * t);
        if (v !== null) rotate(v, p, q, width, cos, cos * t);
      }
    }
    if (isDone) return true;
  }
  return false;
}

/** The inner product of two columns, the first conjugated. */
function inner(
  g: Float64Array,
  p: number,
  q: number,
  width: number,
  parts: 1 | 2,
): [number, number] {
  let re = 0;
  let im = 0;
  if (parts === 1) {
    for (let k = 0; k < width; k++) re += g[p + k]! * g[q + k]!;
  } else {
    for (let k = 0; k < width; k += 2) {
      re += g[p + k]! * g[q + k]! + g[p + k + 1]! * g[q + k + 1]!;
      im += g[p + k]! * g[q + k + 1]! - g[p + k + 1]! * g[q + k]!;
    }
  }
  return [re, im];
}

/** Divides a complex column by a number of size 1. */
function turnPhase(g: Float64Array, q: number, width: number, re: number, im: number): void {
  for (let k = q; k < q + width; k += 2) {
    const x = g[k]!;
    const y = g[k + 1]!;
    g[k] = x * re + y * im;
    g[k + 1] = y * re - x * im;
  }
}

function rotate(
  g: Float64Array,
  p: number,
  q: number,
  width: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < width; k++) {
    const x = g[p + k]!;
    const y = g[q + k]!;
    g[p + k] = cos * x - sin * y;
    g[q + k] = sin * x + cos * y;
  }
}

function exchange(g: Float64Array, p: number, q: number, width: number): void {
  for (let k = 0; k < width; k++) {
    const kept = g[p + k]!;
    g[p + k] = g[q + k]!;
    g[q + k] = kept;
  }
}

/**
 * Makes column `j` a unit vector at right angles to those before it, near what it was; where that holds nothing new, near
 * one of the axes.
 */
function straighten(columns: Float64Array, j: number, n: number, parts: 1 | 2): void {
  const width = n * parts;
  const end = (j + 1) * width;
  for (let axis = -1; axis < n; axis++) {
    if (axis >= 0) {
      columns.fill(0, j * width, end);
      columns[j * width + axis * parts] = 1;
    }
    for (let again = 0; again < 2; again++) {
      for (let k = 0; k < j; k++) {
        const [re, im] = inner(columns, k * width, j * width, width, parts);
        addColumn(columns, j * width, columns, k * width, width, -re, -im);
      }
    }
    const size = norm(columns, j * width, end);
    // Some axis keeps this much, since the columns before span only j of n directions.
    if (size < (axis < 0 ? 0.5 : 0.9 * Math.sqrt((n - j) / n))) continue;
    for (let i = j * width; i < end; i++) columns[i] = columns[i]! / size;
    return;
  }
}

/** Fills the columns from `known` on with what stands at right angles to the ones before. */
export function completeColumns(
  columns: Float64Array,
  m: number,
  count: number,
  known: number,
  parts: 1 | 2,
): void {
  if (known >= count) return;
  const height = m * parts;
  const copy = columns.slice(0, known * height);
  const taus = reflect(copy, m, known, parts);
  const q = formQ(copy, taus, m, count, parts);
  columns.set(q.subarray(known * height), known * height);
}

/** Q times an n × n matrix of columns, filled up with zeros to height m: applied as reflections. */
function timesQ(
  reflected: Float64Array,
  taus: Float64Array,
  x: Float64Array,
  m: number,
  n: number,
  parts: 1 | 2,
): Float64Array {
  const q = formQ(reflected, taus, m, n, parts); // n columns of m
  const out = new Float64Array(n * m * parts);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const at = (j * n + k) * parts;
      addColumn(
        out,
        j * m * parts,
        q,
        k * m * parts,
        m * parts,
        x[at]!,
        parts === 2 ? x[at + 1]! : 0,
      );
    }
  }
  return out;
}

function addColumn(
  out: Float64Array,
  to: number,
  q: Float64Array,
  from: number,
  height: number,
  re: number,
  im: number,
): void {
  if (im === 0) {
    if (re !== 0) for (let i = 0; i < height; i++) out[to + i] = out[to + i]! + re * q[from + i]!;
    return;
  }
  for (let i = 0; i < height; i += 2) {
    const qr = q[from + i]!;
    const qi = q[from + i + 1]!;
    out[to + i] = out[to + i]! + re * qr - im * qi;
    out[to + i + 1] = out[to + i + 1]! + re * qi + im * qr;
  }
}

/** The decomposition of an m × n matrix given by rows, of any shape; null where it does not converge. */
export function svdOfRows(
  a: Float64Array,
  m: number,
  n: number,
  parts: 1 | 2,
  hasVectors = true,
): Svd | null {
  if (m >= n) return singularValues(transposed(a, m, n, parts), m, n, parts, hasVectors);
  // The rows are the columns of the transpose; its conjugate has U and V exchanged.
  const conjugate = parts === 2 ? a.map((x, i) => (i % 2 === 1 ? -x : x)) : a;
  const found = singularValues(conjugate, n, m, parts, hasVectors);
  return found === null ? null : { u: found.v, s: found.s, v: found.u };
}
