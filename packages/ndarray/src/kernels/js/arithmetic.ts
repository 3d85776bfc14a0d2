/**
 * Arithmetic on scalars: add, subtract, multiply, and what has one operand.
 *
 * Integers may leave their range: the typed array wraps them.
 */
import { hypot } from "./hypot.ts";
import type { Rows } from "./rows.ts";

export const ARITHMETIC: Rows = {
  add: {
    bool: (x, y) => x | y,
    int: (x, y) => x + y,
    big: (x, y) => x + y,
    float: (x, y) => x + y,
    complex: (out, q, xr, xi, yr, yi) => {
      out[q] = xr + yr;
      out[q + 1] = xi + yi;
    },
  },
  subtract: {
    int: (x, y) => x - y,
    big: (x, y) => x - y,
    float: (x, y) => x - y,
    complex: (out, q, xr, xi, yr, yi) => {
      out[q] = xr - yr;
      out[q + 1] = xi - yi;
    },
  },
  multiply: {
    bool: (x, y) => x & y,
    int: Math.imul,
    big: (x, y) => x * y,
    float: (x, y) => x * y,
    complex: (out, q, xr, xi, yr, yi) => {
      out[q] = xr * yr - xi * yi;
      out[q + 1] = xr * yi + xi * yr;
    },
  },
  negative: {
    int: (x) => -x,
    big: (x) => -x,
    float: (x) => -x,
    complex: (out, q, xr, xi) => {
      out[q] = -xr;
      out[q + 1] = -xi;
    },
  },
  positive: {
    int: (x) => x,
    big: (x) => x,
    float: (x) => x,
    complex: (out, q, xr, xi) => {
      out[q] = xr;
      out[q + 1] = xi;
    },
  },
  conjugate: {
    int: (x) => x,
    big: (x) => x,
    float: (x) => x,
    complex: (out, q, xr, xi) => {
      out[q] = xr;
      out[q + 1] = -xi;
    },
  },
  absolute: {
    bool: (x) => x,
    int: Math.abs,
    big: (x) => (x < 0n ? -x : x),
    float: Math.abs,
    complexTest: (xr, xi) => hypot(xr, xi),
  },
  fabs: { float: Math.abs },
  sign: {
    int: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
    big: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
    float: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x),
    complex: complexSign,
  },
  square: {
    int: (x) => Math.imul(x, x),
    big: (x) => x * x,
    float: (x) => x * x,
    complex: (out, q, xr, xi) => {
      out[q] = xr * xr - xi * xi;
      out[q + 1] = xr * xi + xi * xr;
    },
  },
  gcd: { int: gcd, big: gcdBig },
  lcm: {
    int: (x, y) => (x === 0 || y === 0 ? 0 : Math.imul(Math.abs(x) / gcd(x, y), Math.abs(y))),
    big: (x, y) => (x === 0n || y === 0n ? 0n : (abs(x) / gcdBig(x, y)) * abs(y)),
  },
};

/** x / |x|, and nan where that has no direction. */
function complexSign(out: Float64Array, q: number, xr: number, xi: number): void {
  const r = hypot(xr, xi);
  let [re, im] = [xr, xi];
  if (r === Infinity) {
    re = Math.abs(xr) === Infinity ? Math.sign(xr) : 0;
    im = Math.abs(xi) === Infinity ? Math.sign(xi) : 0;
    if (re !== 0 && im !== 0) re = im = Number.NaN;
  } else if (r !== 0) {
    re /= r;
    im /= r;
  }
  if (Number.isNaN(r)) re = im = r;
  out[q] = re;
  out[q + 1] = im;
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function gcd(x: number, y: number): number {
  let a = Math.abs(x);
  let b = Math.abs(y);
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function gcdBig(x: bigint, y: bigint): bigint {
  let a = abs(x);
  let b = abs(y);
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
