/**
 * Where a ufunc's results go: the shape of a call, and the layout of a fresh output.
 *
 * Knows arrays' layouts; never touches an element. NumPy's order "K": a result lies in memory as its inputs do.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html#optional-keyword-arguments
 */
import type { NDArray } from "../array/ndarray.ts";
import type { DType } from "../dtype/dtype.ts";
import { ValueError, cannotBroadcast, tupleText } from "../errors.ts";
import { broadcastShapes, broadcastStrides, sameShape } from "../layout/broadcast.ts";
import { Layout, type Shape, contiguous } from "../layout/layout.ts";

export type UfuncOrder = "C" | "F" | "A" | "K";

/**
 * The shape the inputs broadcast to; inputs stretch to a given output, an output never stretches.
 *
 * @throws {ValueError} when they do not line up
 */
export function resultShape(
  arrays: readonly NDArray[],
  outs: readonly (NDArray | null)[],
  mask: NDArray | null,
): Shape {
  const shapes = arrays.map((a) => a.shape);
  if (mask !== null) shapes.push(mask.shape);
  const given = outs.filter((o) => o !== null);
  if (given.length === 0)
    return shapes.length === 2 && sameShape(shapes[0]!, shapes[1]!)
      ? shapes[0]!
      : broadcastShapes(shapes);
  const all = [
    ...arrays.map((a) => a.shape),
    ...given.map((o) => o.shape),
    ...(mask === null ? [] : [mask.shape]),
  ];
  const shape = broadcastShapes(all);
  for (const o of given) {
    if (sameShape(o.shape, shape)) continue;
    throw new ValueError(nonBroadcastableOutput(o.shape, shape));
  }
  return shape;
}

function nonBroadcastableOutput(out: Shape, shape: Shape): string {
  return `non-broadcastable output operand with shape ${tupleText(out)} doesn't match the broadcast shape ${tupleText(shape)}`;
}

/** `a`'s strides, 0 where it is stretched to `shape`. @throws {ValueError} when it cannot be */
export function stridesIn(a: NDArray, shape: Shape): readonly number[] {
  const strides = broadcastStrides(a.shape, a.strides, shape);
  if (strides === null) throw new ValueError(cannotBroadcast([a.shape, shape]));
  return strides;
}

/** A fresh result's layout for each dtype: for order K that of the inputs, axis by axis. */
export function resultLayout(
  arrays: readonly NDArray[],
  shape: Shape,
  order: UfuncOrder,
): (dtype: DType) => Layout {
  const first = arrays[0];
  const isF = order === "F" || (order === "A" && arrays.every((a) => a.layout.isF));
  if (isF) return (dtype) => contiguous(shape, dtype.itemsize, "F");
  if (order !== "K" || first === undefined) return (dtype) => contiguous(shape, dtype.itemsize);
  if (arrays.every((a) => a.layout.isC)) {
    const isSame = sameShape(first.shape, shape);
    return (dtype) =>
      isSame && dtype.itemsize === first.itemsize
        ? first.layout
        : contiguous(shape, dtype.itemsize);
  }
  const axes = jointOrder(arrays, shape);
  return (dtype) => orderedLayout(shape, axes, dtype.itemsize);
}

/**
 * Axes from outermost to innermost, as the operands agree on it; where they do not, C order.
 *
 * An insertion sort from the last axis outwards, as the relation need not be transitive: an axis moves inwards past
 * those that step further than it does, and looks beyond those of which no operand tells.
 */
function jointOrder(arrays: readonly NDArray[], shape: Shape): number[] {
  const strides = arrays.map((a) =>
    stridesIn(a, shape).map((s, k) => (shape[k] === 1 ? 0 : Math.abs(s))),
  );
  const innermostFirst: number[] = [];
  for (let k = shape.length - 1; k >= 0; k--) {
    let at = innermostFirst.length;
    for (let i = innermostFirst.length - 1; i >= 0; i--) {
      const isFurther = stepsFurther(innermostFirst[i]!, k, strides);
      if (isFurther === false) break;
      if (isFurther === true) at = i;
    }
    innermostFirst.splice(at, 0, k);
  }
  return innermostFirst.reverse();
}

/** Whether axis `i` steps further than axis `j` in all operands that have both; null where none has. */
function stepsFurther(
  i: number,
  j: number,
  strides: readonly (readonly number[])[],
): boolean | null {
  let answer: boolean | null = null;
  for (const s of strides) {
    if (s[i] === 0 || s[j] === 0) continue;
    if (s[i]! <= s[j]!) return false;
    answer = true;
  }
  return answer;
}

export function orderedLayout(shape: Shape, axes: readonly number[], itemsize: number): Layout {
  const strides = shape.map(() => itemsize);
  let step = itemsize;
  for (let i = axes.length - 1; i >= 0; i--) {
    const k = axes[i]!;
    strides[k] = step;
    step *= Math.max(shape[k]!, 1);
  }
  return new Layout(shape, strides, itemsize);
}
