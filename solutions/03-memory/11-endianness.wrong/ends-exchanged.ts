// caught by: 1 and 2 are 258 with the high byte first, 513 with the low one
// Big-endian means that the big end comes first.
/**
 * 3.11 Which end of a number comes first? Your processor puts the low byte first, networks and old files the high one.
 *
 * In NumPy: `a.byteswap()`, and the `>` in `np.dtype(">u4")`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The bytes with each element of `itemsize` bytes turned round, as fresh memory.
 *
 * @throws {np.ValueError} "7 bytes are no whole elements of 2 bytes"
 * @example byteswap(Uint8Array.of(1, 2, 3, 4), 2) // [2, 1, 4, 3]
 */
export function byteswap(bytes: Uint8Array, itemsize: number): Uint8Array {
  if (bytes.length % itemsize !== 0) {
    throw new np.ValueError(`${bytes.length} bytes are no whole elements of ${itemsize} bytes`);
  }
  const swapped = bytes.slice();
  for (let at = 0; at < bytes.length; at += itemsize) swapped.subarray(at, at + itemsize).reverse();
  return swapped;
}

/**
 * The unsigned integer whose `size` bytes (1, 2, 4) begin at `at`: the highest byte first if `isBig`, else the lowest.
 *
 * @example readUint(Uint8Array.of(1, 2), 0, 2, true) // 258: 1 * 256 + 2
 * @example readUint(Uint8Array.of(1, 2), 0, 2, false) // 513: 2 * 256 + 1
 */
export function readUint(bytes: Uint8Array, at: number, size: number, isBig: boolean): number {
  let value = 0;
  // From the highest byte down: what is there already is worth 256 times as much. (<< would work on signed 32 bits.)
  for (let k = 0; k < size; k++) value = value * 256 + bytes[isBig ? at + size - 1 - k : at + k]!;
  return value;
}

/** The same bytes as a signed integer: the highest bit counts negative. */
export function readInt(bytes: Uint8Array, at: number, size: number, isBig: boolean): number {
  const value = readUint(bytes, at, size, isBig);
  const count = 256 ** size;
  return value >= count / 2 ? value - count : value;
}
