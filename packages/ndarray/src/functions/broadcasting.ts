/**
 * Broadcasting by name: arrays and shapes stretched to a common shape.
 *
 * Stretched axes have stride 0, so elements of the results share memory.
 * Source: https://numpy.org/doc/stable/user/basics.broadcasting.html
 */
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { ValueError, tupleText } from "../errors.ts";
import { broadcastStrides, sameShape } from "../layout/broadcast.ts";
import { Layout, type Shape } from "../layout/layout.ts";

/**
 * A read-only view of `a` in `shape`: missing axes come in front, length 1 stretches.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.broadcast_to.html
 *
 * @throws {ValueError} when the shapes do not line up
 * @example broadcast_to([1, 2], [3, 2]).strides // [0, 8]
 */
export function broadcast_to<X extends ArrayLike>(
  a: X,
  shape: number | readonly number[],
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const target = typeof shape === "number" ? [shape] : [...shape];
  if (target.some((n) => n < 0))
    throw new ValueError("all elements of broadcast shape must be non-negative");
  const view = stretched(x, target);
  if (view !== null) {
    view.isWriteable = false;
    return view;
  }
  if (target.length === 0) throw new ValueError("cannot broadcast a non-scalar to a scalar array");
  throw new ValueError(
    x.ndim > target.length
      ? "input operand has more dimensions than allowed by the axis remapping"
      : `operands could not be broadcast together with remapped shapes [original->remapped]: ${tupleText(x.shape)}  and requested shape ${tupleText(target)}`,
  );
}

function stretched<N extends DTypeName>(a: NDArray<N>, shape: Shape): NDArray<N> | null {
  const strides = broadcastStrides(a.shape, a.strides, shape);
  if (strides === null) return null;
  return viewOf(a, new Layout(shape, strides, a.itemsize));
}

/**
 * The arrays in the shape they broadcast to, as views; one that has it already stays as it is.
 *
 * As in NumPy they may be written, though one write may show in many places; `broadcast_to` gives read-only views.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.broadcast_arrays.html
 *
 * @throws {ValueError} when the shapes do not line up
 * @example broadcast_arrays([1, 2], [[3], [4]])[0].tolist() // [[1, 2], [1, 2]]
 */
export function broadcast_arrays(...arrays: readonly ArrayLike[]): NDArray[] {
  const list = arrays.map((a) => toArray(a));
  const shape = commonShape(list.map((a) => a.shape));
  return list.map((a) => (sameShape(a.shape, shape) ? a : stretched(a, shape)!)); // commonShape has lined them up
}

/**
 * The shape that all shapes broadcast to; `[]` for none.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.broadcast_shapes.html
 *
 * @throws {ValueError} when two lengths differ and neither is 1
 * @example broadcast_shapes([3, 1], [4]) // [3, 4]
 */
export function broadcast_shapes(...shapes: readonly (number | readonly number[])[]): number[] {
  return commonShape(shapes.map((s) => (typeof s === "number" ? [s] : s)));
}

/** As `broadcastShapes` of the layout room, with the sentence that names two arguments. */
function commonShape(shapes: readonly Shape[]): number[] {
  const ndim = Math.max(0, ...shapes.map((s) => s.length));
  const result = Array.from({ length: ndim }, () => 1);
  for (let k = 0; k < ndim; k++) {
    let setBy = 0;
    for (const [n, shape] of shapes.entries()) {
      const length = shape[k - ndim + shape.length] ?? 1;
      if (length === 1 || length === result[k]) continue;
      if (result[k] !== 1) throw new ValueError(mismatch(shapes, setBy, n));
      result[k] = length;
      setBy = n;
    }
  }
  return result;
}

function mismatch(shapes: readonly Shape[], i: number, j: number): string {
  const argument = (n: number): string => `arg ${n} with shape ${tupleText(shapes[n]!, ", ")}`;
  return `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between ${argument(i)} and ${argument(j)}.`;
}
