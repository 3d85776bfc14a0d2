/**
 * Binary search in a sorted line.
 *
 * Knows operands; the elements of both have one dtype. The order is the one that sorting gives: nan last.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import { type Operand, elementsOf } from "./operand.ts";
import { selectSearch } from "./select-sort.ts";

/**
 * For each of `m` values (contiguous) the place in `sorted` (`n` elements, contiguous) where it would go, to `out`
 * (int32, contiguous): before equal elements, or after them where `isRight`. `sorter` ranks an unsorted line.
 */
export function searchLine(
  sorted: Operand,
  n: number,
  values: Operand,
  m: number,
  out: Operand,
  isRight: boolean,
  sorter: Int32Array | null,
): void {
  if (sorter === null && selectSearch(sorted, n, values, m, out, isRight)) return;
  const { kind, itemsize, components } = sorted.dtype;
  const [line, wanted] = [span(sorted, n * components), span(values, m * components)];
  const target = span(out, m) as Int32Array; // `out` is int32
  const ranked = sorter === null ? line : ranksOf(line, sorter, components);
  if (kind === "c") searchPairs(ranked as Float64Array, wanted as Float64Array, target, isRight); // floats in pairs
  else if (kind !== "f" && itemsize === 8) {
    searchBig(ranked as BigInt64Array, wanted as BigInt64Array, target, isRight); // of either sign
  } else searchDoubles(asDoubles(ranked), asDoubles(wanted), target, isRight);
}

function span(operand: Operand, length: number): TypedArray {
  const { data, offset } = elementsOf(operand);
  return data.subarray(offset, offset + length);
}

/** The line as its sorter puts it. */
function ranksOf(line: TypedArray, sorter: Int32Array, components: 1 | 2): TypedArray {
  const from = line as Float64Array; // of whatever type
  const sorted = from.slice();
  for (let k = 0; k < sorter.length; k++) {
    for (let c = 0; c < components; c++)
      sorted[k * components + c] = from[sorter[k]! * components + c]!;
  }
  return sorted;
}

/** One element type keeps the loop fast; every number of up to 32 bits and every float is a double. */
function asDoubles(data: TypedArray): Float64Array {
  return data instanceof Float64Array ? data : new Float64Array(data as Float32Array); // no 64-bit integers come here
}

function searchDoubles(
  line: Float64Array,
  values: Float64Array,
  out: Int32Array,
  isRight: boolean,
): void {
  let end = line.length;
  while (end > 0 && Number.isNaN(line[end - 1])) end -= 1;
  for (let k = 0; k < values.length; k++) {
    const x = values[k]!;
    if (Number.isNaN(x)) {
      out[k] = isRight ? line.length : end;
      continue;
    }
    let low = 0;
    let high = end;
    if (isRight) {
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (line[middle]! <= x) low = middle + 1;
        else high = middle;
      }
    } else {
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (line[middle]! < x) low = middle + 1;
        else high = middle;
      }
    }
    out[k] = low;
  }
}

function searchBig(
  line: BigInt64Array,
  values: BigInt64Array,
  out: Int32Array,
  isRight: boolean,
): void {
  for (let k = 0; k < values.length; k++) {
    const x = values[k]!;
    let low = 0;
    let high = line.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isRight ? line[middle]! <= x : line[middle]! < x) low = middle + 1;
      else high = middle;
    }
    out[k] = low;
  }
}

function searchPairs(
  line: Float64Array,
  values: Float64Array,
  out: Int32Array,
  isRight: boolean,
): void {
  for (let k = 0; k < out.length; k++) {
    let low = 0;
    let high = line.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = comparePairs(
        line[2 * middle]!,
        line[2 * middle + 1]!,
        values[2 * k]!,
        values[2 * k + 1]!,
      );
      if (isRight ? order <= 0 : order < 0) low = middle + 1;
      else high = middle;
    }
    out[k] = low;
  }
}

function comparePairs(ar: number, ai: number, br: number, bi: number): number {
  const classes = nanClass(ar, ai) - nanClass(br, bi);
  if (classes !== 0) return classes;
  if (ar !== br && !Number.isNaN(ar)) return ar < br ? -1 : 1;
  if (ai !== bi && !Number.isNaN(ai)) return ai < bi ? -1 : 1;
  return 0;
}

function nanClass(re: number, im: number): number {
  return Number(Number.isNaN(re)) * 2 + Number(Number.isNaN(im));
}
