/**
 * Permuting: the same elements with axes in another order, dropped, added, reversed, or merged into a diagonal.
 *
 * Knows layouts only. Everything here gives a view's layout, and the bytes by which its first element moves.
 */
import { AxisError, ValueError } from "../errors.ts";
import { normalizeAxis } from "./axis.ts";
import { Layout, type Shape, type Strides } from "./layout.ts";
import { reshapedStrides } from "./reshape.ts";

/** A view's layout, and how many bytes its first element lies behind the array's. */
export interface View {
  readonly layout: Layout;
  readonly shift: number;
}

/** The layout whose axis k is axis `order[k]` of `from`; `order` names every axis once. */
export function permuted(from: Layout, order: readonly number[]): Layout {
  return new Layout(pick(from.shape, order), pick(from.strides, order), from.itemsize);
}

/**
 * `axes` as an order of `ndim` axes; the reverse order for null.
 *
 * @throws {ValueError} when an axis is named twice or left out
 * @throws {AxisError} when one lies outside
 */
export function axisOrder(axes: readonly number[] | null | undefined, ndim: number): number[] {
  if (axes === null || axes === undefined)
    return Array.from({ length: ndim }, (_, k) => ndim - 1 - k);
  if (axes.length !== ndim) throw new ValueError("axes don't match array");
  const order = axes.map((axis) => normalizeAxis(axis, ndim));
  if (new Set(order).size !== ndim) throw new ValueError("repeated axis in transpose");
  return order;
}

/** The order in which axes `source` stand at `destination` and the others keep theirs. All are normalized. */
export function movedOrder(
  source: readonly number[],
  destination: readonly number[],
  ndim: number,
): number[] {
  const order = Array.from({ length: ndim }, (_, k) => k).filter((k) => !source.includes(k));
  const moves = destination.map((to, i) => ({ to, from: source[i]! })).sort((a, b) => a.to - b.to);
  for (const { to, from } of moves) order.splice(to, 0, from);
  return order;
}

/** The layout without `axes`, all of length 1. @throws {ValueError} when one is longer */
export function squeezed(from: Layout, axes: readonly number[]): Layout {
  for (const k of axes) {
    if (from.shape[k] !== 1)
      throw new ValueError("cannot select an axis to squeeze out which has size not equal to one");
  }
  const kept = Array.from(from.shape, (_, k) => k).filter((k) => !axes.includes(k));
  return permuted(from, kept);
}

/** The layout without any axis of length 1. */
export function withoutOnes(from: Layout): Layout {
  const shape: number[] = [];
  const strides: number[] = [];
  for (let k = 0; k < from.shape.length; k++) {
    if (from.shape[k] === 1) continue;
    shape.push(from.shape[k]!);
    strides.push(from.strides[k]!);
  }
  return shape.length === from.shape.length ? from : new Layout(shape, strides, from.itemsize);
}

/** The layout with axes `i` and `j`, both in range, in each other's place. */
export function exchanged(from: Layout, i: number, j: number): Layout {
  if (i === j) return from;
  if (from.shape.length === 2) return from.reversed;
  const shape = from.shape.slice();
  const strides = from.strides.slice();
  [shape[i], shape[j]] = [shape[j]!, shape[i]!];
  [strides[i], strides[j]] = [strides[j]!, strides[i]!];
  return new Layout(shape, strides, from.itemsize);
}

/**
 * The layout with axes of length 1 where `axes` say they stand in the result.
 *
 * @throws {AxisError} when one lies outside
 * @throws {ValueError} when one is named twice
 */
export function expanded(from: Layout, axes: readonly number[]): Layout {
  const ndim = from.ndim + axes.length;
  const added = axes.map((axis) => normalizeAxis(axis, ndim));
  if (new Set(added).size !== added.length) throw new ValueError("repeated axis");
  let at = 0;
  const shape = Array.from({ length: ndim }, (_, k) => (added.includes(k) ? 1 : from.shape[at++]!));
  return new Layout(shape, reshapedStrides(from, shape)!, from.itemsize); // length 1 never needs a copy
}

/** The layout walked backwards along `axes`. */
export function flipped(from: Layout, axes: readonly number[]): View {
  const strides = [...from.strides];
  let shift = 0;
  for (const k of axes) {
    shift += Math.max(0, from.shape[k]! - 1) * strides[k]!;
    strides[k] = -strides[k]!;
  }
  return {
    layout: new Layout(from.shape, strides, from.itemsize),
    shift: from.size === 0 ? 0 : shift,
  };
}

/**
 * The diagonal of axes `axis1` and `axis2`, `offset` columns to the right; its axis comes last.
 *
 * @throws {ValueError} when there are fewer than two axes, or both are the same
 * @throws {AxisError} when one lies outside
 */
export function diagonalView(from: Layout, offset: number, axis1: number, axis2: number): View {
  if (from.ndim < 2) throw new ValueError("diag requires an array of at least two dimensions");
  const row = namedAxis("axis1", axis1, from.ndim);
  const column = namedAxis("axis2", axis2, from.ndim);
  if (row === column) throw new ValueError("axis1 and axis2 cannot be the same");
  const rows = from.shape[row]! - Math.max(0, -offset);
  const columns = from.shape[column]! - Math.max(0, offset);
  const length = Math.max(0, Math.min(rows, columns));
  const rest = Array.from(from.shape, (_, k) => k).filter((k) => k !== row && k !== column);
  const shape = [...pick(from.shape, rest), length];
  const strides = [...pick(from.strides, rest), from.strides[row]! + from.strides[column]!];
  const shift = length === 0 ? 0 : Math.abs(offset) * from.strides[offset > 0 ? column : row]!;
  return { layout: new Layout(shape, strides, from.itemsize), shift };
}

/** `axis` normalized; a sentence that names the argument where it lies outside. */
export function namedAxis(name: string, axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim)
    throw new AxisError(`${name}: ${new AxisError(axis, ndim).message}`);
  return normalizeAxis(axis, ndim);
}

function pick(list: Shape | Strides, order: readonly number[]): number[] {
  const picked: number[] = [];
  for (let k = 0; k < order.length; k++) picked.push(list[order[k]!]!);
  return picked;
}
