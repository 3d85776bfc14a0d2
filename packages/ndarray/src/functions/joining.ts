/**
 * Joining: arrays laid side by side, along an axis they have or along a new one.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html#joining-arrays
 */
import { toArray } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, dtype as asDType } from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import { ValueError, cannotCastArray } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { sameShape } from "../layout/broadcast.ts";
import { type Layout, type Shape, contiguous } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { orderedLayout } from "../ufunc/result.ts";
import { plainRows, plainStack } from "./plain-joins.ts";
import {
  checkedOut,
  commonDType,
  cut,
  dense,
  expanded,
  freeDense,
  padDims,
  reshaped,
  together,
} from "./dense.ts";

/** How a joined array is made. */
export interface JoinOptions {
  /** Along which axis; `concat` alone takes null: all arrays flat. 0 unless told. */
  readonly axis?: number | null | undefined;
  readonly out?: NDArray | null | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  /** Which casts are allowed; `"same_kind"` unless told. */
  readonly casting?: Casting | undefined;
}

/** Several arrays; one array stands for its rows. */
export type ArrayList = NDArray | readonly unknown[];

/**
 * The arrays one after the other along an axis they have; `null` joins all their elements flat.
 *
 * Other axes must have equal lengths. The dtype is the one they promote to.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.concatenate.html
 *
 * @throws {ValueError} when there are no arrays, or their shapes do not fit
 * @throws {AxisError} when they do not have the axis
 * @throws {TypeError} when `dtype` or `out` would need a cast that is not allowed
 * @example concat([[1, 2], [3]]) // [1, 2, 3]
 */
export function concat(arrays: ArrayList, options?: JoinOptions): NDArray {
  const plain = options === undefined ? plainRows(arrays) : null;
  return plain ?? concatWith(arrays, options ?? {});
}

function concatWith(arrays: ArrayList, options: JoinOptions): NDArray {
  readOptions("concat", options, ["axis", "out", "dtype", "casting"]);
  const given = together([...arrays]);
  if (given.length === 0) throw new ValueError("need at least one array to concatenate");
  if (options.axis !== null) return join(given, options.axis ?? 0, options);
  const flat = given.map((a) => dense(a));
  const result = join(
    flat.map((a) => reshaped(a, [a.size])),
    0,
    options,
    given.map((a) => a.ndim),
  );
  for (const [k, a] of flat.entries()) freeDense(a, given[k]!);
  return result;
}

/** The same as `concat`, under NumPy's older name. Source: numpy.concatenate @example concatenate([[1, 2], [3]]) // [1, 2, 3] */
export const concatenate: typeof concat = concat;

/**
 * The arrays, all of one shape, along a new axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.stack.html
 *
 * @throws {ValueError} when there are no arrays, or their shapes differ
 * @throws {AxisError} when the result would not have the axis
 * @example stack([[1, 2], [3, 4]], { axis: 1 }) // [[1, 3], [2, 4]]
 */
export function stack(arrays: ArrayList, options?: JoinOptions): NDArray {
  const plain = options === undefined ? plainStack(arrays) : null;
  return plain ?? stackWith(arrays, options ?? {});
}

function stackWith(arrays: ArrayList, options: JoinOptions): NDArray {
  readOptions("stack", options, ["axis", "out", "dtype", "casting"]);
  const given = together([...arrays]);
  if (given.length === 0) throw new ValueError("need at least one array to stack");
  const { shape } = given[0]!;
  if (given.some((a) => !sameShape(a.shape, shape)))
    throw new ValueError("all input arrays must have the same shape");
  const axis = normalizeAxis(options.axis ?? 0, shape.length + 1);
  return join(
    given.map((a) => expanded(a, axis)),
    axis,
    options,
  );
}

/** Side by side: along axis 1, or axis 0 where all are 1-d. Source: numpy.hstack @example hstack([[1], [2]]) // [1, 2] */
export function hstack(tup: ArrayList, options: Omit<JoinOptions, "axis" | "out"> = {}): NDArray {
  readOptions("hstack", options, ["dtype", "casting"]);
  const given = together([...tup]).map((a) => padDims(a, 1));
  return concat(given, { ...options, axis: given[0]?.ndim === 1 ? 0 : 1 });
}

