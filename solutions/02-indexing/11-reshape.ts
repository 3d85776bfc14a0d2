/**
 * 2.11 Other axes for the same elements in the same order; a copy only where the strides leave no other way.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "./01-offset-of.ts";

export function reshape(view: View, shape: readonly number[]): View {
  const size = product(view.shape);
  const lengths = known(shape, size);
  const strides = viewStrides(view, lengths);
  if (strides !== null) return { data: view.data, shape: lengths, strides, offset: view.offset };
  return { data: rowByRow(view, size), shape: lengths, strides: rowStrides(lengths), offset: 0 };
}

export function viewStrides(view: View, shape: readonly number[]): number[] | null {
  if (product(shape) === 0) return rowStrides(shape); // nothing to show, so any strides will do
  const old = view.shape
    .map((length, k) => ({ length, stride: view.strides[k]! }))
    .filter((axis) => axis.length !== 1);
  const strides = rowStrides(shape);
  let i = 0;
  let k = 0;
  while (i < old.length) {
    // The smallest group of old axes and of new ones with equally many elements.
    let oldCount = old[i]!.length;
    let newCount = shape[k]!;
    let iEnd = i + 1;
    let kEnd = k + 1;
    while (oldCount !== newCount) {
      if (newCount < oldCount) newCount *= shape[kEnd++]!;
      else oldCount *= old[iEnd++]!.length;
    }
    for (let j = i; j + 1 < iEnd; j++) {
      if (old[j]!.stride !== old[j + 1]!.length * old[j + 1]!.stride) return null; // a gap: not one long axis
    }
    // Cut the long axis anew, from its innermost stride outwards.
    let stride = old[iEnd - 1]!.stride;
    for (let j = kEnd - 1; j >= k; j--) {
      strides[j] = stride;
      stride *= shape[j]!;
    }
    i = iEnd;
    k = kEnd;
  }
  return strides; // whatever new axes are left have length 1
}

/** `shape` with -1 replaced. */
function known(shape: readonly number[], size: number): number[] {
  const unknown = shape.indexOf(-1);
  if (shape.filter((length) => length === -1).length > 1)
    throw new np.ValueError("can only specify one unknown dimension");
  const rest = product(shape.filter((_, k) => k !== unknown));
  const lengths = unknown === -1 ? [...shape] : shape.with(unknown, size / rest);
  const isWhole = lengths.every(Number.isInteger); // 0 / 0 and 6 / 4 are not
  if (!isWhole || product(lengths) !== size) {
    const text = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
    throw new np.ValueError(`cannot reshape array of size ${size} into shape ${text}`);
  }
  return lengths;
}

function rowByRow(view: View, size: number): Float64Array {
  const copy = new Float64Array(size);
  const index = view.shape.map(() => 0);
  for (let n = 0; n < size; n++) {
    copy[n] = view.data[offsetOf(view, index)]!;
    // Count up as an odometer does: the last axis first, and carry.
    for (let axis = index.length - 1; axis >= 0 && ++index[axis]! === view.shape[axis]; axis--)
      index[axis] = 0;
  }
  return copy;
}

function rowStrides(shape: readonly number[]): number[] {
  return shape.map((_, k) => product(shape.slice(k + 1)));
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((a, b) => a * b, 1);
}
