/**
 * Reductions, running folds and rounding as methods.
 *
 * An axis may come by itself or in the options: `a.sum(0)` and `a.sum({ axis: 0 })` are one.
 * Source: https://numpy.org/doc/stable/reference/arrays.ndarray.html#calculation
 */
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName, Scalar, ScalarOf } from "../dtype/dtype.ts";
import type { ArrayAsked, MeanOf, RealOf, SumOf, Whole } from "../dtype/result.ts";
import { type CumulativeOptions, cumprod, cumsum } from "../functions/cumulative.ts";
import { type ArgumentOptions, argmax, argmin } from "../functions/extremes.ts";
import type { FoldOptions, OutOptions, SumOptions } from "../functions/fold.ts";
import { type MeanOptions, type VarOptions, mean, std, var_ } from "../functions/moments.ts";
import { all, any, max, min, prod, ptp, sum } from "../functions/reductions.ts";
import { type ClipOptions, type RoundOptions, clip, round } from "../functions/rounding.ts";
import { isOptions } from "../options.ts";
import { attach } from "./attach.ts";

type AxisValue = number | readonly number[];

/** A reducing method: a scalar over all axes, an array along some. */
interface Reduce<Options, Whole_ extends Scalar> {
  (options?: Options & Whole): Whole_;
  (axis: null, options?: Options & Whole): Whole_;
  (axis: AxisValue, options?: Options): NDArray;
  (options: Options & ArrayAsked): NDArray;
}

type Truth = Omit<FoldOptions, "initial">;

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** The sum; see `np.sum`. */
    readonly sum: Reduce<SumOptions, ScalarOf<SumOf<N>>>;
    /** The product; see `np.prod`. */
    readonly prod: Reduce<SumOptions, ScalarOf<SumOf<N>>>;
    /** The largest element; see `np.max`. */
    readonly max: Reduce<FoldOptions, ScalarOf<N>>;
    /** The smallest element; see `np.min`. */
    readonly min: Reduce<FoldOptions, ScalarOf<N>>;
    /** Whether any element is true; see `np.any`. */
    readonly any: Reduce<Truth, boolean>;
    /** Whether all elements are true; see `np.all`. */
    readonly all: Reduce<Truth, boolean>;
    /** The largest minus the smallest element; see `np.ptp`. */
    readonly ptp: Reduce<OutOptions, ScalarOf<N>>;
    /** The mean; see `np.mean`. */
    readonly mean: Reduce<MeanOptions, ScalarOf<MeanOf<N>>>;
    /** The variance; see `np.var`. */
    readonly var: Reduce<VarOptions, ScalarOf<RealOf<MeanOf<N>>>>;
    /** The standard deviation; see `np.std`. */
    readonly std: Reduce<VarOptions, ScalarOf<RealOf<MeanOf<N>>>>;
    /** Where the largest element is; see `np.argmax`. */
    readonly argmax: Reduce<ArgumentOptions, number>;
    /** Where the smallest element is; see `np.argmin`. */
    readonly argmin: Reduce<ArgumentOptions, number>;
    /** The running sum; see `np.cumsum`. */
    cumsum(axis?: number | null | CumulativeOptions, options?: CumulativeOptions): NDArray;
    /** The running product; see `np.cumprod`. */
    cumprod(axis?: number | null | CumulativeOptions, options?: CumulativeOptions): NDArray;
    /** The elements rounded to `decimals`; see `np.round`. */
    round(decimals?: number | RoundOptions, options?: RoundOptions): NDArray;
    /** The elements kept between limits; see `np.clip`. */
    clip(min?: unknown, max?: unknown, options?: ClipOptions): NDArray;
  }
}

/** The function as a method whose first argument may be the axis. */
function byAxis(
  fn: (x: NDArray, options?: object) => unknown,
): (this: NDArray, axis?: unknown, options?: object) => unknown {
  return function (this: NDArray, axis?: unknown, options?: object): unknown {
    if (axis === undefined) return fn(this, options);
    return isOptions(axis) ? fn(this, axis) : fn(this, { ...options, axis });
  };
}

const REDUCTIONS = {
  sum,
  prod,
  max,
  min,
  any,
  all,
  ptp,
  mean,
  var: var_,
  std,
  argmax,
  argmin,
  cumsum,
  cumprod,
};

const methods: Record<string, unknown> = {
  round(this: NDArray, decimals?: number | RoundOptions, options?: RoundOptions): NDArray {
    return round(this, decimals, options);
  },
  clip(this: NDArray, low?: unknown, high?: unknown, options?: ClipOptions): NDArray {
    return clip(this, low, high, options);
  },
};
for (const [name, fn] of Object.entries(REDUCTIONS)) {
  methods[name] = byAxis(fn as (x: NDArray, options?: object) => unknown); // each checks its own options
}
attach(NDArray, methods);
