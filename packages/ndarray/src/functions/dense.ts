/**
 * What the functions that loop over elements begin with: arguments as arrays, elements in C order, lines.
 *
 * Knows arrays and scratch. What is scratch is in no count; `freeDense` gives it back.
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type TypedArray, float64, int32 } from "../dtype/dtype.ts";
import { resultDType } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { isAligned } from "../kernels/operand.ts";
import { pickAlong } from "../kernels/pick.ts";
import { sameShape } from "../layout/broadcast.ts";
import type { Shape } from "../layout/layout.ts";
import { reshapedStrides } from "../layout/reshape.ts";
import { noteTraffic } from "../memory/counter.ts";
import { weakKind } from "../ufunc/inputs.ts";

/** `a` itself where its elements already lie in C order as `dtype`, else a scratch copy that does. */
export function dense(a: NDArray, dtype: DType = a.dtype): NDArray {
  if (a.dtype === dtype && a.layout.isC && isAligned(a)) return a;
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

/** Gives back `copy`, which `dense` made from `a`, unless it is `a`. */
export function freeDense(copy: NDArray, a: NDArray): void {
  if (copy !== a) freeScratch(copy);
}

/** A typed array over exactly the elements of `a`, which lies in C order; complex parts interleaved. */
export function elements(a: NDArray): TypedArray {
  const unit = a.dtype.alignment;
  const first = a.address / unit;
  return a.memory.view(a.dtype).subarray(first, first + a.size * a.dtype.components);
}

/** The elements of `a` in C order as doubles, in memory of their own. */
export function doubles(a: NDArray): Float64Array {
  const copy = dense(a, float64);
  const values = (elements(copy) as Float64Array).slice(); // float64, as asked
  freeDense(copy, a);
  return values;
}

/** The elements of `a` in C order as 32-bit integers, in memory of their own. */
export function integers(a: NDArray): Int32Array {
  const copy = dense(a, int32);
  const values = (elements(copy) as Int32Array).slice(); // int32, as asked
  freeDense(copy, a);
  return values;
}

/** Writes `values`, one for each element in C order, to `a`, which lies in C order and is of their type. */
export function putElements(a: NDArray, values: ArrayLike<number>): void {
  (elements(a) as Float64Array).set(values); // the caller sees to the type
}

/** A view with the axes in another order. */
export function permuted(a: NDArray, axes: readonly number[]): NDArray {
  return viewStrided(
    a,
    axes.map((k) => a.shape[k]!),
    axes.map((k) => a.strides[k]!),
  );
}

/** A view with `axis` moved to the end. */
export function axisLast(a: NDArray, axis: number): NDArray {
  return axis === a.ndim - 1 ? a : permuted(a, [...[...a.shape.keys()].toSpliced(axis, 1), axis]);
}

/** A view with the last axis moved to `axis`. */
export function axisBack(a: NDArray, axis: number): NDArray {
  if (axis === a.ndim - 1) return a;
  const order = [...a.shape.keys()];
  order.splice(axis, 0, order.pop()!);
  return permuted(a, order);
}

/** A view of `a[..., start : start + step * count : step, ...]` along `axis`; `start` is in bounds. */
export function cut(a: NDArray, axis: number, start: number, count: number, step = 1): NDArray {
  const stride = a.strides[axis]!;
  return viewStrided(
    a,
    a.shape.with(axis, count),
    a.strides.with(axis, stride * step),
    count === 0 ? 0 : start * stride,
  );
}

/** A view with length-1 axes put in front until there are `ndim`. */
export function padDims(a: NDArray, ndim: number): NDArray {
  const lead = Math.max(0, ndim - a.ndim);
  if (lead === 0) return a;
  const ones = Array.from({ length: lead }, () => 1);
  return viewStrided(a, [...ones, ...a.shape], [...ones.map(() => 0), ...a.strides]);
}

/** A view with an axis of length 1 at `axis`. */
export function expanded(a: NDArray, axis: number): NDArray {
  return viewStrided(a, a.shape.toSpliced(axis, 0, 1), a.strides.toSpliced(axis, 0, 0));
}

/** A view of a C-contiguous array in another shape of the same size. */
export function reshaped(a: NDArray, shape: Shape): NDArray {
  const strides: number[] = Array.from(shape, () => a.itemsize);
  for (let k = shape.length - 2; k >= 0; k--)
    strides[k] = strides[k + 1]! * Math.max(1, shape[k + 1]!);
  return viewStrided(a, shape, strides);
}

/** Arguments as arrays; plain scalars among them take the dtype that the arrays' promotion gives them. */
export function together(args: readonly unknown[]): NDArray[] {
  const strong = args.filter((x): x is NDArray => x instanceof NDArray).map((x) => x.dtype);
  return args.map((x) => {
    const weak = strong.length === 0 ? null : weakKind(x);
    return weak === null ? toArray(x) : toArray(x, resultDType(strong, [weak])!); // there is a strong one
  });
}

/** The dtype all of them meet in. */
export function commonDType(arrays: readonly NDArray[]): DType {
  return resultDType(arrays.map((a) => a.dtype)) ?? float64;
}

/** `out`, which must have that shape and be writeable, or null where none is given. */
export function checkedOut(
  out: NDArray | null | undefined,
  shape: Shape,
  sentence: string,
): NDArray | null {
  if (out === undefined || out === null) return null;
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (!sameShape(out.shape, shape)) throw new ValueError(sentence);
  return out;
}

/** A fresh array of the elements of `a` at `positions` along `axis`, which are in bounds. */
export function picked(a: NDArray, axis: number, positions: Int32Array): NDArray {
  const from = isAligned(a) ? a : dense(a);
  const result = emptyArray(a.shape.with(axis, positions.length), a.dtype);
  pickAlong(from, result, result.shape, axis, positions);
  freeDense(from, a);
  noteTraffic(result.size, result.size);
  return result;
}

/** All elements of `a` in C order as one axis: a view where strides allow it, else a scratch copy. */
export function flat(a: NDArray): NDArray {
  if (a.ndim === 1) return a;
  const strides = reshapedStrides(a.layout, [a.size]);
  if (strides !== null) return viewStrided(a, [a.size], strides);
  const copy = scratchArray([a.size], a.dtype);
  copyElements(a, reshaped(copy, a.shape), a.shape);
  return copy;
}
