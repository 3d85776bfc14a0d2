/**
 * Triangular factors of square complex matrices: as `lu.ts`, with real and imaginary parts interleaved.
 */
import { type Exchanges, exchangeRows } from "./lu.ts";

/** Factorizes the n × n complex matrix `a` in place. Pivots have the largest |re| + |im|, as in LAPACK. */
export function factorizeComplex(a: Float64Array, n: number): Exchanges {
  const rows = new Int32Array(n);
  const size = (i: number, k: number): number =>
    Math.abs(a[2 * (i * n + k)]!) + Math.abs(a[2 * (i * n + k) + 1]!);
  let isOdd = false;
  let isSingular = false;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (size(i, k) > size(best, k)) best = i;
    rows[k] = best;
    if (best !== k) {
      isOdd = !isOdd;
      exchangeRows(a, 2 * n, k, best);
    }
    if (size(k, k) === 0) {
      isSingular = true;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      divideInto(a, 2 * (i * n + k), a, 2 * (k * n + k));
      subtractRow(
        a,
        2 * i * n,
        2 * k * n,
        2 * (k + 1),
        2 * n,
        a[2 * (i * n + k)]!,
        a[2 * (i * n + k) + 1]!,
      );
    }
  }
  return { rows, isOdd, isSingular };
}

/** Solves for the n × count complex right-hand sides `b` in place. */
export function solveFactoredComplex(
  lu: Float64Array,
  { rows }: Exchanges,
  n: number,
  b: Float64Array,
  count: number,
): void {
  const width = 2 * count;
  for (let k = 0; k < n; k++) if (rows[k] !== k) exchangeRows(b, width, k, rows[k]!);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      subtractRow(
        b,
        i * width,
        k * width,
        0,
        width,
        lu[2 * (i * n + k)]!,
        lu[2 * (i * n + k) + 1]!,
      );
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = 0; j < width; j += 2) divideInto(b, k * width + j, lu, 2 * (k * n + k));
    for (let i = 0; i < k; i++) {
      subtractRow(
        b,
        i * width,
        k * width,
        0,
        width,
        lu[2 * (i * n + k)]!,
        lu[2 * (i * n + k) + 1]!,
      );
    }
  }
}

/** The phase (0 where singular) and logarithm of the absolute determinant. */
export function phaseAndLog(
  lu: Float64Array,
  { isOdd }: Exchanges,
  n: number,
): { re: number; im: number; log: number } {
  let re = isOdd ? -1 : 1;
  let im = 0;
  let log = 0;
  for (let k = 0; k < n; k++) {
    const pr = lu[2 * (k * n + k)]!;
    const pi = lu[2 * (k * n + k) + 1]!;
    const size = Math.hypot(pr, pi);
    if (size === 0) return { re: 0, im: 0, log: -Infinity };
    [re, im] = [(re * pr - im * pi) / size, (re * pi + im * pr) / size];
    log += Math.log(size);
  }
  return { re, im, log };
}

/** `a[p] /= b[q]`, without overflow in between. (Smith, 1962) */
function divideInto(a: Float64Array, p: number, b: Float64Array, q: number): void {
  const ar = a[p]!;
  const ai = a[p + 1]!;
  const br = b[q]!;
  const bi = b[q + 1]!;
  if (Math.abs(br) >= Math.abs(bi)) {
    const ratio = bi / br;
    const size = br + bi * ratio;
    a[p] = (ar + ai * ratio) / size;
    a[p + 1] = (ai - ar * ratio) / size;
  } else {
    const ratio = br / bi;
    const size = br * ratio + bi;
    a[p] = (ar * ratio + ai) / size;
    a[p + 1] = (ai * ratio - ar) / size;
  }
}

/** Subtracts (re, im) times one row from another, between two places of them. */
function subtractRow(
  a: Float64Array,
  to: number,
  from: number,
  first: number,
  end: number,
  re: number,
  im: number,
): void {
  for (let j = first; j < end; j += 2) {
    const br = a[from + j]!;
    const bi = a[from + j + 1]!;
    a[to + j] = a[to + j]! - (re * br - im * bi);
    a[to + j + 1] = a[to + j + 1]! - (re * bi + im * br);
  }
}
