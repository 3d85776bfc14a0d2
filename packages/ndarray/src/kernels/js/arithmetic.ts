/**
 * Arithmetic on scalars: add, subtract, multiply, divide and what goes with them.
 *
 * Integer division by zero gives 0, as NumPy's does; the caller has no warning to give.
 */
import type { Row } from "./rows.ts";

export const ARITHMETIC: Readonly<Record<string, Row>> = {
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
};
