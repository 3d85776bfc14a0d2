/**
 * `choice`: a sample from a list, with or without putting back, evenly or by given probabilities.
 *
 * Rules: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.choice.html
 */
import { getIndex } from "../../array/access.ts";
import { toArray } from "../../array/convert.ts";
import { readElement } from "../../array/element.ts";
import { emptyArray, freeScratch, scratchArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type DType, type Scalar, float64, int32, int64 } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { fillLine } from "../../kernels/line.ts";
import { bounded32, bounded64 } from "../../kernels/random/bounded.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { selectBounded } from "../../kernels/select-random.ts";
import { normalizeAxis } from "../../layout/axis.ts";
import { type Shape, sizeOf } from "../../layout/layout.ts";
import { cut, doubles, putElements, reshaped } from "../dense.ts";
import { readSize } from "./arguments.ts";
import { fill } from "./draw.ts";
import { shuffleElements, taken } from "./order.ts";

/** See `Generator.choice`; `given` holds a, size, replace, p, axis and shuffle by name. */
export function drawChoice(bits: Pcg64, given: Record<string, unknown>): Scalar | NDArray {
  const source = given["a"];
  const count = typeof source === "number" || typeof source === "bigint" ? Number(source) : null;
  const a = count === null ? toArray(source) : null;
  if (count !== null && !Number.isInteger(count))
    throw new ValueError("a must be a sequence or an integer, not <class 'float'>");
  if (a?.ndim === 0) throw new ValueError("a must be a sequence or an integer");
  const axis = a === null ? 0 : normalizeAxis(Number(given["axis"] ?? 0), a.ndim);
  const population = a === null ? count! : a.shape[axis]!; // one of the two is there
  const size = readSize(given["size"]);
  const n = sizeOf(size ?? []);
  if (n > 0 && !(population > 0)) {
    throw new ValueError(
      a === null
        ? "a must be a positive integer unless no samples are taken"
        : "a cannot be empty unless no samples are taken",
    );
  }
  const chances =
    given["p"] === undefined ? null : checkedChances(toArray(given["p"], float64), population);
  const isReplaced = given["replace"] !== false;
  const index = isReplaced
    ? withReplacement(bits, population, n, chances)
    : withoutReplacement(bits, population, n, chances, given["shuffle"] !== false);
  const drawn = entries(a, axis, index, size);
  freeScratch(index);
  return drawn;
}

/** The entries of `a` along `axis` that `index` names, or the numbers in it; one of them where there is no size. */
function entries(
  a: NDArray | null,
  axis: number,
  index: NDArray,
  size: Shape | null,
): Scalar | NDArray {
  if (size === null) {
    const place = Number(readElement(index.memory, index.dtype, index.address)); // of a whole dtype
    if (a === null) return BigInt(place);
    const picked = getIndex(a, [...Array.from({ length: axis }, () => ":"), place]);
    return picked.ndim === 0
      ? readElement(picked.memory, picked.dtype, picked.address)
      : copied(picked);
  }
  if (a !== null) return taken(a, reshaped(index, size), axis);
  const result = emptyArray(size, int64);
  copyElements(reshaped(index, size), result, size);
  return result;
}

function copied(a: NDArray): NDArray {
  const result = emptyArray(a.shape, a.dtype);
  copyElements(a, result, a.shape);
  return result;
}

const TOLERANCE = Math.sqrt(2 ** -52); // of the sum of probabilities

