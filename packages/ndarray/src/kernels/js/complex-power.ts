/**
 * Division and powers of complex numbers.
 *
 * Division is Smith's: scaled by the larger part of the divisor, so that squares cannot overflow. Small whole
 * powers are products; all others are exp(y log x).
 */
import { complexExp, complexLog } from "./complex-exp.ts";

const z = new Float64Array(2);

/** x / y. Division by zero divides both parts by it, so that signs and nan come out as NumPy's. */
export function complexDivide(
  out: Float64Array,
  q: number,
  xr: number,
  xi: number,
  yr: number,
  yi: number,
): void {
  const [absR, absI] = [Math.abs(yr), Math.abs(yi)];
  if (absR >= absI) {
    if (absR === 0 && absI === 0) {
      out[q] = xr / absR;
      out[q + 1] = xi / absR;
      return;
    }
    const ratio = yi / yr;
    const scale = 1 / (yr + yi * ratio);
    out[q] = (xr + xi * ratio) * scale;
    out[q + 1] = (xi - xr * ratio) * scale;
  } else {
    const ratio = yr / yi;
    const scale = 1 / (yi + yr * ratio);
    out[q] = (xr * ratio + xi) * scale;
    out[q + 1] = (xi * ratio - xr) * scale;
  }
}

/** x ** y. 0 ** 0 is 1; 0 to a power with a real part that is not positive is nan. */
export function complexPower(
  out: Float64Array,
  q: number,
  xr: number,
  xi: number,
  yr: number,
  yi: number,
): void {
  let [re, im] = [1, 0];
  if (yr === 0 && yi === 0) {
    // 1
  } else if (xr === 0 && xi === 0) {
    re = im = yr > 0 ? 0 : Number.NaN;
  } else if (yi === 0 && Number.isInteger(yr) && Math.abs(yr) < 100) {
    [re, im] = wholePower(xr, xi, yr);
  } else {
    complexLog(z, 0, xr, xi);
    const [lr, li] = [z[0]!, z[1]!];
    complexExp(z, 0, yr * lr - yi * li, yr * li + yi * lr);
    [re, im] = [z[0]!, z[1]!];
  }
  out[q] = re;
  out[q + 1] = im;
}

function wholePower(xr: number, xi: number, n: number): [number, number] {
  let [re, im] = [1, 0];
  let [br, bi] = [xr, xi];
  for (let k = Math.abs(n), first = true; k > 0; k >>= 1) {
    if ((k & 1) === 1) {
      [re, im] = first ? [br, bi] : [re * br - im * bi, re * bi + im * br];
      first = false;
    }
    if (k > 1) [br, bi] = [br * br - bi * bi, br * bi + bi * br];
  }
  if (n > 0) return [re, im];
  complexDivide(z, 0, 1, 0, re, im);
  return [z[0]!, z[1]!];
}
