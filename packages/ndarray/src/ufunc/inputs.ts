/**
 * What a ufunc was given: arrays with their dtypes, or weak JS scalars.
 *
 * Knows NEP 50: beside an array a JS scalar brings its kind but no width. Alone it is an array like any other.
 * Source: https://numpy.org/neps/nep-0050-scalar-promotion.html
 */
import {
  type DType,
  type Scalar,
  DEFAULT_INT,
  bool,
  complex128,
  float64,
  int64,
  int8,
} from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";
import { type Casting, type Weak, resolveWeak, resultDType } from "../dtype/promote.ts";
import { OverflowError, cannotCastPython, outOfBounds } from "../errors.ts";
import { scalarScratch, toArray } from "../array/convert.ts";
import { isComplex } from "../array/element.ts";
import { scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import type { UfuncRow } from "./row.ts";

/** An array, or a weak scalar that waits for its dtype. */
export type Input = NDArray | WeakScalar;

export class WeakScalar {
  readonly value: Scalar;
  readonly weak: Weak;

  constructor(value: Scalar, weak: Weak) {
    this.value = value;
    this.weak = weak;
  }
}

/** `args` as inputs: scalars are weak where any other argument is not a scalar. */
export function toInputs(args: readonly unknown[]): Input[] {
  let isMixed = false;
  for (const x of args) if (x instanceof NDArray || weakKind(x) === null) isMixed = true;
  const inputs: Input[] = [];
  for (const x of args) {
    const weak = x instanceof NDArray || !isMixed ? null : weakKind(x);
    inputs.push(
      weak === null ? toArray(x, undefined, scratchArray) : new WeakScalar(x as Scalar, weak),
    ); // weakKind has looked at it
  }
  return inputs;
}

/** Which of Python's scalars a JS value stands for, or null for everything else. */
export function weakKind(x: unknown): Weak | null {
  if (typeof x === "number") return Number.isInteger(x) && !Object.is(x, -0) ? "int" : "float";
  if (typeof x === "bigint") return "int";
  if (typeof x === "boolean") return "bool";
  return isComplex(x) ? "complex" : null;
}

/** The dtype each input enters the search for a loop with. */
export function inputDTypes(row: UfuncRow, inputs: readonly Input[]): DType[] {
  const dtypes: DType[] = [];
  let isWeak = false;
  for (const x of inputs) {
    if (x instanceof NDArray) dtypes.push(x.dtype);
    else isWeak = true;
  }
  if (!isWeak) return dtypes;
  const base = resultDType(dtypes);
  return inputs.map((x, k) => {
    if (x instanceof NDArray) return x.dtype;
    if (row.name === "ldexp" && (x.weak === "int" || x.weak === "bool"))
      return k === 0 ? int8 : DEFAULT_INT; // the exponents' dtype says nothing about the numbers, nor the other way round
    return resolveWeak(x.weak, base);
  });
}

/**
 * `inputs` ready for a comparison: a whole number outside an integer dtype becomes an infinity.
 *
 * Nothing of the dtype equals it, and everything lies on one side of it; so it is compared instead of refused.
 */
export function comparable(inputs: readonly Input[]): readonly Input[] {
  const other = inputs.find((x) => x instanceof NDArray);
  const weak = inputs.find((x) => x instanceof WeakScalar);
  if (other === undefined || weak === undefined || weak.weak !== "int") return inputs;
  const dtype = other.dtype.kind === "b" ? DEFAULT_INT : other.dtype;
  if (!isInteger(dtype) || fits(weak, dtype)) return inputs;
  const infinity = scalarScratch(Number(weak.value) > 0 ? Infinity : -Infinity, float64);
  return inputs.map((x) => (x === weak ? infinity : x));
}

/**
 * A 0-d array that holds a weak scalar: of `dtype` where its kind fits there, else of the dtype it has alone.
 *
 * @throws {OverflowError} when a whole number does not fit an integer dtype
 * @throws {TypeError} when `casting` is "equiv", and the scalar alone has another dtype
 */
export function weakArray(
  scalar: WeakScalar,
  dtype: DType,
  casting: Casting = "same_kind",
): NDArray {
  const alone = ALONE[scalar.weak];
  if (RANK[dtype.kind] < RANK[alone.kind] || alone === bool)
    return scalarScratch(scalar.value, aloneDType(scalar));
  if (casting === "equiv" && dtype !== alone && dtype !== int64)
    throw new TypeError(cannotCastPython(scalar.weak, dtype.name, casting));
  if (isInteger(dtype) && !fits(scalar, dtype))
    throw new OverflowError(outOfBounds(scalar.value as number | bigint, dtype.name)); // that is what weak "int" means
  return scalarScratch(scalar.value, dtype);
}

/** `x` as an array that is not weak: a whole JS number has the default integer, as Python's would. */
export function strongArray(x: unknown): NDArray {
  const weak = x instanceof NDArray ? null : weakKind(x);
  if (weak === null) return toArray(x, undefined, scratchArray);
  return scalarScratch(x, aloneDType(new WeakScalar(x as Scalar, weak))); // weakKind has looked at it
}

const RANK = { b: 0, i: 1, u: 1, f: 2, c: 3 } as const;
const ALONE = { bool, int: DEFAULT_INT, float: float64, complex: complex128 } as const;

function aloneDType(scalar: WeakScalar): DType {
  if (scalar.weak !== "int" || fits(scalar, DEFAULT_INT)) return ALONE[scalar.weak];
  if (!fits(scalar, int64))
    throw new OverflowError(outOfBounds(scalar.value as number | bigint, "int64")); // see weakArray
  return int64;
}

function isInteger(dtype: DType): boolean {
  return dtype.kind === "i" || dtype.kind === "u";
}

function fits({ value }: WeakScalar, dtype: DType): boolean {
  const { min, max } = iinfo(dtype);
  const n = value as number | bigint; // that is what weak "int" means
  return n >= min && n <= max;
}
