/**
 * Folds of half floats along a row.
 *
 * NumPy keeps the running value in single precision until the row ends, so a product may pass through what half
 * precision calls infinity.
 */
import type { DType } from "../../dtype/dtype.ts";
import type { InnerLoop } from "../nest.ts";

type Fold = (x: number, y: number) => number;

const FOLDS: Readonly<Record<string, Fold>> = {
  multiply: (x, y) => x * y,
  subtract: (x, y) => x - y,
  divide: (x, y) => x / y,
};

/** The loop that folds rows into `out`, the first and the last operand; null where no such care is needed. */
export function halfRows(op: string, dtype: DType): InnerLoop | null {
  const fold = dtype.name === "float16" ? FOLDS[op] : undefined;
  if (fold === undefined) return null;
  return (data, at, step, n) => {
    const [out, from] = data as readonly [Float64Array, Float64Array]; // half floats
    const [dq, di] = step as readonly [number, number]; // the output, then the input
    let [q, i] = at as readonly number[] as [number, number]; // likewise
    if (dq !== 0) {
      for (let k = 0; k < n; k++, q += dq, i += di) out[q] = Math.fround(fold(out[q]!, from[i]!));
      return;
    }
    let value = out[q]!;
    for (let k = 0; k < n; k++, i += di) value = Math.fround(fold(value, from[i]!));
    out[q] = value;
  };
}
