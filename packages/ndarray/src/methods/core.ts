/**
 * The methods every array needs before any function: indexing, elements, iteration, text.
 *
 * `attach` puts them on the class; the types come from the interface below, so that both are one table.
 */
import { getIndex, setIndex, type IndexPart } from "../array/access.ts";
import { toNested } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName, ScalarOf } from "../dtype/dtype.ts";
import { IndexError, ValueError } from "../errors.ts";
import { position } from "../indexing/slice.ts";
import { noteTraffic } from "../memory/counter.ts";
import { attach } from "./attach.ts";

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** `a[parts]`: a view where every part is basic, else a copy. @example a.get(0, "1:3") */
    get(...parts: readonly IndexPart[]): NDArray<N>;
    /** `a[parts] = value`; `parts` is always the list of parts. @example a.set([0, "1:3"], 7) */
    set(parts: readonly IndexPart[], value: unknown): void;
    /** One element as a JS value: the only one, or the one at that index, flat or by axis. */
    item(...index: readonly number[]): ScalarOf<N>;
    /** Nested lists of JS values; a plain value for a 0-d array. */
    tolist(): unknown;
    /** Views of the rows along the first axis. */
    [Symbol.iterator](): IterableIterator<NDArray<N>>;
  }
}

attach(NDArray, {
  get(this: NDArray, ...parts: readonly IndexPart[]): NDArray {
    return getIndex(this, parts);
  },
  set(this: NDArray, parts: readonly IndexPart[], value: unknown): void {
    if (!Array.isArray(parts))
      throw new TypeError("set takes the list of index parts first: a.set([0, 1], value)");
    setIndex(this, parts, value);
  },
  item(this: NDArray, ...index: readonly number[]): unknown {
    const shift = itemShift(this, index);
    noteTraffic(1, 0);
    return readElement(this.memory, this.dtype, this.address + shift);
  },
  tolist(this: NDArray): unknown {
    noteTraffic(this.size, 0);
    return toNested(this);
  },
  *[Symbol.iterator](this: NDArray): IterableIterator<NDArray> {
    if (this.ndim === 0) throw new TypeError("iteration over a 0-d array");
    for (let i = 0; i < this.shape[0]!; i++) yield getIndex(this, [i]);
  },
});

/** Bytes from the first element to the one that `index` names. */
function itemShift(a: NDArray, index: readonly number[]): number {
  if (index.length === 0) {
    if (a.size !== 1)
      throw new ValueError("can only convert an array of size 1 to a Python scalar");
    return 0;
  }
  if (index.length !== 1 && index.length !== a.ndim)
    throw new ValueError("incorrect number of indices for array");
  let shift = 0;
  if (index.length === a.ndim) {
    for (const [k, i] of index.entries()) shift += position(i, k, a.shape[k]!) * a.strides[k]!;
    return shift;
  }
  let flat = index[0]!;
  if (flat < -a.size || flat >= a.size)
    throw new IndexError(`index ${flat} is out of bounds for size ${a.size}`);
  if (flat < 0) flat += a.size;
  for (let k = a.ndim - 1; k >= 0; k--) {
    shift += (flat % a.shape[k]!) * a.strides[k]!;
    flat = Math.floor(flat / a.shape[k]!);
  }
  return shift;
}
