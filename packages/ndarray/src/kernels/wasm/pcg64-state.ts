/**
 * Where a generator's state lies while kernels draw from it: in scratch, for one call.
 *
 * Knows addresses and words of 32 bits. In their order: four words of state and four of increment, the lowest first; whether half of a
 * number is kept, and that half; then two words each of a range's first number and its width, for kernels that want one.
 */
import { CONSTANT_BYTES, heapMemory } from "../../memory/heap-memory.ts";

export const STATE: number = CONSTANT_BYTES;
/** The words of the state, by their places. */
export const INCREMENT_WORD = 4;
export const HAS_HALF_WORD = 8;
export const HALF_WORD = 9;
export const LOW_WORD = 10;
export const RANGE_WORD = 12;
/** The first word behind the state: room for numbers made ahead. */
export const BLOCK_WORD = 16;
/** The most numbers made ahead, of two words each. */
export const BLOCK = 512;

let words: Uint32Array | undefined;

/** The words at `STATE`; there is a heap. */
export function stateWords(): Uint32Array {
  return (words ??= new Uint32Array(heapMemory()!.memory.buffer, STATE, BLOCK_WORD + 2 * BLOCK));
}

let range: BigInt64Array | undefined;

/** A range's first number and its width, as two 64-bit numbers; there is a heap. */
export function rangeWords(): BigInt64Array {
  return (range ??= new BigInt64Array(heapMemory()!.memory.buffer, STATE + 4 * LOW_WORD, 2));
}
