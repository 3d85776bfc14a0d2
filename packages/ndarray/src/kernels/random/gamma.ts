/**
 * Gamma-distributed numbers, and those made of them.
 *
 * Rules: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000; Johnk 1964 for beta
 */
import { exp, log } from "./nearest.ts";
import type { Pcg64 } from "./pcg64.ts";
import { standardExponential, standardNormal } from "./ziggurat.ts";

/** A number from the gamma distribution of that shape and scale 1. */
export function standardGamma(bits: Pcg64, shape: number): number {
  if (shape === 1) return standardExponential(bits);
  if (shape === 0) return 0;
  return shape < 1 ? smallGamma(bits, shape) : largeGamma(bits, shape);
}

function smallGamma(bits: Pcg64, shape: number): number {
  for (;;) {
    const u = bits.nextDouble();
    const v = standardExponential(bits);
    if (u <= 1 - shape) {
      const x = u ** (1 / shape);
      if (x <= v) return x;
    } else {
      const y = -log((1 - u) / shape);
      const x = (1 - shape + shape * y) ** (1 / shape);
      if (x <= v + y) return x;
    }
  }
}

function largeGamma(bits: Pcg64, shape: number): number {
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    let x = 0;
    let v = 0;
    do {
      x = standardNormal(bits);
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = bits.nextDouble();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
  }
}

/** A number from the beta distribution. */
export function beta(bits: Pcg64, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const x = standardGamma(bits, a);
    return x / (x + standardGamma(bits, b));
  }
  for (;;) {
    const u = bits.nextDouble();
    const v = bits.nextDouble();
    const x = u ** (1 / a);
    const y = v ** (1 / b);
    const sum = x + y;
    if (sum <= 1 && u + v > 0) {
      if (sum > 0 && x > 0 && y > 0) return x / sum;
      const logX = log(u) / a;
      const logY = log(v) / b;
      const top = Math.max(logX, logY);
      return exp(logX - top - log(exp(logX - top) + exp(logY - top)));
    }
  }
}

/** A number from the chi-square distribution. */
export function chiSquare(bits: Pcg64, df: number): number {
  return 2 * standardGamma(bits, df / 2);
}

/** A number from Student's t distribution. */
export function standardT(bits: Pcg64, df: number): number {
  const x = standardNormal(bits);
  return (Math.sqrt(df / 2) * x) / Math.sqrt(standardGamma(bits, df / 2));
}
