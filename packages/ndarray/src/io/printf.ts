/**
 * Python's `%` formats for numbers: `%d %i %x %o %f %e %g %s` with flags, width and precision.
 *
 * Knows one number at a time. Rules: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
import { OverflowError, ValueError } from "../errors.ts";
import { positionalText, scientificText } from "../print/float_text.ts";

const CONVERSION = /%([-+ 0#]*)(\d*)(?:\.(\d*))?([a-zA-Z%])/g;

/** How many numbers `format` takes. */
export function conversionsIn(format: string): number {
  return [...format.matchAll(CONVERSION)].filter(([, , , , kind]) => kind !== "%").length;
}

/** Whether `format` has a conversion whose letter is one of `kinds`. */
export function hasConversion(format: string, kinds: string): boolean {
  return [...format.matchAll(CONVERSION)].some(([, , , , kind]) => kinds.includes(kind!)); // every match has one
}

/**
 * `values` in the places of `format`, one each; `texts` is what `%s` writes of them.
 *
 * @throws {ValueError} for a conversion that is no number's
 */
export function printf(
  format: string,
  values: readonly (number | bigint)[],
  texts: readonly string[] = values.map(String),
): string {
  let next = 0;
  return format.replaceAll(
    CONVERSION,
    (_, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = values[next];
      if (value === undefined) throw new TypeError("not enough arguments for format string");
      const most = precision === undefined ? null : Number(precision);
      const text =
        kind === "s" || kind === "r"
          ? texts[next]!.slice(0, most ?? undefined)
          : converted(value, kind, most, flags.includes("#"));
      next += 1;
      const sign = text.startsWith("-")
        ? "-"
        : flags.includes("+")
          ? "+"
          : flags.includes(" ")
            ? " "
            : "";
      const digits = text.startsWith("-") ? text.slice(1) : text;
      const room = Number(width);
      if (flags.includes("-")) return (sign + digits).padEnd(room);
      const isZeroFilled = flags.includes("0") && /^\d/.test(digits);
      return isZeroFilled
        ? sign + digits.padStart(room - sign.length, "0")
        : (sign + digits).padStart(room);
    },
  );
}

function converted(
  value: number | bigint,
  kind: string,
  precision: number | null,
  keepsZeros: boolean,
): string {
  const x = Number(value);
  switch (kind) {
    case "d":
    case "i":
    case "u":
      return wholeText(value).replace(/(?<=^-?)\d+$/, (digits) =>
        digits.padStart(precision ?? 0, "0"),
      );
    case "x":
    case "X":
    case "o": {
      const text = based(BigInt(value), kind === "o" ? 8 : 16, precision ?? 0, keepsZeros);
      return kind === "X" ? text.toUpperCase() : text;
    }
    case "f":
    case "F":
      return fixed(x, precision ?? 6);
    case "e":
    case "E": {
      const text = exponential(x, precision ?? 6);
      return kind === "E" ? text.toUpperCase() : text;
    }
    case "g":
    case "G": {
      const text = general(x, Math.max(precision ?? 6, 1), keepsZeros);
      return kind === "G" ? text.toUpperCase() : text;
    }
    default:
      throw new ValueError(`unsupported format character '${kind}'`);
  }
}

/** In another base, after its mark where that is asked for. */
function based(value: bigint, base: 8 | 16, precision: number, isMarked: boolean): string {
  const mark = !isMarked ? "" : base === 8 ? "0o" : "0x";
  const digits = (value < 0n ? -value : value).toString(base).padStart(precision, "0");
  return (value < 0n ? "-" : "") + mark + digits;
}

function wholeText(value: number | bigint): string {
  if (typeof value === "bigint") return value.toString();
  if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
  return BigInt(Math.trunc(value)).toString();
}

function fixed(x: number, precision: number): string {
  return positionalText(x, "float64", { precision, unique: false }).replace(/\.$/, "");
}

function exponential(x: number, precision: number): string {
  return scientificText(x, "float64", { precision, unique: false }).replace(".e", "e");
}

/** The shorter of both forms, of so many significant digits, without zeros at the end. */
function general(x: number, precision: number, keepsZeros: boolean): string {
  if (!Number.isFinite(x)) return fixed(x, 0);
  const scientific = exponential(x, precision - 1);
  const exponent = Number(scientific.slice(scientific.indexOf("e") + 1));
  const isFixed = exponent >= -4 && exponent < precision;
  const text = isFixed ? fixed(x, precision - 1 - exponent) : scientific;
  return keepsZeros
    ? text
    : text.replace(/\.?0+(?=e|$)/, (zeros) => (text.includes(".") ? "" : zeros));
}
