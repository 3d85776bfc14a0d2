/**
 * Running sums and products.
 *
 * Without an axis they run over the elements in C order. Dtypes are those of `sum` and `prod`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
 */
import { scalarScratch, toArray } from "../array/convert.ts";
import { reshaped } from "../array/copy.ts";
import { emptyLike, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DTypeLike, dtype as asDType } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { FlatScan } from "../kernels/flat.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { add, multiply } from "../ufunc/arithmetic.ts";
import { lineUp } from "../ufunc/call.ts";
import {
  accumulateInto,
  accumulateUfunc,
  checkRunningOut,
  outputDType,
  reductionLoop,
  sumDType,
} from "../ufunc/reduce.ts";
import { resultLayout } from "../ufunc/result.ts";
import type { UfuncRow } from "../ufunc/row.ts";
import { rowOf } from "../ufunc/ufunc.ts";
import { joinedLayout } from "./joining.ts";

export interface CumulativeOptions {
  /** The axis to run along; over all elements in C order unless told. */
  readonly axis?: number | null | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly out?: NDArray | null | undefined;
}

export interface CumulativeInitialOptions extends CumulativeOptions {
  /** Begin with the sum (product) of nothing, so that the axis grows by 1. */
  readonly include_initial?: boolean | undefined;
}

const KEYS = ["axis", "dtype", "out"] as const;
const INITIAL_KEYS = ["axis", "dtype", "out", "include_initial"] as const;

/**
 * The running sum along `axis`, or over all elements in one axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
 * @throws {AxisError} when the axis lies outside
 * @example cumsum([1, 2, 3]).tolist() // [1, 3, 6]
 */
export function cumsum(x: unknown, options?: CumulativeOptions): NDArray {
  return cumulate(add, toArray(x, undefined, scratchArray), readOptions("cumsum", options, KEYS));
}

/**
 * The running product along `axis`, or over all elements in one axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cumprod.html
 * @throws {AxisError} when the axis lies outside
 * @example cumprod([1, 2, 3]).tolist() // [1, 2, 6]
 */
export function cumprod(x: unknown, options?: CumulativeOptions): NDArray {
  return cumulate(
    multiply,
    toArray(x, undefined, scratchArray),
    readOptions("cumprod", options, KEYS),
  );
}

/** A running fold by `ufunc`; `nan-functions` call it too. */
export function cumulate(
  ufunc: object,
  a: NDArray,
  { axis, ...rest }: Partial<CumulativeOptions>,
): NDArray {
  const quick =
    rest.dtype === undefined && rest.out === undefined ? scanFlat(rowOf(ufunc), a, axis) : null;
  if (quick !== null) return quick;
  if (axis === undefined || axis === null || a.ndim === 0) {
    if (axis !== undefined && axis !== null) normalizeAxis(axis, 1);
    return accumulateUfunc(
      rowOf(ufunc),
      uncounted(() => reshaped(a, [a.size], "C", null)),
      { ...rest, axis: 0 },
    );
  }
  return accumulateUfunc(rowOf(ufunc), a, { ...rest, axis });
}

const scans = new WeakMap<UfuncRow, FlatScan[]>();

/** The short way for one contiguous axis whose dtype stays, or null. */
function scanFlat(row: UfuncRow, a: NDArray, axis: number | null | undefined): NDArray | null {
  if (a.ndim !== 1 || !a.layout.isC || a.size === 0 || sumDType(a.dtype) !== a.dtype) return null;
  if (axis !== undefined && axis !== null && axis !== 0 && axis !== -1) return null;
  let known = scans.get(row);
  if (known === undefined) scans.set(row, (known = []));
  const scan = (known[a.dtype.num] ??= new FlatScan(row.name, a.dtype.char));
  const result = emptyLike(a.layout, a.dtype);
  if (!scan.run(a, result, a.size))
    accumulateInto(row, reductionLoop(row, a.dtype, null), a, result, 0);
  noteTraffic(a.size, a.size);
  return result;
}

/**
 * The running sum along `axis`, which only arrays of more than one dimension must name.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cumulative_sum.html
 * @throws {ValueError} when the axis is needed and not given
 * @example cumulative_sum([1, 2, 3], { include_initial: true }).tolist() // [0, 1, 3, 6]
 */
export function cumulative_sum(x: unknown, options?: CumulativeInitialOptions): NDArray {
  return cumulative("cumulative_sum", add, x, options);
}

/**
 * The running product along `axis`, which only arrays of more than one dimension must name.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cumulative_prod.html
 * @throws {ValueError} when the axis is needed and not given
 * @example cumulative_prod([1, 2, 3], { include_initial: true }).tolist() // [1, 1, 2, 6]
 */
export function cumulative_prod(x: unknown, options?: CumulativeInitialOptions): NDArray {
  return cumulative("cumulative_prod", multiply, x, options);
}

function cumulative(
  name: string,
  ufunc: object,
  x: unknown,
  given: CumulativeInitialOptions | undefined,
): NDArray {
  const { include_initial, ...options } = readOptions<CumulativeInitialOptions>(
    name,
    given,
    INITIAL_KEYS,
  );
  const known = toArray(x, undefined, scratchArray);
  const a = known.ndim === 0 ? reshaped(known, [1], "C", null) : known;
  if (a.ndim > 1 && (options.axis === undefined || options.axis === null)) {
    throw new ValueError(
      "For arrays which have more than one dimension ``axis`` argument is required.",
    );
  }
  const axis = normalizeAxis(options.axis ?? 0, a.ndim);
  if (include_initial !== true) return cumulate(ufunc, a, { ...options, axis });
  return withInitial(ufunc, a, axis, options);
}

/** The running fold behind the identity, in one array a place longer. */
function withInitial(
  ufunc: object,
  a: NDArray,
  axis: number,
  options: Partial<CumulativeOptions>,
): NDArray {
  const row = rowOf(ufunc);
  const wanted =
    options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = reductionLoop(row, a.dtype, wanted ?? outputDType(a.dtype, options.out));
  const shape = a.shape.with(axis, a.shape[axis]! + 1);
  const dtype = loop.outputs[0]!;
  const running = resultLayout([a], a.shape, "K")(dtype);
  const result = options.out ?? emptyLike(joinedLayout([running], shape, dtype), dtype);
  checkRunningOut(row, result, shape);
  const first = viewStrided(result, shape.with(axis, 1), result.strides);
  copyElements(lineUp(scalarScratch(row.identity, result.dtype), first.shape), first, first.shape);
  accumulateInto(
    row,
    loop,
    a,
    viewStrided(result, a.shape, result.strides, result.strides[axis]!),
    axis,
  );
  noteTraffic(a.size, result.size);
  return result;
}
