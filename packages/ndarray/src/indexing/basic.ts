/**
 * Basic indexing: integers, slices and new axes give a view, always.
 *
 * Knows layouts; never touches an element.
 */
import { Layout, line } from "../layout/layout.ts";
import type { View } from "../layout/permute.ts";
import type { Part } from "./parts.ts";
import { Slice, parseSlice, position, slicePositions, sliceShift } from "./slice.ts";

/** Axes under construction: what the parts so far have left, and how far the first element has moved. */
export interface Axes {
  readonly shape: number[];
  readonly strides: number[];
  shift: number;
}

/**
 * The view that `parts` (none of them an array) picks from `layout`.
 *
 * @throws {IndexError} when an integer lies outside its axis
 */
export function basicView(layout: Layout, parts: readonly Part[]): View {
  const axes: Axes = { shape: [], strides: [], shift: 0 };
  let axis = 0;
  for (const part of parts) axis = addPart(axes, part, layout, axis);
  return { layout: new Layout(axes.shape, axes.strides, layout.itemsize), shift: axes.shift };
}

/**
 * The view that integers, slices, new axes and one "..." pick, as most calls do, without telling parts apart first; null
 * where `given` holds anything else, or too many of them.
 *
 * @throws {IndexError} when an integer lies outside its axis
 */
export function plainView(
  { shape, strides, itemsize }: Layout,
  given: readonly unknown[],
): View | null {
  const parts = plainParts(given);
  if (parts === null) return null;
  let whole = shape.length;
  for (const part of parts) if (part !== null && part !== ELLIPSIS) whole -= 1;
  if (whole < 0) return null;
  let shift = 0;
  let axis = 0;
  let ndim = 0;
  const add = (length: number, step: number): void => {
    lengths[ndim] = length;
    steps[ndim] = step;
    ndim += 1;
  };
  const keep = (end: number): void => {
    for (; axis < end; axis++) add(shape[axis]!, strides[axis]!);
  };
  for (const part of parts) {
    if (part === null) add(1, 0);
    else if (part === ELLIPSIS) keep(axis + whole);
    else {
      const n = shape[axis]!;
      const stride = strides[axis]!;
      if (typeof part === "number") shift += position(part, axis, n) * stride;
      else {
        const positions = slicePositions(part, n);
        shift += sliceShift(positions, n, stride);
        add(positions.count, positions.step * stride);
      }
      axis += 1;
    }
  }
  keep(shape.length);
  const layout =
    ndim === 1
      ? line(lengths[0]!, steps[0]!, itemsize)
      : new Layout(lengths.slice(0, ndim), steps.slice(0, ndim), itemsize);
  return { layout, shift };
}

/** Where a view's axes are collected: a list that grows is slower than one that is there. */
const lengths = Array.from({ length: 64 }, () => 0);
const steps = lengths.slice();

const ELLIPSIS = "...";

type PlainPart = number | Slice | null | typeof ELLIPSIS;

/** `given` where it is integers, slices, new axes and at most one "...", texts read; else null. */
function plainParts(given: readonly unknown[]): PlainPart[] | null {
  const parts = given.slice();
  let hasEllipsis = false;
  for (let k = 0; k < parts.length; k++) {
    const raw = parts[k];
    if (raw === null) continue;
    if (raw === ELLIPSIS) {
      if (hasEllipsis) return null;
      hasEllipsis = true;
      continue;
    }
    if (typeof raw === "string") parts[k] = parseSlice(raw);
    if (!(parts[k] instanceof Slice) && !Number.isInteger(raw)) return null;
  }
  return parts as PlainPart[]; // as just seen
}

/** Adds what one basic part leaves of `layout` from `axis` on; gives the axis after it. */
export function addPart(axes: Axes, part: Part, layout: Layout, axis: number): number {
  if (part.kind === "newaxis") {
    axes.shape.push(1);
    axes.strides.push(0);
    return axis;
  }
  if (part.kind === "ellipsis") {
    for (let k = axis; k < axis + part.count; k++) {
      axes.shape.push(layout.shape[k]!);
      axes.strides.push(layout.strides[k]!);
    }
    return axis + part.count;
  }
  const n = layout.shape[axis]!;
  const stride = layout.strides[axis]!;
  if (part.kind === "integer") {
    axes.shift += position(part.at, axis, n) * stride;
  } else if (part.kind === "slice") {
    addSlice(axes, part.slice, n, stride);
  }
  return axis + 1;
}

function addSlice(axes: Axes, slice: Slice, n: number, stride: number): void {
  const positions = slicePositions(slice, n);
  axes.shift += sliceShift(positions, n, stride);
  axes.shape.push(positions.count);
  axes.strides.push(positions.step * stride);
}
