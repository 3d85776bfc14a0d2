/**
 * Axis numbers: negative ones count from the end, and none may be named twice.
 *
 * Knows how many dimensions there are; never touches a shape.
 */
import { AxisError, ValueError } from "../errors.ts";

/**
 * `axis` as a number from 0 to `ndim - 1`; the error names `argument`, where NumPy's does.
 *
 * @throws {AxisError} when it lies outside
 * @throws {TypeError} when it is no whole number
 * @example normalizeAxis(-1, 3) // 2
 */
export function normalizeAxis(axis: number, ndim: number, argument?: string): number {
  if (!Number.isInteger(axis))
    throw new TypeError(`an axis must be a whole number, not ${describe(axis)}`);
  if (axis < -ndim || axis >= ndim) {
    const error = new AxisError(axis, ndim);
    throw argument === undefined ? error : new AxisError(`${argument}: ${error.message}`);
  }
  return axis < 0 ? axis + ndim : axis;
}

/**
 * One axis or several, or all of them for null and undefined; in the order given.
 *
 * @throws {AxisError} when one lies outside
 * @throws {ValueError} with `sentence` when one is named twice
 */
export function normalizeAxes(
  axis: number | readonly number[] | null | undefined,
  ndim: number,
  argument?: string,
  sentence = "duplicate value in 'axis'",
): number[] {
  if (axis === null || axis === undefined) return Array.from({ length: ndim }, (_, k) => k);
  const axes = (typeof axis === "number" ? [axis] : axis).map((a) =>
    normalizeAxis(a, ndim, argument),
  );
  if (new Set(axes).size !== axes.length) throw new ValueError(sentence);
  return axes;
}

/** NumPy's sentence for an axis that is named twice, where its Python code asks. */
export const REPEATED_AXIS = "repeated axis";

/** Whether `axis` is 0 or -1: what some functions let a 0-d array have, as if it were of length 1. */
export function isOnlyAxis(axis: number | null | undefined): boolean {
  return axis === 0 || axis === -1;
}

function describe(value: unknown): string {
  return typeof value === "number" ? String(value) : typeof value;
}
