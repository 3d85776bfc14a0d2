/**
 * Searching in what is sorted, and counting what falls where.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.sort.html#searching
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, zeroArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, float64, int32, int64 } from "../dtype/dtype.ts";
import { canCast } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { countNumbers, largestUnsigned } from "../kernels/bincount.ts";
import { searchLine } from "../kernels/search.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { strongArray } from "../ufunc/inputs.ts";
import { checkCast } from "./joining.ts";
import { commonDType, cut, dense, doubles, elements, freeDense, integers } from "./dense.ts";

/** How to search. */
export interface SearchOptions {
  /** "left": before equal elements; "right": behind them. */
  readonly side?: "left" | "right" | undefined;
  /** The positions that sort the searched array, as `argsort` gives them. */
  readonly sorter?: unknown;
}

/**
 * Where each of `v` would go in the sorted 1-d array `a` so that it stays sorted: int32 positions, in the shape of `v`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.searchsorted.html
 *
 * @throws {ValueError} when `a` is not 1-d, `side` is neither, or `sorter` does not fit
 * @example searchsorted([1, 2, 2, 3], 2, { side: "right" }) // 3
 */
export function searchsorted(
  a: unknown,
  v: unknown,
  options: SearchOptions = {},
): NDArray<"int32"> {
  readOptions("searchsorted", options, ["side", "sorter"]);
  const [line, values] = [strongArray(a), strongArray(v)];
  if (line.ndim > 1) throw new ValueError("object too deep for desired array");
  if (line.ndim === 0) throw new ValueError("object of too small depth for desired array");
  const isRight = sideOf(options.side);
  const dtype = commonDType([line, values]);
  const [sorted, wanted] = [dense(line, dtype), dense(values, dtype)];
  const result = emptyArray(values.shape, DEFAULT_INT);
  searchLine(
    sorted,
    line.size,
    wanted,
    values.size,
    result,
    isRight,
    sorterOf(options.sorter, line.size),
  );
  freeDense(sorted, line);
  freeDense(wanted, values);
  noteTraffic(line.size + values.size, result.size);
  return result;
}

function sideOf(side: string = "left"): boolean {
  if (side === "left" || side === "right") return side === "right";
  throw new ValueError(
    /^[lr]/i.test(side)
      ? "search side must be one of 'left' or 'right'"
      : `search side must be 'left' or 'right' (got '${side}')`,
  );
}

function sorterOf(given: unknown, n: number): Int32Array | null {
  if (given === undefined || given === null) return null;
  const sorter = toArray(given, given instanceof NDArray ? undefined : int32);
  if (sorter.dtype.kind !== "i" && sorter.dtype.kind !== "u")
    throw new TypeError("sorter must only contain integers");
  if (sorter.ndim !== 1 || sorter.size !== n) throw new ValueError("sorter.size must equal a.size");
  const positions = integers(sorter);
  if (positions.some((p) => p < 0 || p >= n)) throw new ValueError("Sorter index out of range.");
  return positions;
}

/**
 * The number of the bin (int32) that each element of `x` falls into: i where bins[i-1] <= x < bins[i].
 *
 * With `right`, where bins[i-1] < x <= bins[i]. Bins may fall as well as rise: then bins[i-1] > x >= bins[i].
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.digitize.html
 *
 * @throws {ValueError} when the bins do not rise or fall
 * @throws {TypeError} when `x` is complex
 * @example digitize([0.5, 2], [0, 1, 2]) // [1, 3]
 */
export function digitize(
  x: unknown,
  bins: unknown,
  options: { readonly right?: boolean | undefined } = {},
): NDArray<"int32"> {
  readOptions("digitize", options, ["right"]);
  const [values, edges] = [strongArray(x), strongArray(bins)];
  if (values.dtype.kind === "c") throw new TypeError("x may not be complex");
  if (edges.ndim > 1) throw new ValueError("object too deep for desired array");
  if (edges.ndim === 0) throw new ValueError("object of too small depth for desired array");
  const line = doubles(edges);
  const rises = areRising(line);
  const isRight = options.right === true;
  if (rises) return searchsorted(edges, values, { side: isRight ? "left" : "right" });
  const turned = cut(edges, 0, edges.size - 1, edges.size, -1);
  const result = searchsorted(turned, values, { side: isRight ? "left" : "right" });
  const data = elements(result) as Int32Array; // int32, as searchsorted gives
  for (let k = 0; k < data.length; k++) data[k] = line.length - data[k]!;
  return result;
}

