/**
 * Arrays taken apart into plain facts and bytes, and put together again, for carrying them between processes.
 *
 * Public as `@deep-dive/ndarray/marshal`, for the grader's judge and guest. Knows arrays and nothing of messages.
 * An owner crosses with its bytes; a view crosses as its place in its owner, so the identity of memory survives.
 */
import { Flags } from "./array/flags.ts";
import { FlatView } from "./array/flat.ts";
import { emptyLike, viewAs } from "./array/make.ts";
import { NDArray } from "./array/ndarray.ts";
import { DTYPES, type DType } from "./dtype/dtype.ts";
import { Slice } from "./indexing/slice.ts";
import { Pcg64 } from "./kernels/random/pcg64.ts";
import { setTier } from "./kernels/tier.ts";
import { Layout, contiguousStrides, extent, lock } from "./layout/layout.ts";
import { BufferBlock } from "./memory/block.ts";
import { HeapBlock } from "./memory/heap-block.ts";
import { setHeap } from "./memory/heap.ts";
import { Memory } from "./memory/memory.ts";

export { countDuring } from "./memory/counter.ts";
export { isBlocks } from "./memory/block.ts";
export { NDArray, Slice };

/** The classes of what an array and a generator lead to: for a realm that lets nobody change them. */
export const INNER_CLASSES: readonly object[] = [
  Layout,
  Flags,
  FlatView,
  Memory,
  HeapBlock,
  BufferBlock,
  Pcg64,
];

/**
 * Makes counts trustworthy among code that would forge them. Every array has a buffer of its own from now on: in a heap
 * that all of them share there is room that nobody counts. And the facts of arrays, from which counts follow, are frozen.
 */
export function keepApart(): void {
  lock();
  setHeap(null);
  setTier("js"); // the kernels in WebAssembly work in that heap only
}

/** What is known of an array without looking at its elements. Strides and offset count bytes. */
export interface ArrayFacts {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly isWriteable: boolean;
}

/** The array that owns `a`'s elements: itself, or its base. */
export function ownerOf(a: NDArray): NDArray {
  return a.base ?? a;
}

/** Dtype, shape, strides, offset, and whether it may be written. */
export function factsOf(a: NDArray): ArrayFacts {
  return {
    dtype: a.dtype.name,
    shape: a.shape,
    strides: a.strides,
    offset: a.offset,
    isWriteable: a.isWriteable,
  };
}

/** The live bytes of an owner, in the order of its addresses. */
export function bytesOf(owner: NDArray): Uint8Array {
  return owner.memory.bytes.subarray(owner.address, owner.address + owner.nbytes);
}

/** The dtype object called `name`, or null. */
export function dtypeNamed(name: string): DType | null {
  return DTYPES.find((dtype) => dtype.name === name) ?? null;
}

/** Whether `value` is one of the library's dtype objects. */
export function isDType(value: unknown): value is DType {
  return DTYPES.some((dtype) => dtype === value);
}

/**
 * A fresh owner with these facts, or null where they describe none: unknown dtype, lengths that are not whole, more
 * bytes than `maxBytes`, or strides that leave gaps. Its bytes are whatever was in memory.
 */
export function makeOwner(facts: ArrayFacts, maxBytes: number): NDArray | null {
  const dtype = dtypeNamed(facts.dtype);
  if (dtype === null || facts.offset !== 0 || facts.strides.length !== facts.shape.length)
    return null;
  let nbytes = dtype.itemsize;
  for (const length of facts.shape) {
    if (!isLength(length)) return null;
    nbytes *= length;
  }
  if (!(nbytes <= maxBytes) || !facts.strides.every(Number.isSafeInteger)) return null;
  if (nbytes > 0 && !isDense(facts, dtype.itemsize)) return null;
  return emptyLike(new Layout(facts.shape, facts.strides, dtype.itemsize), dtype);
}

/** A view with these facts of `owner`, or null where they reach outside it or between elements' alignment. */
export function makeView(owner: NDArray, facts: ArrayFacts): NDArray | null {
  const dtype = dtypeNamed(facts.dtype);
  if (dtype === null || facts.strides.length !== facts.shape.length) return null;
  if (
    !facts.shape.every(isLength) ||
    !facts.strides.every(Number.isSafeInteger) ||
    !Number.isSafeInteger(facts.offset)
  )
    return null;
  if ([facts.offset, ...facts.strides].some((n) => n % dtype.alignment !== 0)) return null;
  const layout = new Layout(facts.shape, facts.strides, dtype.itemsize);
  if (!Number.isSafeInteger(layout.size)) return null;
  const [low, high] = extent(layout);
  // Without elements nothing is reached, and NumPy too lets such a view begin anywhere.
  if (layout.size > 0 && (facts.offset + low < 0 || facts.offset + high > owner.nbytes))
    return null;
  const view = viewAs(owner, dtype, layout, facts.offset);
  if (view.isWriteable && !facts.isWriteable) view.isWriteable = false;
  return view;
}

function isLength(length: number): boolean {
  return Number.isSafeInteger(length) && length >= 0;
}

/** Whether some order of the axes makes the strides consecutive. */
function isDense(facts: ArrayFacts, itemsize: number): boolean {
  const axes = facts.shape.map((_, k) => k).filter((k) => facts.shape[k] !== 1);
  axes.sort((i, j) => facts.strides[j]! - facts.strides[i]! || i - j);
  const expected = contiguousStrides(
    axes.map((k) => facts.shape[k]!),
    itemsize,
  );
  return axes.every((k, i) => facts.strides[k] === expected[i]);
}
