/**
 * Rounding, and what floats are made of: exponents, neighbours, signs.
 *
 * Halves go to the even neighbour, as IEEE 754 says (`Math.round` sends them up).
 */
import type { Row, Rows } from "./rows.ts";

/** Integers and booleans are whole already. */
function whole(float: (x: number) => number): Row {
  return { bool: (x) => x, int: (x) => x, big: (x) => x, float };
}

export const ROUNDING: Rows = {
  floor: whole(Math.floor),
  ceil: whole(Math.ceil),
  trunc: whole(Math.trunc),
  rint: {
    float: rint,
    complex: (out, q, xr, xi) => {
      out[q] = rint(xr);
      out[q + 1] = rint(xi);
    },
  },
  copysign: { float: copysign },
  nextafter: { float: nextDouble, single: nextSingle, half: nextHalf },
  spacing: {
    float: (x) => spacing(x, nextDouble),
    single: (x) => spacing(x, nextSingle),
    half: halfSpacing,
  },
  modf: { pair: [{ float: fraction }, { float: Math.trunc }] },
  frexp: { pair: [{ float: mantissa }, { float: exponent }] },
  ldexp: { float: ldexp },
  heaviside: { float: (x, h) => (x > 0 ? 1 : x < 0 ? 0 : x === 0 ? h : x) },
};

/** The nearest whole number, the even one of two. */
export function rint(x: number): number {
  const r = Math.round(x);
  return r - x === 0.5 && r % 2 !== 0 ? r - 1 : r;
}

function copysign(x: number, y: number): number {
  return y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x);
}

const double = new Float64Array(1);
const doubleBits = new BigInt64Array(double.buffer);
const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);
const half = new Float16Array(1);
const halfBits = new Int16Array(half.buffer);

/** The neighbour of `x` towards `y`: bit patterns of one sign are ordered as the numbers are. */
export function nextDouble(x: number, y: number): number {
  if (x !== x || y !== y) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  double[0] = x;
  doubleBits[0] = doubleBits[0]! + (x < y === x > 0 ? 1n : -1n);
  return double[0];
}

function nextSingle(x: number, y: number): number {
  if (x !== x || y !== y) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  single[0] = x;
  singleBits[0] = singleBits[0]! + (x < y === x > 0 ? 1 : -1);
  return single[0];
}

function nextHalf(x: number, y: number): number {
  if (x !== x || y !== y) return Number.NaN;
  if (x === y) return x;
  if (x === 0) return y > 0 ? 2 ** -24 : -(2 ** -24);
  half[0] = x;
  halfBits[0] = halfBits[0]! + (x < y === x > 0 ? 1 : -1);
  return half[0];
}

/** The distance to the neighbour away from zero. */
function spacing(x: number, next: (x: number, y: number) => number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  return next(x, x < 0 ? -Infinity : Infinity) - x;
}

/** NumPy's for float16 is never negative: the distance to the next float towards infinity. */
function halfSpacing(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  return x === 65504 ? Infinity : nextHalf(x, Infinity) - x;
}

function fraction(x: number): number {
  return copysign(Math.abs(x) === Infinity ? 0 : x - Math.trunc(x), x);
}

/** x = mantissa * 2 ** exponent, the mantissa's size from 0.5 to 1. */
function exponent(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  double[0] = x;
  const e = Number((doubleBits[0]! >> 52n) & 0x7ffn);
  return e === 0 ? exponent(x * 2 ** 54) - 54 : e - 1022;
}

function mantissa(x: number): number {
  return x === 0 || !Number.isFinite(x) ? x : ldexp(x, -exponent(x));
}

/** x * 2 ** n, rounded once: steps that might be subnormal come last. */
function ldexp(x: number, n: number): number {
  let y = x;
  let k = Math.max(-3000, Math.min(3000, Number(n)));
  for (; k > 1023; k -= 1023) y *= 2 ** 1023;
  for (; k < -1022; k += 969) y *= 2 ** -969; // 969 = 1022 - 53: a subnormal only at the very last step
  return y * 2 ** k;
}
