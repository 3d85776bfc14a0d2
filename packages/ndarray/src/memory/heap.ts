/**
 * The heap: hands out blocks of the one WebAssembly.Memory and takes them back.
 *
 * Small arrays share slabs; each large one has a region of its size class, last in, first out. What nobody
 * released explicitly is found by sweeping WeakRefs, one a region, before the heap would grow by more than a
 * budget. When nothing is left, `reserveInHeap` says null and the caller falls back to a JS buffer.
 */
import { collector, emptyingType } from "./heap-collect.ts";
import { type Keeper, HeapBlock, type Region } from "./heap-block.ts";
import { HEAP_START, type HeapMemory, heapMemory } from "./heap-memory.ts";
import { ALIGNMENT, SMALL_BYTES, classBytes, classOf } from "./heap-sizes.ts";

const SLAB_BYTES = 256 * 1024;
const SLAB_CLASS = classOf(SLAB_BYTES);

/**
 * Bytes handed out between two sweeps: enough to hide a collection (0.06 ms), little enough that a loop of dropped
 * results touches few pages and stays near the caches. Set by the op table of the benchmarks, nothing disposed, with
 * 1, 2, 4, 8, 16 and 32 MiB.
 */
const BUDGET_BYTES = 8 * 1024 * 1024;

/** The same where only major collections help (Node 24): they cost 3 ms and more. */
const MAJOR_BUDGET_BYTES = 32 * 1024 * 1024;

/** With more than that in use a sweep is worth that part of it: looking at many regions costs time too. */
const BUDGET_SHARE = 1 / 32;

/** What may lie dead in V8's old generation before a major collection (3 ms and more) is worth its time. */
const OLD_BYTES = 128 * 1024 * 1024;

/**
 * Free bytes of other classes before they are joined, rather than pages touched for the first time: those cost 0.8 to
 * 11 microseconds each.
 */
const SPARSE_BYTES = 1024 * 1024;

/** Bytes refused by a full heap before it is searched again. */
const RETRY_BYTES = 64 * 1024 * 1024;

/** With this part of the heap pinned, arrays leave it rather than be pinned. */
const PINNED_SHARE = 1 / 16;

/** Regions beyond every cache: they count a quarter, as the collections between them weigh more than their distance. */
const LARGE_BYTES = 2 * 1024 * 1024;

export class Heap implements Keeper {
  readonly #home: HeapMemory;
  readonly #collector = collector();
  /** How to sweep from time to time; found out at the first sweep. */
  #usual: "minor" | "major" | null = null;
  readonly #end: number;
  readonly #start: number;
  #top: number;
  /** Where bytes begin that nobody had yet. */
  #untouched: number;
  #slab: HeapBlock | null = null;
  #regions: Region[] = [];
  /** Free regions by size class. */
  readonly #free: Region[][] = [];
  /** Free runs of any size, left by `#merge`. */
  #spans: { start: number; end: number }[] = [];
  #usedBytes = 0;
  #pinnedBytes = 0;
  /** Bytes of the regions in `#free`. */
  #freeBytes = 0;
  #sinceSweep = 0;
  #usedAfterMajor = 0;
  #untilRetry = 0;

  /** A heap in `home`, of which it uses the bytes from `start` to `end`. */
  constructor(
    home: HeapMemory,
    start: number = HEAP_START,
    end: number = home.memory.buffer.byteLength,
  ) {
    this.#home = home;
    this.#start = start;
    this.#top = start;
    this.#untouched = start;
    this.#end = end;
  }

  /** Bytes of the regions that are handed out or not yet known to be free. */
  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** The highest address that was ever handed out: what the process may have touched. */
  get topBytes(): number {
    return this.#top;
  }

