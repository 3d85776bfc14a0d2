/**
 * 3.07 Any shape over any strides, as long as every element lies in the memory: the power tool, with its guard on.
 *
 * In NumPy: `np.lib.stride_tricks.as_strided`, which does not check and can read other programs' leftovers.
 */
import * as np from "@deep-dive/ndarray";

/** A view whose strides and offset count bytes, as NumPy's do. */
export interface ByteView {
  /** The memory: `data.byteLength` bytes. */
  readonly data: Float64Array;
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** For each axis: bytes from one index to the next. May be negative, may be 0. */
  readonly strides: readonly number[];
  /** The byte of `data` at which element [0, 0, …] begins. */
  readonly offset: number;
}

/**
 * The lowest byte that the view reaches, and the first one behind its highest. null where it has no elements.
 *
 * @example reach([3], [-8], 16, 8) // [0, 24]
 * @example reach([2, 3], [24, 8], 0, 8) // [0, 48]
 */
export function reach(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  itemsize: number,
): [low: number, high: number] | null {
  // TODO: a positive stride reaches up, a negative one down, each (length - 1) times.
  throw new Error("not implemented");
}

/**
 * The view of `data` with these facts, if every element lies inside it.
 *
 * @throws {np.ValueError} "mismatch in length of strides and shape"
 * @throws {np.ValueError} "negative dimensions are not allowed"
 * @throws {np.ValueError} "bytes 8 to 88 lie outside the memory of 80 bytes" (the two numbers of reach)
 * @throws {np.ValueError} "strides and offset must be multiples of 8", as typed arrays can only read there
 */
export function safeAsStrided(
  data: Float64Array,
  shape: readonly number[],
  strides: readonly number[],
  offset = 0,
): ByteView {
  throw new Error("not implemented");
}
