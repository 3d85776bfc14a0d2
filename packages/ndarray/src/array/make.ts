/**
 * Making arrays: fresh ones, and views of those there are.
 *
 * Every array of the library is made here, so this is where allocations are counted and scopes keep their lists.
 */
import type { DType, DTypeName } from "../dtype/dtype.ts";
import { Layout, type Shape, contiguous } from "../layout/layout.ts";
import { reserve } from "../memory/block.ts";
import { noteAllocation } from "../memory/counter.ts";
import { NDArray } from "./ndarray.ts";

/** A fresh array with a given layout; its elements are whatever was in memory. */
export function emptyLike<N extends DTypeName>(layout: Layout, dtype: DType<N>): NDArray<N> {
  const { nbytes } = layout;
  const block = reserve(nbytes);
  const array = new NDArray(dtype, layout, block.take(nbytes), null, block, true);
  noteAllocation(nbytes);
  if (made !== null) made.push(array);
  return array;
}

/** A fresh C-contiguous array; its elements are whatever was in memory. */
export function emptyArray<N extends DTypeName>(shape: Shape, dtype: DType<N>): NDArray<N> {
  return emptyLike(contiguous(shape, dtype.itemsize), dtype);
}

/** A fresh C-contiguous array of zero bytes. */
export function zeroArray<N extends DTypeName>(shape: Shape, dtype: DType<N>): NDArray<N> {
  return cleared(emptyArray(shape, dtype));
}

/** Up to here a loop is done before a call has begun. */
const FEW_BYTES = 256;

/** Makes every byte of a fresh array zero, where it is not so already. */
export function cleared<N extends DTypeName>(fresh: NDArray<N>): NDArray<N> {
  const { memory, address, nbytes } = fresh;
  if (nbytes <= FEW_BYTES) {
    // Fresh arrays begin at multiples of 16 and end where the next one may begin.
    for (let k = address / 8; k < (address + nbytes) / 8; k++) memory.doubles[k] = 0;
  } else if (fresh.block?.isZero !== true) memory.bytes.fill(0, address, address + nbytes);
  return fresh;
}

/** Memory for one operation, in no count and no scope; give it back with `freeScratch`. */
export function scratchLike<N extends DTypeName>(layout: Layout, dtype: DType<N>): NDArray<N> {
  const { nbytes } = layout;
  const block = reserve(nbytes);
  return new NDArray(dtype, layout, block.take(nbytes), null, block, true);
}

/** C-contiguous scratch; see `scratchLike`. */
export function scratchArray<N extends DTypeName>(shape: Shape, dtype: DType<N>): NDArray<N> {
  return scratchLike(contiguous(shape, dtype.itemsize), dtype);
}

/** Gives scratch back at once. One that is forgotten is only collected later. */
export function freeScratch(a: NDArray): void {
  a.block?.release(a.address, a.nbytes);
}

/** The elements of `a`'s owner in another layout, `shift` bytes from `a`'s first element. Read-only if `a` is. */
export function viewOf<N extends DTypeName>(a: NDArray<N>, layout: Layout, shift = 0): NDArray<N> {
  return new NDArray(a.dtype, layout, a.offset + shift, a.base ?? a, null, a.isWriteable);
}

/** The bytes of `a`'s owner as elements of another dtype. */
export function viewAs<N extends DTypeName>(
  a: NDArray,
  dtype: DType<N>,
  layout: Layout,
  shift = 0,
): NDArray<N> {
  return new NDArray(dtype, layout, a.offset + shift, a.base ?? a, null, a.isWriteable);
}

/** A view with `a`'s elements in another shape and other strides. */
export function viewStrided<N extends DTypeName>(
  a: NDArray<N>,
  shape: Shape,
  strides: readonly number[],
  shift = 0,
): NDArray<N> {
  return viewOf(a, new Layout(shape, strides, a.itemsize), shift);
}

let made: NDArray[] | null = null;

/**
 * Runs `run` and disposes every array that was made inside, except those in what it returns.
 *
 * The result may be an array, or lists and plain objects of arrays; a view that is returned keeps its owner.
 * An array made inside but stored elsewhere is disposed all the same. Scopes nest.
 *
 * @example scope(() => a.multiply(2).add(1)) // the product is given back, the sum is kept
 */
export function scope<T>(run: () => T): T {
  const outer = made;
  const mine: NDArray[] = [];
  made = mine;
  const kept = new Set<NDArray>();
  try {
    const result = run();
    collect(result, kept);
    return result;
  } finally {
    made = outer;
    for (const array of mine) {
      if (!kept.has(array)) array.dispose();
      else if (outer !== null) outer.push(array);
    }
  }
}

function collect(value: unknown, kept: Set<NDArray>): void {
  if (value instanceof NDArray) kept.add(value.base ?? value);
  else if (Array.isArray(value)) for (const item of value) collect(item, kept);
  else if (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    for (const item of Object.values(value)) collect(item, kept);
  }
}
