/**
 * How the elements of one array print alike: a formatter fits its width and precision to all of them.
 *
 * Knows lists of elements and no shape. Rules:
 * https://numpy.org/doc/stable/reference/generated/numpy.array2string.html
 */
import type { Complex, DTypeFacts, Scalar } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { floatOf, roundTo, type FloatName } from "./digits.ts";
import { positionalText, scientificText, type Trim } from "./float_text.ts";
import { get_printoptions, type Formatters, type PrintOptions, type SignMode } from "./options.ts";

/** Makes the text of one element; all come out equally wide, where NumPy's do. */
export type Format = (value: Scalar) => string;

/** The formatter for `values`, all of `dtype`; `isScalar` when they are the one element of a 0-d array. */
export function formatOf(
  dtype: DTypeFacts,
  values: readonly Scalar[],
  isScalar: boolean,
  options: PrintOptions,
): Format {
  const own = options.formatter === null ? undefined : ownFormat(dtype, options.formatter);
  if (own !== undefined) return own;
  const float = floatOf(dtype.name);
  switch (dtype.kind) {
    case "b":
      return (value) => (value === true ? (isScalar ? "True" : " True") : "False");
    case "c": {
      const complex = values as readonly Complex[]; // elements of a complex dtype
      return complexFormat(complex, float, options);
    }
    case "f": {
      const format = floatFormat(values as readonly number[], float, options, options.sign); // of a float dtype
      return (value) => format(value as number); // of the same dtype
    }
    default:
      return integerFormat(values as readonly (number | bigint)[], options.sign); // of an integer dtype
  }
}

const FORMATTER_KEYS: Record<string, readonly (keyof Formatters)[]> = {
  b: ["bool", "all"],
  i: ["int", "int_kind", "all"],
  u: ["int", "int_kind", "all"],
  f: ["float", "float_kind", "all"],
  c: ["complexfloat", "complex_kind", "all"],
};

function ownFormat(dtype: DTypeFacts, formatters: Formatters): Format | undefined {
  for (const key of FORMATTER_KEYS[dtype.kind]!) {
    const formatter = formatters[key];
    if (formatter != null) return formatter as Format; // the key fits the dtype's kind
  }
  return undefined;
}

function integerFormat(values: readonly (number | bigint)[], sign: SignMode): Format {
  let max = values[0] ?? 0;
  let min = max;
  for (const value of values) {
    if (value > max) max = value;
    if (value < min) min = value;
  }
  const mark = sign === " " && min < 0 ? "-" : sign;
  const isMarked = max >= 0 && mark !== "-";
  const width =
    values.length === 0 ? 0 : Math.max(`${max}`.length + (isMarked ? 1 : 0), `${min}`.length);
  return (value) => {
    const text = String(value);
    return (text.startsWith("-") || mark === "-" ? text : mark + text).padStart(width);
  };
}

function complexFormat(
  values: readonly Complex[],
  float: FloatName,
  options: PrintOptions,
): Format {
  const real = floatFormat(
    values.map((z) => z.re),
    float,
    options,
    options.sign,
  );
  const imag = floatFormat(
    values.map((z) => z.im),
    float,
    options,
    "+",
  );
  return (value) => {
    const { re, im } = value as Complex; // an element of the dtype that `values` have
    const text = imag(im);
    const end = text.trimEnd().length;
    return `${real(re)}${text.slice(0, end)}j${text.slice(end)}`;
  };
}

/** A width for the sign and the digits before the dot, one for the digits after it. */
interface Fit {
  readonly isScientific: boolean;
  readonly left: number;
  readonly right: number;
  readonly precision: number | null;
  readonly minDigits: number | null;
  readonly isUnique: boolean;
  readonly trim: Trim;
  readonly exponentWidth: number;
}

