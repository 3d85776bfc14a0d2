/**
 * Questions about dtypes and about what a value is.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.dtype.html
 */
import { type ArrayLike, isTypedArray, toArray, toValues } from "../array/convert.ts";
import { isComplex } from "../array/element.ts";
import { NDArray } from "../array/ndarray.ts";
import {
  type DType,
  type DTypeFacts,
  type DTypeLike,
  type Scalar,
  dtype as asDType,
} from "../dtype/dtype.ts";
import { type Casting, type Weak, canCast, resultDType } from "../dtype/promote.ts";
import { OverflowError, ValueError } from "../errors.ts";
import { normalizeAxes } from "../layout/axis.ts";
import { type AxisOption } from "./reshape.ts";
import { positionalOr } from "../options.ts";
import { weakKind } from "../ufunc/inputs.ts";

export interface CastingOption {
  readonly casting?: Casting | undefined;
}

/**
 * Whether elements of one dtype may become another under a casting rule; `"safe"` unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.can_cast.html
 *
 * @throws {TypeError} when `from` is a JS scalar: the answer would depend on its value
 * @throws {ValueError} when there is no such rule
 * @example can_cast("int32", "float32") // false
 */
export function can_cast(
  from: DTypeLike | NDArray,
  to: DTypeLike,
  casting?: Casting | CastingOption,
): boolean {
  const rule =
    positionalOr<CastingOption, "casting">("can_cast", "casting", casting, null, ["casting"])
      .casting ?? "safe";
  if (!["no", "equiv", "safe", "same_kind", "unsafe"].includes(rule)) {
    throw new ValueError(
      `casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '${rule}')`,
    );
  }
  if (weakKind(from) !== null) {
    throw new TypeError(
      "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\n" +
        "This change was part of adopting NEP 50, we may explicitly allow them again in the future.",
    );
  }
  return canCast(
    from instanceof NDArray ? from.dtype : asDType(from as DTypeLike),
    asDType(to),
    rule,
  ); // the only other kind
}

/**
 * The dtype that arrays, dtypes and scalars meet in; JS scalars are weak.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.result_type.html
 *
 * @throws {ValueError} when there are none
 * @example result_type("int8", 3).name // "int8"
 */
export function result_type(...arrays_and_dtypes: readonly (ArrayLike | DTypeLike)[]): DType {
  const strong: DType[] = [];
  const weak: Weak[] = [];
  for (const x of arrays_and_dtypes) {
    const kind = weakKind(x);
    if (kind !== null) weak.push(kind);
    else strong.push(isDType(x) ? asDType(x) : toArray(x).dtype);
  }
  const result = resultDType(strong, weak);
  if (result === null) throw new ValueError("at least one array or dtype is required");
  return result;
}

function isDType(x: unknown): x is DTypeLike {
  return (
    typeof x === "string" ||
    typeof x === "function" ||
    (typeof x === "object" && x !== null && "itemsize" in x && "char" in x)
  );
}

/** Names for groups of dtypes, as the Array API has them. */
export type KindName =
  | "bool"
  | "signed integer"
  | "unsigned integer"
  | "integral"
  | "real floating"
  | "complex floating"
  | "numeric";

const KINDS: Record<KindName, string> = {
  bool: "b",
  "signed integer": "i",
  "unsigned integer": "u",
  integral: "iu",
  "real floating": "f",
  "complex floating": "c",
  numeric: "iufc",
};

/**
 * Whether a dtype is of a kind, by its name or by another dtype; of several, whether of any.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isdtype.html
 *
 * @throws {ValueError} when there is no such kind
 * @example isdtype("int8", "integral") // true
 */
export function isdtype(
  dtype: DTypeLike,
  kind: KindName | DTypeFacts | readonly (KindName | DTypeFacts)[],
): boolean {
  const given: DType = asDType(dtype);
  if (Array.isArray(kind)) return kind.some((k: KindName | DTypeFacts) => isdtype(given, k));
  const one = kind as KindName | DTypeFacts; // no list, as seen above
  if (typeof one !== "string") return asDType(one) === given;
  const letters = Object.hasOwn(KINDS, one) ? KINDS[one] : undefined;
  if (letters === undefined)
    throw new ValueError(`kind argument is a string, but '${one}' is not a known kind name.`);
  return letters.includes(given.kind);
}

