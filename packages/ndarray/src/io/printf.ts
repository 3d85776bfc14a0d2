/**
 * Python's `%` formats for numbers: `%d %i %f %e %g %s` with flags, width and precision.
 *
 * Knows one number at a time. Rules: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
import { ValueError } from "../errors.ts";
import { positionalText, scientificText } from "../print/float_text.ts";

const CONVERSION = /%([-+ 0#]*)(\d*)(?:\.(\d*))?([a-zA-Z%])/g;

/** How many numbers `format` takes. */
export function conversionsIn(format: string): number {
  return [...format.matchAll(CONVERSION)].filter(([, , , , kind]) => kind !== "%").length;
}

/**
 * `values` in the places of `format`, one each.
 *
 * @throws {ValueError} for a conversion that is no number's
 */
export function printf(format: string, values: readonly (number | bigint)[]): string {
  let next = 0;
  return format.replaceAll(
    CONVERSION,
    (_, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = values[next++];
      if (value === undefined) throw new TypeError("not enough arguments for format string");
      const text = converted(
        value,
        kind,
        precision === undefined ? null : Number(precision),
        flags.includes("#"),
      );
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
    case "s":
    case "r":
      return String(value).slice(0, precision ?? undefined);
    default:
      throw new ValueError(`unsupported format character '${kind}'`);
  }
}

function wholeText(value: number | bigint): string {
  if (typeof value === "bigint") return value.toString();
  if (!Number.isFinite(value))
    throw new ValueError(
      `cannot convert float ${Number.isNaN(value) ? "NaN" : "infinity"} to integer`,
    );
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
