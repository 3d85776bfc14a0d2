/**
 * What the compiler knows of results: the dtype a value has as an array, and those that sums and means give.
 *
 * Types only. They say what `convert.ts` and `reduce.ts` do.
 */
import type { Complex, DTypeName, TypedArray } from "./dtype.ts";

/** The dtype of `X` as an array: that of an array, else of what its nested lists hold; every dtype where that is not known. */
export type DTypeOf<X> = X extends { readonly dtype: { readonly name: infer N extends DTypeName } }
  ? N
  : X extends TypedArray
    ? TypedOf<X>
    : X extends readonly (infer Item)[]
      ? DTypeOfItem<Item>
      : X extends number
        ? "float64"
        : X extends bigint
          ? "int64"
          : X extends boolean
            ? "bool"
            : X extends Complex
              ? "complex128"
              : DTypeName;

/** Of a list, whose items promote: only lists of one kind of JS value tell their dtype. */
type DTypeOfItem<Item> = [Item] extends [number]
  ? "float64"
  : [Item] extends [bigint]
    ? "int64"
    : [Item] extends [boolean]
      ? "bool"
      : [Item] extends [readonly (infer Inner)[]]
        ? DTypeOfItem<Inner>
        : DTypeName;

type TypedOf<X extends TypedArray> = X extends Float64Array
  ? "float64"
  : X extends Float32Array
    ? "float32"
    : X extends Float16Array
      ? "float16"
      : X extends BigInt64Array
        ? "int64"
        : X extends BigUint64Array
          ? "uint64"
          : X extends Int32Array
            ? "int32"
            : X extends Uint32Array
              ? "uint32"
              : X extends Int16Array
                ? "int16"
                : X extends Uint16Array
                  ? "uint16"
                  : X extends Int8Array
                    ? "int8"
                    : "uint8";

/** The dtypes that each can be cast to safely. */
interface Above {
  bool: DTypeName;
  int8: "int8" | "int16" | Above["int32"] | "float16" | "float32" | "complex64";
  int16: "int16" | Above["int32"] | "float32" | "complex64";
  int32: "int32" | Above["int64"];
  int64: "int64" | Above["float64"];
  uint8: "uint8" | "int16" | Above["uint16"] | "float16";
  uint16: "uint16" | Above["uint32"] | "int32" | "float32" | "complex64";
  uint32: "uint32" | "int64" | Above["uint64"];
  uint64: "uint64" | Above["float64"];
  float16: "float16" | Above["float32"];
  float32: "float32" | "complex64" | Above["float64"];
  float64: "float64" | "complex128";
  complex64: "complex64" | "complex128";
  complex128: "complex128";
}

/** The lowest dtype that both can be cast to safely; an integer, if one can hold both. */
export type Promote<A extends DTypeName, B extends DTypeName> = [DTypeName] extends [A | B]
  ? DTypeName
  : A extends A
    ? B extends B
      ? Lowest<Extract<Above[A] & Above[B], IntegerName>> extends infer N extends DTypeName
        ? [N] extends [never]
          ? Lowest<Above[A] & Above[B]>
          : N
        : never
      : never
    : never;

type IntegerName =
  | "bool"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64";

type Lowest<Common extends DTypeName> = {
  [N in Common]: [Common] extends [Above[N]] ? N : never;
}[Common];

/** JS scalars, which beside an array bring their kind but no width. */
type Weak = number | bigint | boolean | Complex;

/** The dtype in which two operands meet, either of which may be a JS scalar. */
export type Meet<X, Y> = [X] extends [Weak]
  ? [Y] extends [Weak]
    ? Promote<DTypeOf<X>, DTypeOf<Y>>
    : WeakMeet<X, DTypeOf<Y>>
  : [Y] extends [Weak]
    ? WeakMeet<Y, DTypeOf<X>>
    : Promote<DTypeOf<X>, DTypeOf<Y>>;

type FloatName = "float16" | "float32" | "float64";
type ComplexName = "complex64" | "complex128";

/** A number may be whole or not: beside integers the compiler cannot tell which it is. */
type WeakMeet<W, N extends DTypeName> = [DTypeName] extends [N]
  ? DTypeName
  : W extends number
    ? N extends FloatName | ComplexName
      ? N
      : (N extends "bool" ? "int32" : N) | "float64"
    : W extends bigint
      ? N extends "bool"
        ? "int32"
        : N
      : W extends boolean
        ? N
        : N extends ComplexName
          ? N
          : N extends "float16" | "float32"
            ? "complex64"
            : "complex128";

/** The dtype of a true division: integers and booleans become the default float. */
export type Quotient<N extends DTypeName> = [DTypeName] extends [N]
  ? DTypeName
  : N extends FloatName | ComplexName
    ? N
    : "float64";

/** The dtype of a sum: narrow integers and booleans become the default integer. */
export type SumOf<N extends DTypeName> = N extends "bool" | "int8" | "int16"
  ? "int32"
  : N extends "uint8" | "uint16"
    ? "uint32"
    : N;

/** The dtype of a mean: integers and booleans become the default float. */
export type MeanOf<N extends DTypeName> = N extends
  | "float16"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128"
  ? N
  : "float64";

/** The dtype of absolute values and variances: a complex number's is that of its parts. */
export type RealOf<N extends DTypeName> = N extends "complex64"
  ? "float32"
  : N extends "complex128"
    ? "float64"
    : N;

/** Options that leave a reduction over all axes, whose result is a JS scalar. */
export interface Whole {
  readonly axis?: null | undefined;
  readonly keepdims?: false | undefined;
  readonly out?: null | undefined;
  readonly dtype?: undefined;
}

/** Options that ask for an array. */
export type ArrayAsked =
  | { readonly axis: number | readonly number[] }
  | { readonly keepdims: true }
  | { readonly out: { readonly shape: readonly number[] } };