/**
 * Whether edges rise: the first one that differs from its predecessor says so; a nan is no step the other way.
 *
 * @throws {ValueError} when one steps the other way
 */
function areRising(line: Float64Array): boolean {
  const first = line.findIndex((e, k) => k > 0 && e !== line[0]);
  const rises = first < 0 || line[first - 1]! < line[first]!;
  for (let k = Math.max(first, 1); k < line.length - 1; k++) {
    const [low, high] = rises ? [line[k]!, line[k + 1]!] : [line[k + 1]!, line[k]!];
    if (low > high) throw new ValueError("bins must be monotonically increasing or decreasing");
  }
  return rises;
}

/** How to count. */
export interface BincountOptions {
  /** What each element counts for, instead of 1; the result is then float64. */
  readonly weights?: unknown;
  /** The least number of bins. */
  readonly minlength?: number | undefined;
}

/**
 * How often each of 0, 1, 2, … occurs in `x`, a 1-d array of non-negative integers: int32, or float64 with weights.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.bincount.html
 *
 * @throws {ValueError} when an element is negative, `x` is not 1-d, or weights have another length
 * @throws {TypeError} when `x` does not hold integers
 * @example bincount(asarray([0, 2, 2], { dtype: "int32" })) // [1, 0, 2]
 */
export function bincount(x: unknown, options: BincountOptions = {}): NDArray {
  readOptions("bincount", options, ["weights", "minlength"]);
  const given = toArray(
    x,
    Array.isArray(x) && x.every((v) => Number.isInteger(v)) ? DEFAULT_INT : undefined,
  );
  const isEmptyList = Array.isArray(x) && x.length === 0;
  if (given.ndim > 1) throw new ValueError("object too deep for desired array");
  if (given.ndim === 0) throw new ValueError("object of too small depth for desired array");
  if (!canCast(given.dtype, int64, "same_kind") && !isEmptyList)
    checkCast(given.dtype, int64, "safe");
  const minlength = options.minlength ?? 0;
  if (minlength < 0) throw new ValueError("'minlength' must not be negative");
  const numbers = dense(given, int32);
  const n = Math.max(largest(numbers) + 1, minlength);
  const isWeighted = options.weights !== undefined && options.weights !== null && given.size > 0; // NumPy asks nothing of weights for nothing
  const result = zeroArray([n], isWeighted ? float64 : DEFAULT_INT);
  if (isWeighted) addWeights(numbers, doubles(realWeights(options.weights)), result);
  else countNumbers(numbers, numbers.size, result);
  freeDense(numbers, given);
  noteTraffic(given.size, n);
  return result;
}

/**
 * The largest of non-negative int32, or -1 where there is none.
 *
 * @throws {ValueError} when one is negative
 */
function largest(numbers: NDArray): number {
  if (numbers.size === 0) return -1;
  const found = largestUnsigned(numbers, numbers.size);
  if (found > 0x7fffffff) throw new ValueError("'list' argument must have no negative elements");
  return found;
}

/** Adds each weight to the counter that its number names. */
function addWeights(numbers: NDArray, weights: Float64Array, counters: NDArray): void {
  if (weights.length !== numbers.size)
    throw new ValueError("The weights and list don't have the same length.");
  const [at, sums] = [elements(numbers) as Int32Array, elements(counters) as Float64Array]; // as made
  for (let k = 0; k < weights.length; k++) sums[at[k]!]! += weights[k]!;
}

/** @throws {TypeError} when they are complex */
function realWeights(weights: unknown): NDArray {
  const a = toArray(weights);
  if (a.dtype.kind === "c") checkCast(a.dtype, float64, "safe");
  return a;
}
