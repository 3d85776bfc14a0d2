/**
 * A layout: a shape, byte strides, and the facts that follow from them.
 *
 * Knows integers only; never touches an element. Layouts never change, so arrays share them: the result of
 * `a + b` usually has the very layout of `a`.
 * The element at index i lies at address + sum(i[k] * strides[k]).
 */

export type Shape = readonly number[];
export type Strides = readonly number[];
export type Order = "C" | "F";

const NOTHING: Shape = [];

/** Whether arrays and layouts are frozen when they are made; see `lock`. */
export let isLocked = false;

/** From now on nobody can change the facts of an array or a layout that is made: what is counted follows from them. */
export function lock(): void {
  isLocked = true;
  for (const kept of [lines, planes]) kept.fill(undefined);
}

/** What is left of a contiguous layout without one axis. */
export interface WithoutAxis {
  /** The axis as it was asked for, which may count from the end. */
  readonly axis: number;
  /** The axis, from 0 on, and its length. */
  readonly at: number;
  readonly n: number;
  /** Elements of the axes before it, and behind it. */
  readonly outer: number;
  readonly inner: number;
  /** A fresh layout of the other axes. */
  readonly layout: Layout;
}

export class Layout {
  readonly shape: Shape;
  /** Bytes between neighbours along each axis. */
  readonly strides: Strides;
  /** Number of elements: the product of the shape, 1 for a 0-d array. */
  readonly size: number;
  readonly itemsize: number;
  /** Bytes that the elements take: `size * itemsize`, whatever the strides. */
  readonly nbytes: number;
  /** True where addresses in C order are consecutive; an axis of length 1 may have any stride. */
  readonly isC: boolean;
  /** True where addresses in Fortran order are consecutive. */
  readonly isF: boolean;
  #reversed: Layout | null = null;
  #fresh: Layout | null = null;
  /** A fresh layout of the same shape for other elements: comparisons give bools again and again. */
  #other: Layout | null = null;
  #asked: Shape = NOTHING;
  #reshaped: Layout | null = null;
  /** What `withoutAxis` said last: folds go along the same one again and again. */
  #without: WithoutAxis | null = null;

