/**
 * A ufunc as callers see it: a function with methods, made from one row.
 *
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import type { NDArray } from "../array/ndarray.ts";
import { type UfuncOptions, callUfunc } from "./call.ts";
import { type ReduceOptions, accumulateUfunc, reduceUfunc } from "./reduce.ts";
import type { UfuncRow } from "./row.ts";

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
  accumulate(a: unknown, options?: Omit<ReduceOptions, "axis"> & { readonly axis?: number }): NDArray;
}

export interface UnaryUfunc extends UfuncMethods {
  (x: unknown, options?: UfuncOptions): NDArray;
}

export interface BinaryUfunc extends UfuncMethods {
  (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray;
}

/** The function for a row that takes two inputs and gives one output. */
export function binaryUfunc(row: UfuncRow): BinaryUfunc {
  const call = (x1: unknown, x2: unknown, options?: UfuncOptions): NDArray => callUfunc(row, [x1, x2], options)[0]!;
  return Object.assign(named(call, row.name), methodsOf(row));
}

/** The function for a row that takes one input and gives one output. */
export function unaryUfunc(row: UfuncRow): UnaryUfunc {
  const call = (x: unknown, options?: UfuncOptions): NDArray => callUfunc(row, [x], options)[0]!;
  return Object.assign(named(call, row.name), methodsOf(row));
}

function methodsOf(row: UfuncRow): UfuncMethods {
  return {
    nin: row.nin,
    nout: row.nout,
    nargs: row.nin + row.nout,
    identity: row.identity ?? null,
    types: row.loops,
    reduce: (a, options) => reduceUfunc(row, a, { axis: 0, ...options }),
    accumulate: (a, options) => accumulateUfunc(row, a, options),
  };
}

function named<F extends object>(fn: F, name: string): F {
  Object.defineProperty(fn, "name", { value: name });
  return fn;
}
