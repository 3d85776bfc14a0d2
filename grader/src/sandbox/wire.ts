/**
 * Values as they cross between judge and guest: a JSON tree, a table of memories and arrays, raw bytes.
 *
 * Knows both directions and believes nothing it decodes: every index, size, depth and type is checked before
 * anything is allocated. Used by both sides; only the library's own marshalling is shared with it.
 *
 * A tree is null, a boolean, a finite number, a string, or a list whose first item is a tag:
 * ["u"] undefined · ["f", "nan"] a number JSON lacks · ["b", "12"] bigint · ["l", [...]] list · ["o", [[key, value]]] plain
 * object · ["a", i] NDArray · ["t", i] typed array or ArrayBuffer · ["d", name] dtype · ["s", start, stop, step] slice ·
 * ["h", name] a harness function · ["x", name] an export of the learner's.
 */
import type * as marshal from "@deep-dive/ndarray/marshal";

/** The library's marshalling, handed in: the judge and the guest each have their own copy of the library. */
export type Marshal = typeof marshal;

/** A function of the other side that both know by name. */
export interface NamedFunction {
  readonly tag: "h" | "x";
  readonly name: string;
}

/** [byte size] of an ArrayBuffer, or [byte size, dtype, shape, strides] of an array that owns its elements. */
export type MemoryRow =
  | readonly [size: number]
  | readonly [size: number, dtype: string, shape: readonly number[], strides: readonly number[]];
/** [memory, null, writeable] an owner; [memory, [dtype, shape, strides, offset], writeable] a view of it. */
export type ArrayRow = readonly [
  memory: number,
  facts:
    | null
    | readonly [
        dtype: string,
        shape: readonly number[],
        strides: readonly number[],
        offset: number,
      ],
  writeable: 0 | 1,
];
/** [memory, constructor, byte offset, length]. */
export type TypedRow = readonly [memory: number, kind: string, byteOffset: number, length: number];

/** One message's values. Rows continue the request's: memory 3 of a reply to a request with 3 is its first new one. */
export interface Packed {
  readonly trees: readonly unknown[];
  readonly memories: readonly MemoryRow[];
  readonly arrays: readonly ArrayRow[];
  readonly typed: readonly TypedRow[];
  readonly body: readonly Uint8Array[];
}

/** What a value may not be; the sentence is for the learner or the author. */
export class CannotCross extends TypeError {}

/** A message that breaks the rules. */
export class WireError extends Error {
  override readonly name = "WireError";
}

export const TYPED: ReadonlyMap<
  string,
  (buffer: ArrayBuffer, byteOffset: number, length: number) => ArrayBufferView | ArrayBuffer
> = new Map(
  Object.entries({
    ArrayBuffer: (buffer: ArrayBuffer): ArrayBuffer => buffer,
    DataView: (b: ArrayBuffer, at: number, n: number) => new DataView(b, at, n),
    Int8Array: (b: ArrayBuffer, at: number, n: number) => new Int8Array(b, at, n),
    Uint8Array: (b: ArrayBuffer, at: number, n: number) => new Uint8Array(b, at, n),
    Uint8ClampedArray: (b: ArrayBuffer, at: number, n: number) => new Uint8ClampedArray(b, at, n),
    Int16Array: (b: ArrayBuffer, at: number, n: number) => new Int16Array(b, at, n),
    Uint16Array: (b: ArrayBuffer, at: number, n: number) => new Uint16Array(b, at, n),
    Int32Array: (b: ArrayBuffer, at: number, n: number) => new Int32Array(b, at, n),
    Uint32Array: (b: ArrayBuffer, at: number, n: number) => new Uint32Array(b, at, n),
    Float16Array: (b: ArrayBuffer, at: number, n: number) => new Float16Array(b, at, n),
    Float32Array: (b: ArrayBuffer, at: number, n: number) => new Float32Array(b, at, n),
    Float64Array: (b: ArrayBuffer, at: number, n: number) => new Float64Array(b, at, n),
    BigInt64Array: (b: ArrayBuffer, at: number, n: number) => new BigInt64Array(b, at, n),
    BigUint64Array: (b: ArrayBuffer, at: number, n: number) => new BigUint64Array(b, at, n),
  }),
);

/** Bytes of one element of each typed array. */
export const ITEM_BYTES: ReadonlyMap<string, number> = new Map([
  ["ArrayBuffer", 1],
  ["DataView", 1],
  ["Int8Array", 1],
  ["Uint8Array", 1],
  ["Uint8ClampedArray", 1],
  ["Int16Array", 2],
  ["Uint16Array", 2],
  ["Int32Array", 4],
  ["Uint32Array", 4],
  ["Float16Array", 2],
  ["Float32Array", 4],
  ["Float64Array", 8],
  ["BigInt64Array", 8],
  ["BigUint64Array", 8],
]);
