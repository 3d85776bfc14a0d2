/**
 * 1.13 Are two arrays equal? And if they were computed, are they close enough?
 *
 * In NumPy: `np.array_equal(a, b)` and `np.allclose(a, b)`.
 */
import type { Flat } from "./01-nested-to-array.ts";

/** How far apart two numbers may lie, and whether two NaN count as alike. */
export interface Tolerance {
  /** For numbers near 0; default 1e-8. */
  readonly atol?: number;
  /** In parts of the second number; default 1e-5. */
  readonly rtol?: number;
  /** Default false. */
  readonly equalNan?: boolean;
}

/**
 * Whether shapes are the same, and every element too. NaN equals nothing, itself included, unless `equalNan`.
 *
 * @example arrayEqual(x, { data: x.data, shape: [1, ...x.shape] }) // false: another shape
 */
export function arrayEqual(a: Flat, b: Flat, equalNan = false): boolean {
  const isSameShape =
    a.shape.length === b.shape.length && a.shape.every((n, axis) => n === b.shape[axis]);
  return (
    isSameShape && a.data.every((x, i) => x === b.data[i] || (equalNan && areNaN(x, b.data[i]!)))
  );
}

/**
 * Whether |a - b| <= atol + rtol * |b| for every element. Both have the same shape.
 *
 * The second array is the one to compare with: swap the two, and the answer may change.
 * Infinity is close to itself only. An array without elements is close to any other.
 *
 * @example allclose({ data: [0.1 + 0.2] … }, { data: [0.3] … }) // true
 */
export function allclose(a: Flat, b: Flat, tolerance: Tolerance = {}): boolean {
  const { atol = 1e-8, rtol = 1e-5, equalNan = false } = tolerance;
  return a.data.every((x, i) => {
    const y = b.data[i]!;
    // Infinity - Infinity is NaN, and x - Infinity is within rtol * Infinity: both need their own line.
    if (x === y) return true;
    if (!Number.isFinite(y)) return equalNan && areNaN(x, y);
    return Math.abs(x - y) <= atol + rtol * Math.abs(y);
  });
}

function areNaN(x: number, y: number): boolean {
  return Number.isNaN(x) && Number.isNaN(y);
}
