/**
 * Fresh arrays made after the pattern of others.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#from-shape-or-value
 */
import { toArray } from "../array/convert.ts";
import { type MemoryOrder, layoutFor } from "../array/copy.ts";
import { cleared, emptyLike } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, type DTypeName, dtype as asDType } from "../dtype/dtype.ts";
import type { DTypeOf } from "../dtype/result.ts";
import { type DeviceOption, readOptions } from "../options.ts";
import { type ShapeLike, filled, toShape } from "./creation.ts";

export interface LikeOptions<N extends DTypeName = DTypeName> extends DeviceOption {
  /** That of the pattern unless told. */
  readonly dtype?: DTypeLike<N> | null | undefined;
  /** The layout: as the pattern's (`"K"`, unless told), C, F, or F where the pattern is. */
  readonly order?: MemoryOrder | undefined;
  /** That of the pattern unless told. */
  readonly shape?: ShapeLike | null | undefined;
}

/**
 * A fresh array with the pattern's shape, dtype and layout; its elements are whatever was in memory.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.empty_like.html
 *
 * @example empty_like([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function empty_like<X, N extends DTypeName = DTypeOf<X>>(
  prototype: X,
  options?: LikeOptions<N>,
): NDArray<N> {
  return like("empty_like", prototype, options);
}

/**
 * As `empty_like`, filled with zeros.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.zeros_like.html
 *
 * @example zeros_like([1, 2]).tolist() // [0, 0]
 */
export function zeros_like<X, N extends DTypeName = DTypeOf<X>>(
  a: X,
  options?: LikeOptions<N>,
): NDArray<N> {
  return cleared(like("zeros_like", a, options));
}

/**
 * As `empty_like`, filled with ones.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ones_like.html
 *
 * @example ones_like([true, false]).tolist() // [true, true]
 */
export function ones_like<X, N extends DTypeName = DTypeOf<X>>(
  a: X,
  options?: LikeOptions<N>,
): NDArray<N> {
  return filled(like("ones_like", a, options), 1);
}

/**
 * As `empty_like`, filled with one value, which is cast to the dtype.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.full_like.html
 *
 * @example full_like([1, 2], 7).tolist() // [7, 7]
 */
export function full_like<X, N extends DTypeName = DTypeOf<X>>(
  a: X,
  fill_value: unknown,
  options?: LikeOptions<N>,
): NDArray<N> {
  return filled(like("full_like", a, options), fill_value);
}

function like<N extends DTypeName>(
  name: string,
  prototype: unknown,
  options: LikeOptions<N> | undefined,
): NDArray<N> {
  const {
    dtype,
    order = "K",
    shape,
  } = readOptions(name, options, ["dtype", "order", "shape", "device"]);
  const pattern = toArray(prototype);
  const wanted = asDType(dtype ?? (pattern.dtype as DType<N>)); // without a dtype N is the pattern's
  const lengths = shape === undefined || shape === null ? pattern.shape : toShape(shape);
  return emptyLike(layoutFor(pattern, order, wanted.itemsize, lengths), wanted);
}
