/**
 * Where the bins of a histogram begin and end, and how many there should be.
 *
 * Knows doubles only. The estimators are the textbook ones NumPy offers by name.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.histogram_bin_edges.html
 */
import { ValueError } from "../errors.ts";
import { positionalText, scientificText } from "../print/float_text.ts";
import { mix, placeOf, quantileMethod } from "./quantile-methods.ts";

export type Range = readonly [number, number];
export type BinEstimator =
  | "auto"
  | "fd"
  | "doane"
  | "scott"
  | "stone"
  | "rice"
  | "sturges"
  | "sqrt";

/**
 * First and last edge: as asked, or the extremes of the values. An empty range is widened by a half on both sides.
 *
 * @throws {ValueError} when the range is not finite, or upside down
 */
export function outerEdges(values: Float64Array, range: Range | null | undefined): Range {
  const isAsked = range !== undefined && range !== null;
  const [first, last] = isAsked ? range : values.length === 0 ? [0, 1] : extremes(values);
  if (isAsked && first > last)
    throw new ValueError("max must be larger than min in range parameter.");
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    // Extremes are floats, and Python shows that they are; what was asked for is shown as it was.
    const plain = (x: number): string =>
      isAsked && Number.isInteger(x) ? String(x) : pythonFloat(x);
    const text = (x: number): string =>
      Number.isNaN(x) ? "nan" : Number.isFinite(x) ? plain(x) : x > 0 ? "inf" : "-inf";
    throw new ValueError(
      `${isAsked ? "supplied" : "autodetected"} range of [${text(first)}, ${text(last)}] is not finite`,
    );
  }
  return first === last ? [first - 0.5, last + 0.5] : [first, last];
}

/** As Python shows a float. */
function pythonFloat(x: number): string {
  const isPlain = x === 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e16);
  return isPlain
    ? positionalText(x, "float64", { trim: "0" })
    : scientificText(x, "float64", { trim: "-" });
}

function extremes(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k < values.length; k++) {
    const x = values[k]!;
    if (Number.isNaN(x)) return [NaN, NaN];
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return [low, high];
}

/** `count` + 1 edges, evenly spaced, each step rounded to the width of the values; the outer ones exactly as given. */
export function evenEdges(
  [first, last]: Range,
  count: number,
  round: (x: number) => number = (x) => x,
): Float64Array {
  const step = round(round(last - first) / count);
  const edges = Float64Array.from({ length: count + 1 }, (_, k) =>
    round(round(step === 0 ? (k / count) * (last - first) : k * step) + first),
  );
  edges[count] = last;
  return edges;
}

/** @throws {ValueError} when there is no such estimator */
export function checkEstimator(name: string): asserts name is BinEstimator {
  if (!Object.hasOwn(WIDTHS, name))
    throw new ValueError(`'${name}' is not a valid estimator for \`bins\``);
}

/** How many bins the estimator advises for the values within the range. */
export function estimatedCount(
  name: BinEstimator,
  values: Float64Array,
  range: Range,
  isWhole: boolean,
): number {
  const inside = values.filter((x) => x >= range[0] && x <= range[1]);
  if (inside.length === 0) return 1;
  const width = WIDTHS[name](inside, range);
  if (!(width > 0)) return 1;
  return Math.ceil((range[1] - range[0]) / (isWhole && width < 1 ? 1 : width));
}

type Width = (x: Float64Array, range: Range) => number;

const WIDTHS: Readonly<Record<BinEstimator, Width>> = {
  sqrt: (x) => spread(x) / Math.sqrt(x.length),
  sturges: (x) => spread(x) / (Math.log2(x.length) + 1),
  rice: (x) => spread(x) / (2 * Math.cbrt(x.length)),
  scott: (x) => Math.cbrt((24 * Math.sqrt(Math.PI)) / x.length) * Math.sqrt(moment(x, mean(x), 2)),
  fd: (x) => (2 * (quartile(x, 0.75) - quartile(x, 0.25))) / Math.cbrt(x.length),
  doane,
  stone,
  auto: (x, range) =>
    Math.min(Math.max(WIDTHS.fd(x, range), WIDTHS.sqrt(x, range) / 2), WIDTHS.sturges(x, range)),
};