  /** A block with room for `nbytes`, or null when the heap is full. */
  reserve(nbytes: number): HeapBlock | null {
    if (nbytes > SMALL_BYTES)
      return nbytes > this.#end - this.#start ? null : this.#region(classOf(nbytes));
    const slab = this.#slab;
    if (slab !== null && slab.end - slab.top >= nbytes + ALIGNMENT) return slab;
    this.#collector?.letGo(); // V8 collects more than once while a budget of small arrays is made
    return (this.#slab = this.#region(SLAB_CLASS));
  }

  takeBack(block: HeapBlock): void {
    if (block.region.isPinned) return;
    block.top = block.region.start;
    if (block !== this.#slab) this.#freeRegion(block.region, block);
  }

  pin(region: Region): void {
    region.isPinned = true;
    this.#pinnedBytes += region.nbytes;
  }

  get isPinDear(): boolean {
    return this.#pinnedBytes > (this.#end - this.#start) * PINNED_SHARE;
  }

  /** Frees every region whose block is gone; `type` says how hard the collector looks first. */
  sweep(type: "minor" | "major" | "none"): void {
    if (type !== "none") this.#collector?.collect(type);
    this.#sinceSweep = 0;
    for (const region of this.#regions) {
      if (!region.isFree && !region.isPinned && region.ref?.deref() === undefined)
        this.#freeRegion(region, null);
    }
    if (type === "major") this.#usedAfterMajor = this.#usedBytes;
  }

  #region(index: number): HeapBlock | null {
    const region = this.#popFree(index) ?? this.#grow(index);
    if (region === null) return null;
    region.isFree = false;
    this.#usedBytes += region.nbytes;
    const block = region.spare ?? new HeapBlock(this.#home.memory, region, this);
    if (region.spare === null) {
      region.ref = new WeakRef(block);
      this.#sinceSweep += region.nbytes > LARGE_BYTES ? region.nbytes / 4 : region.nbytes;
    }
    region.spare = null;
    return block;
  }

  /** A region where the free list has none: swept, cut from a merged run, or from beyond the top. */
  #grow(index: number): Region | null {
    const budget = this.#usual === "major" ? MAJOR_BUDGET_BYTES : BUDGET_BYTES;
    if (this.#sinceSweep >= Math.max(budget, BUDGET_SHARE * this.#usedBytes)) {
      this.#usual ??= this.#collector === null ? "minor" : emptyingType(this.#collector);
      this.sweep(this.#usual);
      if (this.#usedBytes > 2 * this.#usedAfterMajor + OLD_BYTES) this.sweep("major");
      const swept = this.#popFree(index);
      if (swept !== null) return swept;
    }
    return this.#cut(index) ?? this.#lastResort(index);
  }

  #popFree(index: number): Region | null {
    const region = this.#free[index]?.pop();
    if (region === undefined) return null;
    this.#freeBytes -= region.nbytes;
    return region;
  }

  #cut(index: number): Region | null {
    const nbytes = classBytes(index);
    let span = this.#spanFor(nbytes);
    if (
      span === undefined &&
      this.#top + nbytes > this.#untouched &&
      this.#freeBytes >= SPARSE_BYTES
    ) {
      this.#merge();
      span = this.#spanFor(nbytes);
    }
    let start: number;
    if (span !== undefined) {
      start = span.start;
      span.start += nbytes;
    } else {
      if (nbytes > this.#end - this.#top) return null;
      start = this.#top;
      this.#top += nbytes;
    }
    const region: Region = {
      start,
      nbytes,
      ref: null,
      spare: null,
      isFree: false,
      isZero: start >= this.#untouched && nbytes !== SLAB_BYTES, // a slab's end is handed out again and again
      isPinned: false,
    };
    this.#untouched = Math.max(this.#untouched, this.#top);
    this.#regions.push(region);
    return region;
  }

  #spanFor(nbytes: number): { start: number; end: number } | undefined {
    return this.#spans.find((s) => s.end - s.start >= nbytes);
  }

  /** The heap is full: look everywhere, but not at every call. */
  #lastResort(index: number): Region | null {
    this.#untilRetry -= classBytes(index);
    if (this.#untilRetry > 0) return null;
    this.sweep("major");
    this.#merge();
    const region = this.#cut(index);
    this.#untilRetry = region === null ? RETRY_BYTES : 0;
    return region;
  }

  /** Joins free regions that touch into runs, from which any class can be cut. */
  #merge(): void {
    const free = this.#regions.filter((r) => r.isFree);
    const runs = [
      ...free.map((r) => ({ start: r.start, end: r.start + r.nbytes })),
      ...this.#spans.filter((s) => s.end > s.start),
    ];
    runs.sort((a, b) => a.start - b.start);
    this.#regions = this.#regions.filter((r) => !r.isFree);
    this.#free.length = 0;
    this.#freeBytes = 0;
    this.#spans = [];
    for (const run of runs) {
      const last = this.#spans.at(-1);
      if (last !== undefined && last.end === run.start) last.end = run.end;
      else this.#spans.push(run);
    }
    const last = this.#spans.at(-1);
    if (last !== undefined && last.end === this.#top) {
      this.#top = last.start;
      this.#spans.pop();
    }
  }

  #freeRegion(region: Region, block: HeapBlock | null): void {
    region.isFree = true;
    region.isZero = false;
    region.spare = block;
    this.#usedBytes -= region.nbytes;
    this.#freeBytes += region.nbytes;
    (this.#free[classOf(region.nbytes)] ??= []).push(region);
  }
}

let heap: Heap | null | undefined;

/** A block of the library's heap with room for `nbytes`; null when it is full, or this machine has none. */
export function reserveInHeap(nbytes: number): HeapBlock | null {
  if (heap === undefined) heap = makeHeap();
  return heap === null ? null : heap.reserve(nbytes);
}

function makeHeap(): Heap | null {
  const home = heapMemory();
  return home === null ? null : new Heap(home);
}

/** For tests, and for `marshal.ts`: the heap in use from now on; null makes every block a JS buffer, undefined a fresh default one. */
export function setHeap(next: Heap | null | undefined): Heap | null | undefined {
  const previous = heap;
  heap = next;
  return previous;
}
