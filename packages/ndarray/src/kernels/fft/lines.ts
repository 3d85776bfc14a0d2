/**
 * Transforms of many lines at once: complex to complex, real to half of complex, and back.
 *
 * Knows interleaved doubles, lines one after the other. A line is cut, or filled up with zeros, to the transform's length.
 * Real lines of even length go through a transform of half of it.
 * Rules: https://numpy.org/doc/stable/reference/routines.fft.html#implementation-details
 */
import { planFor, rootsFor } from "./plan.ts";

/** `from` holds lines of `length` complex points, `to` gets as many lines of `n`; the inverse turns the other way. */
export function complexLines(
  from: Float64Array,
  length: number,
  to: Float64Array,
  n: number,
  isInverse: boolean,
  scale: number,
): void {
  const plan = planFor(n);
  const x = new Float64Array(2 * n);
  const spare = new Float64Array(2 * n);
  const used = 2 * Math.min(length, n);
  const sign = isInverse ? -1 : 1;
  for (let start = 0, end = 0; end < to.length; start += 2 * length, end += 2 * n) {
    x.set(from.subarray(start, start + used));
    x.fill(0, used);
    if (isInverse) conjugate(x);
    plan.run(x, spare);
    for (let i = 0; i < 2 * n; i += 2) {
      to[end + i] = scale * x[i]!;
      to[end + i + 1] = sign * scale * x[i + 1]!;
    }
  }
}

/** `from` holds lines of `length` real points, `to` gets lines of n / 2 + 1 complex ones: the rest mirrors them. */
export function realLines(
  from: Float64Array,
  length: number,
  to: Float64Array,
  n: number,
  scale: number,
): void {
  const used = Math.min(length, n);
  const points = Math.floor(n / 2) + 1;
  const x = new Float64Array(2 * n);
  const spare = new Float64Array(2 * n);
  const half = n % 2 === 0 ? n / 2 : 0;
  const plan = planFor(half || n);
  const w = half === 0 ? null : rootsFor(n);
  for (let start = 0, end = 0; end < to.length; start += length, end += 2 * points) {
    x.fill(0);
    if (w !== null) {
      x.set(from.subarray(start, start + used)); // even points are the real parts, odd ones the imaginary
      plan.run(x, spare);
      separate(x, w, half);
    } else {
      for (let i = 0; i < used; i++) x[2 * i] = from[start + i]!;
      plan.run(x, spare);
    }
    for (let i = 0; i < 2 * points; i++) to[end + i] = scale * x[i]!;
    to[end + 1] = 0;
    if (half > 0) to[end + 2 * half + 1] = 0;
  }
}

/** From the transform of `half` pairs of real points, the first half of the transform of the points themselves. */
function separate(x: Float64Array, w: Float64Array, half: number): void {
  const re = x[0]!;
  const im = x[1]!;
  x[0] = re + im;
  x[1] = 0;
  x[2 * half] = re - im;
  x[2 * half + 1] = 0;
  for (let k = 1; k <= half - k; k++) {
    const j = half - k;
    const sr = 0.5 * (x[2 * k]! + x[2 * j]!);
    const si = 0.5 * (x[2 * k + 1]! - x[2 * j + 1]!);
    const dr = 0.5 * (x[2 * k + 1]! + x[2 * j + 1]!);
    const di = -0.5 * (x[2 * k]! - x[2 * j]!);
    const tr = dr * w[2 * k]! - di * w[2 * k + 1]!;
    const ti = dr * w[2 * k + 1]! + di * w[2 * k]!;
    x[2 * k] = sr + tr;
    x[2 * k + 1] = si + ti;
    x[2 * j] = sr - tr;
    x[2 * j + 1] = ti - si;
  }
}

/** The inverse of `realLines`: `from` holds lines of `length` complex points, `to` gets lines of `n` real ones. */
export function hermitianLines(
  from: Float64Array,
  length: number,
  to: Float64Array,
  n: number,
  scale: number,
): void {
  const points = Math.min(length, Math.floor(n / 2) + 1);
  const x = new Float64Array(2 * n + 2);
  const spare = new Float64Array(2 * n + 2);
  const half = n % 2 === 0 ? n / 2 : 0;
  const plan = planFor(half || n);
  const w = half === 0 ? null : rootsFor(n);
  for (let start = 0, end = 0; end < to.length; start += 2 * length, end += n) {
    x.fill(0);
    x.set(from.subarray(start, start + 2 * points));
    x[1] = 0; // a real signal has no imaginary part here, whatever is given
    if (w !== null) {
      x[2 * half + 1] = 0;
      unite(x, w, half);
      plan.run(x, spare);
      for (let i = 0; i < n; i += 2) {
        to[end + i] = scale * x[i]!;
        to[end + i + 1] = -scale * x[i + 1]!;
      }
    } else {
      for (let k = 1; k <= n - k; k++) {
        x[2 * (n - k)] = x[2 * k]!;
        x[2 * (n - k) + 1] = x[2 * k + 1]!;
        x[2 * k + 1] = -x[2 * k + 1]!;
      }
      plan.run(x, spare);
      for (let i = 0; i < n; i++) to[end + i] = scale * x[2 * i]!;
    }
  }
}

/** The conjugate of what `separate` was given, doubled. */
function unite(x: Float64Array, w: Float64Array, half: number): void {
  const first = x[0]!;
  const last = x[2 * half]!;
  x[0] = first + last;
  x[1] = -(first - last);
  for (let k = 1; k <= half - k; k++) {
    const j = half - k;
    const sr = x[2 * k]! + x[2 * j]!;
    const si = x[2 * k + 1]! - x[2 * j + 1]!;
    const tr = x[2 * k]! - x[2 * j]!;
    const ti = x[2 * k + 1]! + x[2 * j + 1]!;
    const dr = tr * w[2 * k]! + ti * w[2 * k + 1]!;
    const di = ti * w[2 * k]! - tr * w[2 * k + 1]!;
    x[2 * k] = sr - di;
    x[2 * k + 1] = -(si + dr);
    x[2 * j] = sr + di;
    x[2 * j + 1] = si - dr;
  }
}

function conjugate(x: Float64Array): void {
  for (let i = 1; i < x.length; i += 2) x[i] = -x[i]!;
}
