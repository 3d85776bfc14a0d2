/**
 * Sorting lines of elements where they lie.
 *
 * Knows operands. Real numbers go to the engine's own typed-array sort, which needs no comparator; it tells -0
 * from 0 and so would not be stable, so zeros get their signs back in the order they came in. Complex numbers are
 * ranked first.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { forEachLine, identityOrder, refineOrder } from "./argsort.ts";
import { aligned, copyElements } from "./copy.ts";
import type { Operand } from "./operand.ts";
import { selectSort } from "./select-sort.ts";
import { sortShort } from "./short-lines.ts";
import { orderKeys } from "./sort-keys.ts";

/** Sorts every line of `operand` along `axis` in place, nan last whichever the direction. */
export function sortLines(operand: Operand, shape: Shape, axis: number, descending: boolean): void {
  if (shape.length === 1 && sortShort(operand, shape[0]!, descending)) return;
  if (selectSort(operand, shape, axis, descending)) return;
  const whole = aligned(operand, shape);
  const n = shape[axis]!;
  const { dtype } = operand;
  const isFloat = dtype.kind === "f";
  forEachLine([whole], shape, axis, ([data], [at], [step]) => {
    if (dtype.kind === "c") {
      sortPairs(data as Float64Array, whole, at!, step!, n, descending); // floats in pairs
      return;
    }
    const line = data as Float64Array; // of whatever type; nothing here depends on it
    if (step === 1) sortReals(line.subarray(at!, at! + n), isFloat, descending);
    else {
      const copy = new (line.constructor as Float64ArrayConstructor)(n); // the same type as the line
      for (let k = 0, p = at!; k < n; k++, p += step!) copy[k] = line[p]!;
      sortReals(copy, isFloat, descending);
      for (let k = 0, p = at!; k < n; k++, p += step!) line[p] = copy[k]!;
    }
  });
  if (whole !== operand) copyElements(whole, operand, shape);
}

const INSERTION_TO = 24; // below this the engine's sort costs more to call than it saves

function sortReals(line: Float64Array, isFloat: boolean, descending: boolean): void {
  if (line.length <= INSERTION_TO) {
    insertionSort(line, descending);
    return;
  }
  const signs = isFloat ? zeroSigns(line) : null;
  line.sort();
  let end = line.length;
  if (isFloat) while (end > 0 && Number.isNaN(line[end - 1])) end -= 1;
  if (descending) line.subarray(0, end).reverse();
  if (signs === null) return;
  const first = line.indexOf(0); // finds -0 too
  for (const [k, zero] of signs.entries()) line[first + k] = zero;
}

/** The zeros of `line` in order, where some but not all are negative; else null. */
function zeroSigns(line: Float64Array): number[] | null {
  let negative = 0;
  for (let k = 0; k < line.length; k++) if (line[k] === 0 && Object.is(line[k], -0)) negative += 1;
  if (negative === 0) return null;
  return Array.from(line).filter((x) => x === 0);
}

function insertionSort(line: Float64Array, descending: boolean): void {
  for (let k = 1; k < line.length; k++) {
    const x = line[k]!;
    // oxlint-disable-next-line no-self-compare -- bigint lines pass here too, and Number.isNaN would not do for `x`
    const isNan = x !== x;
    if (isNan) continue;
    let p = k;
    for (; p > 0; p--) {
      const y = line[p - 1]!;
      // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself
      const isAfter = (descending ? y < x : y > x) || y !== y;
      if (!isAfter) break;
      line[p] = y;
    }
    line[p] = x;
  }
}

function sortPairs(
  data: Float64Array,
  { dtype }: Operand,
  at: number,
  step: number,
  n: number,
  descending: boolean,
): void {
  const order = identityOrder(n);
  for (const keys of orderKeys(data as TypedArray, dtype, at, step, n, descending))
    refineOrder(order, keys);
  const copy = new Float64Array(2 * n);
  for (let k = 0, p = at; k < n; k++, p += step) {
    copy[2 * k] = data[p]!;
    copy[2 * k + 1] = data[p + 1]!;
  }
  for (let k = 0, p = at; k < n; k++, p += step) {
    data[p] = copy[2 * order[k]!]!;
    data[p + 1] = copy[2 * order[k]! + 1]!;
  }
}
