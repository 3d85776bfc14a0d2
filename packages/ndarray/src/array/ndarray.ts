/**
 * The class: dtype + bytes + layout, tied into one value.
 *
 * Knows facts, views and lifetime. What computes lies above, in `ufunc/` and `functions/`; `methods/` attaches it.
 * An array either owns its elements (`base` is null) or shows those of its owner; a view of a view has the same
 * owner, so `base` never chains.
 * Source: https://numpy.org/doc/stable/reference/arrays.ndarray.html
 */
import type { DType, DTypeName } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import type { Operand } from "../kernels/operand.ts";
import { type Layout, type Shape, type Strides, isLocked } from "../layout/layout.ts";
import type { Block } from "../memory/block.ts";
import { noteRelease } from "../memory/counter.ts";
import type { Memory } from "../memory/memory.ts";
import { Flags } from "./flags.ts";

/**
 * An array of any number of axes over one dtype: elements, and how they lie in memory.
 *
 * Made by functions (`zeros`, `asarray`, …), not by `new`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.html
 */
export class NDArray<N extends DTypeName = DTypeName> implements Operand {
  /** What the elements are, and how many bytes each has: `dtype.itemsize`. */
  readonly dtype: DType<N>;
  /** Shape and byte strides, and what follows from them. */
  readonly layout: Layout;
  /** The array that owns the elements, or null where this one does. */
  readonly base: NDArray | null;
  /** An owner's address; in a view, bytes from its owner's. */
  #at: number;
  /** The owner's block; null in views, and in an owner that was disposed. */
  #block: Block | null;
  #isWriteable: boolean;

  /** Used by `array/make.ts` alone (`at` is the field's); everybody else calls a creation function. */
  constructor(
    dtype: DType<N>,
    layout: Layout,
    at: number,
    base: NDArray | null,
    block: Block | null,
    isWriteable: boolean,
  ) {
    this.dtype = dtype;
    this.layout = layout;
    this.#at = at;
    this.base = base;
    this.#block = block;
    this.#isWriteable = isWriteable;
    if (isLocked) Object.freeze(this);
  }

  /** Where the bytes are. @throws {ValueError} when the owner was disposed */
  get memory(): Memory {
    const block = this.base === null ? this.#block : this.base.#block;
    if (block === null) throw new ValueError("the array was disposed, and its memory given back");
    return block.memory;
  }

  /** Byte address of the first element in `memory`; `moveTo` changes it. */
  get address(): number {
    return this.base === null ? this.#at : this.base.#at + this.#at;
  }

  /** The address, where kernels in WebAssembly can reach the bytes; else -1. @throws {ValueError} when the owner was disposed */
  get heapAddress(): number {
    return this.memory.isHeap ? this.address : -1;
  }

  /** Whether kernels in WebAssembly can reach the bytes. @throws {ValueError} when the owner was disposed */
  get isInHeap(): boolean {
    return this.memory.isHeap;
  }

  /** Lengths of the axes; `[]` for a 0-d array. */
  get shape(): Shape {
    return this.layout.shape;
  }

  /** Bytes between neighbours along each axis. */
  get strides(): Strides {
    return this.layout.strides;
  }

  /** Number of axes. */
  get ndim(): number {
    return this.layout.shape.length;
  }

  /** Number of elements. */
  get size(): number {
    return this.layout.size;
  }

  /** Bytes of one element. */
  get itemsize(): number {
    return this.layout.itemsize;
  }

  /** Bytes that the elements take: `size * itemsize`, whatever the strides. */
  get nbytes(): number {
    return this.layout.nbytes;
  }

  /** Bytes from the start of the owner's elements to this array's first one. */
  get offset(): number {
    return this.base === null ? 0 : this.#at;
  }

  /** `c_contiguous`, `f_contiguous`, `owndata`, and `writeable`, which may be set to false. */
  get flags(): Flags {
    return new Flags(this);
  }

  /** Whether elements may be written; see `flags.writeable`. */
  get isWriteable(): boolean {
    return this.#isWriteable;
  }

  set isWriteable(isWriteable: boolean) {
    if (isWriteable && this.base !== null && !this.base.#isWriteable) {
      throw new ValueError("cannot set WRITEABLE flag to True of this array");
    }
    this.#isWriteable = isWriteable;
  }

  /** Whether `dispose` was called on the owner. */
  get isDisposed(): boolean {
    return this.block === null;
  }

  /** The block that keeps the elements alive; null once disposed. For `array/data.ts`, which pins it. */
  get block(): Block | null {
    return this.base === null ? this.#block : this.base.#block;
  }

  /** Moves an owner's elements to `block`, and with them all its views. For `dataOf`. */
  moveTo(block: Block): void {
    const { memory, address, nbytes } = this;
    const to = block.take(nbytes);
    block.memory.bytes.set(memory.bytes.subarray(address, address + nbytes), to);
    this.#block?.release(address, nbytes);
    this.#block = block;
    this.#at = to;
  }

  /** Gives the memory back at once. Touching the array, or a view of it, throws from then on. Views give back nothing. */
  dispose(): void {
    const block = this.#block;
    if (block === null) return;
    this.#block = null;
    const { nbytes } = this.layout;
    noteRelease(nbytes);
    block.release(this.address, nbytes);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
