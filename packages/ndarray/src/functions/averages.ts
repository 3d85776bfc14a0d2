/**
 * Weighted averages, covariances and correlations.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.statistics.html#averages-and-variances
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { readElement } from "../array/element.ts";
import {
  type DType,
  type DTypeLike,
  type Scalar,
  dtype as asDType,
  float32,
  float64,
} from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import type { ArrayAsked, Whole } from "../dtype/result.ts";
import { ValueError, cannotCastUfunc } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { normalizeAxes } from "../layout/axis.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { add, divide } from "../ufunc/arithmetic.ts";
import { contract } from "./contract.ts";
import { commonDType, doubles, elements, padDims, permuted, reshaped } from "./dense.ts";
import { type AxisOptions, startFold } from "./fold.ts";
import { concat } from "./joining.ts";
import { validWeights } from "./weights.ts";

const NO_WEIGHT = "Weights sum to zero, can't be normalized";

export interface AverageOptions extends AxisOptions {
  /** How much each element counts: in the shape of `a`, or one for each place along the axis. */
  readonly weights?: unknown;
  /** Also the sum of the weights. */
  readonly returned?: boolean | undefined;
}

/**
 * The weighted mean along `axis` or of all: a JS scalar, or an array with an axis or `keepdims`.
 *
 * With `returned`, a list: the mean and the sum of the weights.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.average.html
 *
 * @throws {ValueError} when weights sum to zero or do not fit the axis
 * @throws {TypeError} when shapes differ and there is no axis
 * @example average([1, 2, 4], { weights: [2, 1, 1] }) // 2
 */
export function average(
  a: unknown,
  options: AverageOptions & { readonly returned: true },
): [NDArray | Scalar, NDArray | Scalar];
export function average(
  a: unknown,
  options?: AverageOptions & Whole & { readonly returned?: false | undefined },
): number;
export function average(
  a: unknown,
  options: AverageOptions & ArrayAsked & { readonly returned?: false | undefined },
): NDArray;
export function average(
  a: unknown,
  options?: AverageOptions,
): NDArray | Scalar | [NDArray | Scalar, NDArray | Scalar];
export function average(
  x: unknown,
  options: AverageOptions = {},
): NDArray | Scalar | [NDArray | Scalar, NDArray | Scalar] {
  readOptions("average", options, ["axis", "keepdims", "weights", "returned"]);
  const given = toArray(x);
  if (options.axis !== undefined && options.axis !== null)
    normalizeAxes(options.axis, given.ndim, "axis");
  const { a, axes, shape, isScalar } = startFold(given, options);
  const isWeighted = options.weights !== undefined && options.weights !== null;
  const weights = isWeighted ? validWeights(options.weights, a, options.axis) : null;
  const joint = weights === null ? a.dtype : promoteTypes(a.dtype, weights.dtype);
  const dtype: DType =
    a.dtype.kind === "f" || a.dtype.kind === "c" ? joint : promoteTypes(joint, float64);
  const wide = dtype.name === "float16" ? float32 : dtype;
  const result = isScalar ? scratchArray(shape, dtype) : emptyArray(shape, dtype);
  const scale =
    options.returned === true && !isScalar ? emptyArray(shape, dtype) : scratchArray(shape, dtype);
  const fold = { axis: axes, keepdims: options.keepdims === true, dtype: wide };
  if (weights === null && result.size === 0) throw new ValueError("division by zero");
  if (weights === null) {
    const count = axes.reduce((n, k) => n * a.shape[k]!, 1);
    fillWith(scale, count);
    add.reduce(a, { ...fold, out: result });
  } else {
    const product = weighted(a, weights, wide);
    add.reduce(weights, { ...fold, out: scale });
    if (hasZero(scale)) throw new ValueError(NO_WEIGHT);
    add.reduce(product, { ...fold, out: result });
    freeScratch(product);
  }
  divide(result, scale, { out: result });
  noteTraffic(a.size, result.size);
  const give = (array: NDArray): NDArray | Scalar => {
    if (!isScalar) return array;
    const value = readElement(array.memory, array.dtype, array.address);
    freeScratch(array);
    return value;
  };
  if (options.returned === true) return [give(result), give(scale)];
  freeScratch(scale);
  return give(result);
}

