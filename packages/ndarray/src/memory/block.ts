/**
 * Blocks: stretches of bytes that arrays are cut from, and the heap that hands them out.
 *
 * Knows bytes only, no dtype and no shape. An array that owns its elements holds its block; when no array
 * holds a block any more, or every array in it was disposed, the heap may reuse it.
 */
import { ALIGNMENT } from "./heap-sizes.ts";
import { reserveInHeap } from "./heap.ts";
import { Memory } from "./memory.ts";

export interface Block {
  readonly memory: Memory;
  /** Whether all its bytes are certainly zero when the first array is cut from it: nobody had them before. */
  readonly isZero: boolean;
  /** Cuts `nbytes` off and returns their address; the block must have been reserved for them. */
  take(nbytes: number): number;
  /** Gives back what `take` returned; the caller never touches it again. */
  release(address: number, nbytes: number): void;
  /** Promises never to reuse these bytes: a raw typed array that nobody can follow looks at them from now on. */
  pin(): void;
  /** Whether such a promise takes memory from others that is becoming scarce. */
  readonly isPinDear: boolean;
}

const buffersOfBlocks = new WeakSet<ArrayBufferLike>();

/** Whether a block outside the heap was made of that buffer. */
export function isBlocks(buffer: ArrayBufferLike): boolean {
  return buffersOfBlocks.has(buffer);
}

/** One JS ArrayBuffer for one array: what the library does where there is no heap, or it is full. */
export class BufferBlock implements Block {
  readonly memory: Memory;
  readonly isZero = true;
  readonly isPinDear = false;

  constructor(nbytes: number) {
    this.memory = new Memory(new ArrayBuffer(nbytes), false);
    buffersOfBlocks.add(this.memory.buffer);
  }

  take(): number {
    return 0;
  }

  release(): void {}

  pin(): void {}
}

/** A block that has room for `nbytes`; the bytes hold whatever was there before. */
export function reserve(nbytes: number): Block {
  return reserveInHeap(nbytes) ?? reserveOutside(nbytes);
}

/** The same outside the heap, for one array. */
export function reserveOutside(nbytes: number): Block {
  return new BufferBlock(Math.max(nbytes, ALIGNMENT));
}
