/**
 * Distributions of counts: Poisson, binomial, geometric.
 *
 * Rules: Hörmann, The Transformed Rejection Method for Poisson Variables, 1993; Kachitvichyanukul and Schmeiser,
 * Binomial Random Variate Generation (BTPE), 1988
 */
import type { Pcg64 } from "./pcg64.ts";
import { standardExponential } from "./ziggurat.ts";

/** How many events happen where `rate` are expected. */
export function poisson(bits: Pcg64, rate: number): number {
  if (rate === 0) return 0;
  return rate < 10 ? smallPoisson(bits, rate) : largePoisson(bits, rate);
}

function smallPoisson(bits: Pcg64, rate: number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = bits.nextDouble(); product > limit; product *= bits.nextDouble()) count++;
  return count;
}

function largePoisson(bits: Pcg64, rate: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const perAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const sure = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = bits.nextDouble() - 0.5;
    const v = bits.nextDouble();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + rate + 0.43);
    if (edge >= 0.07 && v <= sure) return k;
    if (k < 0 || (edge < 0.013 && v > edge)) continue;
    const density = -rate + k * Math.log(rate) - logGamma(k + 1);
    if (Math.log(v) + Math.log(perAlpha) - Math.log(a / (edge * edge) + b) <= density) return k;
  }
}

// Bernoulli numbers B₂ₖ / (2k (2k - 1)): Stirling's series for the logarithm of the gamma function.
const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const steps = x <= 7 ? Math.trunc(7 - x) : 0;
  let shifted = x + steps;
  const square = 1 / (shifted * shifted);
  const series = STIRLING.reduceRight((sum, c) => sum * square + c, 0);
  let result =
    series / shifted + 0.5 * Math.log(2 * Math.PI) + (shifted - 0.5) * Math.log(shifted) - shifted;
  for (let k = 0; k < steps; k++) {
    result -= Math.log(shifted - 1);
    shifted -= 1;
  }
  return result;
}

/** How many of `n` trials succeed, each with probability `p`. */
export function binomial(bits: Pcg64, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - fewerThanHalf(bits, n, 1 - p);
  return fewerThanHalf(bits, n, p);
}

function fewerThanHalf(bits: Pcg64, n: number, p: number): number {
  return p * n <= 30 ? binomialByInversion(bits, n, p) : binomialByRejection(bits, n, p);
}

function binomialByInversion(bits: Pcg64, n: number, p: number): number {
  const q = 1 - p;
  const none = Math.exp(n * Math.log(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let count = 0;
  let chance = none;
  let u = bits.nextDouble();
  while (u > chance) {
    count++;
    if (count > bound) {
      count = 0;
      chance = none;
      u = bits.nextDouble();
    } else {
      u -= chance;
      chance = ((n - count + 1) * p * chance) / (count * q);
    }
  }
  return count;
}

/** The four regions of BTPE: a triangle, a parallelogram, and two exponential tails. */
function binomialByRejection(bits: Pcg64, n: number, p: number): number {
  const q = 1 - p;
  const mode = Math.floor(n * p + p);
  const variance = n * p * q;
  const p1 = Math.floor(2.195 * Math.sqrt(variance) - 4.6 * q) + 0.5;
  const middle = mode + 0.5;
  const left = middle - p1;
  const right = middle + p1;
  const c = 0.134 + 20.5 / (15.3 + mode);
  const slope = (a: number): number => a * (1 + a / 2);
  const fm = n * p + p;
  const leftSlope = slope((fm - left) / (fm - left * p));
  const rightSlope = slope((right - fm) / (right * q));
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / leftSlope;
  const p4 = p3 + c / rightSlope;
  for (;;) {
    const u = bits.nextDouble() * p4;
    let v = bits.nextDouble();
    let y = 0;
    if (u <= p1) return Math.floor(middle - p1 * v + u);
    if (u <= p2) {
      const x = left + (u - p1) / c;
      v = v * c + 1 - Math.abs(mode - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(left + Math.log(v) / leftSlope);
      if (y < 0 || v === 0) continue;
      v *= (u - p2) * leftSlope;
    } else {
      y = Math.floor(right - Math.log(v) / rightSlope);
      if (y > n || v === 0) continue;
      v *= (u - p3) * rightSlope;
    }
    if (isAccepted(v, y, mode, n, p)) return y;
  }
}

function isAccepted(v: number, y: number, mode: number, n: number, p: number): boolean {
  const q = 1 - p;
  const variance = n * p * q;
  const away = Math.abs(y - mode);
  if (away <= 20 || away >= variance / 2 - 1) {
    const s = p / q;
    const a = s * (n + 1);
    let ratio = 1;
    for (let i = mode + 1; i <= y; i++) ratio *= a / i - s;
    for (let i = y + 1; i <= mode; i++) ratio /= a / i - s;
    return v <= ratio;
  }
  const rho = (away / variance) * ((away * (away / 3 + 0.625) + 1 / 6) / variance + 0.5);
  const t = (-away * away) / (2 * variance);
  const a = Math.log(v);
  if (a < t - rho) return true;
  if (a > t + rho) return false;
  const [x1, f1, z, w] = [y + 1, mode + 1, n + 1 - mode, n - y + 1];
  const exact =
    (mode + 0.5) * Math.log(f1 / x1) +
    (n - mode + 0.5) * Math.log(z / w) +
    (y - mode) * Math.log((w * p) / (x1 * q)) +
    correction(f1) +
    correction(z) +
    correction(x1) +
    correction(w);
  return a <= exact;
}

/** What Stirling's formula leaves out, for BTPE's final test. */
function correction(x: number): number {
  const s = x * x;
  return (13680 - (462 - (132 - (99 - 140 / s) / s) / s) / s) / x / 166320;
}

/** How many trials it takes until one succeeds, each with probability `p`. */
export function geometric(bits: Pcg64, p: number): number {
  if (p < 1 / 3) return Math.ceil(-standardExponential(bits) / Math.log1p(-p));
  let count = 1;
  let chance = p;
  let sum = p;
  for (const u = bits.nextDouble(); u > sum; count++) {
    chance *= 1 - p;
    sum += chance;
  }
  return count;
}
