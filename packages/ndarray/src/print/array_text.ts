/**
 * `str` and `repr` of a whole array: what `String(a)` and an interactive session show.
 *
 * Knows which dtypes go without saying. Rules: https://numpy.org/doc/stable/reference/generated/numpy.array_repr.html
 */
import type { Complex, Scalar } from "../dtype/dtype.ts";
import { arrayText } from "./array2string.ts";
import { floatOf, type FloatName } from "./digits.ts";
import { positionalText, scientificText, type Trim } from "./float_text.ts";
import { get_printoptions } from "./options.ts";
import { sizeOf, type Printable } from "./printable.ts";

export interface ArrayTextOptions {
  readonly max_line_width?: number | null;
  readonly precision?: number | null;
  readonly suppress_small?: boolean | null;
}

/** NumPy's `str(a)`: no commas, and a 0-d array prints as its scalar, in full. */
export function strText(a: Printable, options: ArrayTextOptions = {}): string {
  return a.shape.length === 0 ? scalarText(a.element([]), a) : arrayText(a, options);
}

/** NumPy's `repr(a)` on 64-bit machines: `array(…)` with the dtype where the elements do not tell it. */
export function reprText(a: Printable, options: ArrayTextOptions = {}): string {
  const { override_repr, linewidth, threshold } = get_printoptions();
  if (override_repr !== null) return override_repr(a);
  const width = options.max_line_width ?? linewidth;
  const start = "array(";
  const text = arrayText(a, {
    ...options,
    max_line_width: width,
    separator: ", ",
    prefix: start,
    suffix: ")",
  });

  const size = sizeOf(a);
  const extras: string[] = [];
  const isShapeUnclear =
    (size === 0 && !(a.shape.length === 1 && a.shape[0] === 0)) || size > threshold;
  if (isShapeUnclear) extras.push(`shape=${pythonTuple(a.shape)}`);
  if (size === 0 || !IMPLIED.includes(a.dtype.name)) extras.push(`dtype=${a.dtype.name}`);
  if (extras.length === 0) return `${start}${text})`;

  const body = `${start}${text},`;
  const tail = `${extras.join(", ")})`;
  const lastLine = body.length - (body.lastIndexOf("\n") + 1);
  const space = lastLine + tail.length + 1 > width ? `\n${" ".repeat(start.length)}` : " ";
  return body + space + tail;
}

// What NumPy makes of Python's own numbers, so it need not be said; its default integer has 64 bits.
const IMPLIED: readonly string[] = ["int64", "float64", "complex128", "bool"];

function pythonTuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

function scalarText(value: Scalar, { dtype }: Printable): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  const float = floatOf(dtype.name);
  if (typeof value === "object") return complexText(value, float);
  return dtype.kind === "f" ? floatText(Number(value), float, "0") : String(value);
}

function complexText({ re, im }: Complex, float: FloatName): string {
  const imag = `${floatText(im, float, "-")}j`;
  if (Object.is(re, 0)) return imag;
  return `(${floatText(re, float, "-")}${imag.startsWith("-") ? "" : "+"}${imag})`;
}

// From here on a scalar has an exponent: a narrower float has no more digits to show.
const LARGEST: Record<FloatName, number> = { float16: 1e3, float32: 1e6, float64: 1e16 };

function floatText(x: number, float: FloatName, trim: Trim): string {
  const size = Math.abs(x);
  const isPlain = size === 0 || (size >= 1e-4 && size < LARGEST[float]);
  return isPlain ? positionalText(x, float, { trim }) : scientificText(x, float, { trim: "-" });
}
