/**
 * A ufunc's folds over axes: `reduce` and `accumulate`.
 *
 * Knows which loop folds, what it starts from, and the shape that is left.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ufunc.reduce.html
 */
import { scalarScratch, toArray } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import {
  DEFAULT_INT,
  type DType,
  type DTypeLike,
  bool,
  dtype as asDType,
  uint32,
} from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import {
  ValueError,
  cannotFold,
  cannotRemap,
  emptyReduction,
  noLoopOfType,
  noUniformLoopFor,
  tupleText,
} from "../errors.ts";
import { sameShape } from "../layout/broadcast.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { runAccumulate, runReduce } from "../kernels/reduce.ts";
import { normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import { type Layout, type Shape, contiguous, keepOrder } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { clashes, lineUp, maskOf } from "./call.ts";
import { type Loop, resolveLoop } from "./resolve.ts";
import { resultLayout } from "./result.ts";
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

export interface AccumulateOptions {
  readonly axis?: number | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly out?: NDArray | null | undefined;
}

/** `row` folded along `axis`; the result is an array, 0-d where no axis is left. */
export function reduceUfunc(row: UfuncRow, x: unknown, options: ReduceOptions = {}): NDArray {
  checkBinary(row, "reduce");
  const a = toArray(x, undefined, scratchArray);
  const axes =
    a.ndim === 0 && (options.axis === 0 || options.axis === -1)
      ? []
      : normalizeAxes(options.axis, a.ndim);
  const loop = foldingLoop(row, "reduce", a.dtype, options);
  checkReorderable(row, axes);
  const shape = reducedShape(a.shape, axes, options.keepdims === true);
  const dtype = loop.outputs[0]!;
  const result = options.out ?? emptyLike(foldedLayout(a, axes, shape, dtype.itemsize), dtype);
  checkOut(row, result, shape, a.shape, axes);
  reduceInto(row, loop, a, result, axes, options);
  noteTraffic(a.size, result.size);
  return result;
}

/**
 * The loop of a fold over elements of `dtype`, by the caller's `dtype` or the output's.
 *
 * @throws {TypeError} when none folds
 */
export function foldingLoop(
  row: UfuncRow,
  method: string,
  dtype: DType,
  { dtype: asked, out }: Pick<ReduceOptions, "dtype" | "out">,
): Loop {
  const wanted = asked === undefined || asked === null ? null : asDType(asked);
  if (wanted !== null && !row.loops.some((types) => types.endsWith(`>${wanted.char}`))) {
    throw new TypeError(
      row.isUniform === true
        ? noUniformLoopFor(row.name, [wanted.name, dtype.name], wanted.name)
        : noLoopOfType(row.name),
    );
  }
  const loop = reductionLoop(row, dtype, wanted ?? outputDType(dtype, out));
  if (loop.inputs.some((d) => d !== loop.outputs[0])) {
    const names = [...loop.inputs, ...loop.outputs].map((d) => d.name);
    throw new TypeError(cannotFold(row.name, method, names));
  }
  return loop;
}

/** @throws {ValueError} when several axes are folded at once and the order of the folding matters */
function checkReorderable(row: UfuncRow, axes: readonly number[]): void {
  if (axes.length < 2 || row.isReorderable === true) return;
  throw new ValueError(
    `reduction operation '${row.name}' is not reorderable, so at most one axis may be specified`,
  );
}

/** What is left of `shape` once `axes` are folded: gone, or of length 1. */
export function reducedShape(shape: Shape, axes: readonly number[], keepdims: boolean): Shape {
  return keepdims
    ? shape.map((n, k) => (axes.includes(k) ? 1 : n))
    : shape.filter((_, k) => !axes.includes(k));
}

/** The layout of a fresh result: the axes that are left lie in memory as `a`'s do. */
export function foldedLayout(
  a: NDArray,
  axes: readonly number[],
  shape: Shape,
  itemsize: number,
): Layout {
  if (shape.length < 2 || a.layout.isC) return contiguous(shape, itemsize);
  const strides =
    shape.length === a.ndim ? a.strides : a.strides.filter((_, k) => !axes.includes(k));
  return keepOrder(shape, strides, itemsize);
}

/** Folds `a` into `result`, which has the reduced shape, with or without its axes of length 1. Counts nothing. */
export function reduceInto(
  row: UfuncRow,
  loop: Loop,
  a: NDArray,
  result: NDArray,
  axes: readonly number[],
  options: Pick<ReduceOptions, "initial" | "where"> = {},
): void {
  const outShape = a.shape.map((n, k) => (axes.includes(k) ? 1 : n));
  const isAside = result.dtype !== loop.outputs[0] || clashes(a, result);
  const target = isAside ? scratchArray(result.shape, loop.outputs[0]!) : result;
  const cast = a.dtype === loop.inputs[1] ? a : castScratch(a, loop.inputs[1]!);
  const from = masked(row, cast, options);
  fold(
    row,
    loop,
    from,
    viewStrided(target, outShape, stridesWithOnes(target, outShape, axes)),
    axes,
    options.initial,
  );
  if (from !== cast) freeScratch(from);
  if (cast !== a) freeScratch(cast);
  if (target === result) return;
  copyElements(target, result, result.shape);
  freeScratch(target);
}

/** Folds `from` into `kept`, which has length 1 and stride 0 along `axes`. */
function fold(
  row: UfuncRow,
  loop: Loop,
  from: NDArray,
  kept: NDArray,
  axes: readonly number[],
  initial: unknown,
): void {
  const start = initial ?? identityIn(row, kept.dtype);
  let rest = from;
  if (start !== undefined && initial !== null) {
    // What a fold starts from is no array that anybody made: it must not count as one.
    const value = start instanceof NDArray ? start : scalarScratch(start, kept.dtype);
    copyElements(lineUp(value, kept.shape), kept, kept.shape);
    if (value !== start) freeScratch(value);
  } else rest = startWithFirst(row, from, kept, axes);
  runReduce(
    row.name,
    loop.types,
    rest,
    viewStrided(kept, rest.shape, kept.strides),
    rest.shape,
    row.isReorderable === true,
  );
}

/** What changes nothing, as an element of `dtype`: -1 stands for all bits set. */
function identityIn(row: UfuncRow, dtype: DType): number | bigint | undefined {
  if (row.identity !== -1 || dtype.kind !== "u") return row.identity;
  const all = BigInt.asUintN(8 * dtype.itemsize, -1n);
  return dtype.itemsize < 8 ? Number(all) : all;
}

/** What a fold's right operand may be without changing the left one, for folds that have no identity on both sides. */
const RIGHT_IDENTITY: Readonly<Record<string, number>> = {
  subtract: 0,
  divide: 1,
  floor_divide: 1,
  power: 1,
};

/** Puts the first elements into `kept`, and gives what is left to fold. */
function startWithFirst(
  row: UfuncRow,
  from: NDArray,
  kept: NDArray,
  axes: readonly number[],
): NDArray {
  if (axes.some((k) => from.shape[k] === 0)) throw new ValueError(emptyReduction(row.name));
  if (kept.size > 0) copyElements(viewStrided(from, kept.shape, from.strides), kept, kept.shape);
  const axis = axes[0];
  if (axis === undefined) return viewStrided(from, [0], [0]); // nothing is folded: the copy is the result
  if (axes.length > 1) return from; // only for folds where the first element again changes nothing
  const shape = from.shape.with(axis, Math.max(0, from.shape[axis]! - 1));
  return viewStrided(from, shape, from.strides, from.shape[axis]! > 1 ? from.strides[axis]! : 0);
}

/** `from` with the elements outside the mask replaced by what changes nothing. */
function masked(
  row: UfuncRow,
  from: NDArray,
  { where, initial }: Pick<ReduceOptions, "initial" | "where">,
): NDArray {
  const mask = maskOf(where);
  if (mask === null) return from;
  const neutral = identityIn(row, from.dtype) ?? RIGHT_IDENTITY[row.name] ?? initial;
  const start = initial === undefined ? row.identity : initial;
  if (neutral === undefined || neutral === null || start === undefined || start === null) {
    throw new ValueError(
      `reduction operation '${row.name}' does not have an identity, so to use a where mask one has to specify 'initial'`,
    );
  }
  const copy = scratchArray(from.shape, from.dtype);
  const filler = neutral instanceof NDArray ? neutral : scalarScratch(neutral, from.dtype);
  copyElements(lineUp(filler, from.shape), copy, from.shape);
  copyWhere(from, lineUp(mask, from.shape), copy, from.shape);
  return copy;
}

/** A copy of `a` as `dtype`, in scratch, laid out as `a` is. */
export function castScratch(a: NDArray, dtype: DType): NDArray {
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

/** The loop a fold runs: both operands and the result have one dtype, wide enough for sums of small integers. */
export function reductionLoop(row: UfuncRow, dtype: DType, wanted: DType | null): Loop {
  const isSum = row.name === "add" || row.name === "multiply";
  if (row.name.startsWith("logical_")) return resolveLoop(row, [bool, bool]);
  const start = wanted ?? (isSum ? sumDType(dtype) : dtype);
  if (row.isComparison === true && start !== bool)
    throw new TypeError(noUniformLoopFor(row.name, [bool.name, dtype.name]));
  if (row.isUniform === true && !"iu".includes(start.kind))
    throw new TypeError(noUniformLoopFor(row.name, [wanted?.name ?? null, dtype.name]));
  const first = resolveLoop(row, [start, start]);
  const same = first.outputs[0]!;
  return first.inputs[0] === same ? first : resolveLoop(row, [same, same]);
}

/** Sums of booleans and narrow integers are computed in the default integer. */
export function sumDType(dtype: DType): DType {
  if (dtype.kind === "b" || (dtype.kind === "i" && dtype.itemsize < 4)) return DEFAULT_INT;
  return dtype.kind === "u" && dtype.itemsize < 4 ? uint32 : dtype;
}

/** Running fold along one axis. */
export function accumulateUfunc(
  row: UfuncRow,
  x: unknown,
  options: AccumulateOptions = {},
): NDArray {
  checkBinary(row, "accumulate");
  const a = toArray(x, undefined, scratchArray);
  const given = options.axis ?? 0;
  if (a.ndim === 0 && (given === 0 || given === -1))
    throw new TypeError("cannot accumulate on a scalar");
  const axis = normalizeAxis(given, a.ndim);
  const loop = foldingLoop(row, "accumulate", a.dtype, options);
  const dtype = loop.outputs[0]!;
  const result = options.out ?? emptyLike(resultLayout([a], a.shape, "K")(dtype), dtype);
  checkRunningOut(row, result, a.shape);
  accumulateInto(row, loop, a, result, axis);
  noteTraffic(a.size, result.size);
  return result;
}

/** Running fold of `a` along `axis` into `result`, which has its shape. Counts nothing. */
export function accumulateInto(
  row: UfuncRow,
  loop: Loop,
  a: NDArray,
  result: NDArray,
  axis: number,
): void {
  const from = a.dtype === loop.inputs[1] ? a : castScratch(a, loop.inputs[1]!);
  const target =
    result.dtype === loop.outputs[0] && !clashes(a, result)
      ? result
      : scratchArray(a.shape, loop.outputs[0]!);
  const order = [...a.shape.keys()].filter((k) => k !== axis).concat(axis);
  const turn = (b: NDArray): NDArray =>
    viewStrided(
      b,
      order.map((k) => b.shape[k]!),
      order.map((k) => b.strides[k]!),
    );
  const [source, sink] = [turn(from), turn(target)];
  const first = source.shape.with(-1, Math.min(1, source.shape.at(-1)!));
  copyElements(
    viewStrided(source, first, source.strides),
    viewStrided(sink, first, sink.strides),
    first,
  );
  runAccumulate(row.name, loop.types, source, sink, source.shape);
  if (from !== a) freeScratch(from);
  if (target === result) return;
  copyElements(target, result, a.shape);
  freeScratch(target);
}

/** @throws {ValueError} when `row` cannot fold */
export function checkBinary(row: UfuncRow, method: string): void {
  if (row.nin !== 2) throw new ValueError(`${method} only supported for binary functions`);
  if (row.nout !== 1)
    throw new ValueError(`${method} only supported for functions returning a single value`);
}

/** With an output and no dtype asked for, a fold is computed in what the output's dtype and the input's meet in. */
export function outputDType(dtype: DType, out: NDArray | null | undefined): DType | null {
  return out === undefined || out === null ? null : promoteTypes(out.dtype, dtype);
}

/** @throws {ValueError} when `out` is read-only, or has another shape than `from` folded along `axes` */
export function checkOut(
  row: UfuncRow,
  out: NDArray,
  shape: Shape,
  from: Shape,
  axes: readonly number[],
): void {
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (out.ndim !== shape.length) {
    const rule =
      axes.length > 0 && shape.length === from.length
        ? " (must match the operand's when keepdims=True)"
        : "";
    throw new ValueError(
      `output parameter for reduction operation ${row.name} has the wrong number of dimensions: Found ${out.ndim} but expected ${shape.length}${rule}`,
    );
  }
  if (sameShape(out.shape, shape)) return;
  const isKept = out.ndim === from.length;
  let at = 0;
  const remapped = from.map((_, k) =>
    axes.includes(k) && !isKept ? "newaxis" : String(out.shape[at++]),
  );
  while (remapped[0] === "newaxis") remapped.shift();
  throw new ValueError(
    cannotRemap([tupleText(out.shape), `(${remapped.join(",")})`], [tupleText(from)]),
  );
}

/** The same for a running fold, which has the shape of its input. */
export function checkRunningOut(row: UfuncRow, out: NDArray, shape: Shape): void {
  if (out.ndim !== shape.length || !out.isWriteable) checkOut(row, out, shape, shape, []);
  if (sameShape(out.shape, shape)) return;
  const twice = (s: Shape): string[] => [tupleText(s), `(${s.join(",")})`];
  throw new ValueError(cannotRemap(twice(out.shape), twice(shape)));
}

/** `target`'s strides with an axis of length 1 put in wherever one was folded away. */
export function stridesWithOnes(
  target: NDArray,
  outShape: Shape,
  axes: readonly number[],
): number[] {
  if (target.ndim === outShape.length)
    return target.strides.map((s, k) => (axes.includes(k) ? 0 : s));
  let at = 0;
  return outShape.map((_, k) => (axes.includes(k) ? 0 : target.strides[at++]!));
}
