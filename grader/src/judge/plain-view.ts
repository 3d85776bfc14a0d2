/**
 * A view as exercises make them, `{ data, shape, strides, offset }`, read from whatever a learner's code gave.
 */
export interface PlainView {
  /** Some typed array: only what all of them share may be used. */
  readonly data: Float64Array;
  readonly shape: readonly number[];
  /** In elements or bytes: the exercise says. */
  readonly strides: readonly number[];
  readonly offset: number;
}

/** `value` as a view, or null where it is none. Its elements may lie outside `data`. */
export function plainViewOf(value: unknown): PlainView | null {
  if (typeof value !== "object" || value === null) return null;
  const { data, shape, strides, offset } = value as Readonly<Record<string, unknown>>; // any object may have these
  if (!ArrayBuffer.isView(data) || data instanceof DataView) return null;
  if (!isIntegers(shape) || !isIntegers(strides) || shape.length !== strides.length) return null;
  if (!Number.isSafeInteger(offset) || shape.some((n) => n < 0)) return null;
  return { data: data as Float64Array, shape, strides, offset: Number(offset) }; // or another typed array
}

export function isIntegers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= 64 && value.every((n) => Number.isSafeInteger(n));
}
