/**
 * Coalescing: fewer, longer axes for the same walk over memory.
 *
 * Knows shapes and strides of several operands at once; never touches an element. Two neighbouring axes are one
 * where, for every operand, a step along the outer one equals a whole walk along the inner one.
 */
import type { Shape, Strides } from "./layout.ts";

export interface Nest {
  readonly shape: Shape;
  /** One list an operand, in the order they came. */
  readonly strides: readonly Strides[];
}

/**
 * The same elements in the fewest axes, the last one moving fastest through memory.
 *
 * Axes are first sorted by the last operand's strides (the output's), then by the others'; length 1 is dropped.
 * The order of visits may change, so this is for loops that do not care. A single element gives shape [].
 */
export function coalesce(shape: Shape, strides: readonly Strides[]): Nest {
  const axes: number[] = [];
  for (let k = 0; k < shape.length; k++) if (shape[k] !== 1) axes.push(k);
  if (axes.length > 1) axes.sort((i, j) => compareAxes(i, j, strides));
  return mergeAxes(
    axes.map((k) => shape[k]!),
    strides.map((s) => axes.map((k) => s[k]!)),
  );
}

/** The same elements visited in the same order, neighbouring axes merged where all operands allow it. */
export function mergeAxes(shape: Shape, strides: readonly Strides[]): Nest {
  if (shape.length < 2) return { shape, strides };
  const lengths: number[] = [];
  const merged: number[][] = strides.map(() => []);
  for (let k = 0; k < shape.length; k++) {
    const length = shape[k]!;
    const at = lengths.length - 1;
    if (at >= 0 && strides.every((s, n) => merged[n]![at] === length * s[k]!)) {
      lengths[at] = lengths[at]! * length;
      for (let n = 0; n < strides.length; n++) merged[n]![at] = strides[n]![k]!;
    } else {
      lengths.push(length);
      for (let n = 0; n < strides.length; n++) merged[n]!.push(strides[n]![k]!);
    }
  }
  return { shape: lengths, strides: merged };
}

/** Outer axes first: larger strides, judged by the output, then by the inputs. */
function compareAxes(i: number, j: number, strides: readonly Strides[]): number {
  for (let n = strides.length - 1; n >= 0; n--) {
    const difference = Math.abs(strides[n]![j]!) - Math.abs(strides[n]![i]!);
    if (difference !== 0) return difference;
  }
  return i - j;
}