function spread(x: Float64Array): number {
  const [low, high] = extremes(x);
  return high - low;
}

function mean(x: Float64Array): number {
  return x.reduce((sum, v) => sum + v, 0) / x.length;
}

function moment(x: Float64Array, center: number, power: number): number {
  return x.reduce((sum, v) => sum + (v - center) ** power, 0) / x.length;
}

function quartile(x: Float64Array, q: number): number {
  const sorted = x.toSorted();
  const { low, high, part } = placeOf(quantileMethod("linear"), sorted.length, q);
  return mix(sorted[low]!, sorted[high]!, part);
}

/** Sturges' rule, with more bins for skewed data. */
function doane(x: Float64Array): number {
  const n = x.length;
  const center = mean(x);
  const deviation = Math.sqrt(moment(x, center, 2));
  if (n <= 2 || deviation === 0) return 0;
  const error = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  const skewness = moment(x, center, 3) / deviation ** 3;
  return spread(x) / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / error));
}

/** The count with the least estimated squared error, leaving one value out at a time. */
function stone(x: Float64Array, range: Range): number {
  const n = x.length;
  const width = spread(x);
  if (n <= 1 || width === 0) return 0;
  let [best, least] = [1, Infinity];
  for (let count = 1; count <= Math.max(100, Math.floor(Math.sqrt(n))); count++) {
    const parts = countInto(x, evenEdges(range, count)).map((c) => c / n);
    const error = ((2 - (n + 1) * parts.reduce((sum, p) => sum + p * p, 0)) / width) * count;
    if (error < least) [best, least] = [count, error];
  }
  return width / best;
}

/** How many values fall between each two neighbouring edges, or what their weights sum to; the last bin has both its edges. */
export function countInto(
  values: Float64Array,
  edges: Float64Array,
  weights: Float64Array | null = null,
): Float64Array {
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  const perUnit = evenBins(edges);
  for (let k = 0; k < values.length; k++) {
    const x = values[k]!;
    const bin = perUnit === null ? binOf(x, edges) : evenBinOf(x, edges, perUnit);
    if (bin >= 0) counts[bin]! += weights === null ? 1 : weights[k]!;
  }
  return counts;
}

/** A function that tells the bin a number falls into, or -1. */
export function binFinder(edges: Float64Array): (x: number) => number {
  const perUnit = evenBins(edges);
  return perUnit === null ? (x) => binOf(x, edges) : (x) => evenBinOf(x, edges, perUnit);
}

/** How many bins there are to a unit where the edges are about evenly spaced, else null. */
export function evenBins(edges: Float64Array): number | null {
  const last = edges.length - 1;
  const first = edges[0]!;
  const perUnit = last / (edges[last]! - first);
  return edges.every((edge, k) => Math.abs((edge - first) * perUnit - k) < 0.5) ? perUnit : null;
}

/** The bin that `x` falls into, or -1: guessed from the distance to the first edge, and corrected. */
function evenBinOf(x: number, edges: Float64Array, perUnit: number): number {
  const last = edges.length - 1;
  if (!(x >= edges[0]! && x <= edges[last]!)) return -1;
  let bin = Math.min(last - 1, Math.floor((x - edges[0]!) * perUnit));
  while (bin > 0 && x < edges[bin]!) bin -= 1;
  while (bin < last - 1 && x >= edges[bin + 1]!) bin += 1;
  return bin;
}

/** The bin that `x` falls into, or -1. */
function binOf(x: number, edges: Float64Array): number {
  const last = edges.length - 1;
  if (!(x >= edges[0]! && x <= edges[last]!)) return -1;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  // On the right edge the last bin counts; where edges repeat, it is the one that ends there.
  return x === edges[last] ? last - 1 : low - 1;
}
