/**
 * Broadcasting: how arrays of different shapes line up.
 *
 * Knows shapes and strides; never touches an element.
 * Rules: https://numpy.org/doc/stable/user/basics.broadcasting.html
 */
import { ValueError, cannotBroadcast } from "../errors.ts";
import type { Shape, Strides } from "./layout.ts";

/**
 * The shape all `shapes` broadcast to.
 *
 * Axes line up from the right, and length 1 stretches. No shapes give `[]`.
 *
 * @throws {ValueError} when two lengths differ and neither is 1
 * @example broadcastShapes([[3, 1], [4]]) // [3, 4]
 */
export function broadcastShapes(shapes: readonly Shape[]): Shape {
  let ndim = 0;
  for (const shape of shapes) ndim = Math.max(ndim, shape.length);
  const result: number[] = [];
  for (let k = 0; k < ndim; k++) result.push(1);
  for (const shape of shapes) {
    const lead = ndim - shape.length;
    for (let k = 0; k < shape.length; k++) {
      const length = shape[k]!;
      if (length === 1 || length === result[lead + k]) continue;
      if (result[lead + k] !== 1) throw new ValueError(cannotBroadcast(shapes));
      result[lead + k] = length;
    }
  }
  return result;
}

/** Whether two shapes are the same, length by length. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/**
 * Strides that make elements of `shape` appear in the shape `target`, or null where the shapes do not line up.
 *
 * A stretched axis gets stride 0: every step lands on the same element.
 */
export function broadcastStrides(shape: Shape, strides: Strides, target: Shape): Strides | null {
  if (sameShape(shape, target)) return strides;
  const lead = target.length - shape.length;
  if (lead < 0) return null;
  const result: number[] = [];
  for (let k = 0; k < target.length; k++) result.push(0);
  for (let k = 0; k < shape.length; k++) {
    if (shape[k] === target[lead + k]) result[lead + k] = strides[k]!;
    else if (shape[k] !== 1) return null;
  }
  return result;
}
