/**
 * Comparing arrays for an assertion, and the sentence that says how they differ.
 *
 * Knows NumPy's wording: how many elements, which ones, by how much, and both arrays.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_allclose.html
 */
import { getIndex } from "../../array/access.ts";
import { toArray } from "../../array/convert.ts";
import { copyAs } from "../../array/copy.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { complex128, float64 } from "../../dtype/dtype.ts";
import { tupleText } from "../../errors.ts";
import { uncounted } from "../../memory/counter.ts";
import { absolute, divide, subtract } from "../../ufunc/arithmetic.ts";
import { bitwise_and, bitwise_not } from "../../ufunc/bitwise.ts";
import { equal, isinf, isnan, minimum, not_equal } from "../../ufunc/comparison.ts";
import { broadcast_arrays } from "../broadcasting.ts";
import { array2string, array_repr, array_str } from "../printing.ts";
import { all, any, count_nonzero, max } from "../reductions.ts";
import { argwhere } from "../where.ts";

/** What an assertion of `np.testing` throws. */
export class AssertionError extends Error {
  override readonly name: string = "AssertionError";
}

export interface Comparison {
  /** For each pair of elements, whether they may pass. */
  readonly holds: (x: NDArray, y: NDArray) => NDArray;
  readonly header: string;
  readonly err_msg: string;
  readonly precision: number;
  readonly equal_nan: boolean;
  readonly equal_inf: boolean;
  readonly names: readonly [string, string];
  /** Whether shapes and dtypes must be the same, scalars included. */
  readonly strict: boolean;
  readonly verbose: boolean;
}

/** Fails unless `holds` is true of every pair. @throws {AssertionError} with NumPy's sentence */
export function assertEach(actual: unknown, desired: unknown, how: Comparison): void {
  uncounted(() => compareEach(actual, desired, how));
}

function compareEach(actual: unknown, desired: unknown, how: Comparison): void {
  const [x, y] = [toArray(actual), toArray(desired)];
  checkShapes(x, y, how);
  const [left, right] = broadcast_arrays(x, y) as [NDArray, NDArray]; // two in, two out
  const fail = (reason: string): never => {
    throw new AssertionError(message([x, y], `${how.err_msg}\n${reason}`, how));
  };
  const kept = comparable(left, right, how, fail);
  const wrong: NDArray = bitwise_and(bitwise_not(how.holds(left, right)), kept);
  if (!any(wrong)) return;
  const n = left.ndim === 0 ? 1 : left.size;
  const remarks = [
    mismatched(count_nonzero(wrong), n),
    ...places(x, y, wrong, how),
    ...differences(left, right, wrong),
  ];
  throw new AssertionError(message([x, y], `${how.err_msg}\n${remarks.join("\n")}`, how));
}

function checkShapes(x: NDArray, y: NDArray, how: Comparison): void {
  const sameShape = x.shape.join() === y.shape.join();
  const fits = how.strict
    ? sameShape && x.dtype === y.dtype
    : sameShape || x.ndim === 0 || y.ndim === 0;
  if (fits) return;
  const reason = sameShape
    ? `\n(dtypes ${x.dtype.name}, ${y.dtype.name} mismatch)`
    : `\n(shapes ${tupleText(x.shape, ", ")}, ${tupleText(y.shape, ", ")} mismatch)`;
  throw new AssertionError(message([x, y], how.err_msg + reason, how));
}

/** Where neither nan nor an infinity stands; those must stand at the same places. */
function comparable(
  x: NDArray,
  y: NDArray,
  { equal_nan, equal_inf }: Comparison,
  fail: (reason: string) => never,
): NDArray {
  let kept: NDArray = toArray(true);
  if (equal_nan) {
    const [inX, inY] = [isnan(x), isnan(y)];
    if (!all(equal(inX, inY))) fail("nan location mismatch:");
    kept = bitwise_not(inX);
  }
  if (!equal_inf) return kept;
  const [inX, inY]: NDArray[] = [bitwise_and(isinf(x), kept), bitwise_and(isinf(y), kept)];
  if (!all(equal(inX!, inY!))) fail("inf location mismatch:");
  if (any(bitwise_and(inX!, not_equal(x, y)))) fail("inf values mismatch:");
  return bitwise_and(kept, bitwise_not(inX!));
}

