/**
 * Typed views over one buffer of bytes, one for each dtype, made when first asked for.
 *
 * Knows addresses (bytes from the buffer's start) and nothing of shapes. Every block of the WASM heap shares
 * one `Memory`; a block outside the heap has its own.
 */
import type { DType, TypedArray } from "../dtype/dtype.ts";

/** Makes a typed array over a buffer, or a fresh one. */
export interface TypedArrayConstructor {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): TypedArray;
  new (length: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}

const CONSTRUCTORS: readonly TypedArrayConstructor[] = [
  Uint8Array,
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  Float16Array,
  Float32Array,
  Float64Array,
  Float32Array,
  Float64Array,
];

/** The constructor of the typed array that holds elements of `dtype` (complex: the parts, interleaved). */
export function typedArrayOf(dtype: DType): TypedArrayConstructor {
  return CONSTRUCTORS[dtype.num]!;
}

export class Memory {
  readonly buffer: ArrayBuffer;
  readonly bytes: Uint8Array;
  /** True where kernels in WASM can reach the bytes: the buffer is the heap's. */
  readonly isHeap: boolean;
  /** The bytes as doubles, which most arrays are: as many as fit. */
  readonly doubles: Float64Array;
  readonly #views: (TypedArray | undefined)[] = [];

  constructor(buffer: ArrayBuffer, isHeap: boolean) {
    this.buffer = buffer;
    this.bytes = new Uint8Array(buffer);
    this.doubles = new Float64Array(buffer, 0, Math.floor(buffer.byteLength / 8));
    this.isHeap = isHeap;
  }

  /** All bytes as elements of `dtype`; element `i` lies at address `i * dtype.alignment`. */
  view(dtype: DType): TypedArray {
    return (this.#views[dtype.num] ??= this.#make(dtype));
  }

  #make(dtype: DType): TypedArray {
    const length = Math.floor(this.buffer.byteLength / dtype.alignment); // a buffer need not be a multiple of 8
    return new (typedArrayOf(dtype))(this.buffer, 0, length);
  }
}