function floatFormat(
  values: readonly number[],
  float: FloatName,
  options: PrintOptions,
  signMode: SignMode,
): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const isPlusShown = signMode === "+";
  const fit = fitTo(finite, float, options, isPlusShown);
  let left = fit.left;
  if (signMode === " " && !finite.some(isNegative)) left += 1;
  const { nanstr, infstr } = get_printoptions();
  if (finite.length < values.length) {
    const room = fit.right + 1;
    const signed = signMode !== "-" || values.includes(-Infinity) ? 1 : 0;
    left = Math.max(left, nanstr.length - room, infstr.length + signed - room);
  }
  const { trim, precision, minDigits, isUnique } = fit;
  const shared = {
    trim,
    precision,
    unique: isUnique,
    min_digits: minDigits,
    sign: isPlusShown,
    pad_left: left,
  };
  return (x) => {
    if (Number.isNaN(x)) return ((isPlusShown ? "+" : "") + nanstr).padStart(left + fit.right + 1);
    if (!Number.isFinite(x)) {
      return ((x < 0 ? "-" : isPlusShown ? "+" : "") + infstr).padStart(left + fit.right + 1);
    }
    if (fit.isScientific)
      return scientificText(x, float, { ...shared, exp_digits: fit.exponentWidth });
    return positionalText(x, float, { ...shared, pad_right: fit.right });
  };
}

function fitTo(
  finite: readonly number[],
  float: FloatName,
  options: PrintOptions,
  sign: boolean,
): Fit {
  const { floatmode } = options;
  const precision = floatmode === "unique" ? null : options.precision;
  if (precision !== null && precision < 0) throw new ValueError("precision must be >= 0");
  const none = {
    left: 0,
    right: 0,
    precision,
    minDigits: null,
    isUnique: true,
    trim: ".",
    exponentWidth: 0,
  } as const;
  if (finite.length === 0) return { ...none, isScientific: false };

  const isFixed = floatmode === "fixed";
  const first = { precision, unique: !isFixed, trim: isFixed ? "k" : ".", sign } as const;
  const isUnique = !isFixed;
  if (isScientificNeeded(finite, float, options.suppress)) {
    const parts = finite.map((x) => split(scientificText(x, float, first)));
    const digits = longest(parts.map((p) => p.fraction));
    const exponentWidth = longest(parts.map((p) => p.exponent)) - 1;
    const left = longest(parts.map((p) => p.whole));
    const right = exponentWidth + 2 + digits;
    return {
      isScientific: true,
      left,
      right,
      precision: digits,
      minDigits: digits,
      isUnique,
      trim: "k",
      exponentWidth,
    };
  }
  const parts = finite.map((x) => split(positionalText(x, float, first)));
  const left = longest(parts.map((p) => p.whole));
  const right = longest(parts.map((p) => p.fraction));
  const isEqual = isFixed || floatmode === "maxprec_equal";
  if (isEqual)
    return {
      ...none,
      isScientific: false,
      left,
      right,
      precision: right,
      minDigits: right,
      isUnique,
      trim: "k",
    };
  return { ...none, isScientific: false, left, right, isUnique, minDigits: null };
}

// Digits a decimal number keeps when it goes through the float and back: `finfo(dtype).precision`.
const DECIMALS: Record<FloatName, number> = { float16: 3, float32: 6, float64: 15 };

function isScientificNeeded(
  finite: readonly number[],
  float: FloatName,
  isSuppressed: boolean,
): boolean {
  let max = 0;
  let min = Infinity;
  for (const x of finite) {
    const size = Math.abs(x);
    if (size === 0) continue;
    if (size > max) max = size;
    if (size < min) min = size;
  }
  if (max === 0) return false;
  if (max >= 10 ** Math.min(8, DECIMALS[float])) return true;
  return !isSuppressed && (min < roundTo(0.0001, float) || roundTo(max / min, float) > 1000);
}

function split(text: string): { whole: string; fraction: string; exponent: string } {
  const [mantissa = "", exponent = ""] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { whole, fraction, exponent };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((n, text) => Math.max(n, text.length), 0);
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}