  constructor(shape: Shape, strides: Strides, itemsize: number) {
    this.shape = isLocked ? Object.freeze([...shape]) : shape;
    this.strides = isLocked ? Object.freeze([...strides]) : strides;
    this.itemsize = itemsize;
    let size = 1;
    for (let k = 0; k < shape.length; k++) size *= shape[k]!;
    // V8 stores a small integer more cheaply than a double, and a shape may hold lengths that were computed as doubles.
    this.size = (size | 0) === size ? size | 0 : size;
    this.nbytes = this.size * itemsize;
    this.isC = size === 0 || isConsecutive(shape, strides, itemsize, shape.length - 1, -1);
    this.isF =
      size === 0 || (shape.length < 2 ? this.isC : isConsecutive(shape, strides, itemsize, 0, 1));
    if (isLocked) Object.freeze(this);
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** This layout if it is C-contiguous down to the strides of axes of length 1, else the one that is. */
  get fresh(): Layout {
    return (this.#fresh ??= isFresh(this) ? this : contiguous(this.shape, this.itemsize));
  }

  /** `fresh` for elements of `itemsize` bytes. */
  freshAs(itemsize: number): Layout {
    if (itemsize === this.itemsize) return this.fresh;
    if (this.#other === null || this.#other.itemsize !== itemsize)
      this.#other = contiguous(this.shape, itemsize);
    return this.#other;
  }

  /** What `remember` was last told about this shape, or null: the same reshape comes again and again. */
  recall(asked: Shape): Layout | null {
    const last = this.#asked;
    if (last.length !== asked.length) return null;
    for (let k = 0; k < last.length; k++) if (last[k] !== asked[k]) return null;
    return this.#reshaped;
  }

  /** Keeps the layout of a view in the shape `asked`, which may contain -1. */
  remember(asked: Shape, view: Layout): void {
    this.#asked = [...asked];
    this.#reshaped = view;
  }

  /** What is left without `axis`, which may count from the end; null where there is no such axis. */
  withoutAxis(axis: number): WithoutAxis | null {
    return this.#without?.axis === axis ? this.#without : (this.#without = withoutAxis(this, axis));
  }

  /** The layout with its axes in reverse order. Each of the two remembers the other. */
  get reversed(): Layout {
    if (this.#reversed === null) {
      this.#reversed = new Layout(
        this.shape.toReversed(),
        this.strides.toReversed(),
        this.itemsize,
      );
      this.#reversed.#reversed = this;
    }
    return this.#reversed;
  }
}

function isConsecutive(
  shape: Shape,
  strides: Strides,
  itemsize: number,
  first: number,
  step: number,
): boolean {
  let expected = itemsize;
  for (let k = first; k >= 0 && k < shape.length; k += step) {
    const length = shape[k]!;
    if (length === 1) continue;
    if (strides[k] !== expected) return false;
    expected *= length;
  }
  return true;
}

function withoutAxis({ shape, itemsize }: Layout, axis: number): WithoutAxis | null {
  const at = axis < 0 ? axis + shape.length : axis;
  const n = shape[at];
  if (n === undefined) return null;
  const [before, behind] = [shape.slice(0, at), shape.slice(at + 1)];
  const layout = contiguous([...before, ...behind], itemsize);
  const without = { axis, at, n, outer: sizeOf(before), inner: sizeOf(behind), layout };
  return isLocked ? Object.freeze(without) : without;
}

/** Whether the strides are those of a fresh array. Empty axes count as length 1, as in NumPy. */
function isFresh({ shape, strides, itemsize }: Layout): boolean {
  let step = itemsize;
  for (let k = shape.length - 1; k >= 0; k--) {
    if (strides[k] !== step) return false;
    step *= Math.max(shape[k]!, 1);
  }
  return true;
}

/** Product of the lengths; 1 for no axes. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Byte strides of a fresh array. Empty axes count as length 1, as in NumPy. */
export function contiguousStrides(shape: Shape, itemsize: number, order: Order = "C"): number[] {
  const strides = shape.slice(); // every entry is overwritten
  let step = itemsize;
  for (let i = 0; i < shape.length; i++) {
    const k = order === "C" ? shape.length - 1 - i : i;
    strides[k] = step;
    step *= Math.max(shape[k]!, 1);
  }
  return strides;
}

const LINES = 256;
const lines: (Layout | undefined)[] = Array.from({ length: LINES });

/**
 * The layout of one axis. Lines of the same length come again and again, so the latest ones are kept.
 *
 * Their lists are not frozen, as V8 reads frozen lists slowly; so they are looked at before they are used again.
 */
export function line(length: number, stride: number, itemsize: number): Layout {
  const at = (length * 31 + stride) & (LINES - 1);
  const known = lines[at];
  if (
    known !== undefined &&
    known.itemsize === itemsize &&
    known.shape[0] === length &&
    known.strides[0] === stride &&
    known.shape.length === 1
  )
    return known;
  return (lines[at] = new Layout([length], [stride], itemsize));
}

const planes: (Layout | undefined)[] = Array.from({ length: LINES });

/** The layout of fresh rows, kept as `line` keeps its own. */
function plane(m: number, n: number, itemsize: number): Layout {
  const at = (m * 31 + n * 7 + itemsize) & (LINES - 1);
  const row = Math.max(n, 1) * itemsize;
  const known = planes[at];
  if (
    known !== undefined &&
    known.itemsize === itemsize &&
    known.shape[0] === m &&
    known.shape[1] === n &&
    known.strides[0] === row &&
    known.strides[1] === itemsize &&
    known.shape.length === 2
  )
    return known;
  return (planes[at] = new Layout([m, n], [row, itemsize], itemsize));
}

/** The layout of a fresh array. */
export function contiguous(shape: Shape, itemsize: number, order: Order = "C"): Layout {
  if (shape.length === 1) return line(shape[0]!, itemsize, itemsize);
  if (shape.length === 2 && order === "C") return plane(shape[0]!, shape[1]!, itemsize);
  return new Layout(shape, contiguousStrides(shape, itemsize, order), itemsize);
}

/**
 * The layout of a fresh array that keeps the axis order of `strides` (NumPy's order "K").
 *
 * Axes are laid out from the largest stride to the smallest; ties and broadcast axes keep C order.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.copy.html
 */
export function keepOrder(shape: Shape, strides: Strides, itemsize: number): Layout {
  const axes = axesByStride(strides);
  const fresh = Array.from(shape, () => itemsize);
  let step = itemsize;
  for (let i = axes.length - 1; i >= 0; i--) {
    const k = axes[i]!;
    fresh[k] = step;
    step *= Math.max(shape[k]!, 1);
  }
  return new Layout(shape, fresh, itemsize);
}

/** Axes from the largest absolute stride to the smallest; equal ones in their own order. */
export function axesByStride(strides: Strides): number[] {
  const axes = Array.from(strides, (_, k) => k);
  return axes.sort((i, j) => Math.abs(strides[j]!) - Math.abs(strides[i]!) || i - j);
}

/** Axes as an iterator in order "K" visits them: by stride, where broadcast axes stay where they are. */
export function axesInMemoryOrder(strides: Strides): number[] {
  const axes: number[] = [];
  for (let k = 0; k < strides.length; k++) {
    const own = Math.abs(strides[k]!);
    let at = axes.length;
    for (let i = axes.length - 1; i >= 0; i--) {
      const other = Math.abs(strides[axes[i]!]!);
      if (own === 0 || other === 0) continue; // says nothing: look further out
      if (other >= own) break;
      at = i;
    }
    axes.splice(at, 0, k);
  }
  return axes;
}

/** Lowest and highest byte that the elements reach, counted from the first element: [low, high). */
export function extent(layout: Layout): [low: number, high: number] {
  if (layout.size === 0) return [0, 0];
  let low = 0;
  let high = layout.itemsize;
  for (let k = 0; k < layout.shape.length; k++) {
    const reach = (layout.shape[k]! - 1) * layout.strides[k]!;
    if (reach < 0) low += reach;
    else high += reach;
  }
  return [low, high];
}
