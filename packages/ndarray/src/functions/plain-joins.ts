/**
 * The joins most calls ask for: arrays of one dtype, each contiguous, one behind the other in memory.
 *
 * Knows bytes; makes the result and asks nothing else. Everything that is not plain gets null.
 */
import { emptyArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { sameShape } from "../layout/broadcast.ts";
import { noteTraffic } from "../memory/counter.ts";

/** The arrays' rows below each other, the arrays' shapes being the same but for the first axis; or null. */
export function plainRows(arrays: unknown): NDArray | null {
  const first = plainFirst(arrays);
  if (first === null || first.ndim === 0) return null;
  const { shape } = first.layout;
  let rows = 0;
  for (const a of arrays as readonly unknown[]) {
    if (!isLike(a, first) || a.layout.shape.length !== shape.length) return null;
    for (let k = 1; k < shape.length; k++) if (a.layout.shape[k] !== shape[k]) return null;
    rows += a.layout.shape[0]!;
  }
  return joined(arrays as readonly NDArray[], shape.with(0, rows)); // each was looked at
}

/** The arrays, all of one shape, along a new first axis; or null. */
export function plainStack(arrays: unknown): NDArray | null {
  const first = plainFirst(arrays);
  if (first === null) return null;
  const { shape } = first.layout;
  const list = arrays as readonly unknown[]; // as `plainFirst` saw
  for (const a of list) if (!isLike(a, first) || !sameShape(a.layout.shape, shape)) return null;
  return joined(list as readonly NDArray[], [list.length, ...shape]);
}

function plainFirst(arrays: unknown): NDArray | null {
  const first: unknown = Array.isArray(arrays) ? arrays[0] : null;
  return first instanceof NDArray ? first : null;
}

/** Whether `a` may follow `first` as it lies; an empty array may lie in any order. */
function isLike(a: unknown, first: NDArray): a is NDArray {
  return a instanceof NDArray && a.dtype === first.dtype && a.layout.isC && a.layout.size > 0;
}

function joined(arrays: readonly NDArray[], shape: readonly number[]): NDArray {
  const result = emptyArray(shape, arrays[0]!.dtype);
  const { memory } = result;
  let to = result.address;
  for (const a of arrays) {
    const { address, nbytes } = a;
    if (a.memory === memory) memory.bytes.copyWithin(to, address, address + nbytes);
    else memory.bytes.set(a.memory.bytes.subarray(address, address + nbytes), to);
    to += nbytes;
  }
  noteTraffic(result.size, result.size);
  return result;
}
