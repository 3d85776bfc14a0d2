/**
 * The generator: NumPy's stream of random numbers, bit for bit.
 *
 * Ties a source of bits to the distributions; what each of them does lies in the files beside this one.
 * Optional parameters go into one object: `rng.normal({ loc: 1, size: [2, 3] })`. Without `size` a scalar comes back.
 * Source: https://numpy.org/doc/stable/reference/random/generator.html
 */
import type { ArrayLike } from "../../array/convert.ts";
import type { NDArray } from "../../array/ndarray.ts";
import type { Scalar } from "../../dtype/dtype.ts";
import { OverflowError, ValueError } from "../../errors.ts";
import {
  standardExponential,
  standardExponentialFloat,
  standardNormal,
  standardNormalFloat,
} from "../../kernels/random/ziggurat.ts";
import type { ShapeLike } from "../creation.ts";
import { anything, named, type Parameter } from "./arguments.ts";
import { PCG64 } from "./bit_generator.ts";
import { drawChoice } from "./choice.ts";
import { COUNTS, FLOATS } from "./distributions.ts";
import { drawCounts, drawFloats, drawStandard, type StandardKernels } from "./draw.ts";
import type {
  ChoiceOptions,
  CountResult,
  DrawOptions,
  IntegersOptions,
  Result,
  StandardOptions,
} from "./options.ts";
import { permutation, permuted, shuffle } from "./order.ts";
import type { SeedSequence, SeedLike } from "./seed_sequence.ts";
import { drawIntegers } from "./whole_numbers.ts";

const RANDOM: StandardKernels = {
  name: "random",
  double: (b) => b.nextDouble(),
  float: (b) => b.nextFloat(),
};
const NORMAL: StandardKernels = {
  name: "standard_normal",
  double: standardNormal,
  float: standardNormalFloat,
};
const EXPONENTIAL: StandardKernels = {
  name: "standard_exponential",
  double: standardExponential,
  float: standardExponentialFloat,
};
const INVERSE: StandardKernels = {
  name: "standard_exponential",
  double: (b) => -Math.log1p(-b.nextDouble()),
  float: (b) => Math.fround(-Math.log1p(-b.nextFloat())),
};
const BOUNDS: readonly Parameter[] = [
  ["low", 0, anything],
  ["high", 1, anything],
];

/** Draws from distributions, with NumPy's stream bit for bit. Source: numpy.random.Generator */
export class Generator {
  readonly bit_generator: PCG64;

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
  /** How many fail before `n` succeed; int64. @throws {ValueError} when `n` is not positive or `p` no probability */
  declare readonly negative_binomial: <O extends DrawOptions<never>>(
    n: ArrayLike,
    p: ArrayLike,
    options?: O,
  ) => CountResult<O>;

  constructor(bit_generator: PCG64) {
    this.bit_generator = bit_generator;
  }

  /**
   * Floats in [0, 1).
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.random.html
   * @throws {TypeError} when `dtype` is neither float64 nor float32
   * @example default_rng(42).random({ size: 2 }) // [0.77395605, 0.43887844]
   */
  random<O extends StandardOptions>(options?: ShapeLike | O): Result<O> {
    return drawStandard(
      this.bit_generator.bits,
      named(["size", "dtype", "out"], [options]),
      RANDOM,
    ) as Result<O>; // size decides
  }

  /**
   * Floats from the normal distribution of mean 0 and variance 1.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.standard_normal.html
   * @throws {TypeError} when `dtype` is neither float64 nor float32
   * @example default_rng(42).standard_normal({ size: 2 }) // [0.30471708, -1.03998411]
   */
  standard_normal<O extends StandardOptions>(options?: ShapeLike | O): Result<O> {
    return drawStandard(
      this.bit_generator.bits,
      named(["size", "dtype", "out"], [options]),
      NORMAL,
    ) as Result<O>; // size decides
  }

  /**
   * Floats from the exponential distribution of mean 1; `method` is "zig" (NumPy's default) or "inv".
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.standard_exponential.html
   * @throws {TypeError} when `dtype` is neither float64 nor float32
   * @example default_rng(42).standard_exponential({ size: 2 }) // [2.4042086, 2.33618966]
   */
  standard_exponential<O extends StandardOptions & { readonly method?: "zig" | "inv" }>(
    options?: ShapeLike | O,
  ): Result<O> {
    const given = named(["size", "dtype", "method", "out"], [options]);
    const kernels = given["method"] === "inv" ? INVERSE : EXPONENTIAL;
    return drawStandard(this.bit_generator.bits, given, kernels) as Result<O>; // size decides
  }

  /**
   * Floats in [low, high), 0 and 1 unless told; both may be arrays.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.uniform.html
   * @throws {OverflowError} when `high - low` is not finite
   * @throws {ValueError} when `high` lies below `low`
   * @example default_rng(42).uniform({ low: 1, high: 3, size: 2 }) // [2.54791209, 1.87775688]
   */
  uniform<O extends DrawOptions<"low" | "high">>(options?: O): Result<O>;
  uniform(...args: readonly unknown[]): unknown {
    return drawFloats(this.bit_generator.bits, args, BOUNDS, (bits, low, high) => {
      const range = high - low;
      if (!Number.isFinite(range)) throw new OverflowError("high - low range exceeds valid bounds");
      if (range < 0) throw new ValueError("high - low < 0");
      return low + range * bits.nextDouble();
    });
  }

