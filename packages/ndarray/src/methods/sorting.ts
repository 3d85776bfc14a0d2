/**
 * The methods that sort, search, repeat and multiply matrices.
 */
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName, Scalar } from "../dtype/dtype.ts";
import { dot } from "../functions/inner-products.ts";
import { type ProductOptions, matmul } from "../functions/products.ts";
import { type SearchOptions, searchsorted } from "../functions/searching.ts";
import {
  type SortOptions,
  type PartitionOptions,
  argpartition,
  argsort,
  partitionInPlace,
  sortInPlace,
} from "../functions/sorting.ts";
import { type TraceOptions, trace } from "../functions/tensor.ts";
import { type Counts, type FlatAxisOption, repeat } from "../functions/tiling.ts";
import { isOptions } from "../options.ts";
import { attach } from "./attach.ts";

/** `axis` may stand alone, as it may in NumPy's methods. */
type OrAxis<T> = number | null | T;

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** Sorts the elements where they lie, along the last axis unless told; nan comes last. @throws {ValueError} when read-only */
    sort(
      options?: OrAxis<Omit<SortOptions, "axis"> & { readonly axis?: number | undefined }>,
    ): void;
    /** The positions (int32) that sort along the last axis unless told. */
    argsort(options?: OrAxis<SortOptions>): NDArray<"int32">;
    /** Puts element number `kth` where sorting would, smaller ones before it and larger ones behind. */
    partition(
      kth: number | readonly number[],
      options?: PartitionOptions & { readonly axis?: number | undefined },
    ): void;
    /** The positions (int32) that `partition` along the last axis unless told. */
    argpartition(kth: number | readonly number[], options?: PartitionOptions): NDArray<"int32">;
    /** Where each of `v` would go in this sorted array. */
    searchsorted(v: unknown, options?: SearchOptions): NDArray<"int32">;
    /** Each element repeated; all of them flat unless an axis is told. */
    repeat(repeats: Counts, options?: FlatAxisOption): NDArray<N>;
    /** The sum along a diagonal. */
    trace(options?: TraceOptions): NDArray | Scalar;
    /** The product summed over the last axis of this and the last but one of `b`. */
    dot(b: unknown, options?: Pick<ProductOptions, "out">): NDArray;
    /** The matrix product. */
    matmul(x2: unknown, options?: ProductOptions): NDArray;
  }
}

function withAxis<T extends object>(options: OrAxis<T> | undefined): T | { axis: number | null } {
  if (options === undefined) return {} as T; // no key is required
  return isOptions(options) ? options : { axis: options };
}

attach(NDArray, {
  sort(
    this: NDArray,
    options?: OrAxis<Omit<SortOptions, "axis"> & { readonly axis?: number | undefined }>,
  ): void {
    const { axis, ...rest } = withAxis(options) as SortOptions; // with an axis in one form or the other
    sortInPlace(this, { ...rest, axis: axis ?? -1 });
  },
  argsort(this: NDArray, options?: OrAxis<SortOptions>): NDArray {
    return argsort(this, withAxis(options));
  },
  partition(
    this: NDArray,
    kth: number | readonly number[],
    options?: PartitionOptions & { readonly axis?: number | undefined },
  ): void {
    partitionInPlace(this, kth, options);
  },
  argpartition(
    this: NDArray,
    kth: number | readonly number[],
    options?: PartitionOptions,
  ): NDArray {
    return argpartition(this, kth, options);
  },
  searchsorted(this: NDArray, v: unknown, options?: SearchOptions): NDArray {
    return searchsorted(this, v, options);
  },
  repeat(this: NDArray, repeats: Counts, options?: FlatAxisOption): NDArray {
    return repeat(this, repeats, options);
  },
  trace(this: NDArray, options?: TraceOptions): NDArray | Scalar {
    return trace(this, options);
  },
  dot(this: NDArray, b: unknown, options?: Pick<ProductOptions, "out">): NDArray {
    return dot(this, b, options);
  },
  matmul(this: NDArray, x2: unknown, options?: ProductOptions): NDArray {
    return matmul(this, x2, options);
  },
});
