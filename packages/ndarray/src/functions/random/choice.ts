/**
 * `choice`: a sample from a list, with or without putting back, evenly or by given probabilities.
 *
 * Rules: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.choice.html
 */
import { getIndex } from "../../array/access.ts";
import { toArray } from "../../array/convert.ts";
import { readElement } from "../../array/element.ts";
import { emptyArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type Scalar, float64, int32, int64 } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { bounded32 } from "../../kernels/random/bounded.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { normalizeAxis } from "../../layout/axis.ts";
import { sizeOf } from "../../layout/layout.ts";
import { doubles, putElements, reshaped } from "../dense.ts";
import { readSize } from "./arguments.ts";
import { shufflePlaces, taken } from "./order.ts";

/** See `Generator.choice`; `given` holds a, size, replace, p, axis and shuffle by name. */
export function drawChoice(bits: Pcg64, given: Record<string, unknown>): Scalar | NDArray {
  const source = given["a"];
  const count = typeof source === "number" || typeof source === "bigint" ? Number(source) : null;
  const a = count === null ? toArray(source) : null;
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
  const places = isReplaced
    ? withReplacement(bits, population, n, chances)
    : withoutReplacement(bits, population, n, chances, given["shuffle"] !== false);
  const index = emptyArray([n], int32);
  putElements(index, places);

  if (a !== null) {
    if (size !== null) return taken(a, reshaped(index, size), axis);
    const picked = getIndex(a, [...Array.from({ length: axis }, () => ":"), places[0]!]);
    return picked.ndim === 0
      ? readElement(picked.memory, picked.dtype, picked.address)
      : copied(picked);
  }
  if (size === null) return BigInt(places[0]!);
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
): Int32Array {
  if (chances === null)
    return Int32Array.from({ length: n }, () => bounded32(bits, population - 1));
  const steps = cumulative(chances);
  return Int32Array.from({ length: n }, () => firstAbove(steps, bits.nextDouble()));
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
): Int32Array {
  if (n > population)
    throw new ValueError("Cannot take a larger sample than population when replace is False");
  if (chances !== null) return byChances(bits, n, chances);
  // A large part of a large population is drawn by shuffling all of it; the bounds are NumPy's, and so is the stream.
  if (population > 10_000 && n > Math.floor(population / (isShuffled ? 50 : 20))) {
    const places = Int32Array.from({ length: population }, (_, i) => i);
    shufflePlaces(bits, places, Math.max(population - n, 1), bounded32);
    return places.slice(population - n);
  }
  return byFloyd(bits, population, n, isShuffled);
}

function byChances(bits: Pcg64, n: number, chances: Float64Array): Int32Array {
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
  return Int32Array.from(found);
}

/** Floyd's sample: each new number is taken from one more than the last, or is that one itself if it was taken. */
function byFloyd(bits: Pcg64, population: number, n: number, isShuffled: boolean): Int32Array {
  const seen = new Set<number>();
  for (let j = population - n; j < population; j++) {
    const place = bounded32(bits, j);
    seen.add(seen.has(place) ? j : place);
  }
  const places = Int32Array.from(seen);
  if (isShuffled) shufflePlaces(bits, places, 1, bounded32);
  return places;
}
