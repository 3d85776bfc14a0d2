/**
 * A ufunc as callers see it: a function with methods, made from one row.
 *
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { NDArray } from "../array/ndarray.ts";
import type { DTypeOf, Meet, Quotient } from "../dtype/result.ts";
import { type UfuncOptions, callUfunc } from "./call.ts";
import { readOptions } from "../options.ts";
import { FastPath } from "./fast.ts";
import { atUfunc, outerUfunc, reduceatUfunc } from "./methods.ts";
import {
  type AccumulateOptions,
  type ReduceOptions,
  accumulateUfunc,
  reduceUfunc,
} from "./reduce.ts";
import { type UfuncRow, loops } from "./row.ts";

interface UfuncMethods {
  readonly nin: number;
  readonly nout: number;
  readonly nargs: number;
  readonly identity: number | null;
  /** Loop strings, in the order they are tried. */
  readonly types: readonly string[];
  /** Folds along one axis (0 unless told), several, or all (`axis: null`). */
  reduce(a: unknown, options?: ReduceOptions): NDArray;
  /** Running fold along one axis (0 unless told). */
  accumulate(a: unknown, options?: AccumulateOptions): NDArray;
  /** Folds the stretches `a[indices[i]:indices[i + 1]]` along one axis (0 unless told). */
  reduceat(a: unknown, indices: unknown, options?: AccumulateOptions): NDArray;
  /** Every element of `a` with every element of `b`; the shape is both shapes one after the other. */
  outer(a: unknown, b: unknown, options?: UfuncOptions): NDArray;
  /** In place and unbuffered: `a[index] = f(a[index], values)`, a place named twice counting twice. */
  at(a: NDArray, index: readonly unknown[], values?: unknown): void;
}

/** One input, one output. */
export interface UnaryUfunc extends UfuncMethods {
  (x: unknown, options?: UfuncOptions): NDArray;
}