/** One below the other: along axis 0, 1-d arrays as rows. Source: numpy.vstack @example vstack([[1], [2]]) // [[1], [2]] */
export function vstack(tup: ArrayList, options?: Omit<JoinOptions, "axis" | "out">): NDArray {
  if (options === undefined) {
    const areLines = Array.isArray(tup) && tup[0] instanceof NDArray && tup[0].ndim === 1;
    const plain = areLines ? plainStack(tup) : plainRows(tup);
    if (plain !== null) return plain;
  }
  readOptions("vstack", options, ["dtype", "casting"]);
  return concat(
    together([...tup]).map((a) => padDims(a, 2)),
    { ...options, axis: 0 },
  );
}

/** The same as `vstack`, under its older name. Source: numpy.row_stack @example row_stack([[1], [2]]) // [[1], [2]] */
export const row_stack: typeof vstack = vstack;

/** One behind the other: along axis 2, 1-d arrays as rows of depth 1. Source: numpy.dstack @example dstack([[1], [2]]) // [[[1, 2]]] */
export function dstack(tup: ArrayList): NDArray {
  return concat(
    together([...tup]).map((a) => (a.ndim < 3 ? expanded(padDims(a, 2), 2) : a)),
    { axis: 2 },
  );
}

/** 1-d arrays as the columns of a matrix, matrices as they are. Source: numpy.column_stack @example column_stack([[1, 2], [3, 4]]) // [[1, 3], [2, 4]] */
export function column_stack(tup: ArrayList): NDArray {
  return concat(
    together([...tup]).map((a) => (a.ndim < 2 ? expanded(padDims(a, 1), 1) : a)),
    { axis: 1 },
  );
}

/**
 * `values` behind `arr`, along an axis or, without one, both flat.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.append.html
 *
 * @throws {ValueError} when `axis` is given and the shapes do not fit
 * @example append([1, 2], [[3], [4]]) // [1, 2, 3, 4]
 */
export function append(
  arr: unknown,
  values: unknown,
  options: { readonly axis?: number | null | undefined } = {},
): NDArray {
  readOptions("append", options, ["axis"]);
  return concat([arr, values], { axis: options.axis ?? null });
}

function join(
  arrays: readonly NDArray[],
  axisGiven: number,
  options: JoinOptions,
  ndims: readonly number[] = arrays.map((a) => a.ndim), // as the arrays were given
): NDArray {
  const { ndim } = arrays[0]!;
  if (ndim === 0) throw new ValueError("zero-dimensional arrays cannot be concatenated");
  const axis = normalizeAxis(axisGiven, ndim);
  checkShapes(
    arrays.map((a) => a.shape),
    axis,
  );
  const shape = arrays[0]!.shape.with(
    axis,
    arrays.reduce((n, a) => n + a.shape[axis]!, 0),
  );
  if (options.out && options.dtype)
    throw new TypeError(
      "concatenate() only takes `out` or `dtype` as an argument, but both were provided.",
    );
  const out = checkedOut(options.out, shape, wrongOut(options, shape));
  const dtype = out?.dtype ?? (options.dtype ? asDType(options.dtype) : commonDType(arrays));
  for (const [k, a] of arrays.entries()) checkCast(a.dtype, dtype, options.casting, ndims[k]);
  const result = out ?? emptyLike(joinedLayout(layoutsOf(arrays), shape, dtype), dtype);
  const isUnsafe = out !== null && arrays.some((a) => a.memory === out.memory && overlaps(a, out));
  const target = isUnsafe ? scratchArray(shape, dtype) : result;
  let start = 0;
  for (const a of arrays) {
    copyElements(a, cut(target, axis, start, a.shape[axis]!), a.shape);
    start += a.shape[axis]!;
  }
  if (target !== result) {
    copyElements(target, result, shape);
    freeScratch(target);
  }
  noteTraffic(result.size, result.size);
  return result;
}

function checkShapes(shapes: readonly Shape[], axis: number): void {
  const first = shapes[0]!;
  for (const [k, shape] of shapes.entries()) {
    if (shape.length !== first.length) {
      throw new ValueError(
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.length} dimension(s) and the array at index ${k} has ${shape.length} dimension(s)`,
      );
    }
    const differs = shape.findIndex((n, i) => i !== axis && n !== first[i]);
    if (differs >= 0) {
      throw new ValueError(
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${differs}, the array at index 0 has size ${first[differs]} and the array at index ${k} has size ${shape[differs]}`,
      );
    }
  }
}

/** What is wrong with an `out` that does not have the shape. */
function wrongOut({ axis, out }: JoinOptions, shape: Shape): string {
  if (axis === null) return `Output array ${out?.ndim === 1 ? "is the wrong size" : "must be 1D"}`;
  return `Output array ${out?.ndim === shape.length ? "is the wrong shape" : "has wrong dimensionality"}`;
}