/** Writes a number into every element of fresh floats. */
function fillWith(a: NDArray, value: number): void {
  const data = elements(a) as Float64Array; // floats, alone or in pairs
  const { components } = a.dtype;
  for (let k = 0; k < data.length; k++) data[k] = k % components === 0 ? value : 0;
}

function weighted(a: NDArray, weights: NDArray, dtype: DType): NDArray {
  const [x, w] = [a, weights].map((z) => castCopy(z, dtype)) as [NDArray, NDArray]; // two are given
  const { char } = dtype;
  runElementwise("multiply", `${char}${char}->${char}`, [x, w, x], a.shape);
  freeScratch(w);
  return x;
}

function castCopy(a: NDArray, dtype: DType): NDArray {
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

function hasZero(a: NDArray): boolean {
  const data = elements(a) as Float64Array; // floats, alone or in pairs
  const { components } = a.dtype;
  for (let k = 0; k < a.size; k++)
    if (data[k * components] === 0 && (components === 1 || data[k * components + 1] === 0))
      return true;
  return false;
}

export interface CovOptions {
  /** More variables, in the same form. */
  readonly y?: unknown;
  /** Whether each row is a variable; true unless told. Else each column is. */
  readonly rowvar?: boolean | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  /** Divide by the number of observations, instead of one less. */
  readonly bias?: boolean | undefined;
  /** What to subtract from the number of observations, whatever `bias` says. */
  readonly ddof?: number | null | undefined;
  /** How often each observation was made. */
  readonly fweights?: unknown;
  /** How much each observation counts. */
  readonly aweights?: unknown;
}

/**
 * The covariances of variables, observed together: a matrix, or 0-d for one variable.
 *
 * float64, or complex128.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cov.html
 *
 * @throws {ValueError} when `m` has more than two axes, `ddof` is no whole number, or weights are negative
 * @throws {TypeError} when frequencies are no whole numbers
 * @example cov([[0, 1, 2], [2, 1, 0]]) // [[1, -1], [-1, 1]]
 */
export function cov(m: unknown, options: CovOptions = {}): NDArray {
  readOptions("cov", options, ["y", "rowvar", "dtype", "bias", "ddof", "fweights", "aweights"]);
  const ddofGiven = options.ddof ?? null;
  if (ddofGiven !== null && !Number.isInteger(ddofGiven))
    throw new ValueError("ddof must be integer");
  const x = observations(m, options);
  const [rows, n] = x.shape as [number, number]; // a matrix
  if (rows === 0) return emptyArray([0, 0], float64);
  const weights = observationWeights(options, n);
  const ddof = ddofGiven ?? (options.bias === true ? 0 : 1);
  const total = weights === null ? n : weights.values.reduce((sum, w) => sum + w, 0);
  if (weights !== null && total === 0) throw new ValueError(NO_WEIGHT);
  checkCentred(options.dtype);
  const spare =
    weights === null || !weights.areAnalytic
      ? ddof
      : (ddof * weights.values.reduce((sum, w, k) => sum + w * weights.analytic[k]!, 0)) / total;
  const factor = Math.max(0, total - (ddof === 0 ? 0 : spare));
  const data = elements(x) as Float64Array; // floats, alone or in pairs
  const { components } = x.dtype;
  center(data, rows, n, components, weights?.values ?? null, total);
  const second = castCopy(x, x.dtype);
  conjugateAndWeigh(elements(second) as Float64Array, n, components, weights?.values ?? null);
  const result = emptyArray(rows === 1 ? [] : [rows, rows], x.dtype);
  const axes = { stackA: [], stackB: [], sumA: [1], sumB: [1], freeA: [0], freeB: [0] };
  contract(x, second, axes, reshaped(result, [rows, rows]));
  const sums = elements(result) as Float64Array; // as above
  for (let k = 0; k < sums.length; k++) sums[k]! *= 1 / factor;
  for (const s of [x, second]) freeScratch(s);
  noteTraffic(rows * n, result.size);
  return result;
}

/** @throws {TypeError} when observations of the dtype cannot lose their mean */
function checkCentred(dtype: DTypeLike | null | undefined): void {
  if (!dtype) return;
  const { kind, name } = asDType(dtype);
  if (kind !== "f" && kind !== "c")
    throw new TypeError(cannotCastUfunc("subtract", "output", float64.name, name, "same_kind"));
}

/** Scratch with one row for each variable. */
function observations(m: unknown, options: CovOptions): NDArray {
  const given = [m, ...(options.y === undefined || options.y === null ? [] : [options.y])].map(
    (z) => toArray(z),
  );
  for (const [k, z] of given.entries())
    if (z.ndim > 2) throw new ValueError(`${k === 0 ? "m" : "y"} has more than 2 dimensions`);
  const asked = options.dtype ? asDType(options.dtype) : promoteTypes(commonDType(given), float64);
  const isWeighted = (options.fweights ?? options.aweights ?? null) !== null;
  const dtype = isWeighted ? promoteTypes(asked, float64) : asked; // weights are doubles, and so is what they weigh
  const matrices = given.map((z, k) => {
    const rows = padDims(z, 2);
    const isTurned = options.rowvar === false && (k === 0 ? z.ndim !== 1 : rows.shape[0] !== 1);
    return isTurned ? permuted(rows, [1, 0]) : rows;
  });
  if (matrices.length === 1) return castCopy(matrices[0]!, dtype);
  const joined = concat(matrices, { axis: 0, dtype, casting: "unsafe" });
  const copy = castCopy(joined, dtype);
  joined.dispose();
  return copy;
}

interface ObservationWeights {
  readonly values: Float64Array;
  readonly areAnalytic: boolean;
  readonly analytic: Float64Array;
}

function observationWeights(
  { fweights, aweights }: CovOptions,
  n: number,
): ObservationWeights | null {
  const read = (given: unknown, name: "fweights" | "aweights"): Float64Array | null => {
    if (given === undefined || given === null) return null;
    const array = toArray(given);
    const values = doubles(array);
    if (name === "fweights" && values.some((w) => !Number.isInteger(w)))
      throw new TypeError("fweights must be integer");
    if (array.ndim > 1) throw new ValueError(`cannot handle multidimensional ${name}`);
    if (values.length !== n) throw new ValueError(`incompatible numbers of samples and ${name}`);
    if (values.some((w) => w < 0)) throw new ValueError(`${name} cannot be negative`);
    return values;
  };
  const [counts, analytic] = [read(fweights, "fweights"), read(aweights, "aweights")];
  if (counts === null && analytic === null) return null;
  const values = Float64Array.from(
    { length: n },
    (_, k) => (counts?.[k] ?? 1) * (analytic?.[k] ?? 1),
  );
  return { values, areAnalytic: analytic !== null, analytic: analytic ?? values };
}

/** Subtracts from each row its mean. */
function center(
  data: Float64Array,
  rows: number,
  n: number,
  components: 1 | 2,
  weights: Float64Array | null,
  total: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let part = 0; part < components; part++) {
      const first = row * n * components + part;
      let sum = 0;
      for (let k = 0; k < n; k++)
        sum += data[first + k * components]! * (weights === null ? 1 : weights[k]!);
      for (let k = 0; k < n; k++) data[first + k * components]! -= sum / total;
    }
  }
}

