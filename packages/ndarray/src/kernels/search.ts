/**
 * Binary search in a sorted line.
 *
 * Knows operands; the elements of both have one dtype. The order is the one that sorting gives: nan last.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import { type Operand, elementsOf } from "./operand.ts";

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
  const line = elementsOf(sorted);
  const wanted = elementsOf(values);
  const target = elementsOf(out);
  const search = sorted.dtype.kind === "c" ? searchPairs : searchReals;
  search(
    line.data,
    line.offset,
    n,
    wanted.data,
    wanted.offset,
    m,
    target.data as Int32Array,
    target.offset,
    isRight,
    sorter,
  ); // `out` is int32
}

type Search = (
  line: TypedArray,
  first: number,
  n: number,
  values: TypedArray,
  from: number,
  m: number,
  out: Int32Array,
  to: number,
  isRight: boolean,
  sorter: Int32Array | null,
) => void;

const searchReals: Search = (line, first, n, values, from, m, out, to, isRight, sorter) => {
  let low = 0;
  let high = n;
  for (let k = 0; k < m; k++) {
    const x = values[from + k]!;
    // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself; bigints pass here too
    const isNan = x !== x;
    // The last answer bounds the next one where values come sorted.
    if (k > 0 && values[from + k - 1]! < x) high = n;
    else [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const y = line[first + (sorter === null ? middle : sorter[middle]!)]!;
      // oxlint-disable-next-line no-self-compare -- as above
      const goesRight = isRight ? y <= x || isNan : y < x || (isNan && y === y);
      if (goesRight) low = middle + 1;
      else high = middle;
    }
    out[to + k] = low;
  }
};

const searchPairs: Search = (line, first, n, values, from, m, out, to, isRight, sorter) => {
  for (let k = 0; k < m; k++) {
    let low = 0;
    let high = n;
    const p = from + 2 * k;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const q = first + 2 * (sorter === null ? middle : sorter[middle]!);
      const order = comparePairs(
        Number(line[q]),
        Number(line[q + 1]),
        Number(values[p]),
        Number(values[p + 1]),
      );
      if (isRight ? order <= 0 : order < 0) low = middle + 1;
      else high = middle;
    }
    out[to + k] = low;
  }
};

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
