/**
 * The generator's methods that are rows of a table: one number at a time, from a distribution.
 *
 * Declares their types, and attaches them; the rows lie in `distributions.ts`.
 */
import type { ArrayLike } from "../../array/convert.ts";
import type { PCG64 } from "./bit_generator.ts";
import { COUNTS, FLOATS } from "./distributions.ts";
import { drawCounts, drawFloats } from "./draw.ts";
import type { CountResult, DrawOptions, Result } from "./options.ts";

/** What a generator draws one by one. Source: numpy.random.Generator */
export abstract class Draws {
  abstract readonly bit_generator: PCG64;

  // The distributions that are rows of a table, attached below. Parameters may be arrays, which broadcast; required ones
  // come first, in NumPy's order. Source: https://numpy.org/doc/stable/reference/random/generator.html#distributions

  /** Mean `loc`, standard deviation `scale`. @throws {ValueError} when `scale` is negative */
  declare readonly normal: <O extends DrawOptions<"loc" | "scale">>(options?: O) => Result<O>;
  /** The exponential of a normal number. @throws {ValueError} when `sigma` is negative */
  declare readonly lognormal: <O extends DrawOptions<"mean" | "sigma">>(options?: O) => Result<O>;
  /** Mean `scale`. @throws {ValueError} when `scale` is negative */
  declare readonly exponential: <O extends DrawOptions<"scale">>(options?: O) => Result<O>;
  /** Gamma of scale 1. @throws {ValueError} when `shape` is negative */
  declare readonly standard_gamma: <O extends DrawOptions<never>>(
    shape: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Gamma. @throws {ValueError} when `shape` or `scale` is negative */
  declare readonly gamma: <O extends DrawOptions<"scale">>(
    shape: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Beta, in [0, 1]. @throws {ValueError} when `a` or `b` is not positive */
  declare readonly beta: <O extends DrawOptions<never>>(
    a: ArrayLike,
    b: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Sums of `df` squared normal numbers. @throws {ValueError} when `df` is not positive */
  declare readonly chisquare: <O extends DrawOptions<never>>(
    df: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** The ratio of two chi-squares. @throws {ValueError} when a parameter is not positive */
  declare readonly f: <O extends DrawOptions<never>>(
    dfnum: ArrayLike,
    dfden: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Student's t. @throws {ValueError} when `df` is not positive */
  declare readonly standard_t: <O extends DrawOptions<never>>(
    df: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** The ratio of two normal numbers. */
  declare readonly standard_cauchy: <O extends DrawOptions<never>>(options?: O) => Result<O>;
  /** Pareto II, from 0 on. @throws {ValueError} when `a` is not positive */
  declare readonly pareto: <O extends DrawOptions<never>>(a: ArrayLike, options?: O) => Result<O>;
  /** Weibull of scale 1. @throws {ValueError} when `a` is negative */
  declare readonly weibull: <O extends DrawOptions<never>>(a: ArrayLike, options?: O) => Result<O>;
  /** Density `a * x^(a - 1)` in [0, 1]. @throws {ValueError} when `a` is not positive */
  declare readonly power: <O extends DrawOptions<never>>(a: ArrayLike, options?: O) => Result<O>;
  /** Double exponential. @throws {ValueError} when `scale` is negative */
  declare readonly laplace: <O extends DrawOptions<"loc" | "scale">>(options?: O) => Result<O>;
  /** Extreme values. @throws {ValueError} when `scale` is negative */
  declare readonly gumbel: <O extends DrawOptions<"loc" | "scale">>(options?: O) => Result<O>;
  /** Logistic. @throws {ValueError} when `scale` is negative */
  declare readonly logistic: <O extends DrawOptions<"loc" | "scale">>(options?: O) => Result<O>;
  /** Inverse Gaussian. @throws {ValueError} when `mean` or `scale` is not positive */
  declare readonly wald: <O extends DrawOptions<never>>(
    mean: ArrayLike,
    scale: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Lengths of 2-d normal vectors. @throws {ValueError} when `scale` is negative */
  declare readonly rayleigh: <O extends DrawOptions<"scale">>(options?: O) => Result<O>;
  /** An angle around `mu`, the nearer the larger `kappa`. @throws {ValueError} when `kappa` is negative */
  declare readonly vonmises: <O extends DrawOptions<never>>(
    mu: ArrayLike,
    kappa: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** Chi-square of numbers not around 0. @throws {ValueError} when `df` is not positive or `nonc` negative */
  declare readonly noncentral_chisquare: <O extends DrawOptions<never>>(
    df: ArrayLike,
    nonc: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** The ratio of a noncentral chi-square to a central one. @throws {ValueError} when a parameter is out of bounds */
  declare readonly noncentral_f: <O extends DrawOptions<never>>(
    dfnum: ArrayLike,
    dfden: ArrayLike,
    nonc: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** A triangle with its top at `mode`. @throws {ValueError} when the three are out of order */
  declare readonly triangular: <O extends DrawOptions<never>>(
    left: ArrayLike,
    mode: ArrayLike,
    right: ArrayLike,
    options?: O,
  ) => Result<O>;
  /** How many events happen where `lam` are expected; int64. @throws {ValueError} when `lam` is negative or too large */
  declare readonly poisson: <O extends DrawOptions<"lam">>(options?: O) => CountResult<O>;
  /** How many of `n` trials succeed; int64. @throws {ValueError} when `n` is negative or `p` no probability */
  declare readonly binomial: <O extends DrawOptions<never>>(
    n: ArrayLike,
    p: ArrayLike,
    options?: O,
  ) => CountResult<O>;
  /** How many trials it takes until one succeeds; int64. @throws {ValueError} when `p` is no probability, or 0 */
  declare readonly geometric: <O extends DrawOptions<never>>(
    p: ArrayLike,
    options?: O,
  ) => CountResult<O>;
  /** k with probability proportional to k^-a; int64. @throws {ValueError} when `a` is not above 1 */
  declare readonly zipf: <O extends DrawOptions<never>>(
    a: ArrayLike,
    options?: O,
  ) => CountResult<O>;
  /** k with probability proportional to p^k / k; int64. @throws {ValueError} when `p` is no probability, or 1 */
  declare readonly logseries: <O extends DrawOptions<never>>(
    p: ArrayLike,
    options?: O,
  ) => CountResult<O>;
  /** How many of a sample of `nsample` are good; int64. @throws {ValueError} when there are fewer than `nsample` */
  declare readonly hypergeometric: <O extends DrawOptions<never>>(
    ngood: ArrayLike,
    nbad: ArrayLike,
    nsample: ArrayLike,
    options?: O,
  ) => CountResult<O>;
  /** How many fail before `n` succeed; int64. @throws {ValueError} when `n` is not positive or `p` no probability */
  declare readonly negative_binomial: <O extends DrawOptions<never>>(
    n: ArrayLike,
    p: ArrayLike,
    options?: O,
  ) => CountResult<O>;
}

for (const [rows, draw] of [
  [FLOATS, drawFloats],
  [COUNTS, drawCounts],
] as const) {
  for (const [name, row] of Object.entries(rows)) {
    const method = function (this: Draws, ...args: readonly unknown[]): unknown {
      return draw(this.bit_generator.bits, args, row, row.kernel, row.derived);
    };
    Object.defineProperty(Draws.prototype, name, {
      value: method,
      writable: true,
      configurable: true,
    });
  }
}
