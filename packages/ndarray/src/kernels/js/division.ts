/**
 * Division and powers on scalars.
 *
 * Integer division by zero gives 0, as NumPy's does; floor division and remainder follow Python, fmod follows C.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.floor_divide.html
 */
import { ValueError, negativePower } from "../../errors.ts";
import { complexDivide, complexPower } from "./complex-power.ts";
import { power } from "./power.ts";
import type { Row, Rows } from "./rows.ts";

const floorDivide: Row = {
  int: (x, y) => (y === 0 ? 0 : Math.floor(x / y)),
  big: (x, y) => (y === 0n ? 0n : floorBig(x, y)),
  float: floorDivideFloat,
  single: floorDivideSingle,
  half: floorDivideSingle, // as NumPy, which has no arithmetic on half floats
};

const remainder: Row = {
  int: (x, y) => (y === 0 ? 0 : x - y * Math.floor(x / y)),
  big: (x, y) => (y === 0n ? 0n : x - y * floorBig(x, y)),
  float: remainderFloat,
};

export const DIVISION: Rows = {
  divide: { float: (x, y) => x / y, complex: complexDivide },
  floor_divide: floorDivide,
  remainder,
  divmod: { pair: [floorDivide, remainder] },
  fmod: {
    int: (x, y) => (y === 0 ? 0 : x % y),
    big: (x, y) => (y === 0n ? 0n : x % y),
    float: (x, y) => x % y,
  },
  reciprocal: {
    int: (x) => (x === 0 ? -2147483648 : Math.trunc(1 / x)),
    uint: (x) => (x === 1 ? 1 : 0),
    big: (x) => (x === 0n ? -(2n ** 63n) : 1n / x),
    ubig: (x) => (x === 1n ? 1n : 0n),
    float: (x) => 1 / x,
    complex: (out, q, xr, xi) => reciprocal(out, q, xr, xi),
  },
  power: { int: powerInt, big: powerBig, float: power, complex: complexPower },
  float_power: { float: power, complex: complexPower },
};

function floorBig(x: bigint, y: bigint): bigint {
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
}

/** The quotient from the exact remainder: dividing first could round up to the next whole number. */
function floorDivideFloat(x: number, y: number): number {
  if (y === 0) return x / y;
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0 && y < 0 !== mod < 0) {
    mod += y;
    div -= 1;
  }
  if (div === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(div);
  return div - floor > 0.5 ? floor + 1 : floor;
}

/** The same in single precision: every step is rounded, as in NumPy, and large quotients differ for it. */
function floorDivideSingle(x: number, y: number): number {
  if (y === 0) return x / y;
  const mod = x % y;
  let div = Math.fround(Math.fround(x - mod) / y);
  if (mod !== 0 && y < 0 !== mod < 0) div = Math.fround(div - 1);
  if (div === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(div);
  return div - floor > 0.5 ? floor + 1 : floor;
}

function remainderFloat(x: number, y: number): number {
  const mod = x % y;
  if (mod === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return y < 0 !== mod < 0 && y === y && mod === mod ? mod + y : mod;
}

/** 1 / x by Smith's rule: scaled by the larger part, so that squares cannot overflow. */
function reciprocal(out: Float64Array, q: number, xr: number, xi: number): void {
  if (Math.abs(xi) <= Math.abs(xr)) {
    const ratio = xi / xr;
    const d = xr + xi * ratio;
    out[q] = 1 / d;
    out[q + 1] = -ratio / d;
  } else {
    const ratio = xr / xi;
    const d = xr * ratio + xi;
    out[q] = ratio / d;
    out[q + 1] = -1 / d;
  }
}

/** x ** y by squaring, wrapping at 32 bits; narrower types wrap once more when stored. */
function powerInt(x: number, y: number): number {
  if (y < 0) throw new ValueError(negativePower());
  let result = 1;
  let base = x;
  for (let n = y; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}

function powerBig(x: bigint, y: bigint): bigint {
  if (y < 0n) throw new ValueError(negativePower());
  let result = 1n;
  let base = x;
  for (let n = y; n > 0n; n >>= 1n) {
    if ((n & 1n) === 1n) result = BigInt.asUintN(64, result * base);
    base = BigInt.asUintN(64, base * base);
  }
  return result;
}
