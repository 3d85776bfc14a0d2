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
  return new Uint32Array(Float32Array.of(x).buffer)[0]!;
}

/** The float32 that these 32 bits mean. The way back. */
export function bitsToFloat(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0]!;
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
  if (itemsize === a.itemsize) return a;
  const length = a.shape.at(-1);
  if (length === undefined) {
    throw new np.ValueError(
      "Changing the dtype of a 0d array is only supported if the itemsize is unchanged",
    );
  }
  // Along an axis of length 1 nobody steps, so its stride may be anything.
  if (length !== 1 && a.strides.at(-1) !== a.itemsize) {
    throw new np.ValueError(
      "To change to a dtype of a different size, the last axis must be contiguous",
    );
  }
  const bytes = length * a.itemsize;
  if (bytes % itemsize !== 0) {
    throw new np.ValueError(
      "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.",
    );
  }
  return {
    shape: a.shape.with(-1, bytes / itemsize),
    strides: a.strides.with(-1, itemsize),
    itemsize,
  };
}
