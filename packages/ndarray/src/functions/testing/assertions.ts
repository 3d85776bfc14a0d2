/**
 * NumPy's assertions: each passes silently, or throws an `AssertionError` that says what differs.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.testing.html
 */
import { type ArrayLike, isTypedArray, toArray } from "../../array/convert.ts";
import { copyAs } from "../../array/copy.ts";
import { isComplex } from "../../array/element.ts";
import { float64 } from "../../dtype/dtype.ts";
import { NDArray } from "../../array/ndarray.ts";
import { isOptions, readOptions } from "../../options.ts";
import { absolute, subtract } from "../../ufunc/arithmetic.ts";
import { equal, less } from "../../ufunc/comparison.ts";
import { isclose } from "../closeness.ts";
import { AssertionError, type Comparison, assertEach, itemMessage } from "./compare.ts";
import { general } from "./general.ts";

export interface AssertionOptions {
  /** Said in addition when it fails. */
  readonly err_msg?: string | undefined;
  /** Whether both values are shown; true unless told. */
  readonly verbose?: boolean | undefined;
}

export interface StrictOption {
  /** Whether shapes and dtypes must be the same too. */
  readonly strict?: boolean | undefined;
}

export interface AllcloseOptions extends AssertionOptions, StrictOption {
  /** 1e-7 unless told. */
  readonly rtol?: number | undefined;
  /** 0 unless told. */
  readonly atol?: number | undefined;
  /** true unless told. */
  readonly equal_nan?: boolean | undefined;
}

export interface DecimalOption extends AssertionOptions {
  /** How many decimals must agree. */
  readonly decimal?: number | undefined;
}

function comparison(
  holds: Comparison["holds"],
  header: string,
  options: AssertionOptions & StrictOption & { equal_nan?: boolean | undefined },
): Comparison {
  const { err_msg = "", verbose = true, strict = false, equal_nan = true } = options;
  return {
    holds,
    header,
    err_msg,
    verbose,
    strict,
    equal_nan,
    equal_inf: true,
    precision: 6,
    names: ["ACTUAL", "DESIRED"],
  };
}

/**
 * Fails unless every element is within `atol + rtol * |desired|`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_allclose.html
 *
 * @throws {AssertionError} with the number of mismatches and the largest differences
 * @example assert_allclose([1, 2 + 1e-9], [1, 2])
 */
export function assert_allclose(
  actual: ArrayLike,
  desired: ArrayLike,
  options?: AllcloseOptions,
): void {
  const given = readOptions("assert_allclose", options, [
    "rtol",
    "atol",
    "equal_nan",
    "err_msg",
    "verbose",
    "strict",
  ]);
  const { rtol = 1e-7, atol = 0 } = given;
  const header = `Not equal to tolerance rtol=${general(rtol)}, atol=${general(atol)}`;
  assertEach(
    actual,
    desired,
    comparison(
      (x, y) => isclose(x, y, { rtol, atol, equal_nan: given.equal_nan ?? true }),
      header,
      given,
    ),
  );
}

/**
 * Fails unless the arrays are equal element by element; nan equals nan, a scalar stands for a whole array.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_array_equal.html
 *
 * @throws {AssertionError} with the number of mismatches
 * @example assert_array_equal([1, NaN], [1, NaN])
 */
export function assert_array_equal(
  actual: ArrayLike,
  desired: ArrayLike,
  options?: AssertionOptions & StrictOption,
): void {
  const given = readOptions("assert_array_equal", options, ["err_msg", "verbose", "strict"]);
  assertEach(
    actual,
    desired,
    comparison((x, y) => equal(x, y), "Arrays are not equal", given),
  );
}

/**
 * Fails unless the arrays agree to `decimal` (6 unless told) decimals.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_array_almost_equal.html
 *
 * @throws {AssertionError}
 * @example assert_array_almost_equal([1, 2.0000001], [1, 2])
 */
export function assert_array_almost_equal(
  actual: ArrayLike,
  desired: ArrayLike,
  options?: number | DecimalOption,
): void {
  const given =
    typeof options === "number"
      ? { decimal: options }
      : readOptions("assert_array_almost_equal", options, ["decimal", "err_msg", "verbose"]);
  const { decimal = 6 } = given;
  const holds = (x: NDArray, y: NDArray): NDArray =>
    less(absolute(subtract(x, inexact(y))), 1.5 * 10 ** -decimal);
  const how = comparison(holds, `Arrays are not almost equal to ${decimal} decimals`, given);
  assertEach(actual, desired, { ...how, precision: decimal });
}

/**
 * Fails unless `x < y` for every pair of elements.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_array_less.html
 *
 * @throws {AssertionError}
 * @example assert_array_less([1, 2], [2, 3])
 */
export function assert_array_less(
  x: ArrayLike,
  y: ArrayLike,
  options?: AssertionOptions & StrictOption,
): void {
  const given = readOptions("assert_array_less", options, ["err_msg", "verbose", "strict"]);
  const how = comparison((a, b) => less(a, b), "Arrays are not strictly ordered `x < y`", given);
  assertEach(x, y, { ...how, equal_inf: false, names: ["x", "y"] });
}

