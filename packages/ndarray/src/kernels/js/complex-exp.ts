/**
 * Complex square roots, exponentials, logarithms and hyperbolic functions.
 *
 * Each writes its result to `out[q]` and `out[q + 1]`. Special cases are those of C99, Annex G.6, which the Array API
 * standard repeats: https://data-apis.org/array-api/2024.12/API_specification/elementwise_functions.html
 */
import { hypot } from "./hypot.ts";

type Out = Float64Array;

function put(out: Out, q: number, re: number, im: number): void {
  out[q] = re;
  out[q + 1] = im;
}

const isNan = (x: number): boolean => x !== x;
const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;
const signOf = (x: number): number => (x < 0 || Object.is(x, -0) ? -1 : 1);
/** 0 with the sign of `x`. */
const zero = (x: number): number => (signOf(x) < 0 ? -0 : 0);
const MAX_EXP = 709.78;

/** Principal square root: the real part is never negative. */
export function complexSqrt(out: Out, q: number, xr: number, xi: number): void {
  if (isInfinite(xi)) return put(out, q, Infinity, xi);
  if (isNan(xr)) return put(out, q, xr, Number.NaN);
  if (isInfinite(xr)) {
    const vague = isNan(xi) ? Number.NaN : 0;
    if (xr > 0) return put(out, q, xr, isNan(xi) ? xi : zero(xi));
    return put(out, q, vague, isNan(xi) ? Infinity : signOf(xi) * Infinity);
  }
  if (xr === 0 && xi === 0) return put(out, q, 0, xi);
  // Scaled so that the modulus can neither overflow nor lose bits below the normal range.
  const size = Math.max(Math.abs(xr), Math.abs(xi));
  const scale = size > 4e307 ? 0.25 : size < 1e-290 ? 2 ** 108 : 1;
  const unscale = scale === 1 ? 1 : scale === 0.25 ? 2 : 2 ** -54;
  const [a, b] = [xr * scale, xi * scale];
  const t = Math.sqrt((Math.abs(a) + hypot(a, b)) / 2);
  const s = Math.abs(b) / (2 * t);
  if (a >= 0) put(out, q, t * unscale, signOf(xi) * s * unscale);
  else put(out, q, s * unscale, signOf(xi) * t * unscale);
}

export function complexExp(out: Out, q: number, xr: number, xi: number): void {
  if (xi === 0) return put(out, q, Math.exp(xr), xi);
  if (!Number.isFinite(xi)) {
    if (xr === -Infinity) return put(out, q, 0, 0);
    return put(out, q, xr === Infinity ? Infinity : Number.NaN, Number.NaN);
  }
  if (xr === -Infinity) return put(out, q, zero(Math.cos(xi)), zero(Math.sin(xi)));
  scaledTrig(out, q, xr, Math.cos(xi), Math.sin(xi), 1);
}

/** exp(x) * factor * (c + i s), where exp(x) alone might overflow. */
function scaledTrig(out: Out, q: number, x: number, c: number, s: number, factor: number): void {
  if (x <= MAX_EXP || x === Infinity) {
    const e = Math.exp(x) * factor;
    return put(out, q, e * c, e * s);
  }
  const half = x > 1500 ? 750 : x / 2;
  const e = Math.exp(half);
  put(out, q, e * c * factor * e, e * s * factor * e);
}

export function complexExp2(out: Out, q: number, xr: number, xi: number): void {
  complexExp(out, q, xr * Math.LN2, xi * Math.LN2);
}

/** exp(x) - 1, exact near 0: the real part is expm1(a) cos b - 2 sin(b / 2)^2. */
export function complexExpm1(out: Out, q: number, xr: number, xi: number): void {
  const s = Math.sin(xi / 2);
  put(out, q, Math.expm1(xr) * Math.cos(xi) - 2 * s * s, Math.exp(xr) * Math.sin(xi));
}

export function complexLog(out: Out, q: number, xr: number, xi: number): void {
  put(out, q, logHypot(xr, xi), Math.atan2(xi, xr));
}

/** log |x|. Near the unit circle log1p of |x|^2 - 1 keeps the digits that a plain logarithm cancels. */
export function logHypot(xr: number, xi: number): number {
  const a = Math.max(Math.abs(xr), Math.abs(xi));
  const b = Math.min(Math.abs(xr), Math.abs(xi));
  if (isInfinite(xr) || isInfinite(xi)) return Infinity;
  if (a > 1e150) return Math.log(hypot(a / 2 ** 600, b / 2 ** 600)) + 600 * Math.LN2;
  if (a < 1e-290 && a > 0) return Math.log(hypot(a * 2 ** 600, b * 2 ** 600)) - 600 * Math.LN2;
  if (a < 0.5 || a > 2) return Math.log(hypot(a, b));
  return Math.log1p(squareSumMinus1(a, b)) / 2;
}