/** @throws {TypeError} when the rule forbids the cast */
export function checkCast(from: DType, to: DType, casting: Casting = "same_kind", ndim = 1): void {
  if (!canCast(from, to, casting))
    throw new TypeError(cannotCastArray(from.name, to.name, casting, ndim));
}

/** Axes lie in memory as the arrays agree to have them; where two of them do not, in C order. */
export function joinedLayout(arrays: readonly Layout[], shape: Shape, { itemsize }: DType): Layout {
  if (arrays.every((a) => a.isC)) return contiguous(shape, itemsize);
  const axes: number[] = [];
  for (let k = 0; k < shape.length; k++) {
    let at = axes.length;
    for (let i = axes.length - 1; i >= 0; i--) {
      const isFurther = stepsFurther(arrays, k, axes[i]!);
      if (isFurther === false) break;
      if (isFurther === true) at = i;
    }
    axes.splice(at, 0, k);
  }
  return orderedLayout(shape, axes, itemsize);
}

function layoutsOf(arrays: readonly NDArray[]): Layout[] {
  return arrays.map((a) => a.layout);
}

/** Whether axis `i` steps further than axis `j` in all arrays where both have several elements; null where there is none. */
function stepsFurther(arrays: readonly Layout[], i: number, j: number): boolean | null {
  let answer: boolean | null = null;
  for (const { shape, strides } of arrays) {
    if (shape[i] === 1 || shape[j] === 1) continue;
    if (Math.abs(strides[i]!) <= Math.abs(strides[j]!)) return false;
    answer = true;
  }
  return answer;
}

/**
 * Nested lists of blocks put together: the innermost lists along the last axis, the next ones along the one before.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.block.html
 *
 * @throws {ValueError} when lists are empty, nested to different depths, or blocks do not fit
 * @example block([[asarray([[1]]), asarray([[2, 3]])], [asarray([[4, 5, 6]])]]) // [[1, 2, 3], [4, 5, 6]]
 */
export function block(arrays: unknown): NDArray {
  const depth = depthOf(arrays);
  const blocks = depth === 0 ? [toArray(arrays)] : together(leavesOf(arrays));
  const ndim = Math.max(depth, ...blocks.map((b) => b.ndim));
  const tree = treeOf(arrays, blocks.map((b) => padDims(b, ndim)).values(), ndim - depth);
  const dtype = commonDType(blocks);
  const result = emptyLike(
    joinedLayout(layoutsOf(blocks.map((b) => padDims(b, ndim))), tree.shape, dtype),
    dtype,
  );
  writeTree(tree, result);
  noteTraffic(result.size, result.size);
  return result;
}

/** A block, or blocks side by side along an axis, and the shape they have together. */
interface BlockTree {
  readonly shape: Shape;
  readonly content: NDArray | { readonly parts: readonly BlockTree[]; readonly axis: number };
}

function treeOf(x: unknown, leaves: Iterator<NDArray>, axis: number): BlockTree {
  if (!Array.isArray(x)) {
    const leaf: NDArray = leaves.next().value; // as many as were listed
    return { shape: leaf.shape, content: leaf };
  }
  const parts = x.map((item) => treeOf(item, leaves, axis + 1));
  checkShapes(
    parts.map((p) => p.shape),
    axis,
  );
  const length = parts.reduce((n, p) => n + p.shape[axis]!, 0);
  return { shape: parts[0]!.shape.with(axis, length), content: { parts, axis } };
}

function writeTree({ shape, content }: BlockTree, to: NDArray): void {
  if (content instanceof NDArray) {
    copyElements(content, to, shape);
    return;
  }
  let start = 0;
  for (const part of content.parts) {
    const length = part.shape[content.axis]!;
    writeTree(part, cut(to, content.axis, start, length));
    start += length;
  }
}

function leavesOf(x: unknown): unknown[] {
  return Array.isArray(x) ? x.flatMap(leavesOf) : [x];
}

function depthOf(x: unknown): number {
  if (!Array.isArray(x)) return 0;
  if (x.length === 0) throw new ValueError("List at arrays cannot be empty");
  const depths = x.map(depthOf);
  const differs = depths.findIndex((d) => d !== depths[0]);
  if (differs >= 0) {
    throw new ValueError(
      `List depths are mismatched. First element was at depth ${depths[0]! + 1}, but there is an element at depth ${depths[differs]! + 1} (arrays[${differs}])`,
    );
  }
  return depths[0]! + 1;
}