  /**
   * Whole numbers in [low, high), or in [0, low) without `high`; bounds may be arrays.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.integers.html
   * @throws {ValueError} when a bound does not fit the dtype, or nothing lies between them
   * @throws {TypeError} when `dtype` is no integer
   * @example default_rng(42).integers(0, 10, { size: 4 }) // [0, 7, 6, 4]
   */
  integers(
    low: ArrayLike,
    high: ArrayLike | null | undefined,
    options: IntegersOptions & { readonly size: ShapeLike },
  ): NDArray;
  integers(
    low: ArrayLike,
    high?: ArrayLike | null | IntegersOptions,
    options?: IntegersOptions,
  ): Scalar | NDArray;
  integers(...args: readonly unknown[]): Scalar | NDArray {
    const given = args.at(-1) === undefined ? args.slice(0, -1) : args;
    return drawIntegers(
      this.bit_generator.bits,
      named(["low", "high", "size", "dtype", "endpoint"], given),
    );
  }

  /**
   * Entries of `a`, or of the integers below `a`: one without `size`, else an array of that size.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.choice.html
   * @throws {ValueError} when nothing can be drawn, `p` is no probability, or `replace` is false and `a` too short
   * @example default_rng(42).choice([10, 20, 30], { size: 3, replace: false }) // [30, 10, 20]
   */
  choice(a: ArrayLike, options: ChoiceOptions & { readonly size: ShapeLike }): NDArray;
  choice(a: ArrayLike, options?: ChoiceOptions): Scalar | NDArray;
  choice(...args: readonly unknown[]): Scalar | NDArray {
    return drawChoice(
      this.bit_generator.bits,
      named(["a", "size", "replace", "p", "axis", "shuffle"], args),
    );
  }

  /**
   * Puts the entries of `x` along an axis (the first unless told) in random order, in place.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.shuffle.html
   * @throws {AxisError} when there is no such axis
   * @example default_rng(42).shuffle(a) // arange(5) becomes [4, 2, 3, 1, 0]
   */
  shuffle(x: NDArray | unknown[], options: { readonly axis?: number } = {}): void {
    shuffle(this.bit_generator.bits, x, options.axis ?? 0);
  }

  /**
   * A copy of `x` with its entries along an axis in random order; of a number, the integers below it (int64).
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.permutation.html
   * @throws {AxisError} when there is no such axis
   * @example default_rng(42).permutation(5) // [4, 2, 3, 1, 0]
   */
  permutation(x: ArrayLike, options: { readonly axis?: number } = {}): NDArray {
    return permutation(this.bit_generator.bits, x, options.axis ?? 0);
  }

  /**
   * A copy of `x` with the elements of each line along `axis` in random orders of their own; all elements without it.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.permuted.html
   * @throws {AxisError} when there is no such axis
   * @example default_rng(42).permuted([[1, 2], [3, 4]], { axis: 1 }) // [[2, 1], [3, 4]]
   */
  permuted(
    x: ArrayLike,
    options: { readonly axis?: number | null; readonly out?: NDArray | null } = {},
  ): NDArray {
    return permuted(this.bit_generator.bits, x, options.axis ?? null, options.out ?? null);
  }

  /**
   * `length` random bytes.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.bytes.html
   * @example default_rng(42).bytes(3).length // 3
   */
  bytes(length: number): Uint8Array {
    const count = Math.trunc((length - 1) / 4) + 1; // one word even for no bytes, as NumPy takes it from the stream
    const words = Uint32Array.from({ length: count }, () => this.bit_generator.bits.next32());
    return new Uint8Array(words.buffer, 0, length);
  }

  /**
   * `n_children` generators whose streams do not touch this one's, nor each other's.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.spawn.html
   * @example const [left, right] = default_rng(42).spawn(2);
   */
  spawn(n_children: number): Generator[] {
    return this.bit_generator.spawn(n_children).map((bits) => new Generator(bits));
  }
}

for (const [rows, draw] of [
  [FLOATS, drawFloats],
  [COUNTS, drawCounts],
] as const) {
  for (const [name, { parameters, kernel }] of Object.entries(rows)) {
    const method = function (this: Generator, ...args: readonly unknown[]): unknown {
      return draw(this.bit_generator.bits, args, parameters, kernel);
    };
    Object.defineProperty(Generator.prototype, name, {
      value: method,
      writable: true,
      configurable: true,
    });
  }
}

/**
 * A generator with NumPy's stream for `seed`: a whole number of any size, a list of them, or nothing for a fresh one.
 *
 * A `SeedSequence` or `PCG64` is used as it is; a `Generator` is given back.
 *
 * Source: https://numpy.org/doc/stable/reference/random/generator.html#numpy.random.default_rng
 * @throws {ValueError} when `seed` is negative
 * @throws {TypeError} when it is no whole number
 * @example default_rng(42).random() // 0.7739560485559633
 */
export function default_rng(
  seed: SeedLike | SeedSequence | PCG64 | Generator | null = null,
): Generator {
  if (seed instanceof Generator) return seed;
  return new Generator(seed instanceof PCG64 ? seed : new PCG64(seed));
}
