/**
 * Basic indexing: integers, slices and new axes give a view, always.
 *
 * Knows layouts; never touches an element.
 */
import { Layout } from "../layout/layout.ts";
import type { View } from "../layout/permute.ts";
import type { Part } from "./parts.ts";
import { position, slicePositions } from "./slice.ts";

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
    const { start, step, count } = slicePositions(part.slice, n);
    axes.shift += count === 0 && start >= n ? 0 : start * stride;
    axes.shape.push(count);
    axes.strides.push(step * stride);
  }
  return axis + 1;
}
