/**
 * NumPy's answers in the corners: values, dtypes, strides, writeability, and what is refused. See `oracle/corners.py`.
 */
import { expect, test } from "vitest";
import * as np from "../src/index.ts";
import { resultDifference } from "./answers.ts";
import { type Spec, arrayOf, golden, number } from "./golden.ts";

type Gives = { readonly text: string | null } | Given | readonly Gives[];

interface Given extends Spec {
  readonly strides?: readonly number[];
  readonly writeable?: boolean;
}

interface Corner {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly kw?: Readonly<Record<string, unknown>>;
  readonly writes?: boolean;
  readonly rounded?: boolean;
  readonly ints?: boolean;
  readonly gives?: Gives;
  readonly error?: string;
  readonly message?: string;
}

/** Python's classes that JS has no counterpart of. */
const CLASSES: Readonly<Record<string, string>> = {
  UFuncTypeError: "TypeError",
  UFuncNoLoopError: "TypeError",
  UFuncBinaryResolutionError: "TypeError",
  UFuncInputCastingError: "TypeError",
  UFuncOutputCastingError: "TypeError",
  ZeroDivisionError: "ValueError",
  RuntimeError: "ValueError",
};

const corners = Map.groupBy(golden<Corner>("corners.jsonl"), ({ fn }) => fn);

test.each([...corners])("%s answers as NumPy's does", (_fn, cases) => {
  const failures = cases
    .map((c) => [c, difference(c)] as const)
    .filter(([, why]) => why !== null)
    .map(([c, why]) => `${JSON.stringify(c.args)} ${JSON.stringify(c.kw ?? {})}: ${why}`);
  expect(failures).toEqual([]);
});

function difference(corner: Corner): string | null {
  let got: unknown;
  try {
    got = run(corner);
  } catch (e) {
    const { name, message } = e as Error; // the library throws nothing else
    if (corner.error === undefined) return `threw ${name}: ${message}`;
    const isSame =
      name === (CLASSES[corner.error] ?? corner.error) && message === corner.message?.trimEnd();
    return isSame ? null : `threw ${name}: ${message}, NumPy ${corner.error}: ${corner.message}`;
  }
  if (corner.gives === undefined) return `threw nothing, NumPy ${corner.error}: ${corner.message}`;
  return gives(got, corner.gives, corner);
}

function run({ fn, args, kw = {}, writes }: Corner): unknown {
  let owner: unknown = np;
  let call: unknown = np;
  for (const part of fn.split(".")) [owner, call] = [call, (call as Record<string, unknown>)[part]]; // by name, as the oracle wrote it
  const given = args.map(read);
  const options = Object.fromEntries(Object.entries(kw).map(([key, x]) => [key, read(x)]));
  const all = Object.keys(options).length === 0 ? given : [...given, options];
  const result = (call as (...all: unknown[]) => unknown).apply(owner, all);
  return writes === true ? given[0] : result;
}

function read(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(read);
  if (typeof x !== "object" || x === null) return x;
  if ("owner" in x) return placed(x as Parameters<typeof placed>[0]); // as the oracle writes it
  if ("slice" in x) return np.slice(...(x.slice as [number | null]));
  if ("number" in x) return number(x.number);
  const { complex } = x as { complex: [unknown, unknown] }; // nothing else is left
  return { re: number(complex[0]), im: number(complex[1]) };
}

interface Placed {
  readonly owner: Spec;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

function placed({ owner, shape, strides, offset }: Placed): np.NDArray {
  const elements = arrayOf(owner);
  if (elements.size === 0) return np.reshape(elements, shape);
  const first = elements.get(np.slice(offset / elements.itemsize, null));
  return np.lib.stride_tricks.as_strided(first, shape, strides);
}

function gives(got: unknown, want: Gives, corner: Corner): string | null {
  if (isList(want)) {
    const parts = Array.isArray(got) ? (got as unknown[]) : Object.values(got ?? {});
    if (parts.length !== want.length) return `${parts.length} results, NumPy ${want.length}`;
    const why = want.map((w, k) => gives(parts[k], w, corner));
    const at = why.findIndex((w) => w !== null);
    return at < 0 ? null : `result ${at}: ${why[at]}`;
  }
  if ("text" in want) {
    const text = typeof got === "function" ? got.name : (got ?? null); // a dtype is callable
    return text === want.text ? null : `${String(text)}, NumPy ${want.text}`;
  }
  const differs = resultDifference(got, want, corner.ints === true, corner.rounded !== true);
  if (differs !== null || !(got instanceof np.NDArray) || want.strides === undefined)
    return differs;
  if (got.flags.writeable !== want.writeable) return `writeable ${got.flags.writeable}`;
  const scale = got.itemsize / np.dtype(want.dtype).itemsize;
  const at = got.strides.findIndex((s, k) => got.shape[k]! > 1 && s !== want.strides![k]! * scale);
  return at < 0 ? null : `strides (${got.strides.join(",")}), NumPy (${want.strides.join(",")})`;
}

function isList(x: Gives): x is readonly Gives[] {
  return Array.isArray(x);
}
