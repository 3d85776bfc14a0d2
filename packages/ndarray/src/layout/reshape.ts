/**
 * Reshaping: which shape is meant, and whether strides alone can show it.
 *
 * Knows integers only. NumPy's rule: a reshape is a view exactly where the old axes can be grouped so that each
 * group is evenly spaced and becomes whole new axes.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.reshape.html
 */
import { ValueError } from "../errors.ts";
import type { Layout, Order, Shape, Strides } from "./layout.ts";
import { contiguousStrides, sizeOf } from "./layout.ts";

/**
 * `shape` with its -1, if any, worked out from `size`.
 *
 * @throws {ValueError} when the sizes differ, or more than one length is -1
 */
export function resolveShape(shape: Shape, size: number): Shape {
  let known = 1;
  for (let k = 0; k < shape.length; k++) known = shape[k]! < 0 ? NaN : known * shape[k]!;
  if (known === size) return shape;
  if (shape.length === 2 && shape[0] === -1 && shape[1]! > 0 && size % shape[1]! === 0)
    return [size / shape[1]!, shape[1]!];
  return resolveUnknown(shape, size);
}

function resolveUnknown(shape: Shape, size: number): Shape {
  const unknown = shape.indexOf(-1);
  const negative = shape.filter((n) => n < 0).length;
  if (negative === 0 && sizeOf(shape) === size) return shape;
  if (negative > 1) throw new ValueError("can only specify one unknown dimension");
  const known = sizeOf(shape.filter((n) => n >= 0));
  if (unknown < 0 || known === 0 || size % known !== 0) {
    throw new ValueError(`cannot reshape array of size ${size} into shape ${askedText(shape)}`);
  }
  return shape.map((n) => (n < 0 ? size / known : n));
}

/** A shape with an unknown length, as NumPy writes it: unknown ones in front are left out. */
function askedText(shape: Shape): string {
  const from = shape.findIndex((n) => n >= 0);
  const text = shape.slice(from).map((n) => (n < 0 ? "newaxis" : String(n)));
  return shape.length === 1 ? `(${text[0]},)` : `(${text.join(",")})`;
}

/** Strides that view the same elements in `shape`, or null if that needs a copy. Sizes must agree. */
export function reshapedStrides(from: Layout, shape: Shape, order: Order = "C"): Strides | null {
  if (from.size === 0) return contiguousStrides(shape, from.itemsize, order);
  if (order === "C" ? from.isC : from.isF) return contiguousStrides(shape, from.itemsize, order);
  // Axes of length 1 carry no information; the rest are matched group by group.
  const kept = from.shape.map((_, k) => k).filter((k) => from.shape[k] !== 1);
  const oldShape = kept.map((k) => from.shape[k]!);
  const oldStrides = kept.map((k) => from.strides[k]!);
  const strides = Array.from(shape, () => 0);
  let oldAt = 0;
  let newAt = 0;
  while (newAt < shape.length && oldAt < oldShape.length) {
    let oldEnd = oldAt + 1;
    let newEnd = newAt + 1;
    let oldSize = oldShape[oldAt]!;
    let newSize = shape[newAt]!;
    while (oldSize !== newSize) {
      if (newSize < oldSize) newSize *= shape[newEnd++]!;
      else oldSize *= oldShape[oldEnd++]!;
    }
    for (let k = oldAt; k < oldEnd - 1; k++)
      if (!isEven(oldShape, oldStrides, k, order)) return null;
    if (order === "C") {
      strides[newEnd - 1] = oldStrides[oldEnd - 1]!;
      for (let k = newEnd - 1; k > newAt; k--) strides[k - 1] = strides[k]! * shape[k]!;
    } else {
      strides[newAt] = oldStrides[oldAt]!;
      for (let k = newAt + 1; k < newEnd; k++) strides[k] = strides[k - 1]! * shape[k - 1]!;
    }
    oldAt = oldEnd;
    newAt = newEnd;
  }
  // New axes past the last group have length 1; NumPy gives them the stride that a contiguous axis would have.
  const last =
    newAt > 0 ? strides[newAt - 1]! * (order === "F" ? shape[newAt - 1]! : 1) : from.itemsize;
  for (let k = newAt; k < shape.length; k++) strides[k] = last;
  return strides;
}

/** Whether axes k and k+1 step through memory as one axis would. */
function isEven(shape: Shape, strides: Strides, k: number, order: Order): boolean {
  return order === "C"
    ? strides[k] === shape[k + 1]! * strides[k + 1]!
    : strides[k + 1] === shape[k]! * strides[k]!;
}
