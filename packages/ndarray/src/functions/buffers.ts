/**
 * Arrays from raw bytes and from anything that can be iterated.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.frombuffer.html
 */
import { writeElement } from "../array/element.ts";
import { emptyArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import {
  type DType,
  type DTypeLike,
  type DTypeName,
  DEFAULT_FLOAT,
  dtype as asDType,
} from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";

export interface BufferOptions<N extends DTypeName = DTypeName> {
  readonly dtype?: DTypeLike<N> | null | undefined;
  /** How many elements; -1 (unless told) takes all. */
  readonly count?: number | undefined;
  /** Where to begin, in bytes. */
  readonly offset?: number | undefined;
}

/**
 * A copy of raw bytes as elements of `dtype` (float64 unless told), in one axis. Unlike NumPy's, it is no view.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.frombuffer.html
 *
 * @throws {ValueError} when there are too few bytes, or a piece of an element is left over
 * @example frombuffer(Uint8Array.of(1, 0, 2, 0), { dtype: "int16" }).tolist() // [1, 2]
 */
export function frombuffer<N extends DTypeName = "float64">(
  buffer: ArrayBuffer | ArrayBufferView,
  options?: BufferOptions<N>,
): NDArray<N> {
  const {
    dtype: asked,
    count = -1,
    offset = 0,
  } = readOptions("frombuffer", options, ["dtype", "count", "offset"]);
  const dtype = asDType(asked ?? (DEFAULT_FLOAT as DType)) as DType<N>; // N defaults to float64
  const bytes = ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
  if (offset < 0 || offset > bytes.length) {
    throw new ValueError(
      `offset must be non-negative and no greater than buffer length (${bytes.length})`,
    );
  }
  const available = bytes.length - offset;
  if (count < 0 && available % dtype.itemsize !== 0)
    throw new ValueError("buffer size must be a multiple of element size");
  const length = count < 0 ? available / dtype.itemsize : count;
  if (length * dtype.itemsize > available)
    throw new ValueError("buffer is smaller than requested size");
  const result = emptyArray([length], dtype);
  result.memory.bytes.set(bytes.subarray(offset, offset + result.nbytes), result.address);
  noteTraffic(length, length);
  return result;
}

export interface IterOptions {
  /** How many items to take; -1 (unless told) takes all. */
  readonly count?: number | undefined;
}

/**
 * The items of an iterable as elements of `dtype`, in one axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fromiter.html
 *
 * @throws {ValueError} when there are fewer items than `count`
 * @example fromiter(new Set([1, 2]), "int8").tolist() // [1, 2]
 */
export function fromiter<N extends DTypeName>(
  iter: Iterable<unknown>,
  dtype: DTypeLike<N>,
  options?: IterOptions,
): NDArray<N> {
  const { count = -1 } = readOptions("fromiter", options, ["count"]);
  const items: unknown[] = [];
  for (const item of iter) {
    if (count >= 0 && items.length === count) break;
    items.push(item);
  }
  if (items.length < count)
    throw new ValueError(
      `iterator too short: Expected ${count} but iterator had only ${items.length} items.`,
    );
  const result = emptyArray([items.length], asDType(dtype));
  for (const [k, item] of items.entries())
    writeElement(result.memory, result.dtype, result.address + k * result.itemsize, item);
  noteTraffic(0, items.length);
  return result;
}
