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
  let [s0, s1, s2, s3] = [a[i]!, a[i + step]!, a[i + 2 * step]!, a[i + 3 * step]!];
  let [s4, s5, s6, s7] = [a[i + 4 * step]!, a[i + 5 * step]!, a[i + 6 * step]!, a[i + 7 * step]!];
  let k = 8;
  for (let p = i + 8 * step; k + 8 <= n; k += 8, p += 8 * step) {
    s0 += a[p]!;
    s1 += a[p + step]!;
    s2 += a[p + 2 * step]!;
    s3 += a[p + 3 * step]!;
    s4 += a[p + 4 * step]!;
    s5 += a[p + 5 * step]!;
    s6 += a[p + 6 * step]!;
    s7 += a[p + 7 * step]!;
  }
  let sum = s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  for (; k < n; k++) sum += a[i + k * step]!;
  return sum;
}
