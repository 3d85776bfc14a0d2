/**
 * One float as text: positional (`0.25`) or scientific (`2.5e-01`), trimmed and padded.
 *
 * Knows digits and one number at a time; what the numbers beside it need is `formats.ts`'s affair.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.format_float_scientific.html
 */
import { ValueError } from "../errors.ts";
import {
  digitsDownTo,
  leadingExponent,
  shortestDigits,
  type Digits,
  type FloatName,
} from "./digits.ts";

/**
 * What happens to trailing zeros: `k` keeps them, `.` leaves the dot alone, `0` leaves one zero after the
 * dot, `-` leaves neither.
 */
export type Trim = "k" | "." | "0" | "-";

interface FloatOptions {
  /** Most digits after the dot (or in all, with `fractional: false`). */
  readonly precision?: number | null;
  /** Fewest digits that tell the value apart; else exactly `precision` of them. */
  readonly unique?: boolean;
  readonly trim?: Trim;
  /** Write `+` before positive values. */
  readonly sign?: boolean;
  /** Least width before the dot, sign included. */
  readonly pad_left?: number | null;
  readonly min_digits?: number | null;
}

export interface PositionalOptions extends FloatOptions {
  /** `precision` counts digits after the dot; else all significant ones. */
  readonly fractional?: boolean;
  /** Least width after the dot. */
  readonly pad_right?: number | null;
}

export interface ScientificOptions extends FloatOptions {
  /** Least digits of the exponent; 2 unless told. */
  readonly exp_digits?: number | null;
}

/** `x` of float `name` without an exponent. */
export function positionalText(x: number, name: FloatName, options: PositionalOptions): string {
  checkOptions(options, ["precision", "pad_left", "pad_right", "min_digits"]);
  needPrecision(options);
  const {
    fractional = true,
    precision = null,
    unique = true,
    trim = "k",
    min_digits = null,
  } = options;
  if (!fractional && precision === 0)
    throw new ValueError("precision must be greater than 0 if fractional=False");
  if (!Number.isFinite(x)) return special(x, options.sign);
  const size = Math.abs(x);
  const first = fractional ? 0 : leadingExponent(size) + 1;
  const { digits, exponent } = chosenDigits(size, name, options, first);

  const whole = exponent < 0 ? "0" : digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  let fraction = exponent < 0 ? "0".repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  const wanted = (unique ? min_digits : precision) ?? 0;
  fraction = trimZeros(fraction, trim, fractional ? wanted : wanted - whole.length);

  const dot = fraction === "" && trim === "-" ? "" : ".";
  const left = (signOf(x, options.sign) + whole).padStart(options.pad_left ?? 0);
  const right = options.pad_right ?? -1;
  const gap = right < fraction.length ? 0 : right - fraction.length + (dot === "" ? 1 : 0);
  return left + dot + fraction + " ".repeat(gap);
}

/** `x` of float `name` with one digit before the dot and an exponent. */
export function scientificText(x: number, name: FloatName, options: ScientificOptions): string {
  checkOptions(options, ["precision", "pad_left", "exp_digits", "min_digits"]);
  needPrecision(options);
  if (!Number.isFinite(x)) return special(x, options.sign);
  const { precision = null, unique = true, trim = "k", min_digits = null } = options;
  const size = Math.abs(x);
  const { digits, exponent } = chosenDigits(size, name, options, leadingExponent(size));
  const fraction = trimZeros(digits.slice(1), trim, (unique ? min_digits : precision) ?? 0);
  const dot = digits.length === 1 && trim === "-" ? "" : "."; // zeros that are trimmed leave their dot here
  const left = (signOf(x, options.sign) + digits[0]!).padStart(options.pad_left ?? 0);
  const power = Math.abs(exponent)
    .toString()
    .padStart(Math.max(options.exp_digits ?? 2, 1), "0");
  return `${left}${dot}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
}

/** @throws {TypeError} when the digits are neither to be the fewest nor counted */
function needPrecision({ unique = true, precision = null }: FloatOptions): void {
  if (!unique && precision === null)
    throw new TypeError("in non-unique mode `precision` must be supplied");
}

/** The digits `options` ask for; digit number `n` after the one at `first` has power `first - n`. */
function chosenDigits(x: number, name: FloatName, options: FloatOptions, first: number): Digits {
  const { precision = null, unique = true, min_digits = null } = options;
  if (!unique) {
    // needPrecision has seen to it that there is one
    return x === 0 ? { digits: "0", exponent: 0 } : digitsDownTo(x, first - precision!, true);
  }
  const short = shortestDigits(x, name);
  if (x === 0) return short;
  // A value just below a power of ten ends at its own first digit, even where that rounds up to the power.
  const end = Math.min(short.exponent - short.digits.length + 1, leadingExponent(x));
  const lowest = Math.max(
    Math.min(end, min_digits === null ? end : first - min_digits),
    precision === null ? -Infinity : first - precision,
  );
  return lowest === end ? short : digitsDownTo(x, lowest, false);
}

function trimZeros(fraction: string, trim: Trim, wanted: number): string {
  if (trim === "k") return fraction.padEnd(wanted, "0");
  const kept = fraction.replace(/0+$/, "");
  return kept === "" && trim === "0" ? "0" : kept;
}

function signOf(x: number, isPlusShown = false): string {
  if (x < 0 || Object.is(x, -0)) return "-";
  return isPlusShown ? "+" : "";
}

function special(x: number, isPlusShown = false): string {
  if (Number.isNaN(x)) return "nan";
  return x < 0 ? "-inf" : isPlusShown ? "+inf" : "inf";
}

function checkOptions(
  options: PositionalOptions & ScientificOptions,
  keys: (keyof (PositionalOptions & ScientificOptions))[],
): void {
  for (const key of keys) {
    const value = options[key];
    if (typeof value === "number" && value < 0) throw new ValueError(`${key} must be >= 0`);
  }
  const { precision, min_digits, trim = "k" } = options;
  if (precision && min_digits && min_digits > precision) {
    throw new ValueError("min_digits must be less than or equal to precision");
  }
  if (!["k", ".", "0", "-"].includes(trim)) {
    throw new TypeError(`if supplied, trim must be 'k', '.', '0' or '-' found \`${trim}\``);
  }
}
