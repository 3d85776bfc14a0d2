/**
 * Comparisons, extremes, and logic on scalars.
 *
 * Complex numbers are ordered by their real parts, then by their imaginary ones; nan is in no order.
 * `maximum` and `minimum` pass nan on, `fmax` and `fmin` avoid it.
 */
import type { ComplexFn, ComplexTestFn, Row, Rows } from "./rows.ts";

/** A comparison from one function, since JS compares numbers and bigints alike. */
function compare(fn: (x: number, y: number) => boolean, complexTest: ComplexTestFn): Row {
  const big = fn as unknown as (x: bigint, y: bigint) => boolean; // the operators inside take both
  return { bool: fn, int: fn, big, float: fn, complexTest };
}

/** An extreme of integers and booleans; floats and complex numbers have nan to think of. */
function extreme(
  pick: (x: number, y: number) => number,
  float: (x: number, y: number) => number,
  complex: ComplexFn,
): Row {
  const big = pick as unknown as (x: bigint, y: bigint) => bigint; // the operators inside take both
  return { bool: pick, int: pick, big, float, complex };
}

const isLess: ComplexTestFn = (xr, xi, yr, yi) =>
  (xr < yr && xi === xi && yi === yi) || (xr === yr && xi < yi);
const isLessEqual: ComplexTestFn = (xr, xi, yr, yi) =>
  (xr < yr && xi === xi && yi === yi) || (xr === yr && xi <= yi);

const larger = (x: number, y: number): number => (x >= y ? x : y);
const smaller = (x: number, y: number): number => (x <= y ? x : y);

/** Writes x where `wins` says so, else y. */
function choose(wins: ComplexTestFn): ComplexFn {
  return (out, q, xr, xi, yr, yi) => {
    const isX = wins(xr, xi, yr, yi);
    out[q] = isX === true ? xr : yr;
    out[q + 1] = isX === true ? xi : yi;
  };
}

const isNan = (re: number, im: number): boolean => re !== re || im !== im;

/** A logical operation from the truth of both operands. */
function logical(fn: (x: boolean, y: boolean) => boolean): Row {
  const number = (x: number, y: number): boolean => fn(x !== 0, y !== 0);
  return {
    bool: number,
    int: number,
    big: (x, y) => fn(x !== 0n, y !== 0n),
    float: number,
    complexTest: (xr, xi, yr, yi) => fn(xr !== 0 || xi !== 0, yr !== 0 || yi !== 0),
  };
}

/** A question about nan and infinities: integers have neither. */
function question(answer: boolean, float: (x: number) => boolean, complexTest: ComplexTestFn): Row {
  const always = (): boolean => answer;
  return { bool: always, int: always, big: always, float, complexTest };
}

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

const maximum = extreme(
  larger,
  Math.max,
  choose((xr, xi, yr, yi) => isNan(xr, xi) || isLessEqual(yr, yi, xr, xi) === true),
);

const minimum = extreme(
  smaller,
  Math.min,
  choose((xr, xi, yr, yi) => isNan(xr, xi) || isLessEqual(xr, xi, yr, yi) === true),
);

export const COMPARISON: Rows = {
  maximum,
  minimum,
  clip: { chain: [maximum, minimum] },
  equal: compare(
    (x, y) => x === y,
    (xr, xi, yr, yi) => xr === yr && xi === yi,
  ),
  not_equal: compare(
    (x, y) => x !== y,
    (xr, xi, yr, yi) => xr !== yr || xi !== yi,
  ),
  less: compare((x, y) => x < y, isLess),
  less_equal: compare((x, y) => x <= y, isLessEqual),
  greater: compare(
    (x, y) => x > y,
    (xr, xi, yr, yi) => isLess(yr, yi, xr, xi),
  ),
  greater_equal: compare(
    (x, y) => x >= y,
    (xr, xi, yr, yi) => isLessEqual(yr, yi, xr, xi),
  ),
  fmax: extreme(
    larger,
    (x, y) => (x !== x ? y : y !== y ? x : Math.max(x, y)),
    choose((xr, xi, yr, yi) => isNan(yr, yi) || isLessEqual(yr, yi, xr, xi) === true),
  ),
  fmin: extreme(
    smaller,
    (x, y) => (x !== x ? y : y !== y ? x : Math.min(x, y)),
    choose((xr, xi, yr, yi) => isNan(yr, yi) || isLessEqual(xr, xi, yr, yi) === true),
  ),
  logical_and: logical((x, y) => x && y),
  logical_or: logical((x, y) => x || y),
  logical_xor: logical((x, y) => x !== y),
  logical_not: logical((x) => !x),
  isnan: question(false, Number.isNaN, (xr, xi) => isNan(xr, xi)),
  isinf: question(false, isInfinite, (xr, xi) => isInfinite(xr) || isInfinite(xi)),
  isfinite: question(true, Number.isFinite, (xr, xi) => Number.isFinite(xr) && Number.isFinite(xi)),
  signbit: { float: (x) => x < 0 || Object.is(x, -0) },
};
