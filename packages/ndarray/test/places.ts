/**
 * Where kernels run: the three tiers, and arrays outside a heap that is full. Every answer must be the same in all of them.
 */
import { currentTier, setTier } from "../src/kernels/tier.ts";
import { type HeapScratch, heapScratch } from "../src/memory/heap-scratch.ts";

export const PLACES = ["js", "wasm", "wasm-fma", "a full heap"] as const;
export type Place = (typeof PLACES)[number];

const best = currentTier();
const held: HeapScratch[] = [];

/** Whether this machine has the place. */
export function hasPlace(place: Place): boolean {
  return place === "wasm-fma" ? best === "wasm-fma" : place === "js" || best !== "js";
}

/** From here on everything runs there, until `leave`. */
export function enter(place: Place): void {
  if (place === "a full heap") fillHeap();
  else setTier(place);
}

export function leave(): void {
  setTier(undefined);
  for (const scratch of held.splice(0)) scratch.release();
}

/** Takes everything the heap has, in ever smaller pieces; no byte of it is touched. */
function fillHeap(): void {
  for (let nbytes = 2 ** 30; nbytes >= 16; nbytes /= 2) {
    for (let scratch = heapScratch(nbytes); scratch !== null; scratch = heapScratch(nbytes))
      held.push(scratch);
  }
}