function mismatched(count: number, n: number): string {
  const percent = (100 * count) / n;
  return `Mismatched elements: ${count} / ${n} (${Number(percent.toPrecision(3))}%)`;
}

const MOST_PLACES = 5;

function places(x: NDArray, y: NDArray, wrong: NDArray, { names }: Comparison): string[] {
  if (wrong.ndim === 0) return [];
  const found = argwhere(wrong).tolist() as number[][]; // one row for each
  // Python formats a narrow float as its own, of 64 bits.
  const wide = (a: NDArray): NDArray =>
    a.dtype.kind === "f"
      ? copyAs(a, float64, "K")
      : a.dtype.kind === "c"
        ? copyAs(a, complex128, "K")
        : a;
  const elementOf = (a: NDArray, index: readonly number[]): string =>
    array_str(wide(a.ndim === 0 ? a : getIndex(a, index)));
  const lines = found
    .slice(0, MOST_PLACES)
    .map(
      (index) =>
        ` [${index.join(", ")}]: ${elementOf(x, index)} (${names[0]}), ${elementOf(y, index)} (${names[1]})`,
    );
  const title =
    found.length === 1
      ? "Mismatch at index:"
      : found.length <= MOST_PLACES
        ? "Mismatch at indices:"
        : `First ${MOST_PLACES} mismatches are at indices:`;
  return [title, ...lines];
}

function differences(x: NDArray, y: NDArray, wrong: NDArray): string[] {
  // Booleans cannot be subtracted; nor can NumPy take the smaller of two differences of unsigned scalars.
  if ((x.dtype.kind === "b" && y.dtype.kind === "b") || (x.dtype.kind === "u" && x.ndim === 0))
    return [];
  const forwards: NDArray = absolute(subtract(x, y));
  const error: NDArray =
    x.dtype.kind === "u" ? minimum(forwards, absolute(subtract(y, x))) : forwards;
  const nonzero: NDArray = bitwise_and(wrong, not_equal(y, toArray(0, y.dtype)));
  return [
    `Max absolute difference among violations: ${largest(getIndex(error, [wrong]))}`,
    `Max relative difference among violations: ${any(nonzero) ? largest(divide(getIndex(error, [nonzero]), absolute(getIndex(y, [nonzero])))) : "inf"}`,
  ];
}

function largest(a: NDArray): string {
  return array2string(toArray(max(a), a.dtype));
}

const MOST_LINES = 3;

/** `message` for two single values. */
export function itemMessage(
  header: string,
  values: readonly [unknown, unknown],
  err_msg: string,
  verbose: boolean,
): string {
  return message(values, err_msg, {
    header,
    names: ["ACTUAL", "DESIRED"],
    precision: 8,
    verbose,
  });
}

/** NumPy's layout of a failure: header, what went wrong, both values. */
function message(
  values: readonly unknown[],
  err_msg: string,
  how: Pick<Comparison, "header" | "names" | "precision" | "verbose">,
): string {
  const { header, names, precision, verbose } = how;
  const lines = [`\n${header}`];
  if (err_msg !== "") {
    if (!err_msg.includes("\n") && err_msg.length < 79 - header.length) lines[0] += ` ${err_msg}`;
    else lines.push(err_msg);
  }
  if (verbose) lines.push(...values.map((value, k) => ` ${names[k]}: ${shown(value, precision)}`));
  return lines.join("\n");
}

function shown(value: unknown, precision: number): string {
  const text = isArray(value) ? array_repr(value, { precision }) : plainText(value);
  const lines = text.split("\n");
  return lines.length > MOST_LINES + 1 ? `${lines.slice(0, MOST_LINES).join("\n")}...` : text;
}

function isArray(value: unknown): value is NDArray {
  return typeof value === "object" && value !== null && "layout" in value;
}

function plainText(value: unknown): string {
  return typeof value === "string"
    ? `'${value}'`
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
}
