/**
 * Distributions met less often: on the circle, triangular, inverse Gaussian, power laws, noncentral ones.
 *
 * Rules: Devroye, Non-Uniform Random Variate Generation, 1986; Best and Fisher 1979 for the circle;
 * Michael, Schucany and Haas 1976 for the inverse Gaussian; Kemp 1981 for the logarithmic series
 */
import { poisson } from "./counting.ts";
import { chiSquare } from "./gamma.ts";
import type { Pcg64 } from "./pcg64.ts";
import { standardNormal } from "./ziggurat.ts";

/** A triangle between `left` and `right` with its top at `mode`. */
export function triangular(bits: Pcg64, left: number, mode: number, right: number): number {
  const base = right - left;
  const u = bits.nextDouble();
  if (u <= (mode - left) / base) return left + Math.sqrt(u * ((mode - left) * base));
  return right - Math.sqrt((1 - u) * ((right - mode) * base));
}

/** Von Mises: an angle around `mu`, the nearer the larger `kappa`. */
export function vonMises(bits: Pcg64, mu: number, kappa: number): number {
  if (Number.isNaN(kappa)) return NaN;
  if (kappa < 1e-8) return Math.PI * (2 * bits.nextDouble() - 1);
  const s = kappa > 1e6 ? null : concentration(kappa);
  if (s === null) {
    const angle = mu + Math.sqrt(1 / kappa) * standardNormal(bits);
    return angle < -Math.PI ? angle + 2 * Math.PI : angle > Math.PI ? angle - 2 * Math.PI : angle;
  }
  for (;;) {
    const z = Math.cos(Math.PI * bits.nextDouble());
    const w = (1 + s * z) / (s + z);
    const y = kappa * (s - w);
    const v = bits.nextDouble();
    if (y * (2 - y) - v < 0 && Math.log(y / v) + 1 - y < 0) continue;
    const angle = Math.acos(w);
    return wrapped(mu + (bits.nextDouble() < 0.5 ? -angle : angle));
  }
}

function concentration(kappa: number): number {
  if (kappa < 1e-5) return 1 / kappa + kappa;
  const r = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (r - Math.sqrt(2 * r)) / (2 * kappa);
  return (1 + rho * rho) / (2 * rho);
}

function wrapped(angle: number): number {
  const size = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return angle < 0 ? -size : size;
}

/** Zipf: a whole number k with probability proportional to k^-a. */
export function zipf(bits: Pcg64, a: number): number {
  if (a >= 1025) return 1; // everything else is less likely than a double can say
  const less = a - 1;
  const b = 2 ** less;
  const least = (2 ** 63) ** -less;
  for (;;) {
    const u01 = bits.nextDouble();
    const u = u01 * least + (1 - u01);
    const v = bits.nextDouble();
    const x = Math.floor(u ** (-1 / less));
    if (x > 9223372036854774784 || x < 1) continue;
    const t = (1 + 1 / x) ** less;
    if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

/** A whole number k with probability proportional to p^k / k. */
export function logSeries(bits: Pcg64, p: number): number {
  const r = Math.log1p(-p);
  for (;;) {
    const v = bits.nextDouble();
    if (v >= p) return 1;
    const q = -Math.expm1(r * bits.nextDouble());
    if (v <= q * q) {
      const result = Math.floor(1 + Math.log(v) / Math.log(q));
      if (result >= 1 && v !== 0) return result;
    } else {
      return v >= q ? 1 : 2;
    }
  }
}

/** The sum of squares of `df` normal numbers, one of them not around 0. */
export function noncentralChiSquare(bits: Pcg64, df: number, nonc: number): number {
  if (Number.isNaN(nonc)) return NaN;
  if (nonc === 0) return chiSquare(bits, df);
  if (df <= 1) return chiSquare(bits, df + 2 * poisson(bits, nonc / 2));
  const rest = chiSquare(bits, df - 1);
  const n = standardNormal(bits) + Math.sqrt(nonc);
  return rest + n * n;
}

/** The ratio of a noncentral chi-square to a central one. */
export function noncentralF(bits: Pcg64, dfnum: number, dfden: number, nonc: number): number {
  const above = noncentralChiSquare(bits, dfnum, nonc) * dfden;
  return above / (chiSquare(bits, dfden) * dfnum);
}

/** Inverse Gaussian: how long a drifting walk takes to get somewhere. */
export function wald(bits: Pcg64, mean: number, scale: number): number {
  const z = standardNormal(bits);
  const y = mean * z * z;
  const d = 1 + Math.sqrt(1 + (4 * scale) / y);
  const x = mean * (1 - 2 / d);
  return bits.nextDouble() <= mean / (mean + x) ? x : (mean * mean) / x;
}
