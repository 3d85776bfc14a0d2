/**
 * The one WebAssembly.Memory that all arrays of the heap and all kernels in WASM share.
 *
 * Knows how to reserve it, not how it is divided. Its size is fixed: a memory that grows detaches every typed
 * array over it. The pages are reserved, not committed: one costs nothing until it is first touched.
 */
import { Memory } from "./memory.ts";

const PAGE = 65536;

/** What is asked for, in MiB; the next where one is refused. 2 GiB keeps every address a small integer. */
const SIZES = [2048, 1024, 512, 256];

/** The bottom of the heap belongs to the kernels: constants first, then scratch for one call; never arrays. */
export const CONSTANT_BYTES: number = PAGE;
export const SCRATCH_BYTES: number = 3 * PAGE;
/** Where arrays begin. */
export const HEAP_START: number = CONSTANT_BYTES + SCRATCH_BYTES;

export interface HeapMemory {
  /** What modules import. */
  readonly wasm: WebAssembly.Memory;
  /** What arrays hold. */
  readonly memory: Memory;
  /** Whether other threads can work on it. */
  readonly isShared: boolean;
}

let isWantedShared = false;

let made: HeapMemory | null | undefined;

/** The heap's memory, reserved at the first call; null where there is no WebAssembly or no address space. */
export function heapMemory(): HeapMemory | null {
  return made === undefined ? (made = make()) : made;
}

/** Reserves a memory that threads can share, unless there is a heap already: says whether the heap is such a one. */
export function shareHeapMemory(): boolean {
  isWantedShared = true;
  return heapMemory()?.isShared === true;
}

function make(): HeapMemory | null {
  if (typeof WebAssembly === "undefined") return null;
  for (const mebibytes of SIZES) {
    const pages = (mebibytes * 1024 * 1024) / PAGE;
    try {
      const isShared = isWantedShared && typeof SharedArrayBuffer !== "undefined";
      const wasm = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: isShared });
      return { wasm, memory: new Memory(wasm.buffer, true), isShared };
    } catch {
      continue; // a RangeError: not that much address space here
    }
  }
  return null;
}
