/**
 * One array as an `.npy` file, in memory.
 *
 * Knows bytes; the files themselves are `files.ts`'s affair.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { emptyLike } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { ValueError, tupleText } from "../errors.ts";
import { copyElements, scratch } from "../kernels/copy.ts";
import { contiguous } from "../layout/layout.ts";
import { headerBytes, readHeader } from "./npy_header.ts";

/**
 * `a` as the bytes of an `.npy` file, byte for byte as NumPy writes it.
 *
 * Format 1.0, little-endian. An array that is contiguous in Fortran order alone is stored so, any other in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @example to_npy(zeros([2])).length // 144
 */
export function to_npy(a: NDArray): Uint8Array {
  const fortran_order = a.layout.isF && !a.layout.isC;
  const head = headerBytes({ dtype: a.dtype, shape: a.shape, fortran_order, isBigEndian: false });
  const bytes = new Uint8Array(head.length + a.nbytes);
  bytes.set(head);
  const isInPlace = a.layout.isC || a.layout.isF;
  const whole = isInPlace ? a : scratch(a.dtype, a.shape);
  if (!isInPlace) copyElements(a, whole, a.shape);
  bytes.set(whole.memory.bytes.subarray(whole.address, whole.address + a.nbytes), head.length);
  return bytes;
}

/**
 * The array that the bytes of an `.npy` file hold: formats 1.0 to 3.0, C and Fortran order, either byte order.
 *
 * Bytes behind the array are left alone. The file's claims are checked against its length before an array is made.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @throws {ValueError} when the head is malformed, names a dtype the library does not have, or the data is cut off
 * @example from_npy(to_npy(asarray([1, 2]))).tolist() // [1, 2]
 */
export function from_npy(bytes: Uint8Array): NDArray {
  const { header, start } = readHeader(bytes);
  const { dtype, shape, fortran_order, isBigEndian } = header;
  const count = shape.reduce((n, length) => n * length, 1);
  // An empty axis makes the product 0 however long the others claim to be, so those are checked without it.
  const claimed = shape.reduce((n, length) => n * Math.max(length, 1), dtype.itemsize);
  if (claimed > Number.MAX_SAFE_INTEGER) {
    throw new ValueError(
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
    );
  }
  const available = Math.floor((bytes.length - start) / dtype.itemsize);
  if (available < count) {
    throw new ValueError(
      `Failed to read all data for array. Expected ${tupleText(shape, ", ")} = ${count} elements, ` +
        `could only read ${available} elements. (file seems not fully written?)`,
    );
  }
  const result = emptyLike(contiguous(shape, dtype.itemsize, fortran_order ? "F" : "C"), dtype);
  const nbytes = count * dtype.itemsize;
  const target = result.memory.bytes.subarray(result.address, result.address + nbytes);
  target.set(bytes.subarray(start, start + nbytes));
  if (isBigEndian) swapBytes(target, dtype.alignment);
  if (dtype.kind === "b") for (let i = 0; i < nbytes; i++) target[i] = target[i] === 0 ? 0 : 1;
  return result;
}

/** Turns the order of bytes around in each `width` of them. */
function swapBytes(bytes: Uint8Array, width: number): void {
  for (let i = 0; i < bytes.length; i += width) bytes.subarray(i, i + width).reverse();
}
