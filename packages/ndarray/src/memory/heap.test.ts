import { afterEach, expect, test } from "vitest";
import { reserve } from "./block.ts";
import { collector, emptyingType } from "./heap-collect.ts";
import type { HeapBlock } from "./heap-block.ts";
import { HEAP_START, type HeapMemory, heapMemory } from "./heap-memory.ts";
import { SMALL_BYTES, classBytes, classOf } from "./heap-sizes.ts";
import { Heap, setHeap } from "./heap.ts";

const MIB = 1024 * 1024;
const home = heapMemory()!;
/** A heap of its own in a part of the memory that the library's has not reached. */
function smallHeap(mebibytes: number, memory: HeapMemory = home): Heap {
  const start = 512 * MIB;
  return new Heap(memory, start, start + mebibytes * MIB);
}

const original = setHeap(undefined);
setHeap(original);
afterEach(() => {
  setHeap(original);
});

test("a block of the class of its size: four classes an octave", () => {
  expect(
    [SMALL_BYTES + 1, 20480, 20481, 28673, 32768, 8e6].map((n) => classBytes(classOf(n))),
  ).toEqual([20480, 20480, 24576, 32768, 32768, 8388608]);
});

test("a class holds its size and wastes at most a fifth", () => {
  for (let n = SMALL_BYTES + 1; n < 2 ** 30; n = Math.ceil(n * 1.07)) {
    const bytes = classBytes(classOf(n));
    expect(bytes).toBeGreaterThanOrEqual(n);
    expect(bytes).toBeLessThanOrEqual(n * 1.25 + 1);
  }
});

test("small arrays lie side by side in one slab", () => {
  const heap = smallHeap(8);
  const block = heap.reserve(80)!;
  const first = block.take(80);
  expect(heap.reserve(80)).toBe(block);
  expect(block.take(80)).toBe(first + 80);
});

test("every address is a multiple of 16, and no two arrays overlap", () => {
  const heap = smallHeap(64);
  const taken: [number, number][] = [];
  for (const nbytes of [1, 8, 17, 100, 5000, 16384, 16385, 40000, 300000, 3, 16]) {
    const address = heap.reserve(nbytes)!.take(nbytes);
    expect(address % 16).toBe(0);
    taken.push([address, address + nbytes]);
  }
  taken.sort((a, b) => a[0] - b[0]);
  for (let k = 1; k < taken.length; k++)
    expect(taken[k]![0]).toBeGreaterThanOrEqual(taken[k - 1]![1]);
});

test("the constants of kernels lie below every array", () => {
  expect(reserve(8).take(8)).toBeGreaterThanOrEqual(HEAP_START);
});

test("what was released last is handed out first", () => {
  const heap = smallHeap(64);
  const blocks = [heap.reserve(100000)!, heap.reserve(100000)!];
  const addresses = blocks.map((b) => b.take(100000));
  blocks.forEach((b, k) => {
    b.release(addresses[k]!, 100000);
  });
  expect(heap.reserve(100000)!.take(100000)).toBe(addresses[1]);
  expect(heap.reserve(100000)!.take(100000)).toBe(addresses[0]);
});

test("free memory of one size serves another before new pages do", () => {
  const heap = smallHeap(64);
  const blocks = Array.from({ length: 8 }, () => heap.reserve(MIB)!);
  const addresses = blocks.map((block) => block.take(MIB));
  blocks.forEach((block, k) => {
    block.release(addresses[k]!, MIB);
  });
  const top = heap.topBytes;
  for (let k = 0; k < 6; k++) heap.reserve(1.25 * MIB)!.take(1.25 * MIB);
  expect(heap.topBytes).toBeLessThanOrEqual(top);
});

test("a released small array at the end of its slab is reused at once", () => {
  const heap = smallHeap(8);
  const block = heap.reserve(80)!;
  block.take(16);
  const address = block.take(80);
  block.release(address, 80);
  expect(heap.reserve(80)!.take(80)).toBe(address);
});

test("memory is known to be zero until somebody had it", () => {
  const fresh = new Heap(home, 900 * MIB, 908 * MIB); // no other test goes there
  const first = fresh.reserve(100000)!;
  const address = first.take(100000);
  expect(first.isZero).toBe(true);
  expect(home.memory.bytes.subarray(address, address + 100000).every((x) => x === 0)).toBe(true);
  first.release(address, 100000);
  expect(fresh.reserve(100000)!.isZero).toBe(false);
  expect(fresh.reserve(80)!.isZero).toBe(false); // a slab
});

