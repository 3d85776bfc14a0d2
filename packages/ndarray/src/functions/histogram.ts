/**
 * Histograms of one variable and of several.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.statistics.html#histograms
 */
import { toArray } from "../array/convert.ts";
import { cleared, emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DType, complex128, float64, int32 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { selectHistogram } from "../kernels/histogram.ts";
import { sameShape } from "../layout/broadcast.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import {
  type BinEstimator,
  type Range,
  binFinder,
  checkEstimator,
  countInto,
  estimatedCount,
  evenBins,
  evenEdges,
  outerEdges,
} from "./bin-edges.ts";
import { dense, doubles, elements, freeDense, padDims, permuted, putElements } from "./dense.ts";

/** How many bins, their edges, or the name of an estimator. */
type Bins = number | BinEstimator | readonly number[] | NDArray;

export interface BinOptions {
  /** 10 unless told. */
  readonly bins?: Bins | undefined;
  /** First and last edge; the extremes unless told. What lies outside is not counted. */
  readonly range?: Range | null | undefined;
  /** How much each element counts. */
  readonly weights?: unknown;
}

export interface HistogramOptions extends BinOptions {
  /** A density, whose area is 1, instead of counts. */
  readonly density?: boolean | undefined;
}

/**
 * How many elements fall into each bin, and the edges of the bins: a list of two arrays.
 *
 * Counts are int32, or of the weights' dtype. A bin has its left edge; the last has both.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.histogram.html
 *
 * @throws {ValueError} when bins or range make no sense, or weights have another shape
 * @throws {TypeError} when `bins` is no whole number
 * @example histogram([1, 2, 1], { bins: [0, 1, 2, 3] })[0] // [0, 2, 1]
 */
export function histogram(a: unknown, options: HistogramOptions = {}): [NDArray, NDArray] {
  readOptions("histogram", options, ["bins", "range", "weights", "density"]);
  const { given, samples, weights } = samplesOf(a, options);
  const edges = edgesOf(given, samples, options);
  const values = elements(samples) as Float64Array; // as made
  const line = doubles(edges);
  const parts =
    weights === null
      ? [countSamples(samples, line)]
      : weightRows(weights).map((w) => countInto(values, line, w));
  freeDense(samples, given);
  noteTraffic(given.size, line.length - 1);
  if (options.density !== true) return [countsArray(parts, weights?.dtype ?? DEFAULT_INT), edges];
  const total = parts[0]!.reduce((sum, c) => sum + c, 0);
  const density = parts[0]!.map(
    (c, k) => c / rounding(edges.dtype)(line[k + 1]! - line[k]!) / total,
  );
  return [countsArray([density], float64), edges];
}

/** How many samples (float64, in C order) fall into each bin. */
function countSamples(samples: NDArray, line: Float64Array): Float64Array {
  const bins = line.length - 1;
  const perUnit = bins > 0 ? evenBins(line) : null;
  if (perUnit === null) return countInto(elements(samples) as Float64Array, line); // as made
  const edges = scratchArray([line.length], float64);
  putElements(edges, line);
  const counters = cleared(scratchArray([bins], int32));
  const isDone = selectHistogram(samples, samples.size, edges, bins, perUnit, counters);
  const counts = isDone
    ? Float64Array.from(elements(counters) as Int32Array) // as made
    : countInto(elements(samples) as Float64Array, line);
  freeScratch(edges);
  freeScratch(counters);
  return counts;
}

/**
 * The edges that `histogram` would use.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.histogram_bin_edges.html
 *
 * @throws as `histogram`
 * @example histogram_bin_edges([0, 4], { bins: 2 }) // [0, 2, 4]
 */
export function histogram_bin_edges(a: unknown, options: BinOptions = {}): NDArray {
  readOptions("histogram_bin_edges", options, ["bins", "range", "weights"]);
  const { given, samples } = samplesOf(a, options);
  const edges = edgesOf(given, samples, options);
  freeDense(samples, given);
  return edges;
}

/** The samples as they were given, and in C order as float64: `given` itself, or scratch. */
function samplesOf(
  a: unknown,
  options: BinOptions,
): { given: NDArray; samples: NDArray; weights: NDArray | null } {
  const given = toArray(a);
  const weights =
    options.weights === undefined || options.weights === null ? null : toArray(options.weights);
  if (weights !== null && !sameShape(weights.shape, given.shape))
    throw new ValueError("weights should have the same shape as a.");
  return { given, samples: dense(given, float64), weights };
}