function checkedChances(p: NDArray, population: number): Float64Array {
  if (p.ndim !== 1) throw new ValueError("p must be 1-dimensional");
  if (p.size !== population) throw new ValueError("a and p must have same size");
  const chances = doubles(p);
  let sum = 0;
  let lost = 0; // by rounding, so far (Kahan)
  for (const chance of chances) {
    const term = chance - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  if (Number.isNaN(sum)) throw new ValueError("Probabilities contain NaN");
  if (chances.some((chance) => chance < 0))
    throw new ValueError("Probabilities are not non-negative");
  if (Math.abs(sum - 1) > TOLERANCE) {
    throw new ValueError(
      "Probabilities do not sum to 1. See Notes section of docstring for more information.",
    );
  }
  return chances;
}

function withReplacement(
  bits: Pcg64,
  population: number,
  n: number,
  chances: Float64Array | null,
): NDArray {
  const index = placesOf(population, n);
  if (chances !== null) {
    const steps = cumulative(chances);
    fill(index, () => firstAbove(steps, bits.nextDouble()));
  } else if (!selectBounded(bits, index, n, 0n, BigInt(population - 1))) {
    putPlaces(index, () => boundedPlace(bits, population - 1));
  }
  return index;
}

/** Room for `n` places in a population: int64 where they do not fit into int32. */
function placesOf(population: number, n: number): NDArray {
  return scratchArray([n], population <= 2 ** 31 ? int32 : int64);
}

function putPlaces(index: NDArray, make: (k: number) => number): void {
  fill(index, (index.dtype as DType) === int64 ? (k) => BigInt(make(k)) : make);
}

/** Uniform in [0, last]. */
function boundedPlace(bits: Pcg64, last: number): number {
  return last < 2 ** 32 ? bounded32(bits, last) : Number(bounded64(bits, BigInt(last)));
}

/** Sums of the first chances, scaled so that the last is 1. */
function cumulative(chances: Float64Array): Float64Array {
  let sum = 0;
  const sums = chances.map((chance) => (sum += chance));
  return sums.map((s) => s / sum);
}

/** The first place whose value lies above `x`; values never fall. */
function firstAbove(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

function withoutReplacement(
  bits: Pcg64,
  population: number,
  n: number,
  chances: Float64Array | null,
  isShuffled: boolean,
): NDArray {
  if (n > population)
    throw new ValueError("Cannot take a larger sample than population when replace is False");
  const index = placesOf(population, n);
  if (chances !== null) {
    putElements(index, byChances(bits, n, chances));
    return index;
  }
  // A large part of a large population is drawn by shuffling all of it; the bounds are NumPy's, and so is the stream.
  if (population > 10_000 && n > Math.floor(population / (isShuffled ? 50 : 20))) {
    const places = scratchArray([population], int32);
    fillLine(places, population, 0, 1);
    shuffleElements(bits, places, Math.max(population - n, 1), "bounded");
    copyElements(cut(places, 0, population - n, n), index, [n]);
    freeScratch(places);
    return index;
  }
  const found = byFloyd(bits, population, n);
  putPlaces(index, (k) => found[k]!);
  if (isShuffled) shuffleElements(bits, index, 1, "bounded");
  return index;
}

function byChances(bits: Pcg64, n: number, chances: Float64Array): number[] {
  if (chances.filter((chance) => chance > 0).length < n)
    throw new ValueError("Fewer non-zero entries in p than size");
  const left = Float64Array.from(chances);
  const found: number[] = [];
  while (found.length < n) {
    const draws = Array.from({ length: n - found.length }, () => bits.nextDouble());
    for (const place of found) left[place] = 0;
    const steps = cumulative(left);
    found.push(...new Set(draws.map((x) => firstAbove(steps, x)))); // a set keeps the order of first appearance
  }
  return found;
}

/** Floyd's sample: each new number is taken from one more than the last, or is that one itself if it was taken. */
function byFloyd(bits: Pcg64, population: number, n: number): Float64Array {
  const found = new Float64Array(n);
  const table = new Float64Array(2 ** Math.ceil(Math.log2(1.5 * n + 1))).fill(-1);
  for (let k = 0; k < n; k++) {
    const last = population - n + k;
    const place = boundedPlace(bits, last);
    found[k] = isNew(table, place) ? place : last;
    if (found[k] !== place) isNew(table, last);
  }
  return found;
}

/** Puts `place` into a table of numbers and gaps of -1, unless it is there. */
function isNew(table: Float64Array, place: number): boolean {
  const mask = table.length - 1; // the length is a power of two
  let at = place & mask;
  while (table[at] !== -1) {
    if (table[at] === place) return false;
    at = (at + 1) & mask;
  }
  table[at] = place;
  return true;
}
