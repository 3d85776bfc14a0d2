/**
 * Sums of floats in pairs.
 *
 * Rounding error of a plain running sum grows as n, of a sum in pairs as log n. (Higham, 1993) Blocks of 128 are
 * summed with eight accumulators, as NumPy does.
 */
import type { DType } from "../../dtype/dtype.ts";
import type { InnerLoop } from "../nest.ts";

const BLOCK = 128;

/** The loop that adds rows of floats (`dtype` of the output) into one output element each, or elementwise. */
export function sumRows(dtype: DType): InnerLoop {
  return dtype.components === 2 ? sumComplexRow : sumRow;
}

const sumRow: InnerLoop = (data, at, step, n) => {
  const [a, out] = data as readonly [Float64Array, Float64Array]; // floats of some width
  const [di, dq] = step as readonly [number, number]; // two operands
  if (dq === 0) {
    out[at[1]!] = out[at[1]!]! + pairwise(a, at[0]!, di, n);
    return;
  }
  for (let k = 0, i = at[0]!, q = at[1]!; k < n; k++, i += di, q += dq) out[q] = out[q]! + a[i]!;
};

const sumComplexRow: InnerLoop = (data, at, step, n) => {
  sumRow(data, at, step, n);
  sumRow(data, [at[0]! + 1, at[1]! + 1], step, n);
};

/** The sum of `n` elements from `i`, `step` apart. */
export function pairwise(a: Float64Array, i: number, step: number, n: number): number {
  if (n < 8) {
    let sum = -0; // so that a sum of negative zeros is one
    for (let k = 0; k < n; k++) sum += a[i + k * step]!;
    return sum;
  }
  if (n > BLOCK) {
    const half = (n >> 1) & ~7;
    return pairwise(a, i, step, half) + pairwise(a, i + half * step, step, n - half);
  }
  const s = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => a[i + k * step]!);
  let k = 8;
  for (; k + 8 <= n; k += 8) for (let j = 0; j < 8; j++) s[j] = s[j]! + a[i + (k + j) * step]!;
  let sum = s[0]! + s[1]! + (s[2]! + s[3]!) + (s[4]! + s[5]! + (s[6]! + s[7]!));
  for (; k < n; k++) sum += a[i + k * step]!;
  return sum;
}