test("pinned bytes are never handed out again", () => {
  const heap = smallHeap(8);
  const pinned = heap.reserve(100000)!;
  const address = pinned.take(100000);
  pinned.pin();
  pinned.release(address, 100000);
  for (let k = 0; k < 200; k++) {
    const block = heap.reserve(100000);
    if (block === null) return;
    const other = block.take(100000);
    expect(other >= address + 100000 || other + 100000 <= address).toBe(true);
  }
});

test("a pinned slab is never reused, even when all its arrays were released", () => {
  const heap = smallHeap(8);
  const block = heap.reserve(80)!;
  const address = block.take(80);
  block.pin();
  block.release(address, 80);
  expect(heap.reserve(80)!.take(80)).not.toBe(address);
});

test("a pin is dear once a sixteenth of the heap is pinned, save where it changes nothing", () => {
  const heap = smallHeap(16);
  const blocks = Array.from({ length: 3 }, () => heap.reserve(MIB)!);
  for (const block of blocks) block.take(MIB);
  const dear: boolean[] = [];
  for (const block of blocks) {
    dear.push(block.isPinDear);
    block.pin();
  }
  expect(dear).toEqual([false, false, true]);
  expect(blocks[0]!.isPinDear).toBe(false);
});

test("a full heap says null, and has room again after a release", () => {
  const heap = smallHeap(4);
  const held: HeapBlock[] = [];
  for (let block = heap.reserve(MIB); block !== null; block = heap.reserve(MIB)) {
    block.take(MIB);
    held.push(block);
  }
  expect(held.length).toBe(4);
  const last = held.pop()!;
  last.release(last.region.start, MIB);
  expect(heap.reserve(MIB)).not.toBeNull();
});

test("free regions that touch are joined for a larger array", () => {
  const heap = smallHeap(8);
  const held: HeapBlock[] = [];
  for (let block = heap.reserve(MIB); block !== null; block = heap.reserve(MIB)) {
    block.take(MIB);
    held.push(block);
  }
  for (const block of held) block.release(block.region.start, MIB);
  let large = heap.reserve(6 * MIB);
  // The heap looks for room again only after some refusals.
  for (let k = 0; k < 20 && large === null; k++) large = heap.reserve(6 * MIB);
  expect(large).not.toBeNull();
});

test("when the heap is full, or there is none, a block is a JS buffer", () => {
  setHeap(smallHeap(1));
  expect(reserve(2 * MIB).memory.isHeap).toBe(false);
  setHeap(null);
  expect(reserve(8).memory.isHeap).toBe(false);
});

test.runIf(collector() !== null)(
  "a synchronous loop of temporaries stays in bounds without a release",
  () => {
    const heap = smallHeap(512);
    let sum = 0;
    for (let k = 0; k < 2000; k++) sum += heap.reserve(MIB)!.take(MIB);
    expect(sum).toBeGreaterThan(0);
    expect(heap.topBytes - 512 * MIB).toBeLessThan(128 * MIB);
  },
);

test.runIf(collector() !== null)(
  "V8's own collections in between do not age what is dropped",
  () => {
    const heap = smallHeap(512);
    let garbage: unknown[] = [];
    for (let k = 0; k < 1_000_000; k++) {
      heap.reserve(64)!.take(64);
      if (k % 8 === 0) garbage = Array.from({ length: 64 });
    }
    expect(garbage).toHaveLength(64);
    expect(heap.topBytes - 512 * MIB).toBeLessThan(40 * MIB);
  },
);

test.runIf(collector() !== null)("the usual collection finds what nobody holds any more", () => {
  const heap = smallHeap(64);
  (() => {
    for (let k = 0; k < 8; k++) heap.reserve(MIB)!.take(MIB);
  })();
  expect(heap.usedBytes).toBe(8 * MIB);
  heap.sweep(emptyingType(collector()!));
  expect(heap.usedBytes).toBeLessThan(8 * MIB);
});

test.runIf(collector() !== null)("one collection that empties nothing decides nothing", () => {
  const undisturbed = collector()!;
  let calls = 0;
  const disturbed = {
    collect: (type: "minor" | "major"): void => {
      calls += 1;
      if (calls > 1) undisturbed.collect(type);
    },
  };
  expect(emptyingType(disturbed)).toBe(emptyingType(undisturbed));
});

test.runIf(collector() !== null)("a sweep frees what nobody holds and nothing else", () => {
  const heap = smallHeap(64);
  const held = heap.reserve(MIB)!;
  const address = held.take(MIB);
  (() => {
    for (let k = 0; k < 8; k++) heap.reserve(MIB)!.take(MIB);
  })();
  const before = heap.usedBytes;
  heap.sweep("major");
  expect(heap.usedBytes).toBeLessThan(before);
  for (let k = 0; k < 8; k++) expect(heap.reserve(MIB)!.take(MIB)).not.toBe(address);
  expect(held.region.isFree).toBe(false);
});