/** a^2 + b^2 - 1 with the rounding errors of both squares put back. */
function squareSumMinus1(a: number, b: number): number {
  const [ah, al] = squared(a);
  const [bh, bl] = squared(b);
  const s = ah - 1;
  const sError = s - ah === -1 ? 0 : ah - (s + 1);
  const t = s + bh;
  const z = t - s;
  const tError = s - (t - z) + (bh - z);
  return t + (tError + sError + al + bl);
}

/** x^2 as a rounded product and its error. (Dekker, 1971) */
function squared(x: number): [number, number] {
  const c = 134217729 * x;
  const high = c - (c - x);
  const low = x - high;
  const p = x * x;
  return [p, high * high - p + 2 * high * low + low * low];
}

export function complexLog2(out: Out, q: number, xr: number, xi: number): void {
  put(out, q, logHypot(xr, xi) * Math.LOG2E, Math.atan2(xi, xr) * Math.LOG2E);
}

export function complexLog10(out: Out, q: number, xr: number, xi: number): void {
  put(out, q, logHypot(xr, xi) * Math.LOG10E, Math.atan2(xi, xr) * Math.LOG10E);
}

/** log(1 + x), exact near 0. */
export function complexLog1p(out: Out, q: number, xr: number, xi: number): void {
  if (xi === 0 && xr >= -1) return put(out, q, Math.log1p(xr), xi);
  const isSmall = Math.abs(xr) < 0.5 && Math.abs(xi) < 0.5;
  const re = isSmall ? Math.log1p(xr * (2 + xr) + xi * xi) / 2 : logHypot(1 + xr, xi);
  put(out, q, re, Math.atan2(xi, 1 + xr));
}

export function complexSinh(out: Out, q: number, xr: number, xi: number): void {
  if (xi === 0) return put(out, q, Math.sinh(xr), xi);
  if (xr === 0) return put(out, q, Number.isFinite(xi) ? xr * Math.cos(xi) : xr, Math.sin(xi));
  if (isInfinite(xr)) {
    if (!Number.isFinite(xi)) return put(out, q, xr, Number.NaN);
    return put(out, q, xr * Math.cos(xi), Infinity * Math.sin(xi));
  }
  if (Math.abs(xr) > 22) {
    scaledTrig(out, q, Math.abs(xr), Math.cos(xi), Math.sin(xi), 0.5);
    if (xr < 0) out[q] = -out[q]!;
    return;
  }
  put(out, q, Math.sinh(xr) * Math.cos(xi), Math.cosh(xr) * Math.sin(xi));
}

export function complexCosh(out: Out, q: number, xr: number, xi: number): void {
  if (xi === 0) return put(out, q, Math.cosh(xr), isNan(xr) ? xi : xi * signOf(xr));
  if (xr === 0) return put(out, q, Math.cos(xi), Number.isFinite(xi) ? xr * Math.sin(xi) : 0);
  if (isInfinite(xr)) {
    if (!Number.isFinite(xi)) return put(out, q, Infinity, Number.NaN);
    return put(out, q, Infinity * Math.cos(xi), xr * Math.sin(xi));
  }
  if (Math.abs(xr) > 22) {
    scaledTrig(out, q, Math.abs(xr), Math.cos(xi), Math.sin(xi), 0.5);
    if (xr < 0) out[q + 1] = -out[q + 1]!;
    return;
  }
  put(out, q, Math.cosh(xr) * Math.cos(xi), Math.sinh(xr) * Math.sin(xi));
}

/** With t = tan b, s = sinh a: (s cosh a (1 + t^2) + i t) / (1 + s^2 (1 + t^2)). (Kahan, 1987) */
export function complexTanh(out: Out, q: number, xr: number, xi: number): void {
  if (isNan(xr)) return put(out, q, xr, xi === 0 ? xi : Number.NaN);
  if (isInfinite(xr))
    return put(out, q, signOf(xr), Number.isFinite(xi) ? zero(Math.sin(2 * xi)) : 0);
  if (!Number.isFinite(xi)) return put(out, q, xr === 0 ? xr : Number.NaN, Number.NaN);
  if (Math.abs(xr) >= 22) {
    const e = Math.exp(-Math.abs(xr));
    return put(out, q, signOf(xr), 4 * Math.sin(xi) * Math.cos(xi) * e * e);
  }
  const t = Math.tan(xi);
  const s = Math.sinh(xr);
  const beta = 1 + t * t;
  const rho = Math.sqrt(1 + s * s);
  if (isInfinite(t)) return put(out, q, rho / s, 1 / t);
  const d = 1 + beta * s * s;
  put(out, q, (beta * rho * s) / d, t / d);
}