/** Two inputs, one output. */
export interface BinaryUfunc extends UfuncMethods {
  (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray;
}

/** One input, one output of the same dtype. */
export interface KeepingUfunc extends UnaryUfunc {
  <X>(x: X): NDArray<DTypeOf<X>>;
  (x: unknown, options?: UfuncOptions): NDArray;
}

/** Two inputs, one output of the dtype that they meet in. */
export interface PromotingUfunc extends BinaryUfunc {
  <X, Y>(x1: X, x2: Y): NDArray<Meet<X, Y>>;
  (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray;
}

/** A true division. */
export interface DividingUfunc extends BinaryUfunc {
  <X, Y>(x1: X, x2: Y): NDArray<Quotient<Meet<X, Y>>>;
  (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray;
}

/** One input, one truth value. */
export interface TestingUfunc extends UnaryUfunc {
  (x: unknown): NDArray<"bool">;
  (x: unknown, options?: UfuncOptions): NDArray;
}

/** Two inputs, one truth value. */
export interface ComparingUfunc extends BinaryUfunc {
  (x1: unknown, x2: unknown): NDArray<"bool">;
  (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray;
}

/** One input, two outputs. */
export interface UnaryPairUfunc extends UfuncMethods {
  (x: unknown, options?: UfuncOptions): [NDArray, NDArray];
}

/** Two inputs, two outputs. */
export interface BinaryPairUfunc extends Omit<UfuncMethods, "outer"> {
  (x1: unknown, x2: unknown, options?: UfuncOptions): [NDArray, NDArray];
  outer(a: unknown, b: unknown, options?: UfuncOptions): [NDArray, NDArray];
}

/** What a row may say beyond its name and loops. */
type More = Partial<Omit<UfuncRow, "name" | "nin" | "nout" | "loops">>;

/** A ufunc of one input: `chars` are its dtypes, `pattern` one loop for each, or `chars` is the list of loops. */
export function unary<F extends UnaryUfunc = UnaryUfunc>(
  name: string,
  chars: string | readonly string[],
  pattern = "$->$",
  more: More = {},
): F {
  const row = makeRow(name, 1, 1, chars, pattern, more);
  const fast = new FastPath(row);
  const call = (x: unknown, options?: UfuncOptions): NDArray => {
    const out = outOnly(options);
    return (out === undefined ? null : fast.unary(x, out)) ?? callUfunc(row, [x], options)[0]!;
  };
  return finish(call, row) as UnaryUfunc as F; // the row decides the dtypes that F tells the compiler
}

/** A ufunc of two inputs; see `unary`. */
export function binary<F extends BinaryUfunc = BinaryUfunc>(
  name: string,
  chars: string | readonly string[],
  pattern = "$$->$",
  more: More = {},
): F {
  const row = makeRow(name, 2, 1, chars, pattern, more);
  const fast = new FastPath(row);
  const call = (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray => {
    const out = outOnly(options);
    return (
      (out === undefined ? null : fast.binary(x1, x2, out)) ?? callUfunc(row, [x1, x2], options)[0]!
    );
  };
  return finish(call, row) as BinaryUfunc as F; // the row decides the dtypes that F tells the compiler
}

/** A ufunc of one input and two outputs; see `unary`. */
export function unaryPair(name: string, chars: string, pattern: string): UnaryPairUfunc {
  const row = makeRow(name, 1, 2, chars, pattern, {});
  const call = (x: unknown, options?: UfuncOptions): [NDArray, NDArray] =>
    asPair(callUfunc(row, [x], options));
  return finish(call, row);
}

/** A ufunc of two inputs and two outputs; see `unary`. */
export function binaryPair(name: string, chars: string, pattern: string): BinaryPairUfunc {
  const row = makeRow(name, 2, 2, chars, pattern, {});
  const call = (x1: unknown, x2: unknown, options?: UfuncOptions): [NDArray, NDArray] =>
    asPair(callUfunc(row, [x1, x2], options));
  const outer = (a: unknown, b: unknown, options?: UfuncOptions): [NDArray, NDArray] =>
    asPair(outerUfunc(row, a, b, options));
  return Object.assign(finish(call, row), { outer });
}

/** The array that is asked for as `out` and nothing else, null where nothing is; undefined where more is. */
function outOnly(options: UfuncOptions | undefined): NDArray | null | undefined {
  if (options === undefined) return null;
  for (const key in options) if (key !== "out") return undefined;
  return options.out instanceof NDArray ? options.out : undefined;
}

const REDUCE_KEYS = ["axis", "dtype", "out", "keepdims", "initial", "where"] as const;
const ACCUMULATE_KEYS = ["axis", "dtype", "out"] as const;

const rows = new WeakMap<object, UfuncRow>();

/** The row behind a ufunc, for functions that fold without making a result of their own. */
export function rowOf(ufunc: object): UfuncRow {
  const row = rows.get(ufunc);
  if (row === undefined) throw new Error("internal: not a ufunc");
  return row;
}

function makeRow(
  name: string,
  nin: number,
  nout: number,
  chars: string | readonly string[],
  pattern: string,
  more: More,
): UfuncRow {
  return {
    name,
    nin,
    nout,
    loops: typeof chars === "string" ? loops(chars, pattern) : chars,
    ...more,
  };
}

function asPair(outputs: NDArray[]): [NDArray, NDArray] {
  return outputs as [NDArray, NDArray]; // the row has two outputs
}

function finish<F extends object>(call: F, row: UfuncRow): F & UfuncMethods {
  const ufunc = Object.assign(named(call, row.name), methodsOf(row));
  rows.set(ufunc, row);
  return ufunc;
}

function methodsOf(row: UfuncRow): UfuncMethods {
  return {
    nin: row.nin,
    nout: row.nout,
    nargs: row.nin + row.nout,
    identity: row.identity ?? null,
    types: row.loops,
    reduce: (a, options) =>
      reduceUfunc(row, a, {
        axis: 0,
        ...readOptions<ReduceOptions>("reduce", options, REDUCE_KEYS),
      }),
    accumulate: (a, options) =>
      accumulateUfunc(
        row,
        a,
        readOptions<AccumulateOptions>("accumulate", options, ACCUMULATE_KEYS),
      ),
    reduceat: (a, indices, options) =>
      reduceatUfunc(
        row,
        a,
        indices,
        readOptions<AccumulateOptions>("reduceat", options, ACCUMULATE_KEYS),
      ),
    outer: (a, b, options) => outerUfunc(row, a, b, options)[0]!,
    at: (a, index, values) => atUfunc(row, a, index, values),
  };
}

function named<F extends object>(fn: F, name: string): F {
  Object.defineProperty(fn, "name", { value: name });
  return fn;
}
