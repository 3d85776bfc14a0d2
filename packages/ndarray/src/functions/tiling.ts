/**
 * Tiling: elements repeated, arrays laid out again and again, axes rolled around.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html#tiling-arrays
 */
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { emptyArray, emptyLike, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { int64 } from "../dtype/dtype.ts";
import { ValueError, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import { keepOrder } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { broadcast_shapes } from "./broadcasting.ts";
import { checkCast } from "./copying.ts";
import { cut, expanded, flat, integers, padDims, picked, reshaped } from "./dense.ts";

/** One count, or a list of them. */
export type Counts = number | readonly number[] | NDArray;

function countsOf(given: Counts): number[] {
  if (typeof given === "number") return [given];
  return given instanceof NDArray ? [...integers(given)] : given.map(Number);
}

/**
 * `a` laid out `reps[k]` times along each axis; axes that are missing on either side count as 1.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tile.html
 *
 * @example tile([1, 2], [2, 2]) // [[1, 2, 1, 2], [1, 2, 1, 2]]
 */
export function tile<X extends ArrayLike>(a: X, reps: Counts): NDArray<DTypeOf<X>> {
  const counts = countsOf(reps);
  const x = asArray(a);
  const ndim = Math.max(counts.length, x.ndim);
  const source = padDims(x, ndim);
  const times = [...Array.from({ length: ndim - counts.length }, () => 1), ...counts];
  if (times.every((n) => n === 1)) return copyAs(source, source.dtype, "K") as NDArray<DTypeOf<X>>; // dtypes stay
  const result = emptyArray(
    source.shape.map((n, k) => n * times[k]!),
    x.dtype,
  );
  const blocks = source.shape.flatMap((n, k) => [times[k]!, n]);
  const spread = viewStrided(
    source,
    blocks,
    source.strides.flatMap((s) => [0, s]),
  );
  copyElements(spread, reshaped(result, blocks), blocks);
  noteTraffic(x.size, result.size);
  return result;
}

/** Along which axis; null (unless told) takes all elements flat. */
export interface FlatAxisOption {
  readonly axis?: number | null | undefined;
}

/**
 * Each element repeated, as often as `repeats` says: one count for all, or one for each along the axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.repeat.html
 *
 * @throws {ValueError} when counts are negative, or not as many as elements
 * @throws {AxisError} when `a` does not have the axis
 * @throws {TypeError} when counts are an array of floats
 * @example repeat([1, 2], [1, 3]) // [1, 2, 2, 2]
 */
export function repeat<X extends ArrayLike>(
  a: X,
  repeats: Counts,
  options: FlatAxisOption = {},
): NDArray<DTypeOf<X>> {
  readOptions("repeat", options, ["axis"]);
  const given = asArray(a);
  if (repeats instanceof NDArray) checkCounts(repeats);
  const isFlat = options.axis === undefined || options.axis === null || given.ndim === 0;
  const x = isFlat ? flat(given) : given;
  const axis = normalizeAxis(options.axis ?? 0, x.ndim);
  const counts = countsOf(repeats);
  const n = x.shape[axis]!;
  if (counts.some((c) => c < 0)) {
    throw new ValueError(
      counts.length === 1
        ? "negative dimensions are not allowed"
        : "repeats may not contain negative values.",
    );
  }
  if (counts.length === 1) return repeatEach(x, axis, counts[0]!) as NDArray<DTypeOf<X>>; // dtypes stay
  if (counts.length !== n) {
    throw new ValueError(
      `operands could not be broadcast together with shape ${tupleText([n])} ${tupleText([counts.length])}`,
    );
  }
  const positions = Int32Array.from(counts.flatMap((c, k) => Array.from({ length: c }, () => k)));
  return picked(x, axis, positions) as NDArray<DTypeOf<X>>; // dtypes stay
}

function checkCounts(counts: NDArray): void {
  checkCast(counts, int64, "safe");
  if (counts.ndim > 1) throw new ValueError("object too deep for desired array");
}

function repeatEach(x: NDArray, axis: number, count: number): NDArray {
  const result = emptyArray(x.shape.with(axis, x.shape[axis]! * count), x.dtype);
  const blocks = x.shape.toSpliced(axis + 1, 0, count);
  copyElements(
    viewStrided(x, blocks, expanded(x, axis + 1).strides),
    reshaped(result, blocks),
    blocks,
  );
  noteTraffic(x.size, result.size);
  return result;
}

/**
 * Elements moved along axes by `shift`, round the end to the front; without an axis, all elements flat.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.roll.html
 *
 * @throws {ValueError} when there are several shifts for another number of axes
 * @throws {AxisError} when `a` does not have an axis
 * @example roll([1, 2, 3], 1) // [3, 1, 2]
 */
export function roll<X extends ArrayLike>(
  a: X,
  shift: number | readonly number[] | NDArray,
  options: { readonly axis?: number | readonly number[] | null | undefined } = {},
): NDArray<DTypeOf<X>> {
  readOptions("roll", options, ["axis"]);
  const x = asArray(a);
  const shifts = countsOf(shift);
  if (options.axis === undefined || options.axis === null) {
    const total = shifts.reduce((sum, s) => sum + s, 0);
    const result = emptyArray(x.shape, x.dtype);
    rollInto(flat(x), reshaped(result, [x.size]), [total]);
    noteTraffic(x.size, x.size);
    return result;
  }
  const axes = typeof options.axis === "number" ? [options.axis] : options.axis;
  if (axes.length > 1 && shifts.length > 1 && axes.length !== shifts.length) {
    broadcast_shapes([shifts.length], [axes.length]); // which says so
  }
  const totals = x.shape.map(() => 0);
  for (let k = 0; k < Math.max(axes.length, shifts.length); k++) {
    const axis = normalizeAxes([axes[axes.length === 1 ? 0 : k]!], x.ndim)[0]!; // one goes in, one comes out
    totals[axis]! += shifts[shifts.length === 1 ? 0 : k]!;
  }
  const result = emptyLike(keepOrder(x.shape, x.strides, x.itemsize), x.dtype);
  rollInto(x, result, totals);
  noteTraffic(x.size, x.size);
  return result;
}

/** Each axis is cut in two, and the halves change places. */
function rollInto(from: NDArray, to: NDArray, shifts: readonly number[], axis = 0): void {
  if (axis === from.ndim) {
    copyElements(from, to, from.shape);
    return;
  }
  const n = from.shape[axis]!;
  const shift = n === 0 ? 0 : ((shifts[axis]! % n) + n) % n;
  rollInto(cut(from, axis, 0, n - shift), cut(to, axis, shift, n - shift), shifts, axis + 1);
  if (shift > 0)
    rollInto(cut(from, axis, n - shift, shift), cut(to, axis, 0, shift), shifts, axis + 1);
}

/**
 * The elements of `a` in a new shape: repeated where there are too few, cut off where there are too many.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.resize.html
 *
 * @throws {ValueError} when a length is negative
 * @example resize([1, 2, 3], [2, 2]) // [[1, 2], [3, 1]]
 */
export function resize<X extends ArrayLike>(
  a: X,
  new_shape: number | readonly number[],
): NDArray<DTypeOf<X>> {
  const shape = typeof new_shape === "number" ? [new_shape] : new_shape;
  if (shape.some((n) => n < 0))
    throw new ValueError("all elements of `new_shape` must be non-negative");
  const x = asArray(a);
  const result = emptyArray(shape, x.dtype);
  if (x.size === 0) {
    copyElements(
      viewStrided(
        toArray(0, x.dtype),
        shape,
        shape.map(() => 0),
      ),
      result,
      shape,
    );
    return result;
  }
  const source = flat(x);
  const target = reshaped(result, [result.size]);
  for (let at = 0; at < result.size; at += x.size) {
    const count = Math.min(x.size, result.size - at);
    copyElements(cut(source, 0, 0, count), cut(target, 0, at, count), [count]);
  }
  noteTraffic(x.size, result.size);
  return result;
}
