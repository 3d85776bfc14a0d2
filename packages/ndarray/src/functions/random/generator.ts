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
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import type { ShapeLike } from "../creation.ts";
import { anything, type Demands, named } from "./arguments.ts";
import { PCG64 } from "./bit_generator.ts";
import { drawChoice } from "./choice.ts";
import { drawFloats, drawStandard, type Derived, type StandardKernels } from "./draw.ts";
import { Draws } from "./draws.ts";
import type {
  ChoiceOptions,
  DrawOptions,
  IntegersOptions,
  Result,
  StandardOptions,
} from "./options.ts";
import { permutation, permuted, shuffle } from "./order.ts";
import { drawDirichlet, drawKinds, drawMultinomial, drawNormals } from "./several.ts";
import type { SeedSequence, SeedLike } from "./seed_sequence.ts";
import { drawBytes, drawIntegers } from "./whole_numbers.ts";

const RANDOM: StandardKernels = {
  name: "random",
  fill: "random",
  double: (b) => b.nextDouble(),
  float: (b) => b.nextFloat(),
};
const NORMAL: StandardKernels = {
  name: "standard_normal",
  fill: "standard_normal",
  double: standardNormal,
  float: standardNormalFloat,
};
const EXPONENTIAL: StandardKernels = {
  name: "standard_exponential",
  fill: "standard_exponential",
  double: standardExponential,
  float: standardExponentialFloat,
};
const INVERSE: StandardKernels = {
  name: "standard_exponential",
  double: (b) => -Math.log1p(-b.nextDouble()),
  float: (b) => Math.fround(-Math.log1p(-b.nextFloat())),
};
const BOUNDS: Demands = {
  parameters: [
    ["low", 0, anything],
    ["high", 1, anything],
  ],
  rules: [["high - low < 0", (low, high) => high - low < 0 && Number.isFinite(high - low)]],
};

const UNIFORM: Derived = {
  of: "random",
  linear: (low, high) => [low, checkedWidth(low, high)],
};

function drawUniform(bits: Pcg64, low: number, high: number): number {
  return low + checkedWidth(low, high) * bits.nextDouble();
}

function checkedWidth(low: number, high: number): number {
  const range = high - low;
  if (!Number.isFinite(range)) throw new OverflowError("high - low range exceeds valid bounds");
  if (range < 0) throw new ValueError("high - low < 0");
  return range;
}

/** Draws from distributions, with NumPy's stream bit for bit. Source: numpy.random.Generator */
export class Generator extends Draws {
  override readonly bit_generator: PCG64;

  constructor(bit_generator: PCG64) {
    super();
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
    const kernels = (given["method"] ?? "zig") === "zig" ? EXPONENTIAL : INVERSE;
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
    return drawFloats(this.bit_generator.bits, args, BOUNDS, drawUniform, UNIFORM);
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
   * Shares that add up to 1, in the last axis.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.dirichlet.html
   * @throws {ValueError} when one of `alpha` is negative
   * @example default_rng(42).dirichlet([1, 1]).shape // [2]
   */
  dirichlet(alpha: ArrayLike, options?: { readonly size?: ShapeLike | null }): NDArray {
    return drawDirichlet(this.bit_generator.bits, named(["alpha", "size"], [alpha, options]));
  }

  /**
   * How often each kind comes in `n` draws, where `pvals` are the kinds' probabilities; int64, in the last axis.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.multinomial.html
   * @throws {ValueError} when `n` is negative, or `pvals` are no probabilities
   * @example default_rng(42).multinomial(6, [0.5, 0.5]).sum() // 6n
   */
  multinomial(
    n: ArrayLike,
    pvals: ArrayLike,
    options?: { readonly size?: ShapeLike | null },
  ): NDArray {
    return drawMultinomial(
      this.bit_generator.bits,
      named(["n", "pvals", "size"], [n, pvals, options]),
    );
  }

  /**
   * How many of each colour a sample without replacement holds, of `colors[j]` each; int64, in the last axis.
   *
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.multivariate_hypergeometric.html
   * @throws {ValueError} when there are fewer than `nsample`, or a number is negative or not whole
   * @example default_rng(42).multivariate_hypergeometric([3, 2], 5).tolist() // [3n, 2n]
   */
  multivariate_hypergeometric(
    colors: ArrayLike,
    nsample: number,
    options?: { readonly size?: ShapeLike | null; readonly method?: "marginals" | "count" },
  ): NDArray {
    return drawKinds(
      this.bit_generator.bits,
      named(["colors", "nsample", "size", "method"], [colors, nsample, options]),
    );
  }

  /**
   * Normal numbers with these means and covariances, in the last axis.
   *
   * With `method: "cholesky"` they are NumPy's; with "svd" (unless told) and "eigh" vectors of another sign may turn them.
   * Source: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.multivariate_normal.html
   * @throws {ValueError} when the shapes do not fit, or with `check_valid: "raise"` the covariance is none
   * @throws {LinAlgError} when it has no Cholesky factor and that is asked for
   * @example default_rng(42).multivariate_normal([0, 0], [[1, 0], [0, 1]], { size: 3 }).shape // [3, 2]
   */
  multivariate_normal(
    mean: ArrayLike,
    cov: ArrayLike,
    options?: {
      readonly size?: ShapeLike | null;
      readonly check_valid?: "warn" | "raise" | "ignore";
      readonly tol?: number;
      readonly method?: "svd" | "eigh" | "cholesky";
    },
  ): NDArray {
    return drawNormals(
      this.bit_generator.bits,
      named(["mean", "cov", "size", "check_valid", "tol", "method"], [mean, cov, options]),
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
    return drawBytes(this.bit_generator.bits, length);
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
