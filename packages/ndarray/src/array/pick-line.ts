/**
 * Indexing with one part, as most calls do: a slice of a line, a mask of a line, a line of positions.
 *
 * Knows one-axis arrays whose elements lie in the heap; everything else gets null and goes the general way.
 */
import { bool, int32, int64 } from "../dtype/dtype.ts";
import { IndexError } from "../errors.ts";
import type { Slice } from "../indexing/slice.ts";
import { FlatKernel } from "../kernels/flat.ts";
import { FlatPick } from "../kernels/flat-pick.ts";
import { line } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { emptyLike, viewOf } from "./make.ts";
import type { NDArray } from "./ndarray.ts";

/** `a[slice]` of a line. */
export function sliceLine(a: NDArray, slice: Slice): NDArray {
  const { layout, shift } = slice.cut(a.layout);
  return viewOf(a, layout, shift);
}

const kernels: Readonly<Record<"i" | "q", (FlatPick | undefined)[]>> = { i: [], q: [] };

/** The kernels for elements of `size` bytes. */
function kernelFor(size: number, indexChar: "i" | "q"): FlatPick {
  return (kernels[indexChar][size] ??= new FlatPick(size, indexChar));
}

/**
 * `a[part]` where `a` is a line and `part` a mask as long, or a line of int32 or int64 positions; else null.
 *
 * @throws {IndexError} when a position lies outside
 */
export function pickLine(a: NDArray, part: NDArray): NDArray | null {
  const { layout } = part;
  const from = a.heapAddress;
  const at = part.heapAddress;
  if (layout.shape.length !== 1 || !layout.isC || from < 0 || at < 0) return null;
  const isWide = part.dtype === int64;
  const kernel = kernelFor(a.layout.itemsize, isWide ? "q" : "i");
  if (!kernel.isThere) return null;
  const isMask = part.dtype === bool;
  const n = layout.size;
  const length = a.layout.size;
  if (isMask ? n !== length : !isWide && part.dtype !== int32) return null;
  const count = isMask ? kernel.count(at, n) : n;
  const { itemsize } = a.layout;
  const picked = emptyLike(line(count, itemsize, itemsize), a.dtype);
  const step = a.layout.strides[0]!;
  const to = picked.heapAddress;
  if (to < 0) pickEach(a, step, part, picked);
  else if (isMask) kernel.compress(from, step, at, to, count);
  else if (kernel.take(from, step, length, at, n, to) < n) throw outside(part, length);
  noteTraffic(count, count);
  return picked;
}

const selections: (FlatKernel | undefined)[] = [];

/** `a[part] = value` where `a` is a line, `part` a mask as long, and `value` one element of its dtype; or false. */
export function fillLine(a: NDArray, part: NDArray, value: NDArray): boolean {
  const { layout } = part;
  const n = layout.size;
  if (part.dtype !== bool || layout.shape.length !== 1 || !layout.isC || n !== a.layout.size)
    return false;
  const kernel = kernelFor(a.layout.itemsize, "i");
  const { num, char } = a.dtype;
  const selection = (selections[num] ??= new FlatKernel("where", `?${char}${char}->${char}`));
  const step = a.layout.strides[0]!;
  if (!kernel.isThere || !selection.ternary(part, 1, value, 0, a, step, a, step, n)) return false;
  const count = kernel.count(part.address, n); // which is in the heap: the selection worked there
  noteTraffic(count, count);
  return true;
}

/** `pickLine` with bytes, for a result that found no room in the heap. */
function pickEach(a: NDArray, step: number, part: NDArray, picked: NDArray): void {
  const length = a.layout.size;
  const size = a.layout.itemsize;
  const isMask = part.dtype === bool;
  const positions = part.memory.view(part.dtype);
  let to = picked.address;
  for (let k = 0; k < part.size; k++) {
    const entry = Number(positions[part.address / part.layout.itemsize + k]);
    if (isMask && entry === 0) continue;
    if (!isMask && (entry < -length || entry >= length)) throw outside(part, length);
    const from = a.address + (isMask ? k : entry < 0 ? entry + length : entry) * step;
    picked.memory.bytes.set(a.memory.bytes.subarray(from, from + size), to);
    to += size;
  }
}

/** What is wrong with the first position that lies outside. */
function outside(part: NDArray, length: number): IndexError {
  const first = part.address / part.itemsize;
  const positions = Array.from(
    part.memory.view(part.dtype).subarray(first, first + part.size),
    Number,
  );
  const at = positions.find((p) => p < -length || p >= length);
  return new IndexError(`index ${at} is out of bounds for axis 0 with size ${length}`);
}
