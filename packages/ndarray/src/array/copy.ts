/**
 * Copies and casts of whole arrays, in NumPy's orders.
 *
 * Knows which layout a copy has: C, F, as the input where it is one of those (A), or as the input (K).
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.copy.html
 */
import type { DType, DTypeName } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { thresholds } from "../kernels/thresholds.ts";
import {
  Layout,
  type Order,
  type Shape,
  axesInMemoryOrder,
  contiguous,
  contiguousStrides,
  keepOrder,
} from "../layout/layout.ts";
import { permuted } from "../layout/permute.ts";
import { reshapedStrides, resolveShape } from "../layout/reshape.ts";
import { noteTraffic } from "../memory/counter.ts";
import { emptyLike, viewOf } from "./make.ts";
import type { NDArray } from "./ndarray.ts";

/** NumPy's layout letters: rows first, columns first, as the input if it is one of those, as the input. */
export type MemoryOrder = "C" | "F" | "A" | "K";

/** `order`, if it is one. @throws {ValueError} when it is no letter NumPy knows */
export function checkedOrder(order: MemoryOrder): MemoryOrder {
  if (order !== "C" && order !== "F" && order !== "A" && order !== "K") {
    throw new ValueError(`order must be one of 'C', 'F', 'A', or 'K' (got '${String(order)}')`);
  }
  return order;
}

/** C or F for each of the letters that mean one of the two for `a`. */
function plainOrder(a: NDArray, order: MemoryOrder): Order {
  return order === "F" || (order === "A" && a.layout.isF && !a.layout.isC) ? "F" : "C";
}

/** The layout of a copy of `a`, in `shape` if that differs, with elements of `itemsize` bytes. */
export function layoutFor(
  a: NDArray,
  order: MemoryOrder,
  itemsize: number,
  shape: Shape = a.shape,
): Layout {
  if (checkedOrder(order) === "K" && shape.length === a.ndim) {
    if (a.layout.isC) return contiguous(shape, itemsize);
    return a.layout.isF ? contiguous(shape, itemsize, "F") : keepOrder(shape, a.strides, itemsize);
  }
  return contiguous(shape, itemsize, plainOrder(a, order));
}

/** A copy of `a` as `dtype` in the given order; values are converted as C does it. */
export function copyAs<N extends DTypeName>(
  a: NDArray,
  dtype: DType<N>,
  order: MemoryOrder,
): NDArray<N> {
  const { layout } = a;
  const isC = order === "C" || (layout.isC && (order === "K" || order === "A"));
  const { itemsize } = dtype;
  const result = emptyLike(isC ? layout.freshAs(itemsize) : layoutFor(a, order, itemsize), dtype);
  if (!layout.isC || !isC || (a.dtype as DType) !== dtype || !copyFew(a, result))
    copyElements(a, result, a.shape);
  noteTraffic(layout.size, layout.size);
  return result;
}

/** Copies a few contiguous elements of one dtype; false where there are many, or they are not aligned. */
function copyFew(a: NDArray, to: NDArray): boolean {
  const { dtype } = a;
  const unit = dtype.alignment;
  const n = a.layout.size * dtype.components;
  if (n > thresholds.copiedElements || a.address % unit !== 0) return false;
  const from = a.memory.view(dtype) as Float64Array; // both are of one type, whichever it is
  const target = to.memory.view(dtype) as Float64Array;
  const [i, j] = [a.address / unit, to.address / unit];
  for (let k = 0; k < n; k++) target[j + k] = from[i + k]!;
  return true;
}

/** A copy of `a`'s elements, taken in `order`, in one axis. */
export function flattened<N extends DTypeName>(a: NDArray<N>, order: MemoryOrder): NDArray<N> {
  if (checkedOrder(order) === "K")
    return reshapedCopy(viewOf(a, permuted(a.layout, axesInMemoryOrder(a.strides))), [a.size], "C");
  return reshapedCopy(a, [a.size], plainOrder(a, order));
}

/**
 * `a` in another shape: a view where strides can show it, else a copy.
 *
 * @throws {ValueError} when the sizes differ, or a copy is needed and `copy` is false
 */
export function reshaped<N extends DTypeName>(
  a: NDArray<N>,
  asked: Shape,
  order: MemoryOrder,
  copy: boolean | null,
): NDArray<N> {
  if (checkedOrder(order) === "K") throw new ValueError("order 'K' is not permitted for reshaping");
  const { layout } = a;
  const isUsual = order === "C" && copy !== true;
  const known = isUsual ? layout.recall(asked) : null;
  if (known !== null) return viewOf(a, known);
  const plain = plainOrder(a, order);
  const shape = [...resolveShape(asked, layout.size)]; // the caller may change the list
  const strides = copy === true ? null : reshapedStrides(layout, shape, plain);
  if (strides !== null) {
    const view = new Layout(shape, strides, layout.itemsize);
    if (isUsual) layout.remember(asked, view);
    return viewOf(a, view);
  }
  if (copy === false) throw new ValueError("Unable to avoid creating a copy while reshaping.");
  return reshapedCopy(a, shape, plain);
}

/** A fresh array of `shape` with `a`'s elements, read and written in `order`. */
function reshapedCopy<N extends DTypeName>(a: NDArray<N>, shape: Shape, order: Order): NDArray<N> {
  const result = emptyLike(contiguous(shape, a.itemsize, order), a.dtype);
  const { memory, dtype, address } = result;
  copyElements(
    a,
    { memory, dtype, address, strides: contiguousStrides(a.shape, a.itemsize, order) },
    a.shape,
  );
  noteTraffic(a.size, a.size);
  return result;
}
