/**
 * Window functions: weights that fade towards both ends.
 *
 * Each gives `M` doubles; none for `M` below 1, and a single one for 1.
 * Source: https://numpy.org/doc/stable/reference/routines.window.html
 */
import { emptyArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { float64 } from "../dtype/dtype.ts";
import { elements } from "./dense.ts";

/** Values at -1 … 1, evenly spaced. An `M` that is not whole gives as many as lie within. */
function windowOf(
  M: number,
  weight: (place: number) => number,
  n: number = M < 1 ? 0 : Math.ceil(M - 0.5),
): NDArray<"float64"> {
  const result = emptyArray([n], float64);
  const values = elements(result) as Float64Array; // float64, as made
  for (let k = 0; k < n; k++) values[k] = M === 1 ? 1 : weight((1 - M + 2 * k) / (M - 1));
  return result;
}

/** A triangle. Source: numpy.bartlett @example bartlett(3) // [0, 1, 0] */
export function bartlett(M: number): NDArray<"float64"> {
  return windowOf(M, (x) => 1 - Math.abs(x));
}

/** Three cosine terms. Source: numpy.blackman @example blackman(1) // [1] */
export function blackman(M: number): NDArray<"float64"> {
  return windowOf(M, (x) => 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x));
}

/** A raised cosine that does not reach zero. Source: numpy.hamming @example hamming(1) // [1] */
export function hamming(M: number): NDArray<"float64"> {
  return windowOf(M, (x) => 0.54 + 0.46 * Math.cos(Math.PI * x));
}

/** A raised cosine. Source: numpy.hanning @example hanning(3) // [0, 1, 0] */
export function hanning(M: number): NDArray<"float64"> {
  return windowOf(M, (x) => 0.5 + 0.5 * Math.cos(Math.PI * x));
}

/** Kaiser's window with the shape `beta`: 0 is a rectangle. Source: numpy.kaiser @example kaiser(2, 0) // [1, 1] */
export function kaiser(M: number, beta: number): NDArray<"float64"> {
  const whole = bessel(beta);
  return windowOf(
    M,
    (x) => bessel(beta * Math.sqrt(1 - x * x)) / whole,
    M < 1 ? 0 : Math.ceil(M), // NumPy counts its places from 0, the others' from the middle
  );
}

/** The modified Bessel function of order 0, by its series: all terms are positive, so nothing cancels. */
function bessel(x: number): number {
  const quarter = (x * x) / 4;
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}
