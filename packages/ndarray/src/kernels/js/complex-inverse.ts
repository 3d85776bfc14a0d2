/**
 * Complex trigonometry, and the inverse functions.
 *
 * Circular functions are hyperbolic ones turned by 90 degrees: sin z = -i sinh(i z). The inverse ones are built on
 * square roots of 1 + z and 1 - z, whose products never cancel. (Kahan, Branch cuts for complex elementary functions, 1987)
 */
import { complexCosh, complexSinh, complexSqrt, complexTanh, logHypot } from "./complex-exp.ts";

type Out = Float64Array;

const u = new Float64Array(2);
const v = new Float64Array(2);
const isNan = (x: number): boolean => x !== x;
const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;
const copysign = (x: number, y: number): number =>
  y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x);

function put(out: Out, q: number, re: number, im: number): void {
  out[q] = re;
  out[q + 1] = im;
}

/** Turns what was written by -90 degrees. */
function turnBack(out: Out, q: number): void {
  put(out, q, out[q + 1]!, -out[q]!);
}

export function complexSin(out: Out, q: number, xr: number, xi: number): void {
  complexSinh(out, q, -xi, xr);
  turnBack(out, q);
}

export function complexCos(out: Out, q: number, xr: number, xi: number): void {
  complexCosh(out, q, -xi, xr);
}

export function complexTan(out: Out, q: number, xr: number, xi: number): void {
  complexTanh(out, q, -xi, xr);
  turnBack(out, q);
}

export function complexArcsin(out: Out, q: number, xr: number, xi: number): void {
  complexArcsinh(out, q, -xi, xr);
  turnBack(out, q);
}

export function complexArctan(out: Out, q: number, xr: number, xi: number): void {
  complexArctanh(out, q, -xi, xr);
  turnBack(out, q);
}

/** Where the squares below would overflow, asinh z is log 2z. */
const LARGE = 1e150;

export function complexArcsinh(out: Out, q: number, xr: number, xi: number): void {
  if (isNan(xr) || isNan(xi)) {
    if (isInfinite(xr)) return put(out, q, xr, xi);
    if (isInfinite(xi)) return put(out, q, copysign(Infinity, 1), Number.NaN);
    return put(out, q, Number.NaN, isNan(xr) && xi === 0 ? xi : Number.NaN);
  }
  if (Math.abs(xr) > LARGE || Math.abs(xi) > LARGE) {
    return put(
      out,
      q,
      copysign(logHypot(xr, xi) + Math.LN2, xr),
      copysign(Math.atan2(Math.abs(xi), Math.abs(xr)), xi),
    );
  }
  complexSqrt(u, 0, 1 - xi, xr); // sqrt(1 + i z)
  complexSqrt(v, 0, 1 + xi, -xr); // sqrt(1 - i z)
  put(
    out,
    q,
    Math.asinh(u[1]! * v[0]! - v[1]! * u[0]!),
    Math.atan2(xi, u[0]! * v[0]! - u[1]! * v[1]!),
  );
}

export function complexArccos(out: Out, q: number, xr: number, xi: number): void {
  if (isNan(xr) || isNan(xi)) {
    if (isInfinite(xr)) return put(out, q, Number.NaN, -Infinity);
    if (isInfinite(xi)) return put(out, q, Number.NaN, -xi);
    return put(out, q, xr === 0 ? Math.PI / 2 : Number.NaN, Number.NaN);
  }
  if (Math.abs(xr) > LARGE || Math.abs(xi) > LARGE) {
    return put(out, q, Math.atan2(Math.abs(xi), xr), -copysign(logHypot(xr, xi) + Math.LN2, xi));
  }
  complexSqrt(u, 0, 1 - xr, -xi); // sqrt(1 - z)
  complexSqrt(v, 0, 1 + xr, xi); // sqrt(1 + z)
  put(out, q, 2 * Math.atan2(u[0]!, v[0]!), Math.asinh(v[0]! * u[1]! - v[1]! * u[0]!));
}

/** acosh z is acos z turned, so that the real part is not negative. */
export function complexArccosh(out: Out, q: number, xr: number, xi: number): void {
  complexArccos(out, q, xr, xi);
  const [re, im] = [out[q]!, out[q + 1]!];
  if (isNan(re) && isNan(im)) return put(out, q, Number.NaN, Number.NaN);
  if (isNan(im)) return put(out, q, Number.NaN, xi === 0 || isNan(xi) ? re : im);
  put(out, q, Math.abs(im), isNan(re) ? re : copysign(re, xi));
}

export function complexArctanh(out: Out, q: number, xr: number, xi: number): void {
  const [a, b] = [Math.abs(xr), Math.abs(xi)];
  if (isNan(a) || isNan(b)) {
    if (a === 0 || isInfinite(xr)) return put(out, q, copysign(0, xr), Number.NaN);
    if (isInfinite(xi))
      return put(out, q, copysign(0, isNan(xr) ? 1 : xr), copysign(Math.PI / 2, xi));
    return put(out, q, Number.NaN, Number.NaN);
  }
  if (b === 0 && a <= 1) return put(out, q, Math.atanh(xr), xi);
  if (a > LARGE || b > LARGE)
    return put(out, q, copysign(largeReciprocal(a, b), xr), copysign(Math.PI / 2, xi));
  const re = Math.log1p((4 * a) / ((1 - a) * (1 - a) + b * b)) / 4;
  const im = Math.atan2(2 * b, (1 - a) * (1 + a) - b * b) / 2;
  put(out, q, copysign(re, xr), copysign(im, xi));
}

/** Re 1/z for z so large that squares overflow. */
function largeReciprocal(a: number, b: number): number {
  if (isInfinite(a) || isInfinite(b)) return 0;
  return a > b ? 1 / (a + (b / a) * b) : a / b / ((a / b) * a + b);
}