/**
 * Whether `x` is a scalar, not an array or a list.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isscalar.html
 *
 * @example isscalar(3n) // true
 */
export function isscalar(x: unknown): boolean {
  return (
    typeof x === "number" ||
    typeof x === "bigint" ||
    typeof x === "boolean" ||
    typeof x === "string" ||
    (isComplex(x) && !isTypedArray(x))
  );
}

/**
 * Number of axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndim.html
 *
 * @example ndim([[1], [2]]) // 2
 */
export function ndim(a: ArrayLike): number {
  return toArray(a).ndim;
}

/**
 * Lengths of the axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.shape.html
 *
 * @example shape([[1], [2]]) // [2, 1]
 */
export function shape(a: ArrayLike): readonly number[] {
  return toArray(a).shape;
}

/**
 * Number of elements, or the length along one axis or several.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.size.html
 *
 * @throws {AxisError} when there is no such axis
 * @example size([[1, 2, 3]], { axis: 1 }) // 3
 */
export function size(a: ArrayLike, axis?: AxisOption["axis"] | AxisOption): number {
  const x = toArray(a);
  const given = positionalOr<AxisOption, "axis">("size", "axis", axis, null, ["axis"]).axis;
  return normalizeAxes(given, x.ndim).reduce((n, k) => n * x.shape[k]!, 1);
}

/**
 * Whether an array is Fortran-contiguous and not C-contiguous.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isfortran.html
 *
 * @example isfortran(zeros([2, 3], { order: "F" })) // true
 */
export function isfortran(a: NDArray): boolean {
  return a.flags.f_contiguous && !a.flags.c_contiguous;
}

/**
 * Whether `y` can be iterated: lists, arrays with axes, sets.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.iterable.html
 *
 * @example iterable(5) // false
 */
export function iterable(y: unknown): boolean {
  if (y instanceof NDArray) return y.ndim > 0;
  return typeof y === "string" || (typeof y === "object" && y !== null && Symbol.iterator in y);
}

/**
 * The inexact dtype that all arrays meet in: integers count as float64.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.common_type.html
 *
 * @throws {TypeError} for booleans
 * @example common_type([1n], float32([1])).name // "float64"
 */
export function common_type(...arrays: readonly ArrayLike[]): DType {
  const dtypes = arrays.map((a): DType => {
    const { dtype } = toArray(a);
    if (dtype.kind === "b") throw new TypeError("can't get common type for non-numeric array");
    return dtype.kind === "i" || dtype.kind === "u" ? asDType("float64") : dtype;
  });
  return resultDType([...dtypes, asDType("float16")])!; // there is one at least
}

/**
 * The narrowest dtype that holds a scalar; an array's own.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.min_scalar_type.html
 *
 * @example min_scalar_type(-260).name // "int16"
 */
export function min_scalar_type(a: ArrayLike): DType {
  const kind = weakKind(a);
  const array = kind === null ? toArray(a) : null;
  if (array !== null && array.ndim > 0) return array.dtype;
  const value = array === null ? (a as Scalar) : toValues(array)[0]!; // weakKind has told that it is a scalar
  const isWhole = array === null ? kind === "int" : "iu".includes(array.dtype.kind);
  if (typeof value === "boolean") return asDType("bool");
  if (isWhole) return narrowestInteger(BigInt(value as number | bigint)); // that is what whole means
  const parts = isComplex(value) ? [value.re, value.im] : [Number(value)];
  const isWithin = (limit: number): boolean =>
    parts.every((x) => !Number.isFinite(x) || Math.abs(x) < limit);
  if (isComplex(value)) return asDType(isWithin(SINGLE) ? "complex64" : "complex128");
  return asDType(isWithin(HALF) ? "float16" : isWithin(SINGLE) ? "float32" : "float64");
}

// From here on NumPy goes to the next width, a little before it must.
const HALF = 65000;
const SINGLE = 3.4e38;

function narrowestInteger(n: bigint): DType {
  const names =
    n < 0n
      ? (["int8", "int16", "int32", "int64"] as const)
      : (["uint8", "uint16", "uint32", "uint64"] as const);
  const found = names.find((_, k) => {
    const bits = 8n << BigInt(k);
    return n < 0n ? n >= -(1n << (bits - 1n)) : n < 1n << bits;
  });
  if (found === undefined) throw new OverflowError("Python int too large to convert to C long");
  return asDType(found);
}
