/**
 * Views as plain data: a typed array, and shape, strides and offset counted in elements.
 *
 * The course's exercises take and return these before they meet NDArray. Knows how to make one in every layout
 * and how to read one by the slowest, plainest loop; nothing here is fast.
 */
import fc from "fast-check";
import type { NDArray } from "../array/ndarray.ts";
import { asarray } from "../functions/creation.ts";
import { viewStrided } from "../array/make.ts";
import { contiguous } from "../layout/layout.ts";

/** Element `[i, j]` is `data[offset + i * strides[0] + j * strides[1]]`. */
export interface PlainView<Data extends ArrayLike<number> = Float64Array> {
  readonly data: Data;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

export interface PlainViewConstraints {
  readonly minNdim?: number;
  /** Default 3. */
  readonly maxNdim?: number;
  /** The shortest axis; default 0, so that empty arrays occur. */
  readonly minLength?: number;
  /** The longest axis; default 4. */
  readonly maxLength?: number;
  /** Whether two elements may share a place (stride 0); default true. */
  readonly stretched?: boolean;
}

interface AxisChoice {
  readonly length: number;
  /** How many places of the memory one step passes; 0 for a stretched axis. */
  readonly step: number;
  /** Places of the memory left out before and after. */
  readonly margin: readonly [before: number, after: number];
  /** Axes are laid out in the order of their ranks. */
  readonly rank: number;
}

/**
 * Views in every layout: C, F and mixed order, sliced, negative-step, stretched (stride 0), 0-d and empty.
 *
 * The memory holds 0, 1, 2, … so a value tells where it was read from.
 */
export function plainViews(constraints: PlainViewConstraints = {}): fc.Arbitrary<PlainView> {
  const { minNdim = 0, maxNdim = 3, minLength = 0, maxLength = 4, stretched = true } = constraints;
  const steps = stretched ? [1, -1, 2, -2, 0] : [1, -1, 2, -2];
  const plain = fc.constant(1);
  const margins = fc.tuple(fc.nat(1), fc.nat(1));
  const axis = (isPlain: boolean): fc.Arbitrary<AxisChoice> =>
    fc.record({
      length: fc.integer({ min: minLength, max: maxLength }),
      step: isPlain ? plain : fc.constantFrom(...steps),
      margin: isPlain ? fc.constant<[number, number]>([0, 0]) : margins,
      rank: fc.nat(9),
    });
  const axes = (isPlain: boolean): fc.Arbitrary<AxisChoice[]> =>
    fc.array(axis(isPlain), { minLength: minNdim, maxLength: maxNdim });
  const inOrder = (list: AxisChoice[], sign: number): AxisChoice[] =>
    list.map((a, k) => ({ ...a, rank: sign * k }));
  return fc
    .oneof(
      axes(true).map((list) => inOrder(list, 1)), // C
      axes(true).map((list) => inOrder(list, -1)), // F
      axes(false).map((list) => inOrder(list, 1)), // slices of C
      axes(false), // slices of transposes
    )
    .map(layOut);
}

function layOut(axes: readonly AxisChoice[]): PlainView {
  const strides = axes.map(() => 0);
  let offset = 0;
  let capacity = 1;
  const places = axes.map((_, k) => k).sort((j, k) => axes[k]!.rank - axes[j]!.rank || k - j);
  for (const k of places) {
    const { length, step, margin } = axes[k]!;
    const span = step === 0 ? 1 : Math.max(0, (length - 1) * Math.abs(step) + 1);
    strides[k] = step * capacity;
    offset += (margin[0] + (step < 0 ? span - 1 : 0)) * capacity;
    capacity *= margin[0] + span + margin[1];
  }
  const data = Float64Array.from({ length: capacity }, (_, i) => i);
  return {
    data,
    shape: axes.map((a) => a.length),
    strides,
    offset: Math.min(Math.max(0, offset), capacity),
  };
}

/** A C-contiguous view of fresh memory that holds `values`. */
export function plainView(shape: readonly number[], values: Iterable<number>): PlainView {
  const strides = contiguous(shape, 1).strides;
  return { data: Float64Array.from(values), shape: [...shape], strides: [...strides], offset: 0 };
}

/** Where each element lies in `data`, in row-major order. */
export function placesOf({ shape, strides, offset }: Omit<PlainView, "data">): number[] {
  let places = [offset];
  for (const [k, length] of shape.entries()) {
    places = places.flatMap((at) => Array.from({ length }, (_, i) => at + i * strides[k]!));
  }
  return places;
}

/** The elements in row-major order, whatever the layout. A place outside `data` gives NaN. */
export function valuesOf(view: PlainView<ArrayLike<number>>): number[] {
  return placesOf(view).map((at) => view.data[at] ?? Number.NaN);
}

/** A C-contiguous NDArray with the same shape and elements. */
export function arrayOf(view: PlainView<ArrayLike<number>>): NDArray {
  return viewStrided(
    asarray(Float64Array.from(valuesOf(view))),
    view.shape,
    contiguous(view.shape, 8).strides,
  );
}
