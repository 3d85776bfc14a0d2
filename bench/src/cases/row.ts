/**
 * A row of the op table: a case before its size is known, and what rows are made with.
 */
import { type Case, type Fill, type Operand, type Plain, square } from "./case.ts";

export type DType = Operand["dtype"];
export type Row = Omit<Case, "n" | "operands"> & {
  readonly operands: (n: number) => Case["operands"];
  readonly sizes?: readonly number[];
};

/** From a handful of elements, where the call costs, to more than the caches hold. */
export const SIZES = [10, 1_000, 100_000, 1_000_000] as const;

/** A 1-d operand of n elements. */
export const vector =
  (dtype: DType, fill: Fill = "unit"): ((n: number) => Operand) =>
  (n) => ({ dtype, shape: [n], fill });
/** A 2-d operand of about n elements. */
export const matrix =
  (dtype: DType, fill: Fill = "unit"): ((n: number) => Operand) =>
  (n) => ({ dtype, shape: square(n), fill });
export const f64: (n: number) => Operand = vector("float64");

/** The loop of a careful JS programmer, for one operand. */
export function loop1(a: Plain[string], fn: (x: number) => number): Plain[string] {
  const out = new (a.constructor as Float64ArrayConstructor)(a.length); // any typed array's own constructor
  for (let i = 0; i < out.length; i++) out[i] = fn(a[i]!);
  return out;
}

/** The same for two. */
export function loop2(
  a: Plain[string],
  b: Plain[string],
  fn: (x: number, y: number) => number,
): Plain[string] {
  const out = new (a.constructor as Float64ArrayConstructor)(a.length); // any typed array's own constructor
  for (let i = 0; i < out.length; i++) out[i] = fn(a[i]!, b[i]!);
  return out;
}
