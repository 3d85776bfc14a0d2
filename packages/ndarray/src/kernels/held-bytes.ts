/**
 * Bytes for tests of kernels: addresses alone do not keep a block, and the heap takes back what nobody holds.
 */
import { type Block, reserve } from "../memory/block.ts";

const held: Block[] = [];

/** The address of `nbytes` fresh bytes, kept until `letGo`. */
export function heldBytes(nbytes: number): number {
  const block = reserve(nbytes);
  held.push(block);
  return block.take(nbytes);
}

/** Lets the heap have everything back. */
export function letGo(): void {
  held.length = 0;
}
