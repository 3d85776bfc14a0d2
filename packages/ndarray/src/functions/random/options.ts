/**
 * What the generator's methods are told, and what they give back, as types.
 */
import type { ArrayLike } from "../../array/convert.ts";
import type { NDArray } from "../../array/ndarray.ts";
import type { DTypeLike } from "../../dtype/dtype.ts";
import type { ShapeLike } from "../creation.ts";

export interface StandardOptions {
  readonly size?: ShapeLike | null;
  readonly dtype?: DTypeLike<"float64" | "float32"> | null;
  /** Contiguous, of the dtype drawn; its shape is the size. */
  readonly out?: NDArray | null;
}

export interface IntegersOptions {
  readonly high?: ArrayLike | null;
  readonly size?: ShapeLike | null;
  /** int32 unless told; NumPy's default has 64 bits. */
  readonly dtype?: DTypeLike | null;
  /** Whether `high` itself may come. */
  readonly endpoint?: boolean;
}

export interface ChoiceOptions {
  readonly size?: ShapeLike | null;
  readonly replace?: boolean;
  /** The probability of each entry; evenly unless told. */
  readonly p?: ArrayLike | null;
  readonly axis?: number;
  /** Whether a sample without replacement comes in random order. */
  readonly shuffle?: boolean;
}

/** The parameters named `K`, any of them as an array, and the size of the result. */
export type DrawOptions<K extends string> = { readonly [P in K]?: ArrayLike } & {
  readonly size?: ShapeLike | null;
};

/** What a distribution gives: a number without `size`, an array with it. */
export type Result<O> = O extends { readonly size: ShapeLike } | { readonly out: NDArray }
  ? NDArray
  : number | NDArray;

/** What a distribution of counts gives: a bigint without `size`, an int64 array with it. */
export type CountResult<O> = O extends { readonly size: ShapeLike } ? NDArray : bigint | NDArray;
