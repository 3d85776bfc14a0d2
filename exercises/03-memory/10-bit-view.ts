/**
 * 3.10 The same bytes with another meaning: view(dtype) is not a cast.
 *
 * In NumPy: `a.view("uint32")`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The 32 bits of `x` as a float32, read as an unsigned integer.
 *
 * @example floatBits(1) // 0x3f800000: sign 0, exponent 127, fraction 0
 */
export function floatBits(x: number): number {
  // TODO: four bytes, and two typed arrays that look at them.
  throw new Error("not implemented");
}

/** The float32 that these 32 bits mean. The way back. */
export function bitsToFloat(bits: number): number {
  throw new Error("not implemented");
}

/** What must be known of an array to give its bytes another dtype. Strides count bytes. */
export interface Layout {
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** For each axis: bytes from one index to the next. May be negative, may be 0. */
  readonly strides: readonly number[];
  /** Bytes of one element. */
  readonly itemsize: number;
}

/**
 * The layout of the same bytes as elements of `itemsize` bytes. Only the last axis changes.
 *
 * Of equal size: the same layout. Smaller: the last axis has more elements. Larger: fewer.
 *
 * @throws {np.ValueError} "Changing the dtype of a 0d array is only supported if the itemsize is unchanged"
 * @throws {np.ValueError} "To change to a dtype of a different size, the last axis must be contiguous"
 * @throws {np.ValueError} "When changing to a larger dtype, its size must be a divisor of the total size in bytes of
 * the last axis of the array."
 * @example viewAs({ shape: [2, 3], strides: [12, 4], itemsize: 4 }, 2) // shape [2, 6], strides [12, 2], itemsize 2
 */
export function viewAs(a: Layout, itemsize: number): Layout {
  // TODO: contiguous means here: neighbours on the last axis are itemsize bytes apart. Then count bytes.
  throw new Error("not implemented");
}
