/**
 * Where the extreme lies: the position of the largest or smallest element of each row.
 *
 * Knows operands; the first of equals wins, and the first nan beats everything.
 */
import { uint8 } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { aligned, copyElements, scratch } from "./copy.ts";
import { forEachRow } from "./nest.ts";
import { type Operand, elementsOf } from "./operand.ts";
import { selectArgument } from "./select-reduction.ts";

type Search = (data: Float64Array, at: number, step: number, n: number) => number;

/** Writes to `out` (int32, of `shape` without its last axis) where the extreme of each row along the last axis lies. */
export function runArgument(
  which: "max" | "min",
  input: Operand,
  out: Operand,
  shape: Shape,
): void {
  if (selectArgument(which, input, out, shape)) return;
  const from = elementsOf(input.dtype.kind === "b" ? truths(input, shape) : aligned(input, shape));
  const to = elementsOf(out);
  const last = shape.length - 1;
  const n = shape[last]!;
  const step = from.strides[last]!;
  const search =
    input.dtype.kind === "c"
      ? which === "max"
        ? largestPair
        : smallestPair
      : which === "max"
        ? largest
        : smallest;
  const data = from.data as Float64Array; // the searches compare only, as every element type can
  forEachRow(shape.slice(0, last), [from, to], ([i, q]) => {
    to.data[q!] = search(data, i!, step, n);
  });
}

/** Booleans as 0 and 1, where any byte but 0 is true. */
function truths(input: Operand, shape: Shape): Operand {
  const copy = scratch(uint8, shape);
  copyElements(input, copy, shape);
  return copy;
}

const largest: Search = (data, at, step, n) => {
  let best = data[at]!;
  let place = 0;
  if (best !== best) return 0;
  for (let k = 1, i = at + step; k < n; k++, i += step) {
    const x = data[i]!;
    if (x <= best) continue;
    place = k; // larger, or nan
    if (x !== x) return place;
    best = x;
  }
  return place;
};

const smallest: Search = (data, at, step, n) => {
  let best = data[at]!;
  let place = 0;
  if (best !== best) return 0;
  for (let k = 1, i = at + step; k < n; k++, i += step) {
    const x = data[i]!;
    if (x >= best) continue;
    place = k; // smaller, or nan
    if (x !== x) return place;
    best = x;
  }
  return place;
};

/** Complex numbers are ordered by real part, then by imaginary part; a nan in either is the answer. */
function searchPairs(isBetter: (x: number, y: number) => boolean): Search {
  return (data, at, step, n) => {
    let [re, im] = [data[at]!, data[at + 1]!];
    let place = 0;
    if (re !== re || im !== im) return 0;
    for (let k = 1, i = at + step; k < n; k++, i += step) {
      const [xr, xi] = [data[i]!, data[i + 1]!];
      if (xr !== xr || xi !== xi) return k;
      if (!isBetter(xr, re) && !(xr === re && isBetter(xi, im))) continue;
      [re, im] = [xr, xi];
      place = k;
    }
    return place;
  };
}

const largestPair = searchPairs((x, y) => x > y);
const smallestPair = searchPairs((x, y) => x < y);
