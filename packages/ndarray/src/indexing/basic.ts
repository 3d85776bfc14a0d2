/**
 * Basic indexing: integers, slices and new axes give a view, always.
 *
 * Knows layouts; never touches an element.
 */
import { Layout } from "../layout/layout.ts";
import type { Part } from "./parts.ts";
import { position, slicePositions } from "./slice.ts";

/** A view's layout, and how many bytes its first element lies behind the array's. */
export interface View {
  readonly layout: Layout;
  readonly shift: number;
}

/**
 * The view that `parts` (none of them an array) picks from `layout`.
 *
 * @throws {IndexError} when an integer lies outside its axis
 */
export function basicView(layout: Layout, parts: readonly Part[]): View {
  const shape: number[] = [];
  const strides: number[] = [];
  let shift = 0;
  let axis = 0;
  for (const part of parts) {
    if (part.kind === "newaxis") {
      shape.push(1);
      strides.push(0);
      continue;
    }
    const n = layout.shape[axis]!;
    const stride = layout.strides[axis]!;
    if (part.kind === "integer") {
      shift += position(part.at, axis, n) * stride;
    } else if (part.kind === "slice") {
      const { start, step, count } = slicePositions(part.slice, n);
      shift += count === 0 && start >= n ? 0 : start * stride;
      shape.push(count);
      strides.push(step * stride);
    }
    axis += 1;
  }
  return { layout: new Layout(shape, strides, layout.itemsize), shift };
}