/**
 * Fails unless two values are equal: scalars, arrays, or lists and plain objects of those.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_equal.html
 *
 * @throws {AssertionError} that names the first item that differs
 * @example assert_equal({ x: [1, 2] }, { x: [1, 2] })
 */
export function assert_equal(
  actual: unknown,
  desired: unknown,
  options?: AssertionOptions & StrictOption,
): void {
  const given = readOptions("assert_equal", options, ["err_msg", "verbose", "strict"]);
  const { err_msg = "", verbose = true } = given;
  if (isArrayValue(actual) || isArrayValue(desired)) {
    assert_array_equal(actual as ArrayLike, desired as ArrayLike, given); // toArray refuses what is none
    return;
  }
  const inside = (name: string, a: unknown, d: unknown): void =>
    assert_equal(a, d, { ...given, err_msg: `${name}\n${err_msg}` });
  if (Array.isArray(actual) && Array.isArray(desired)) {
    assert_equal(actual.length, desired.length, given);
    for (const [k, item] of desired.entries()) inside(`item=${k}`, actual[k], item);
  } else if (isOptions(actual) && isOptions(desired)) {
    const [a, d] = [new Map(Object.entries(actual)), new Map(Object.entries(desired))];
    assert_equal(a.size, d.size, given);
    for (const [key, value] of d) inside(`key='${key}'`, a.get(key), value);
  } else if (!sameScalar(actual, desired)) {
    throw new AssertionError(
      itemMessage("Items are not equal:", [actual, desired], err_msg, verbose),
    );
  }
}

function isArrayValue(x: unknown): boolean {
  return x instanceof NDArray || isTypedArray(x);
}

function sameScalar(a: unknown, b: unknown): boolean {
  if (isComplex(a) && isComplex(b)) return sameScalar(a.re, b.re) && sameScalar(a.im, b.im);
  const isNumeric = (x: unknown): boolean =>
    typeof x === "number" || typeof x === "bigint" || typeof x === "boolean";
  if (Object.is(a, b)) return true;
  if (!isNumeric(a) || !isNumeric(b)) return a === b;
  if (a === 0 && b === 0) return false; // of different signs, as in NumPy
  const exact = (x: unknown): unknown =>
    typeof x === "number" && Number.isInteger(x)
      ? BigInt(x)
      : typeof x === "boolean"
        ? BigInt(x)
        : x;
  return exact(a) === exact(b);
}

/**
 * Fails unless scalars or arrays agree to `decimal` (7 unless told) decimals.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_almost_equal.html
 *
 * @throws {AssertionError}
 * @example assert_almost_equal(2.12345678, 2.12345679)
 */
export function assert_almost_equal(
  actual: ArrayLike,
  desired: ArrayLike,
  options?: number | DecimalOption,
): void {
  const given =
    typeof options === "number"
      ? { decimal: options }
      : readOptions("assert_almost_equal", options, ["decimal", "err_msg", "verbose"]);
  const { decimal = 7, err_msg = "", verbose = true } = given;
  if (typeof actual !== "number" || typeof desired !== "number") {
    assert_array_almost_equal(actual, desired, { ...given, decimal });
    return;
  }
  const isSame = Object.is(actual, desired) || actual === desired;
  if (isSame || Math.abs(desired - actual) < 1.5 * 10 ** -decimal) return;
  const header = `Arrays are not almost equal to ${decimal} decimals`;
  throw new AssertionError(itemMessage(header, [actual, desired], err_msg, verbose));
}

/**
 * Fails unless `run` throws an error of that class, and gives the error.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_raises.html
 *
 * @throws {AssertionError}
 * @example assert_raises(ValueError, () => reshape([1], [2]))
 */
export function assert_raises<E extends Error>(
  exception_class: new (...args: never[]) => E,
  run: () => unknown,
): E {
  return assert_raises_regex(exception_class, /(?:)/, run);
}

/**
 * As `assert_raises`; the message must match too.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_raises_regex.html
 *
 * @throws {AssertionError}
 * @example assert_raises_regex(ValueError, /size 1/, () => reshape([1], [2]))
 */
export function assert_raises_regex<E extends Error>(
  exception_class: new (...args: never[]) => E,
  expected_regexp: RegExp | string,
  run: () => unknown,
): E {
  try {
    run();
  } catch (error) {
    if (!(error instanceof exception_class)) throw error;
    if (new RegExp(expected_regexp).test(error.message)) return error;
    throw new AssertionError(`"${String(expected_regexp)}" does not match "${error.message}"`);
  }
  throw new AssertionError(`${exception_class.name} not raised`);
}

/**
 * Fails unless `val` is true.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_.html
 *
 * @throws {AssertionError}
 * @example assert_(true)
 */
export function assert_(val: unknown, msg = ""): void {
  const holds = val instanceof NDArray ? toArray(val).item() : val;
  if (
    holds === false ||
    holds === 0 ||
    holds === 0n ||
    holds === null ||
    holds === undefined ||
    holds === ""
  )
    throw new AssertionError(msg);
}

/** `a` itself, or booleans and integers as floats: the difference has a sign then. */
function inexact(a: NDArray): NDArray {
  return a.dtype.kind === "f" || a.dtype.kind === "c" ? a : copyAs(a, float64, "K");
}
