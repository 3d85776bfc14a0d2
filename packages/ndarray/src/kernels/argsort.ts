/**
 * Stable order of elements along an axis: insertion and merging for short lines, radix for long ones.
 *
 * Knows operands and order keys. Everything that ranks elements (argsort, lexsort, sorting complex numbers)
 * goes through `refineOrder`, whose radix passes skip digits that all keys share.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { aligned } from "./copy.ts";
import { forEachRow } from "./nest.ts";
import { type Operand, elementsOf } from "./operand.ts";
import { selectArgsort } from "./select-sort.ts";
import { argsortInto } from "./ranks.ts";
import { argsortShort } from "./short-lines.ts";
import { type Keys, orderKeys } from "./sort-keys.ts";

/** Writes to each line of `out` (int32) along `axis` the positions that sort the same line of `from`. */
export function argsortLines(
  from: Operand,
  out: Operand,
  shape: Shape,
  axis: number,
  descending: boolean,
): void {
  if (shape.length === 1) {
    const n = shape[0]!;
    if (!descending && out.strides[0] === 4 && argsortInto(from, out, n)) return;
    if (argsortShort(from, out, n, descending)) return;
  }
  if (shape.includes(0) || selectArgsort(from, out, shape, axis, descending)) return;
  const n = shape[axis]!;
  forEachLine([aligned(from, shape), out], shape, axis, ([data, target], [p, q], [step, dq]) => {
    const order = identityOrder(n);
    for (const keys of orderKeys(data!, from.dtype, p!, step!, n, descending))
      refineOrder(order, keys);
    for (let k = 0, i = q!; k < n; k++, i += dq!) target![i] = order[k]!;
  });
}

/** Sorts `order` (positions of `keys`) by the keys, stably: equal ones stay as they are. */
export function refineOrder(order: Int32Array, keys: Keys): void {
  if (order.length < RADIX_FROM) mergeOrder(order, keys);
  else radixOrder(order, keys);
}

/** 0, 1, … n - 1. */
export function identityOrder(n: number): Int32Array {
  const order = new Int32Array(n);
  for (let k = 0; k < n; k++) order[k] = k;
  return order;
}

type LineVisit = (
  data: readonly TypedArray[],
  at: readonly number[],
  step: readonly number[],
) => void;

/** Calls `visit` for each line along `axis`, with starts and steps in components. */
export function forEachLine(
  operands: readonly Operand[],
  shape: Shape,
  axis: number,
  visit: LineVisit,
): void {
  const parts = operands.map(elementsOf);
  const data = parts.map((p) => p.data);
  const step = parts.map((p) => p.strides[axis]!);
  const others = parts.map((p) => ({ offset: p.offset, strides: p.strides.toSpliced(axis, 1) }));
  if (shape.includes(0)) return;
  forEachRow(shape.toSpliced(axis, 1), others, (at) => visit(data, at, step));
}

const RADIX_FROM = 512; // below this clearing the histograms costs more than merging
const RUN = 8;

function mergeOrder(order: Int32Array, { hi, lo }: Keys): void {
  const n = order.length;
  const isAfter = (i: number, j: number): boolean =>
    hi[i]! > hi[j]! || (lo !== null && hi[i] === hi[j] && lo[i]! > lo[j]!);
  for (let start = 0; start < n; start += RUN) {
    const end = Math.min(n, start + RUN);
    for (let k = start + 1; k < end; k++) {
      const item = order[k]!;
      let p = k;
      for (; p > start && isAfter(order[p - 1]!, item); p--) order[p] = order[p - 1]!;
      order[p] = item;
    }
  }
  const left = new Int32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start + width < n; start += 2 * width) {
      const middle = start + width;
      if (!isAfter(order[middle - 1]!, order[middle]!)) continue;
      const end = Math.min(n, middle + width);
      left.set(order.subarray(start, middle));
      for (let i = 0, j = middle, k = start; i < width; k++) {
        order[k] = j < end && isAfter(left[i]!, order[j]!) ? order[j++]! : left[i++]!;
      }
    }
  }
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

function radixOrder(order: Int32Array, { hi, lo }: Keys): void {
  const n = order.length;
  let high = gathered(hi, order);
  let low = lo === null ? null : gathered(lo, order);
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(n);
  let nextHigh: Uint32Array = new Uint32Array(n);
  let nextLow: Uint32Array | null = low === null ? null : new Uint32Array(n);
  const places = new Int32Array(DIGITS);
  for (const word of low === null ? [1] : [0, 1]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      const digits = word === 0 ? low! : high; // word 0 only where there is one
      if (!countDigits(digits, shift, places)) continue;
      if (word === 0) {
        scatterBoth(places, digits, high, from, shift, nextLow!, nextHigh, to);
        [low, nextLow] = [nextLow, low];
      } else {
        scatterHigh(places, digits, from, shift, nextHigh, to);
      }
      [high, nextHigh] = [nextHigh, high];
      [from, to] = [to, from];
    }
  }
  if (from !== order) order.set(from);
}

function gathered(words: Uint32Array, order: Int32Array): Uint32Array {
  const result = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) result[k] = words[order[k]!]!;
  return result;
}

/** Turns `places` into the first place of each digit; false where all words share the digit. */
function countDigits(words: Uint32Array, shift: number, places: Int32Array): boolean {
  places.fill(0);
  for (let k = 0; k < words.length; k++) places[(words[k]! >>> shift) & (DIGITS - 1)]!++;
  if (places[(words[0]! >>> shift) & (DIGITS - 1)] === words.length) return false;
  let sum = 0;
  for (let d = 0; d < DIGITS; d++) {
    const count = places[d]!;
    places[d] = sum;
    sum += count;
  }
  return true;
}

function scatterHigh(
  places: Int32Array,
  high: Uint32Array,
  order: Int32Array,
  shift: number,
  toHigh: Uint32Array,
  to: Int32Array,
): void {
  for (let k = 0; k < order.length; k++) {
    const place = places[(high[k]! >>> shift) & (DIGITS - 1)]!++;
    toHigh[place] = high[k]!;
    to[place] = order[k]!;
  }
}

function scatterBoth(
  places: Int32Array,
  low: Uint32Array,
  high: Uint32Array,
  order: Int32Array,
  shift: number,
  toLow: Uint32Array,
  toHigh: Uint32Array,
  to: Int32Array,
): void {
  for (let k = 0; k < order.length; k++) {
    const place = places[(low[k]! >>> shift) & (DIGITS - 1)]!++;
    toLow[place] = low[k]!;
    toHigh[place] = high[k]!;
    to[place] = order[k]!;
  }
}
