/**
 * A ufunc's methods over axes: `reduce` and `accumulate`.
 *
 * Knows which loop folds, what it starts from, and the shape that is left.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ufunc.reduce.html
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DType, type DTypeLike, bool, dtype as asDType, uint32 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { runAccumulate, runReduce } from "../kernels/reduce.ts";
import { normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { clashes, lineUp } from "./call.ts";
import { type Loop, resolveLoop } from "./resolve.ts";
import type { UfuncRow } from "./row.ts";

export interface ReduceOptions {
  /** One axis, several, or null for all of them. `reduce` alone takes axis 0 by default. */
  readonly axis?: number | readonly number[] | null | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly out?: NDArray | null | undefined;
  readonly keepdims?: boolean | undefined;
  /** What the fold starts from, instead of the identity. */
  readonly initial?: unknown;
  /** Elements where this is false are left out. */
  readonly where?: unknown;
}

/** `row` folded along `axes`; the result is an array, 0-d where no axis is left. */
export function reduceUfunc(row: UfuncRow, x: unknown, options: ReduceOptions = {}): NDArray {
  const a = toArray(x);
  const axes = normalizeAxes(options.axis, a.ndim);
  const wanted = options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = reductionLoop(row, a.dtype, wanted ?? options.out?.dtype ?? null);
  const outShape = a.shape.map((n, k) => (axes.includes(k) ? 1 : n));
  const finalShape = options.keepdims === true ? outShape : outShape.filter((_, k) => !axes.includes(k));
  const result = options.out ?? emptyArray(finalShape, loop.outputs[0]!);
  checkOut(result, finalShape);
  const isAside = options.out !== undefined && options.out !== null && (result.dtype !== loop.outputs[0] || clashes(a, result));
  const target = isAside ? scratchArray(finalShape, loop.outputs[0]!) : result;
  fold(row, loop, a, target, outShape, axes, options);
  if (target !== result) {
    copyElements(target, result, finalShape);
    freeScratch(target);
  }
  noteTraffic(a.size, result.size);
  return result;
}

function fold(row: UfuncRow, loop: Loop, a: NDArray, target: NDArray, outShape: Shape, axes: readonly number[], options: ReduceOptions): void {
  const from = masked(row, castTo(a, loop.inputs[1]!), options);
  const kept = viewStrided(target, outShape, stridesWithOnes(target, outShape, axes));
  const start = options.initial ?? row.identity;
  let rest = from;
  if (start !== undefined) copyElements(lineUp(toArray(start, target.dtype), outShape), kept, outShape);
  else rest = startWithFirst(row, from, kept, outShape, axes);
  const folded = lineUp(kept, rest.shape);
  runReduce(row.name, loop.types, rest, folded, rest.shape, row.isReorderable === true);
}

/** Puts the first elements into `kept`, and gives what is left to fold. */
function startWithFirst(row: UfuncRow, from: NDArray, kept: NDArray, outShape: Shape, axes: readonly number[]): NDArray {
  if (axes.some((k) => from.shape[k] === 0) && kept.size > 0) {
    throw new ValueError(`zero-size array to reduction operation ${row.name} which has no identity`);
  }
  if (axes.length > 1 && row.isReorderable !== true) {
    throw new ValueError(`reduction operation '${row.name}' is not reorderable, so at most one axis may be specified`);
  }
  if (kept.size > 0) copyElements(viewStrided(from, outShape, from.strides), kept, outShape);
  if (row.isReorderable === true) return from; // maximum and its like: the first element again changes nothing
  const axis = axes[0];
  if (axis === undefined) return from;
  const shape = from.shape.with(axis, Math.max(0, from.shape[axis]! - 1));
  return viewStrided(from, shape, from.strides, from.strides[axis]!);
}

/** `from` with the elements outside the mask replaced by what changes nothing. */
function masked(row: UfuncRow, from: NDArray, { where, initial }: ReduceOptions): NDArray {
  if (where === undefined || where === null || where === true) return from;
  const neutral = initial ?? row.identity;
  if (neutral === undefined) {
    throw new ValueError(`reduction operation '${row.name}' does not have an identity, so to use a where mask one has to specify 'initial'`);
  }
  const copy = scratchArray(from.shape, from.dtype);
  copyElements(lineUp(toArray(row.identity ?? neutral, from.dtype), from.shape), copy, from.shape);
  copyWhere(from, lineUp(toArray(where), from.shape), copy, from.shape);
  return copy;
}

function castTo(a: NDArray, dtype: DType): NDArray {
  if (a.dtype === dtype) return a;
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

/** The loop a fold runs: both operands and the result have one dtype, wide enough for sums of small integers. */
export function reductionLoop(row: UfuncRow, dtype: DType, wanted: DType | null): Loop {
  const isSum = row.name === "add" || row.name === "multiply";
  const start = wanted ?? (isSum ? sumDType(dtype) : dtype);
  const loop = resolveLoop(row, [start, start], null);
  if (loop.inputs[0] === loop.outputs[0] || loop.outputs[0] === bool) return loop;
  return resolveLoop(row, [loop.outputs[0]!, loop.outputs[0]!], null);
}

/** Sums of booleans and narrow integers are computed in the default integer. */
export function sumDType(dtype: DType): DType {
  if (dtype.kind === "b" || (dtype.kind === "i" && dtype.itemsize < 4)) return DEFAULT_INT;
  return dtype.kind === "u" && dtype.itemsize < 4 ? uint32 : dtype;
}

/** Running fold along one axis. */
export function accumulateUfunc(row: UfuncRow, x: unknown, options: Omit<ReduceOptions, "axis"> & { readonly axis?: number } = {}): NDArray {
  const a = toArray(x);
  const axis = normalizeAxis(options.axis ?? 0, a.ndim);
  const wanted = options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = reductionLoop(row, a.dtype, wanted ?? options.out?.dtype ?? null);
  const from = castTo(a, loop.inputs[1]!);
  const result = options.out ?? emptyArray(a.shape, loop.outputs[0]!);
  checkOut(result, a.shape);
  const target = result.dtype === loop.outputs[0] && !clashes(a, result) ? result : scratchArray(a.shape, loop.outputs[0]!);
  const order = [...a.shape.keys()].filter((k) => k !== axis).concat(axis);
  const turn = (b: NDArray): NDArray => viewStrided(b, order.map((k) => b.shape[k]!), order.map((k) => b.strides[k]!));
  const [source, sink] = [turn(from), turn(target)];
  const first = source.shape.with(-1, Math.min(1, source.shape.at(-1)!));
  copyElements(viewStrided(source, first, source.strides), viewStrided(sink, first, sink.strides), first);
  runAccumulate(row.name, loop.types, source, sink, source.shape);
  if (target !== result) {
    copyElements(target, result, a.shape);
    freeScratch(target);
  }
  noteTraffic(a.size, result.size);
  return result;
}

function checkOut(out: NDArray, shape: Shape): void {
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (out.shape.length !== shape.length || out.shape.some((n, k) => n !== shape[k])) {
    throw new ValueError(`output parameter for reduction operation has the wrong shape: expected (${shape.join(",")}), found (${out.shape.join(",")})`);
  }
}

/** `target`'s strides with an axis of length 1 put in wherever one was folded away. */
function stridesWithOnes(target: NDArray, outShape: Shape, axes: readonly number[]): number[] {
  if (target.ndim === outShape.length) return target.strides.map((s, k) => (axes.includes(k) ? 0 : s));
  let at = 0;
  return outShape.map((_, k) => (axes.includes(k) ? 0 : target.strides[at++]!));
}
