/**
 * Elementary functions on scalars: exponentials, logarithms, trigonometry and their inverses.
 *
 * Reals use JS's own functions where those are accurate to 2 ulp; complex ones follow C99's Annex G at infinities,
 * nan and signed zeros.
 */
import { besselI0 } from "./bessel.ts";
import * as ce from "./complex-exp.ts";
import * as cx from "./complex-inverse.ts";
import { hypot } from "./hypot.ts";
import { power } from "./power.ts";
import type { ComplexFn, Row, Rows } from "./rows.ts";

function elementary(float: (x: number, y: number) => number, complex?: ComplexFn): Row {
  return complex === undefined ? { float } : { float, complex };
}

const RADIANS = Math.PI / 180;
const DEGREES = 180 / Math.PI;

export const ELEMENTARY: Rows = {
  exp: elementary(Math.exp, ce.complexExp),
  exp2: elementary((x) => power(2, x), ce.complexExp2),
  expm1: elementary(Math.expm1, ce.complexExpm1),
  log: elementary(Math.log, ce.complexLog),
  log2: elementary(Math.log2, ce.complexLog2),
  log10: elementary(Math.log10, ce.complexLog10),
  log1p: elementary(Math.log1p, ce.complexLog1p),
  sqrt: elementary(Math.sqrt, ce.complexSqrt),
  cbrt: elementary(Math.cbrt),
  sin: elementary(Math.sin, cx.complexSin),
  cos: elementary(Math.cos, cx.complexCos),
  tan: elementary(Math.tan, cx.complexTan),
  sinh: elementary(Math.sinh, ce.complexSinh),
  cosh: elementary(Math.cosh, ce.complexCosh),
  tanh: elementary(Math.tanh, ce.complexTanh),
  arcsin: elementary(Math.asin, cx.complexArcsin),
  arccos: elementary(Math.acos, cx.complexArccos),
  arctan: elementary(Math.atan, cx.complexArctan),
  arcsinh: elementary(Math.asinh, cx.complexArcsinh),
  arccosh: elementary(Math.acosh, cx.complexArccosh),
  arctanh: elementary(Math.atanh, cx.complexArctanh),
  arctan2: elementary(Math.atan2),
  i0: elementary(besselI0),
  hypot: elementary(hypot),
  logaddexp: elementary(logaddexp),
  logaddexp2: elementary(logaddexp2),
  deg2rad: elementary(toRadians),
  radians: elementary(toRadians),
  rad2deg: elementary(toDegrees),
  degrees: elementary(toDegrees),
};

function toRadians(x: number): number {
  return x * RADIANS;
}

function toDegrees(x: number): number {
  return x * DEGREES;
}

/** log(exp(x) + exp(y)), without the overflow. */
function logaddexp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const d = x - y;
  if (d > 0) return x + Math.log1p(Math.exp(-d));
  return d <= 0 ? y + Math.log1p(Math.exp(d)) : d;
}

function logaddexp2(x: number, y: number): number {
  if (x === y) return x + 1;
  const d = x - y;
  if (d > 0) return x + Math.LOG2E * Math.log1p(2 ** -d);
  return d <= 0 ? y + Math.LOG2E * Math.log1p(2 ** d) : d;
}
