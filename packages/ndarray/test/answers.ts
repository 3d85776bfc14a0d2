/**
 * Replaying NumPy's answers: a case is a call and what NumPy gave for it, or the error it threw.
 */
import * as np from "../src/index.ts";
import { NDArray } from "../src/index.ts";
import { type Spec, arrayOf, scalars } from "./golden.ts";

type Layout = "C" | "F" | "reversed" | "strided";

/** An array and how it lies in memory. */
export type LaidOut = Spec & { readonly layout: Layout };

/** An argument: `{ array }` in some layout, a list of those, or a plain value. */
type Written = unknown;

export interface Answer {
  readonly fn: string;
  readonly args: readonly Written[];
  readonly kw: Readonly<Record<string, Written>>;
  readonly expect?: Spec | readonly Spec[];
  readonly error?: string;
  readonly message?: string;
  /** Whether the width of integers is the library's choice. */
  readonly anyInt?: boolean;
  /** Whether the answer is what the first argument has become. */
  readonly inPlace?: boolean;
}

/** Relative error that rounding in another order may make; elements that are only moved are exact anyway. */
const TOLERANCE: Readonly<Record<string, number>> = {
  float16: 2e-3,
  float32: 2e-6,
  float64: 1e-13,
  complex64: 4e-6,
  complex128: 2e-13,
};

/** In what our answer differs from NumPy's, or null. */
export function difference(answer: Answer): string | null {
  let got: unknown;
  try {
    got = call(answer);
  } catch (error) {
    const { name, message } = error as Error; // whatever was thrown, it has both
    if (answer.error === undefined) return `threw ${name}: ${message}`;
    const wanted = CLASSES[answer.error] ?? answer.error;
    if (name !== wanted)
      return `threw ${name} (${message}), NumPy ${answer.error}: ${answer.message}`;
    return message === answer.message || isKnownSentence(answer.message ?? "")
      ? null
      : `says "${message}", NumPy "${answer.message}"`;
  }
  if (answer.error !== undefined) return `threw nothing, NumPy ${answer.error}: ${answer.message}`;
  const parts = partsOf(got);
  const wanted = partsOf(answer.expect) as Spec[]; // that is what it holds
  if (parts.length !== wanted.length) return `${parts.length} results, NumPy ${wanted.length}`;
  for (const [k, spec] of wanted.entries()) {
    const why = resultDifference(parts[k], spec, answer.anyInt === true);
    if (why !== null) return wanted.length === 1 ? why : `result ${k}: ${why}`;
  }
  return null;
}

/** Python's classes that JS has no counterpart of. */
const CLASSES: Readonly<Record<string, string>> = {
  UFuncTypeError: "TypeError",
  _UFuncNoLoopError: "TypeError",
  ZeroDivisionError: "ValueError",
  RuntimeError: "ValueError",
};

/** Sentences whose tail tells Python's own remapping of axes, or Python's names for things. */
function isKnownSentence(message: string): boolean {
  return (
    message.includes("remapped shapes") ||
    message.includes("ufunc") ||
    message.includes("maximum supported dimension")
  );
}

function call({ fn, args, kw, inPlace }: Answer): unknown {
  const table = np as unknown as Record<string, (...args: unknown[]) => unknown>; // called by name
  const options = Object.fromEntries(Object.entries(kw).map(([key, value]) => [key, read(value)]));
  const given = args.map(read);
  const result = table[fn]!(...given, ...(Object.keys(options).length > 0 ? [options] : []));
  return inPlace === true ? given[0] : result;
}

function read(x: Written): unknown {
  if (Array.isArray(x)) return x.map(read);
  if (typeof x === "object" && x !== null && "array" in x)
    return laidOut(x.array as Spec & { layout: Layout }); // as written
  return x;
}

/** The array that is written so. */
export function laidOut({ layout, ...spec }: LaidOut): NDArray {
  const a = arrayOf(spec, layout === "F" ? "F" : "C");
  if (layout === "C" || layout === "F") return a;
  const every = (part: string): string[] => spec.shape.map(() => part);
  if (layout === "reversed")
    return a
      .get(...every("::-1"))
      .copy()
      .get(...every("::-1"));
  const wide = np.zeros(
    spec.shape.map((n) => 2 * n),
    { dtype: spec.dtype },
  );
  const view = wide.get(...every("::2"));
  view.set(["..."], a);
  return view;
}

/** Tuples, lists and named tuples as one list. */
function partsOf(x: unknown): unknown[] {
  if (x instanceof NDArray || typeof x !== "object" || x === null || "dtype" in x || "re" in x)
    return [x];
  return Object.values(x).flatMap((part): unknown[] => (Array.isArray(part) ? part : [part]));
}

/** In what a result differs from NumPy's, or null; `exact` allows no rounding. */
export function resultDifference(
  got: unknown,
  want: Spec,
  anyInt: boolean,
  exact = false,
): string | null {
  const wanted = scalars(want);
  const isSame = (x: unknown, y: unknown): boolean =>
    exact ? isVery(x, y, anyInt) : isNear(x, y, want.dtype, anyInt);
  if (!(got instanceof NDArray)) {
    if (want.shape.length > 0) return `a scalar, NumPy an array of shape (${want.shape.join(",")})`;
    return isSame(got, wanted[0]) ? null : `${show(got)}, NumPy ${show(wanted[0])}`;
  }
  const isInt = (name: string): boolean => /^u?int/.test(name);
  if (got.dtype.name !== want.dtype && !(anyInt && isInt(got.dtype.name) && isInt(want.dtype)))
    return `dtype ${got.dtype.name}, NumPy ${want.dtype}`;
  if (String(got.shape) !== String(want.shape))
    return `shape (${got.shape.join(",")}), NumPy (${want.shape.join(",")})`;
  const values = [got.tolist()].flat(Infinity);
  const at = wanted.findIndex((w, k) => !isSame(values[k], w));
  return at < 0 ? null : `element ${at} is ${show(values[at])}, NumPy ${show(wanted[at])}`;
}

/** The very same value, the sign of a zero too. */
function isVery(got: unknown, want: unknown, anyInt: boolean): boolean {
  if (typeof want !== "object" || want === null)
    return Object.is(got, want) || (anyInt && Number(got) === Number(want));
  const [x, y] = [got, want] as [{ re: number; im: number }, { re: number; im: number }]; // complex both
  return Object.is(x.re, y.re) && Object.is(x.im, y.im);
}

function isNear(got: unknown, want: unknown, dtype: string, anyInt: boolean): boolean {
  if (typeof want === "object" && want !== null) {
    const [x, y] = [got, want] as [{ re: number; im: number }, { re: number; im: number }]; // complex both
    return isClose(x.re, y.re, TOLERANCE[dtype]!) && isClose(x.im, y.im, TOLERANCE[dtype]!);
  }
  if (typeof want === "number" && typeof got === "number")
    return isClose(got, want, TOLERANCE[dtype] ?? 0);
  return got === want || (anyInt && Number(got) === Number(want));
}

function isClose(got: number, want: number, tolerance: number): boolean {
  return (
    Object.is(got, want) ||
    got === want ||
    Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want))
  );
}

function show(x: unknown): string {
  return JSON.stringify(x, (_, v: unknown) =>
    typeof v === "bigint" ? `${v}n` : typeof v === "number" && !Number.isFinite(v) ? String(v) : v,
  );
}
