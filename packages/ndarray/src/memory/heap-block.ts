/**
 * A block of the heap: a region from which arrays are cut, one after the other.
 *
 * Knows its own bounds and how many of its arrays were not released. The heap keeps the `Region`, the arrays
 * keep the block: once no array holds the block, the region's WeakRef is empty and the region can be reused.
 */
import type { Block } from "./block.ts";
import { ALIGNMENT } from "./heap-sizes.ts";
import type { Memory } from "./memory.ts";

/** A run of addresses as the heap sees it. */
export interface Region {
  readonly start: number;
  readonly nbytes: number;
  /** Reads empty when the last array of the block is gone; null while the region has never been handed out. */
  ref: WeakRef<HeapBlock> | null;
  /** The block, held while nobody else has it, so that it can be handed out again as it is. */
  spare: HeapBlock | null;
  isFree: boolean;
  /** Never handed out before, to one array only: its bytes are zero, as the memory was made. */
  isZero: boolean;
  /** A raw typed array may see these bytes: they are never handed out again. */
  isPinned: boolean;
}

/** The heap as its blocks see it. */
export interface Keeper {
  /** No array is left in `block`. */
  takeBack(block: HeapBlock): void;
  /** Never hands out `region` again. */
  pin(region: Region): void;
  /** Whether much is pinned already. */
  readonly isPinDear: boolean;
}

export class HeapBlock implements Block {
  readonly memory: Memory;
  readonly region: Region;
  readonly end: number;
  top: number;
  #live = 0;
  readonly #keeper: Keeper;

  constructor(memory: Memory, region: Region, keeper: Keeper) {
    this.memory = memory;
    this.region = region;
    this.top = region.start;
    this.end = region.start + region.nbytes;
    this.#keeper = keeper;
  }

  get isZero(): boolean {
    return this.region.isZero;
  }

  take(nbytes: number): number {
    const address = this.top;
    this.top = address + ((nbytes + ALIGNMENT - 1) & -ALIGNMENT);
    this.#live++;
    return address;
  }

  release(address: number, nbytes: number): void {
    const end = address + ((nbytes + ALIGNMENT - 1) & -ALIGNMENT);
    if (end === this.top && !this.region.isPinned) this.top = address;
    if (--this.#live === 0) this.#keeper.takeBack(this);
  }

  pin(): void {
    if (!this.region.isPinned) this.#keeper.pin(this.region);
  }

  get isPinDear(): boolean {
    return !this.region.isPinned && this.#keeper.isPinDear;
  }
}