function conjugateAndWeigh(
  data: Float64Array,
  n: number,
  components: 1 | 2,
  weights: Float64Array | null,
): void {
  for (let k = 0; k < data.length; k++) {
    if (weights !== null) data[k]! *= weights[Math.floor(k / components) % n]!;
    if (components === 2 && k % 2 === 1) data[k] = -data[k]!;
  }
}

/**
 * The correlation coefficients of variables, observed together: a matrix, or 0-d for one variable.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.corrcoef.html
 *
 * @throws as `cov`
 * @example corrcoef([[0, 1, 2], [2, 1, 0]]) // [[1, -1], [-1, 1]]
 */
export function corrcoef(
  x: unknown,
  options: Pick<CovOptions, "y" | "rowvar" | "dtype"> = {},
): NDArray {
  readOptions("corrcoef", options, ["y", "rowvar", "dtype"]);
  const result = cov(x, options);
  const n = result.shape[0] ?? 1;
  const data = elements(result) as Float64Array; // floats, alone or in pairs
  const { components } = result.dtype;
  const deviations = Array.from({ length: n }, (_, k) =>
    Math.sqrt(data[k * (n + 1) * components]!),
  );
  const isOne = result.ndim === 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let part = 0; part < components; part++) {
        const at = (i * n + j) * components + part;
        const value = isOne
          ? part === 0
            ? data[at]! / data[at]!
            : 0
          : data[at]! / deviations[i]! / deviations[j]!;
        data[at] = Math.min(1, Math.max(-1, value));
      }
    }
  }
  return result;
}
