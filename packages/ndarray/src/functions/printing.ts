/**
 * NumPy's names for the text of arrays and floats.
 *
 * Knows how an array gives up its elements one by one; the text is made in `print/`.
 * Source: https://numpy.org/doc/stable/reference/routines.io.html#text-formatting-options
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import type { NDArray } from "../array/ndarray.ts";
import { arrayText, type Array2StringOptions } from "../print/array2string.ts";
import { type ArrayTextOptions, reprText, strText } from "../print/array_text.ts";
import { floatOf } from "../print/digits.ts";
import {
  positionalText,
  scientificText,
  type PositionalOptions,
  type ScientificOptions,
} from "../print/float_text.ts";
import type { Printable } from "../print/printable.ts";

/**
 * The elements of `a` in brackets, without `array(…)` around them.
 *
 * An array without elements is `[]`. Options left out are those in force, see `set_printoptions`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array2string.html
 * @throws {ValueError} for a `floatmode` or `sign` that does not exist
 * @example array2string([1.5, 2], { precision: 1, separator: "; " }) // "[1.5; 2. ]"
 */
export function array2string(a: ArrayLike, options: Array2StringOptions = {}): string {
  return arrayText(printable(toArray(a)), options);
}

/**
 * NumPy's `str(a)`, as `String(a)` gives it: no commas; a 0-d array prints as its scalar.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array_str.html
 * @example array_str([1, 2.5]) // "[1.  2.5]"
 */
export function array_str(a: ArrayLike, options: ArrayTextOptions = {}): string {
  return strText(printable(toArray(a)), options);
}

/**
 * NumPy's `repr(a)`: `array(…)`, with the dtype unless it is bool, int64, float64 or complex128.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array_repr.html
 * @example array_repr([1, 2.5]) // "array([1. , 2.5])"
 */
export function array_repr(a: ArrayLike, options: ArrayTextOptions = {}): string {
  return reprText(printable(toArray(a)), options);
}

/**
 * A float without an exponent: its fewest digits unless told otherwise.
 *
 * A JS number is a double; a 0-d array is a float of its own dtype.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.format_float_positional.html
 * @throws {ValueError} when a width is negative, or `min_digits` exceeds `precision`
 * @throws {TypeError} when `unique` is false and no `precision` is given
 * @example format_float_positional(1e-5) // "0.00001"
 */
export function format_float_positional(x: ArrayLike, options: PositionalOptions = {}): string {
  const a = toArray(x);
  return positionalText(Number(a.item()), floatOf(a.dtype.name), options);
}

/**
 * A float with one digit before the dot and an exponent: its fewest digits unless told otherwise.
 *
 * A JS number is a double; a 0-d array is a float of its own dtype.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.format_float_scientific.html
 * @throws {ValueError} when a width is negative, or `min_digits` exceeds `precision`
 * @throws {TypeError} when `unique` is false and no `precision` is given
 * @example format_float_scientific(12345) // "1.2345e+04"
 */
export function format_float_scientific(x: ArrayLike, options: ScientificOptions = {}): string {
  const a = toArray(x);
  return scientificText(Number(a.item()), floatOf(a.dtype.name), options);
}

/** What lies where `a` says it does when an element is asked for: a formatter may have moved it. */
function printable(a: NDArray): Printable {
  const { dtype, shape, strides } = a;
  return {
    dtype,
    shape,
    element: (index) =>
      readElement(
        a.memory,
        dtype,
        index.reduce((at, i, axis) => at + i * strides[axis]!, a.address),
      ),
  };
}