function edgesOf(
  given: NDArray,
  samples: NDArray,
  { bins = 10, range, weights }: BinOptions,
): NDArray {
  if (typeof bins !== "number" && typeof bins !== "string") return givenEdges(toArray(bins));
  const isNamed = typeof bins === "string";
  if (isNamed) checkEstimator(bins);
  if (isNamed && weights !== undefined && weights !== null) {
    throw new TypeError(
      "Automated estimation of the number of bins is not supported for weighted data",
    );
  }
  if (!isNamed && !Number.isInteger(bins))
    throw new TypeError("`bins` must be an integer, a string, or an array");
  if (!isNamed && bins < 1) throw new ValueError("`bins` must be positive, when an integer");
  const values = elements(samples) as Float64Array; // as made
  const outer = outerEdges(values, range);
  const count = isNamed
    ? estimatedCount(bins, values, outer, "biu".includes(given.dtype.kind))
    : bins;
  const dtype = given.dtype.kind === "f" ? given.dtype : float64;
  const edges = emptyArray([count + 1], dtype);
  const line = elements(edges) as Float64Array; // floats
  const isNarrow = range === undefined || range === null; // extremes have the width of the values, a range is doubles
  line.set(evenEdges(outer, count, isNarrow ? rounding(dtype) : undefined));
  for (let k = 0; k < count; k++) {
    if (line[k]! >= line[k + 1]!)
      throw new ValueError(
        `Too many bins for data range. Cannot create ${count} finite-sized bins.`,
      );
  }
  return edges;
}

/** To the nearest value of a float dtype. */
function rounding({ name }: DType): (x: number) => number {
  return name === "float16" ? Math.f16round : name === "float32" ? Math.fround : (x) => x;
}

function givenEdges(edges: NDArray): NDArray {
  if (edges.ndim !== 1) throw new ValueError("`bins` must be 1d, when an array");
  const line = doubles(edges);
  if (line.some((e, k) => k > 0 && line[k - 1]! > e))
    throw new ValueError("`bins` must increase monotonically, when an array");
  return edges;
}

/** Weights as doubles: one row, or the real and the imaginary parts. */
function weightRows(weights: NDArray): Float64Array[] {
  if (weights.dtype.kind !== "c") return [doubles(weights)];
  const copy = dense(weights, complex128);
  const pairs = elements(copy) as Float64Array; // floats in pairs
  const rows = [0, 1].map((part) =>
    Float64Array.from({ length: weights.size }, (_, k) => pairs[2 * k + part]!),
  );
  freeDense(copy, weights);
  return rows;
}

function countsArray(parts: readonly Float64Array[], dtype: DType): NDArray {
  const n = parts[0]!.length;
  const wide = scratchArray([n], parts.length === 2 ? complex128 : float64);
  const line = elements(wide) as Float64Array; // doubles, alone or in pairs
  for (const [part, row] of parts.entries())
    for (let k = 0; k < n; k++) line[k * parts.length + part] = row[k]!;
  const result = emptyArray([n], dtype);
  copyElements(wide, result, [n]);
  freeScratch(wide);
  return result;
}

export interface HistogramddOptions {
  /** For all variables, or one for each; 10 unless told. */
  readonly bins?: number | readonly (number | readonly number[] | NDArray)[] | undefined;
  readonly range?: readonly (Range | null)[] | null | undefined;
  readonly density?: boolean | undefined;
  readonly weights?: unknown;
}

/**
 * How many samples fall into each box of a grid (float64), and the edges along each axis: an array and a list.
 *
 * `sample` is a matrix with one row for each sample, or a list of one array for each variable.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.histogramdd.html
 *
 * @throws {ValueError} when bins or ranges do not fit the variables
 * @example histogramdd([[0, 1, 1], [0, 0, 1]], { bins: 2 })[0] // [[1, 0], [1, 1]]
 */
export function histogramdd(
  sample: unknown,
  options: HistogramddOptions = {},
): [NDArray, NDArray[]] {
  readOptions("histogramdd", options, ["bins", "range", "density", "weights"]);
  const variables = variablesOf(sample);
  const bins = binsFor(variables.length, options.bins ?? 10);
  const { range } = options;
  if (range !== undefined && range !== null && range.length !== variables.length)
    throw new ValueError("range argument must have one entry per dimension");
  const edges = variables.map((v, k) => axisEdges(v, bins[k]!, k, range?.[k]));
  const lines = edges.map((e) => doubles(e));
  const counts = new Float64Array(lines.reduce((n, l) => n * (l.length - 1), 1));
  const weights =
    options.weights === undefined || options.weights === null
      ? null
      : doubles(toArray(options.weights));
  const finders = lines.map(binFinder);
  for (let k = 0; k < variables[0]!.length; k++) {
    const box = finders.reduce((at, find, axis) => {
      const bin = find(variables[axis]![k]!);
      return at < 0 || bin < 0 ? -1 : at * (lines[axis]!.length - 1) + bin;
    }, 0);
    if (box >= 0) counts[box]! += weights === null ? 1 : weights[k]!;
  }
  if (options.density === true) toDensity(counts, lines);
  return [gridOf(counts, lines, options.density === true), edges];
}

