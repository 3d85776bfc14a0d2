/**
 * Scratch in the heap for one operation: in no count and no scope, and given back at once.
 *
 * Knows bytes only. Arrays of the library come from `block.ts`.
 */
import { reserveInHeap } from "./heap.ts";

export interface HeapScratch {
  readonly address: number;
  release(): void;
}

/** `nbytes` of the heap, or null when it has no room. */
export function heapScratch(nbytes: number): HeapScratch | null {
  const block = reserveInHeap(nbytes);
  if (block === null) return null;
  const address = block.take(nbytes);
  return { address, release: () => block.release(address, nbytes) };
}
