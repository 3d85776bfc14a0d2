/**
 * Replays calls that NumPy answered; see `oracle/ufuncs.py` and `oracle/reductions.py`.
 *
 * NumPy's default integer has 64 bits, ours 32: where no 64-bit integer goes in, one that comes out may be narrower.
 */
import * as np from "../src/index.ts";
import { ulpsBetween } from "./ulps.ts";
import { type Spec, arrayOf, scalar } from "./golden.ts";

type Argument =
  | Spec
  | { readonly scalar: unknown }
  | { readonly base: Spec; readonly perm: readonly number[]; readonly steps: readonly number[] };

export interface Call {
  readonly kind: string;
  readonly fn: string;
  readonly args: readonly Argument[];
  readonly kw?: Readonly<Record<string, unknown>>;
  readonly out?: Spec;
  readonly where?: Spec;
  readonly rounded: boolean;
  readonly expect?: readonly (Spec & { readonly strides?: readonly number[] })[];
  readonly error?: string;
  readonly message?: string;
}

/** Positions and counts have the default integer whatever they are taken of. */
const POSITIONS = new Set(["argmax", "argmin", "nanargmax", "nanargmin", "count_nonzero"]);
const EXTREMES = new Set(["maximum", "minimum", "fmax", "fmin"]);

/** What differs from NumPy's answer, or null. */
export function differenceFrom(c: Call): string | null {
  let got: unknown;
  try {
    got = run(c);
  } catch (e) {
    const { name, message } = e as Error; // the library throws nothing else
    if (c.error === undefined) return `threw ${name}: ${message}`;
    return name === c.error && message === c.message
      ? null
      : `threw ${name}: ${message}\n  expected ${c.error}: ${c.message}`;
  }
  if (c.expect === undefined) return `threw nothing, expected ${c.error}: ${c.message}`;
  const parts: unknown[] = Array.isArray(got) ? got : [got];
  if (parts.length !== c.expect.length) return `${parts.length} outputs`;
  for (const [k, want] of c.expect.entries()) {
    const why = compare(parts[k], want, c);
    if (why !== null) return why;
  }
  return null;
}

function run(c: Call): unknown {
  const [name, method] = c.fn.split(".") as [string, string?];
  const ufunc = (np as unknown as Record<string, unknown>)[name]; // by name, as the oracle wrote it
  const fn = (method === undefined ? ufunc : (ufunc as Record<string, unknown>)[method]) as (
    ...args: unknown[]
  ) => unknown;
  const options: Record<string, unknown> = { ...c.kw };
  if (c.out !== undefined) options["out"] = arrayOf(c.out);
  if (c.where !== undefined) options["where"] = arrayOf(c.where);
  const args = c.args.map(argument);
  return Object.keys(options).length === 0 ? fn(...args) : fn(...args, options);
}

function argument(x: Argument): unknown {
  if ("scalar" in x) return plain(x.scalar);
  if (!("base" in x)) return arrayOf(x);
  return np
    .transpose(arrayOf(x.base), x.perm)
    .get(...x.steps.map((step) => np.slice(null, null, step)));
}

/** A Python scalar: whole numbers come as text, since some are wider than a double. */
function plain(x: unknown): unknown {
  if (typeof x !== "string") return scalar(x, Array.isArray(x) ? "complex128" : "float64");
  if (x === "nan") return Number.NaN;
  const n = Number(x);
  return Number.isSafeInteger(n) ? n : BigInt(x);
}

function compare(
  got: unknown,
  want: Spec & { readonly strides?: readonly number[] },
  c: Call,
): string | null {
  if (!(got instanceof np.NDArray)) return compareScalar(got, want);
  const isWide = c.args.some((a) => "dtype" in a && a.dtype.endsWith("64"));
  const names = [
    want.dtype,
    ...(isWide && !POSITIONS.has(c.fn) ? [] : [want.dtype.replace(/^(u?int)64$/, "$132")]),
  ];
  if (!names.includes(got.dtype.name)) return `dtype ${got.dtype.name}, expected ${want.dtype}`;
  if (String(got.shape) !== String(want.shape)) return `shape ${got.shape}, expected ${want.shape}`;
  const isNarrow = got.dtype.name !== want.dtype;
  if (want.strides !== undefined && !isNarrow && want.shape.every((n) => n > 0)) {
    for (const [k, n] of want.shape.entries()) {
      if (n > 1 && got.strides[k] !== want.strides[k])
        return `strides ${got.strides}, expected ${want.strides}`;
    }
  }
  const values = np.ravel(got).tolist() as unknown[];
  for (const [k, raw] of want.data.entries()) {
    const y = scalar(raw, want.dtype);
    const x = isNarrow ? BigInt(values[k] as number) : values[k]; // an integer
    if (EXTREMES.has(c.fn) && x === 0 && y === 0) continue; // which zero NumPy takes depends on its vector loops
    if (!same(x, y, got.dtype.name, c.rounded))
      return `element ${k} is ${text(x)}, expected ${text(y)}`;
  }
  return null;
}

/** A reduction over all axes: the value alone. */
function compareScalar(got: unknown, want: Spec): string | null {
  if (want.shape.length > 0) return `a scalar, expected shape ${want.shape}`;
  const y = scalar(want.data[0], want.dtype);
  const x = typeof y === "bigint" && typeof got === "number" ? BigInt(got) : got;
  return same(x, y, want.dtype, true) ? null : `${text(x)}, expected ${text(y)}`;
}

function same(x: unknown, y: unknown, dtype: string, rounded: boolean): boolean {
  if (typeof x === "number" && typeof y === "number")
    return Object.is(x, y) || (rounded && ulpsBetween(x, y, dtype) <= 4);
  if (typeof y !== "object") return x === y;
  const [a, b] = [x as np.Complex, y as np.Complex]; // the dtype is complex
  const part = dtype === "complex64" ? "float32" : "float64";
  if (same(a.re, b.re, part, rounded) && same(a.im, b.im, part, rounded)) return true;
  // A complex result is accurate as a whole: a part much smaller than the other may have fewer digits.
  const size = Math.hypot(b.re, b.im);
  return (
    rounded && Math.hypot(a.re - b.re, a.im - b.im) <= size * (dtype === "complex64" ? 1e-5 : 5e-14)
  );
}

function text(x: unknown): string {
  return typeof x === "object"
    ? JSON.stringify(x, (_, v: unknown) => (typeof v === "number" ? String(v) : v))
    : Object.is(x, -0)
      ? "-0"
      : String(x);
}
