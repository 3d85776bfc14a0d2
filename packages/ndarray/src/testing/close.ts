/**
 * Comparison that says which element is worst, and where.
 *
 * Knows arrays and nested lists of JS values. The tolerance is NumPy's: `|actual - desired| <= atol + rtol * |desired|`;
 * nan equals nan, and infinities equal themselves.
 */
import { toArray, toValues } from "../array/convert.ts";
import { isComplex } from "../array/element.ts";
import type { Scalar } from "../dtype/dtype.ts";

/** How far apart two elements may be. */
export interface Tolerance {
  /** Relative to the desired value; 1e-7 unless told. */
  readonly rtol?: number;
  /** Absolute; 0 unless told. */
  readonly atol?: number;
}

/** The element that is furthest outside the tolerance. */
export interface Mismatch {
  readonly index: readonly number[];
  readonly actual: Scalar;
  readonly desired: Scalar;
  readonly difference: number;
  /** How many elements are outside. */
  readonly count: number;
  readonly size: number;
}

/**
 * The worst of the elements that differ by more than the tolerance, or null where none does.
 *
 * @throws {Error} when the shapes differ
 */
export function worstMismatch(
  actual: unknown,
  desired: unknown,
  { rtol = 1e-7, atol = 0 }: Tolerance = {},
): Mismatch | null {
  const [got, want] = [toArray(actual), toArray(desired)];
  if (got.shape.join() !== want.shape.join())
    throw new Error(`shape [${got.shape.join()}], expected [${want.shape.join()}]`);
  const [a, b] = [toValues(got), toValues(want)];
  let count = 0;
  let worst: Omit<Mismatch, "count" | "size"> | null = null;
  let worstExcess = 0;
  for (let n = 0; n < a.length; n++) {
    const difference = distance(a[n]!, b[n]!);
    const excess = difference - (atol + rtol * magnitude(b[n]!));
    if (difference === 0 || excess <= 0) continue;
    count += 1;
    if (worst !== null && !(excess > worstExcess)) continue;
    worstExcess = excess;
    worst = { index: unravel(n, got.shape), actual: a[n]!, desired: b[n]!, difference };
  }
  return worst === null ? null : { ...worst, count, size: a.length };
}

/**
 * Fails unless every element is within the tolerance; says which element is worst and by how much.
 *
 * @throws {Error} when shapes or elements differ
 * @example assertClose(np.mean(a), 2.5, { rtol: 1e-12 })
 */
export function assertClose(actual: unknown, desired: unknown, tolerance: Tolerance = {}): void {
  const worst = worstMismatch(actual, desired, tolerance);
  if (worst === null) return;
  const { index, difference, count, size } = worst;
  const where = index.length === 0 ? "the element" : `element [${index.join()}]`;
  throw new Error(
    `${where} is ${text(worst.actual)}, expected ${text(worst.desired)}: off by ${difference}` +
      (size > 1 ? ` (the worst of ${count} among ${size})` : ""),
  );
}

/** 0 where equal, infinite where exactly one is nan or they are different infinities. */
function distance(a: Scalar, b: Scalar): number {
  if (typeof a === "bigint" && typeof b === "bigint") return Number(a > b ? a - b : b - a);
  if (isComplex(a) || isComplex(b)) {
    const [x, y] = [parts(a), parts(b)];
    return Math.hypot(gap(x[0], y[0]), gap(x[1], y[1]));
  }
  return gap(Number(a), Number(b));
}

function gap(x: number, y: number): number {
  if (x === y || (Number.isNaN(x) && Number.isNaN(y))) return 0;
  const difference = Math.abs(x - y);
  return Number.isNaN(difference) ? Infinity : difference;
}

function magnitude(x: Scalar): number {
  const [re, im] = parts(x);
  const size = Math.hypot(re, im);
  return Number.isFinite(size) ? size : 0;
}

function parts(x: Scalar): [number, number] {
  return isComplex(x) ? [x.re, x.im] : [Number(x), 0];
}

function unravel(n: number, shape: readonly number[]): number[] {
  const index = shape.map(() => 0);
  let rest = n;
  for (let k = shape.length - 1; k >= 0; k--) {
    index[k] = rest % shape[k]!;
    rest = Math.floor(rest / shape[k]!);
  }
  return index;
}

function text(x: Scalar): string {
  return isComplex(x)
    ? `${x.re}${x.im < 0 ? "-" : "+"}${Math.abs(x.im)}j`
    : `${x}${typeof x === "bigint" ? "n" : ""}`;
}
