/**
 * Contraction: the sum over shared axes that every product of arrays comes down to.
 *
 * Knows arrays whose axes were put into groups; matrices are made of the groups, by strides where they allow it.
 */
import { freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DType } from "../dtype/dtype.ts";
import { copyElements } from "../kernels/copy.ts";
import { runMatmul } from "../kernels/matmul.ts";
import { runReduce } from "../kernels/reduce.ts";
import { reshapedStrides } from "../layout/reshape.ts";
import { type Shape, sizeOf } from "../layout/layout.ts";
import { permuted } from "./dense.ts";

/** Axes of the two factors: those that both keep, those that are summed, and each one's own. Lengths agree. */
export interface Contraction {
  readonly stackA: readonly number[];
  readonly stackB: readonly number[];
  readonly sumA: readonly number[];
  readonly sumB: readonly number[];
  readonly freeA: readonly number[];
  readonly freeB: readonly number[];
}

/** The shape of a contraction: the stack's axes, then the first factor's own, then the second's. */
export function contractedShape(
  a: NDArray,
  b: NDArray,
  { stackA, freeA, freeB }: Contraction,
): Shape {
  return [
    ...stackA.map((k) => a.shape[k]!),
    ...freeA.map((k) => a.shape[k]!),
    ...freeB.map((k) => b.shape[k]!),
  ];
}

/** Writes the contraction of `a` and `b` to `out`, C-contiguous, of `contractedShape`, in the dtype of `out`. */
export function contract(a: NDArray, b: NDArray, axes: Contraction, out: NDArray): void {
  const stack = axes.stackA.map((k) => a.shape[k]!);
  const lengths = (x: NDArray, group: readonly number[]): number =>
    sizeOf(group.map((k) => x.shape[k]!));
  const [m, k, n] = [lengths(a, axes.freeA), lengths(a, axes.sumA), lengths(b, axes.freeB)];
  const left = grouped(
    a,
    [...axes.stackA, ...axes.freeA, ...axes.sumA],
    [...stack, m, k],
    out.dtype,
  );
  const right = grouped(
    b,
    [...axes.stackB, ...axes.sumB, ...axes.freeB],
    [...stack, k, n],
    out.dtype,
  );
  const target = viewStrided(
    out,
    [...stack, m, n],
    [...out.strides.slice(0, stack.length), n * out.itemsize, out.itemsize],
  );
  runMatmul(left.array, right.array, target, stack, { m, k, n });
  for (const { array, isScratch } of [left, right]) if (isScratch) freeScratch(array);
}

/** `a` with its axes in that order, merged into `shape`, as `dtype`: a view where strides can say it. */
function grouped(
  a: NDArray,
  axes: readonly number[],
  shape: Shape,
  dtype: DType,
): { array: NDArray; isScratch: boolean } {
  const turned = permuted(a, axes);
  const strides = a.dtype === dtype ? reshapedStrides(turned.layout, shape) : null;
  if (strides !== null) return { array: viewStrided(turned, shape, strides), isScratch: false };
  const array = scratchArray(shape, dtype);
  copyElements(
    turned,
    viewStrided(array, turned.shape, contiguousIn(turned.shape, dtype.itemsize)),
    turned.shape,
  );
  return { array, isScratch: true };
}

function contiguousIn(shape: Shape, itemsize: number): number[] {
  return shape.map((_, k) => sizeOf(shape.slice(k + 1)) * itemsize);
}

/** Sums `a` over `axes` in its own dtype, without widening: scratch, with the other axes in their order. */
export function summed(a: NDArray, axes: readonly number[]): NDArray {
  const kept = [...a.shape.keys()].filter((k) => !axes.includes(k));
  const sums = scratchArray(
    kept.map((k) => a.shape[k]!),
    a.dtype,
  );
  sums.memory.bytes.fill(0, sums.address, sums.address + sums.nbytes);
  const strides = a.shape.map((_, k) => (kept.includes(k) ? sums.strides[kept.indexOf(k)]! : 0));
  const { char } = a.dtype;
  runReduce(
    "add",
    `${char}${char}->${char}`,
    a,
    viewStrided(sums, a.shape, strides),
    a.shape,
    true,
  );
  return sums;
}
