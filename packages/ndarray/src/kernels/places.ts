/**
 * Places: index values and masks turned into offsets, in one list.
 *
 * Knows plain numbers, shapes and strides in any one unit. The loops are flat, so that they can move to WASM.
 */
import { IndexError } from "../errors.ts";
import { mergeAxes } from "../layout/coalesce.ts";
import { type Shape, sizeOf } from "../layout/layout.ts";
import { forEachRow } from "./nest.ts";

/** Offsets from one element, in C order of what they stand for. */
export type Places = Int32Array;

/** A mask or indices: numbers in any layout, whose offset and strides count elements. */
export interface Numbers {
  readonly shape: Shape;
  readonly data: ArrayLike<number>;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Room for `n` places, all 0. */
export function newPlaces(n: number): Places {
  return new Int32Array(n);
}

/** How many elements of a mask are true. */
export function countTrue(mask: Numbers): number {
  let count = 0;
  eachRow(mask.shape, [mask], ([at], [step], n) => {
    count += countRow(mask.data, at!, step!, n);
  });
  return count;
}

function countRow(data: ArrayLike<number>, at: number, step: number, n: number): number {
  let count = 0;
  for (let k = 0, p = at; k < n; k++, p += step) if (data[p] !== 0) count += 1;
  return count;
}

/** Where `mask` is true, walking an array whose strides along the mask's axes are `strides`. */
export function maskPlaces(mask: Numbers, strides: readonly number[]): Places {
  const places = newPlaces(countTrue(mask));
  let filled = 0;
  eachRow(
    mask.shape,
    [mask, { offset: 0, strides: strides.slice(0, mask.shape.length) }],
    ([m, at], [dm, dat], n) => {
      filled = markRow(mask.data, m!, dm!, at!, dat!, n, places, filled);
    },
  );
  return places;
}

function markRow(
  data: ArrayLike<number>,
  m: number,
  dm: number,
  at: number,
  dat: number,
  n: number,
  places: Places,
  from: number,
): number {
  let filled = from;
  for (let k = 0, p = m, q = at; k < n; k++, p += dm, q += dat)
    if (data[p] !== 0) places[filled++] = q;
  return filled;
}

/** The axis that index values are for: its number, its length, and its stride in units. */
export interface IndexedAxis {
  readonly axis: number;
  readonly length: number;
  readonly stride: number;
}

/**
 * Adds to each place of the grid what its index value moves by; with no axis the values are offsets already.
 *
 * @throws {IndexError} when a value lies outside the axis
 */
export function addIndices(
  places: Places,
  data: ArrayLike<number>,
  offset: number,
  strides: readonly number[],
  grid: Shape,
  indexed: IndexedAxis | null,
): void {
  let k = 0;
  eachRow(grid, [{ offset, strides }], ([at], [step], n) => {
    if (indexed === null)
      for (let i = 0, p = at!; i < n; i++, p += step!) places[k + i]! += data[p]!;
    else addRow(places, k, data, at!, step!, n, indexed);
    k += n;
  });
}

function addRow(
  places: Places,
  k: number,
  data: ArrayLike<number>,
  at: number,
  step: number,
  n: number,
  { axis, length, stride }: IndexedAxis,
): void {
  for (let i = 0, p = at; i < n; i++, p += step) {
    const index = data[p]!;
    if (index < -length || index >= length)
      throw new IndexError(`index ${index} is out of bounds for axis ${axis} with size ${length}`);
    places[k + i]! += (index < 0 ? index + length : index) * stride;
  }
}

/** The offset of every index of `shape`, in C order, from `start` on. */
export function offsetsOf(shape: Shape, strides: readonly number[], start: number): Places {
  const places = newPlaces(sizeOf(shape));
  if (places.length === 0) return places;
  places[0] = start;
  let filled = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    for (let i = 1, to = filled; i < shape[k]!; i++) {
      const shift = i * strides[k]!;
      for (let j = 0; j < filled; j++) places[to++] = places[j]! + shift;
    }
    filled *= shape[k]!;
  }
  return places;
}

/** Every sum of one offset of each list, the last list's moving fastest. */
export function sumOfOffsets(before: Places, grid: Places, after: Places): Places {
  if (before.length === 1 && after.length === 1 && before[0] === 0) return grid;
  const places = newPlaces(before.length * grid.length * after.length);
  let k = 0;
  for (let b = 0; b < before.length; b++) {
    for (let g = 0; g < grid.length; g++) {
      const start = before[b]! + grid[g]!;
      for (let a = 0; a < after.length; a++) places[k++] = start + after[a]!;
    }
  }
  return places;
}

type Steps = readonly number[];

/** Calls `visit` with the start and step of each innermost row, in C order of `shape`. */
function eachRow(
  shape: Shape,
  steppers: readonly { readonly offset: number; readonly strides: readonly number[] }[],
  visit: (at: readonly number[], step: Steps, n: number) => void,
): void {
  const nest = mergeAxes(
    shape,
    steppers.map((s) => s.strides),
  );
  const last = nest.shape.length - 1;
  const outer = nest.shape.slice(0, Math.max(last, 0));
  const step = nest.strides.map((s) => (last < 0 ? 0 : s[last]!));
  const n = last < 0 ? 1 : nest.shape[last]!;
  forEachRow(
    outer,
    steppers.map(({ offset }, k) => ({ offset, strides: nest.strides[k]! })),
    (at) => visit(at, step, n),
  );
}
