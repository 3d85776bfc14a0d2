/**
 * The distributions as rows: parameters with their defaults and bounds, and the kernel that makes one number.
 *
 * Knows formulas; `draw.ts` knows arrays. The generator takes its methods from here.
 * Rules: https://numpy.org/doc/stable/reference/random/generator.html#distributions
 */
import { binomial, geometric, poisson } from "../../kernels/random/counting.ts";
import { beta, chiSquare, standardGamma, standardT } from "../../kernels/random/gamma.ts";
import { hypergeometric } from "../../kernels/random/hypergeometric.ts";
import { exp, log } from "../../kernels/random/nearest.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import {
  logSeries,
  noncentralChiSquare,
  noncentralF,
  triangular,
  vonMises,
  wald,
  zipf,
} from "../../kernels/random/rarer.ts";
import type { Standard } from "../../kernels/select-random.ts";
import { standardExponential, standardNormal } from "../../kernels/random/ziggurat.ts";
import {
  aboveOne,
  anything,
  type Demands,
  nonNegative,
  type Parameter,
  positive,
  positiveProbability,
  probability,
  properProbability,
  rate,
} from "./arguments.ts";
import type { Derived, Kernel } from "./draw.ts";

export interface Row extends Demands {
  readonly kernel: Kernel;
  /** The kernel's formula, where it takes one number of a standard distribution. */
  readonly derived?: Derived;
}

const loc: Parameter = ["loc", 0, anything];
const scale: Parameter = ["scale", 1, nonNegative];

/** One number of each standard distribution; where formulas want a uniform one, it is not zero. */
const STANDARD: Readonly<Record<Standard, (bits: Pcg64) => number>> = {
  random: nonZero,
  standard_normal: standardNormal,
  standard_exponential: standardExponential,
};

/** Distributions of floats. */
export const FLOATS: Readonly<Record<string, Row>> = {
  normal: {
    parameters: [loc, scale],
    kernel: (bits, m, s) => m + s * standardNormal(bits),
    derived: { of: "standard_normal", linear: (m, s) => [m, s] },
  },
  lognormal: {
    parameters: [
      ["mean", 0, anything],
      ["sigma", 1, nonNegative],
    ],
    ...made("standard_normal", (x, m, s) => exp(m + s * x)),
  },
  exponential: {
    parameters: [scale],
    kernel: (bits, s) => s * standardExponential(bits),
    derived: { of: "standard_exponential", linear: (s) => [0, s] },
  },
  standard_gamma: { parameters: [["shape", null, nonNegative]], kernel: standardGamma },
  gamma: {
    parameters: [["shape", null, nonNegative], scale],
    kernel: (bits, k, s) => s * standardGamma(bits, k),
  },
  beta: {
    parameters: [
      ["a", null, positive],
      ["b", null, positive],
    ],
    kernel: beta,
  },
  chisquare: { parameters: [["df", null, positive]], kernel: chiSquare },
  f: {
    parameters: [
      ["dfnum", null, positive],
      ["dfden", null, positive],
    ],
    kernel: (bits, n, d) => {
      const above = chiSquare(bits, n) * d;
      return above / (chiSquare(bits, d) * n);
    },
  },
  standard_t: { parameters: [["df", null, positive]], kernel: standardT },
  standard_cauchy: {
    parameters: [],
    kernel: (bits) => {
      const above = standardNormal(bits);
      return above / standardNormal(bits);
    },
  },
  pareto: {
    parameters: [["a", null, positive]],
    ...made("standard_exponential", (x, a) => Math.expm1(x / a)),
  },
  weibull: {
    parameters: [["a", null, nonNegative]],
    kernel: (bits, a) => (a === 0 ? 0 : standardExponential(bits) ** (1 / a)),
  },
  power: {
    parameters: [["a", null, positive]],
    ...made("standard_exponential", (x, a) => (-Math.expm1(-x)) ** (1 / a)),
  },
  laplace: {
    parameters: [loc, scale],
    ...made("random", (u, m, s) => (u >= 0.5 ? m - s * log(2 - u - u) : m + s * log(u + u))),
  },
  gumbel: {
    parameters: [loc, scale],
    ...made("random", (u, m, s) => m - s * log(-log(1 - u))),
  },
  logistic: {
    parameters: [loc, scale],
    ...made("random", (u, m, s) => m + s * log(u / (1 - u))),
  },
  vonmises: {
    parameters: [
      ["mu", null, anything],
      ["kappa", null, nonNegative],
    ],
    kernel: vonMises,
  },
  noncentral_chisquare: {
    parameters: [
      ["df", null, positive],
      ["nonc", null, nonNegative],
    ],
    kernel: noncentralChiSquare,
  },
  noncentral_f: {
    parameters: [
      ["dfnum", null, positive],
      ["dfden", null, positive],
      ["nonc", null, nonNegative],
    ],
    kernel: noncentralF,
  },
  triangular: {
    parameters: [
      ["left", null, anything],
      ["mode", null, anything],
      ["right", null, anything],
    ],
    rules: [
      ["left > mode", (left, mode) => left > mode],
      ["mode > right", (_left, mode, right) => mode > right],
      ["left == right", (left, _mode, right) => left === right],
    ],
    kernel: triangular,
  },
  wald: {
    parameters: [
      ["mean", null, positive],
      ["scale", null, positive],
    ],
    kernel: wald,
  },
  rayleigh: {
    parameters: [scale],
    ...made("standard_exponential", (x, s) => s * Math.sqrt(2 * x)),
  },
};

/** Distributions of counts. */
export const COUNTS: Readonly<Record<string, Row>> = {
  poisson: { parameters: [["lam", 1, rate]], kernel: poisson },
  binomial: {
    parameters: [
      ["p", null, probability],
      ["n", null, nonNegative],
    ],
    names: ["n", "p"],
    kernel: (bits, p, n) => binomial(bits, n, p),
  },
  hypergeometric: {
    parameters: [
      ["ngood", null, nonNegative],
      ["nbad", null, nonNegative],
      ["nsample", null, nonNegative],
    ],
    rules: [
      [
        "both ngood and nbad must be less than 1000000000",
        (good, bad) => good >= 1e9 || bad >= 1e9,
      ],
      ["ngood + nbad < nsample", (good, bad, sample) => good + bad < sample],
    ],
    kernel: (bits, good, bad, sample) =>
      hypergeometric(bits, Math.trunc(good), Math.trunc(bad), Math.trunc(sample)),
  },
  geometric: { parameters: [["p", null, positiveProbability]], kernel: geometric },
  zipf: { parameters: [["a", null, aboveOne]], kernel: zipf },
  logseries: { parameters: [["p", null, properProbability]], kernel: logSeries },
  negative_binomial: {
    parameters: [
      ["n", null, positive],
      ["p", null, positiveProbability],
    ],
    kernel: (bits, n, p) => poisson(bits, ((1 - p) / p) * standardGamma(bits, n)),
  },
};

/** What `map` makes of a number of a standard distribution. */
function made(
  of: Standard,
  map: (x: number, a: number, b: number) => number,
): Required<Pick<Row, "kernel" | "derived">> {
  const draw = STANDARD[of];
  return {
    kernel: (bits, a, b) => map(draw(bits), a, b),
    derived: { of, map, isNeverZero: of === "random" },
  };
}

/** A double in (0, 1): zero is drawn again. */
function nonZero(bits: Pcg64): number {
  for (;;) {
    const u = bits.nextDouble();
    if (u > 0) return u;
  }
}
