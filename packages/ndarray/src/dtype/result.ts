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
    : X extends readonly (infer E)[]
      ? DTypeOf<E>
      : X extends number
        ? "float64"
        : X extends bigint
          ? "int64"
          : X extends boolean
            ? "bool"
            : X extends Complex
              ? "complex128"
              : DTypeName;

type TypedOf<X extends TypedArray> = X extends Float64Array
  ? "float64"
  : X extends Float32Array
    ? "float32"
    : X extends BigInt64Array
      ? "int64"
      : X extends BigUint64Array
        ? "uint64"
        : DTypeName;

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