/** Counts in the boxes of a grid; as NumPy's, which are cut out of a grid with a margin unless they were divided. */
function gridOf(counts: Float64Array, lines: readonly Float64Array[], isPlain: boolean): NDArray {
  const shape = lines.map((l) => l.length - 1);
  const values = scratchArray(shape, float64);
  putElements(values, counts);
  const owner = emptyArray(isPlain ? shape : shape.map((n) => n + 2), float64);
  const first = isPlain ? 0 : owner.strides.reduce((sum, s) => sum + s, 0);
  const grid = viewStrided(owner, shape, owner.strides, first);
  copyElements(values, grid, shape);
  freeScratch(values);
  return isPlain ? owner : grid;
}

function variablesOf(sample: unknown): Float64Array[] {
  const isMatrix = sample instanceof NDArray && sample.ndim === 2;
  const rows = isMatrix ? permuted(sample, [1, 0]) : padDims(toArray(sample), 2);
  const [count, n] = rows.shape as [number, number]; // a matrix
  const values = doubles(rows);
  return Array.from({ length: count }, (_, k) => values.slice(k * n, (k + 1) * n));
}

function binsFor(
  count: number,
  bins: NonNullable<HistogramddOptions["bins"]>,
): readonly (number | readonly number[] | NDArray)[] {
  if (typeof bins === "number") return Array.from({ length: count }, () => bins);
  if (bins.length !== count)
    throw new ValueError("The dimension of bins must be equal to the dimension of the sample x.");
  return bins;
}

function axisEdges(
  values: Float64Array,
  bins: number | readonly number[] | NDArray,
  axis: number,
  range: Range | null | undefined,
): NDArray {
  if (typeof bins !== "number") {
    const edges = toArray(bins);
    if (edges.ndim !== 1) throw new ValueError(`\`bins[${axis}]\` must be a scalar or 1d array`);
    const line = doubles(edges);
    if (line.some((e, k) => k > 0 && line[k - 1]! > e))
      throw new ValueError(`\`bins[${axis}]\` must be monotonically increasing, when an array`);
    return edges;
  }
  if (bins < 1) throw new ValueError(`\`bins[${axis}]\` must be positive, when an integer`);
  if (!Number.isInteger(bins))
    throw new TypeError(`\`bins[${axis}]\` must be an integer, when a scalar`);
  const edges = emptyArray([bins + 1], float64);
  (elements(edges) as Float64Array).set(evenEdges(outerEdges(values, range), bins)); // float64, as made
  return edges;
}

function toDensity(counts: Float64Array, lines: readonly Float64Array[]): void {
  const total = counts.reduce((sum, c) => sum + c, 0);
  for (let k = 0; k < counts.length; k++) {
    let rest = k;
    for (let axis = lines.length - 1; axis >= 0; axis--) {
      const line = lines[axis]!;
      const bin = rest % (line.length - 1);
      rest = Math.floor(rest / (line.length - 1));
      counts[k]! /= line[bin + 1]! - line[bin]!;
    }
    counts[k]! /= total;
  }
}

/** `bins` may also be one list of edges for both variables. */
export interface Histogram2dOptions extends Omit<HistogramddOptions, "bins"> {
  readonly bins?: number | readonly (number | readonly number[] | NDArray)[] | NDArray | undefined;
}

/**
 * How many points fall into each box of a grid: a list of the counts (float64), the edges along x and those along y.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.histogram2d.html
 *
 * @throws {ValueError} when `x` and `y` have different lengths, or bins make no sense
 * @example histogram2d([0, 1, 1], [0, 0, 1], { bins: 2 })[0] // [[1, 0], [1, 1]]
 */
export function histogram2d(
  x: unknown,
  y: unknown,
  options: Histogram2dOptions = {},
): [NDArray, NDArray, NDArray] {
  readOptions("histogram2d", options, ["bins", "range", "density", "weights"]);
  const [first, second] = [toArray(x), toArray(y)];
  if (first.size !== second.size) throw new ValueError("x and y must have the same length.");
  const { bins = 10, ...rest } = options;
  const isEdges =
    bins instanceof NDArray ||
    (Array.isArray(bins) && bins.length > 2 && typeof bins[0] === "number");
  const each = isEdges
    ? ([bins, bins] as readonly (readonly number[] | NDArray)[])
    : (bins as number | readonly (number | readonly number[])[]); // as just told apart
  const [counts, edges] = histogramdd([first, second], { ...rest, bins: each });
  return [counts, edges[0]!, edges[1]!];
}
