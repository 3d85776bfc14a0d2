/**
 * Whether a guest's result is the right one: dtype and shape first, then values, NaN equal to NaN.
 *
 * Knows values of any kind that crosses. Must be true to pass: what cannot be compared is not the same.
 */
const RELATIVE = 1e-9;

interface ArrayLike {
  readonly dtype: { readonly name: string };
  readonly shape: readonly number[];
  readonly ndim: number;
  tolist(): unknown;
}

/** `isArray` knows an NDArray. */
export function isSame(
  actual: unknown,
  expected: unknown,
  isArray: (value: unknown) => boolean,
): boolean {
  if (isArray(expected) || isArray(actual)) {
    if (!isArray(expected) || !isArray(actual)) return false;
    const [a, b] = [actual as ArrayLike, expected as ArrayLike]; // NDArrays, by isArray
    if (a.dtype.name !== b.dtype.name || !sameList(a.shape, b.shape)) return false;
    return isSame(a.tolist(), b.tolist(), isArray);
  }
  if (typeof expected === "number" && typeof actual === "number")
    return sameNumber(actual, expected);
  if (typeof expected !== typeof actual || expected === null || actual === null)
    return Object.is(actual, expected);
  if (typeof expected !== "object" || typeof actual !== "object")
    return Object.is(actual, expected);
  if (ArrayBuffer.isView(expected) || ArrayBuffer.isView(actual)) {
    if (
      !ArrayBuffer.isView(expected) ||
      !ArrayBuffer.isView(actual) ||
      expected.constructor !== actual.constructor
    )
      return false;
    return isSame(
      Array.from(actual as unknown as Iterable<unknown>),
      Array.from(expected as unknown as Iterable<unknown>),
      isArray,
    ); // typed arrays iterate
  }
  if (Array.isArray(expected) || Array.isArray(actual)) {
    if (!Array.isArray(expected) || !Array.isArray(actual) || expected.length !== actual.length)
      return false;
    return expected.every((item, k) => isSame((actual as unknown[])[k], item, isArray)); // isArray gives any[]
  }
  const keys = Object.keys(expected);
  if (!sameList(keys.toSorted(), Object.keys(actual).toSorted())) return false;
  return keys.every((key) => isSame(Reflect.get(actual, key), Reflect.get(expected, key), isArray));
}

function sameNumber(actual: number, expected: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= RELATIVE * Math.max(1, Math.abs(expected));
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, k) => item === b[k]);
}
