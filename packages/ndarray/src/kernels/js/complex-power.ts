/**
 * Division and powers of complex numbers.
 *
 * Division is Smith's: scaled by the larger part of the divisor, so that squares cannot overflow. Small whole
 * powers are products; all others are exp(y log x).
 */
import { hypot } from "./hypot.ts";
import { complexExp, complexLog } from "./complex-exp.ts";
import { power } from "./power.ts";

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
    [re, im] = generalPower(xr, xi, yr, yi);
  }
  out[q] = re;
  out[q + 1] = im;
}

/**
 * Modulus and angle apart, so that the modulus has the accuracy of a real power; exp(y log x) where that overflows
 * or something is infinite.
 */
function generalPower(xr: number, xi: number, yr: number, yi: number): [number, number] {
  const size = hypot(xr, xi);
  const angle = Math.atan2(xi, xr);
  const turn = yr * angle + yi * Math.log(size);
  const modulus = power(size, yr) * Math.exp(-yi * angle);
  if (modulus > 1e-300 && modulus < 1e300 && Number.isFinite(turn))
    return [modulus * Math.cos(turn), modulus * Math.sin(turn)];
  complexLog(z, 0, xr, xi);
  multiply(z, yr, yi, z[0]!, z[1]!);
  complexExp(z, 0, z[0]!, z[1]!);
  return [z[0]!, z[1]!];
}

/** x * y as C99's Annex G has it: where a part is infinite, so is the product, even if both its parts came out nan. */
function multiply(out: Float64Array, xr: number, xi: number, yr: number, yi: number): void {
  out[0] = xr * yr - xi * yi;
  out[1] = xr * yi + xi * yr;
  if (out[0] === out[0] || out[1] === out[1]) return;
  let [a, b, c, d] = [xr, xi, yr, yi];
  const isX = isInfinite(a) || isInfinite(b);
  const isY = isInfinite(c) || isInfinite(d);
  if (!isX && !isY && ![a * c, b * d, a * d, b * c].some(isInfinite)) return;
  if (isX) [a, b] = [unit(a), unit(b)];
  if (isY) [c, d] = [unit(c), unit(d)];
  [a, b, c, d] = [a, b, c, d].map((x) => (x === x ? x : 0)) as [number, number, number, number]; // four in, four out
  out[0] = Infinity * (a * c - b * d);
  out[1] = Infinity * (a * d + b * c);
}

function isInfinite(x: number): boolean {
  return x === Infinity || x === -Infinity;
}

/** Infinities as 1, everything else as 0, with the sign kept. */
function unit(x: number): number {
  const size = isInfinite(x) ? 1 : 0;
  return x < 0 || Object.is(x, -0) ? -size : size;
}

/** x ** n by squaring. NumPy begins with 1 except for n of 1 to 3, which shows where a part is infinite. */
function wholePower(xr: number, xi: number, n: number): [number, number] {
  if (n === 1) return [xr, xi];
  let [re, im] = n === 2 || n === 3 ? [xr, xi] : [1, 0];
  let [br, bi] = [xr, xi];
  for (let k = n === 2 || n === 3 ? n - 1 : Math.abs(n); k > 0; k >>= 1) {
    if ((k & 1) === 1) [re, im] = [re * br - im * bi, re * bi + im * br];
    if (k > 1) [br, bi] = [br * br - bi * bi, br * bi + bi * br];
  }
  if (n > 0) return [re, im];
  complexDivide(z, 0, 1, 0, re, im);
  return [z[0]!, z[1]!];
}
