/**
 * How arrays print: the options, their checks, and the ones in force.
 *
 * Knows no array. The options in force are state of the whole library, as they are in NumPy.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html
 */
import { ValueError } from "../errors.ts";
import type { Scalar } from "../dtype/dtype.ts";
import type { Printable } from "./printable.ts";

export type FloatMode = "fixed" | "unique" | "maxprec" | "maxprec_equal";
export type SignMode = "-" | "+" | " ";

/** Formatters by kind of element; `all` stands for every kind. */
export interface Formatters {
  readonly bool?: (value: boolean) => string;
  readonly int?: (value: number | bigint) => string;
  readonly int_kind?: (value: number | bigint) => string;
  readonly float?: (value: number) => string;
  readonly float_kind?: (value: number) => string;
  readonly complexfloat?: (value: { re: number; im: number }) => string;
  readonly complex_kind?: (value: { re: number; im: number }) => string;
  readonly all?: (value: Scalar) => string;
}

export interface PrintOptions {
  /** Most digits after the dot. */
  readonly precision: number;
  /** Arrays with more elements are summarized. */
  readonly threshold: number;
  /** Elements shown at each end of a summarized axis. */
  readonly edgeitems: number;
  /** Columns before a line breaks. */
  readonly linewidth: number;
  /** Never use the scientific form for the sake of small numbers. */
  readonly suppress: boolean;
  readonly nanstr: string;
  readonly infstr: string;
  readonly sign: SignMode;
  readonly floatmode: FloatMode;
  readonly formatter: Formatters | null;
  /** Kept for NumPy's sake; the older ways of printing are not offered. */
  readonly legacy: false;
  /** Stands in for `array_repr` altogether. */
  readonly override_repr: ((a: Printable) => string) | null;
}

/** Options to change; what is null or left out stays as it is. */
export type PrintOptionsLike = { readonly [K in keyof PrintOptions]?: PrintOptions[K] | null };

let current: PrintOptions = {
  edgeitems: 3,
  threshold: 1000,
  floatmode: "maxprec",
  precision: 8,
  suppress: false,
  linewidth: 75,
  nanstr: "nan",
  infstr: "inf",
  sign: "-",
  formatter: null,
  legacy: false,
  override_repr: null,
};

/**
 * Changes how arrays print from now on; `formatter` and `override_repr` are reset unless given.
 *
 * @throws {ValueError} for a `floatmode` or `sign` that does not exist, or a NaN `threshold`
 * @throws {TypeError} for a `precision` that is not whole, or a `threshold` that is not a number
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html
 * @example set_printoptions({ precision: 3 })
 */
export function set_printoptions(options: PrintOptionsLike = {}): void {
  const { formatter = null, override_repr = null } = options;
  current = { ...current, ...given(options), formatter, override_repr };
}

/**
 * The options in force, as a copy.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.get_printoptions.html
 * @example get_printoptions().linewidth // 75
 */
export function get_printoptions(): PrintOptions {
  return { ...current };
}

/**
 * What `body` returns when it runs under changed options, which are put back afterwards, whatever happens.
 *
 * NumPy's is a context manager; here the block is a function.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.printoptions.html
 * @example printoptions({ precision: 2 }, () => String(asarray([1 / 3]))) // "[0.33]"
 */
export function printoptions<T>(options: PrintOptionsLike, body: (options: PrintOptions) => T): T {
  const before = current;
  set_printoptions(options);
  try {
    return body(get_printoptions());
  } finally {
    current = before;
  }
}

/** The options in force, with `changes`. */
export function withOptions(changes: PrintOptionsLike): PrintOptions {
  return { ...current, ...given(changes) };
}

/** The options that were given, checked. */
function given(options: PrintOptionsLike): Partial<PrintOptions> {
  const { floatmode, sign, threshold, precision } = options;
  if (floatmode != null && !["fixed", "unique", "maxprec", "maxprec_equal"].includes(floatmode)) {
    throw new ValueError(
      'floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"',
    );
  }
  if (sign != null && !["-", "+", " "].includes(sign)) {
    throw new ValueError("sign option must be one of ' ', '+', or '-'");
  }
  if (threshold != null) {
    if (typeof threshold !== "number") throw new TypeError("threshold must be numeric");
    if (Number.isNaN(threshold)) {
      throw new ValueError(
        "threshold must be non-NAN, try sys.maxsize for untruncated representation",
      );
    }
  }
  if (precision != null && !Number.isInteger(precision))
    throw new TypeError("precision must be an integer");
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value != null));
}
