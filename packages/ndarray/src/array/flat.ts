/**
 * `a.flat`: the elements in C order, one after the other, whatever the layout.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flat.html
 */
import type { DTypeName, ScalarOf } from "../dtype/dtype.ts";
import { type IndexPart, assign, getIndex, setIndex } from "./access.ts";
import { toValues } from "./convert.ts";
import { reshaped } from "./copy.ts";
import { noteTraffic } from "../memory/counter.ts";
import type { NDArray } from "./ndarray.ts";

export class FlatView<N extends DTypeName = DTypeName> {
  readonly base: NDArray<N>;

  constructor(base: NDArray<N>) {
    this.base = base;
  }

  /** Number of elements. */
  get length(): number {
    return this.base.size;
  }

  /** A copy of the elements that one index part picks. @example a.flat.get("1:3") */
  get(part: IndexPart): NDArray<N> {
    const picked = getIndex(reshaped(this.base, [this.base.size], "C", null), [part]);
    return reshaped(picked, picked.shape, "C", true) as NDArray<N>; // picking keeps the dtype
  }

  /** Writes `value`, broadcast, to the elements that one index part picks. @example a.flat.set(3, 7) */
  set(part: IndexPart, value: unknown): void {
    const flat = reshaped(this.base, [this.base.size], "C", null);
    flat.isWriteable = this.base.isWriteable;
    setIndex(flat, [part], value);
    if (flat.base === null) assign(this.base, reshaped(flat, this.base.shape, "C", false));
  }

  /** The elements as JS values. */
  *[Symbol.iterator](): IterableIterator<ScalarOf<N>> {
    noteTraffic(this.base.size, 0);
    for (const value of toValues(this.base)) yield value as ScalarOf<N>; // its elements
  }
}
