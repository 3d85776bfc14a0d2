/**
 * Products of vectors, matrices and stacks of them.
 *
 * Sums are exact modulo the width for integers; booleans are and-ed and or-ed.
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#matrix-and-vector-products
 */
import { toArray } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, dtype as asDType, float64 } from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import type { DTypeOf, Promote } from "../dtype/result.ts";
import { ValueError, cannotCastUfunc, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { runMatmul } from "../kernels/matmul.ts";
import { broadcastShapes, broadcastStrides } from "../layout/broadcast.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { Layout, type Shape, contiguous, contiguousStrides, sizeOf } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { type UfuncOrder, resultLayout } from "../ufunc/result.ts";
import { contract } from "./contract.ts";
import {
  axisLast,
  checkedOut,
  commonDType,
  dense,
  elements,
  expanded,
  freeDense,
} from "./dense.ts";
import { checkCast } from "./joining.ts";
import { plainProduct } from "./plain-products.ts";

/** Where a product goes, and what it is computed in. */
export interface ProductOptions {
  readonly out?: NDArray | null | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly casting?: Casting | undefined;
  /** Layout of a fresh result; `"K"` unless told: stacks lie as the factors' do, each matrix in C order. */
  readonly order?: UfuncOrder | undefined;
}

const PRODUCT_KEYS = ["out", "dtype", "casting", "order"] as const;

/** Options that leave the dtype to the factors. */
interface Plain {
  readonly out?: null | undefined;
  readonly dtype?: null | undefined;
}

/** A product's type: the dtype its factors promote to. */
type Product<X, Y> = NDArray<Promote<DTypeOf<X>, DTypeOf<Y>>>;

/**
 * The matrix product, over the last two axes; the others broadcast.
 *
 * A 1-d first factor counts as a row, a 1-d second as a column, and the axis that this adds is taken away again.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.matmul.html
 *
 * @throws {ValueError} when a factor is 0-d, lengths do not match, or stacks do not broadcast
 * @example matmul([[1, 2], [3, 4]], [1, 1]) // [3, 7]
 */
export function matmul<X, Y>(x1: X, x2: Y, options?: Plain): Product<X, Y>;
export function matmul(x1: unknown, x2: unknown, options?: ProductOptions): NDArray;
export function matmul(x1: unknown, x2: unknown, options?: ProductOptions): NDArray {
  if (options === undefined) {
    const plain = plainProduct(x1, x2);
    if (plain !== null) return plain;
  }
  readOptions("matmul", options, PRODUCT_KEYS);
  return productOver("matmul", "(n?,k),(k,m?)->(n?,m?)", [x1, x2], options ?? {});
}

/**
 * A matrix times a vector, over the last axes; the others broadcast.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.matvec.html
 *
 * @throws {ValueError} when axes are missing or lengths do not match
 * @example matvec([[1, 2], [3, 4]], [1, 1]) // [3, 7]
 */
export function matvec<X, Y>(x1: X, x2: Y, options?: Plain): Product<X, Y>;
export function matvec(x1: unknown, x2: unknown, options?: ProductOptions): NDArray;
export function matvec(x1: unknown, x2: unknown, options: ProductOptions = {}): NDArray {
  readOptions("matvec", options, PRODUCT_KEYS);
  return productOver("matvec", "(m,n),(n)->(m)", [x1, x2], options);
}

/**
 * A vector, conjugated, times a matrix, over the last axes; the others broadcast.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.vecmat.html
 *
 * @throws {ValueError} when axes are missing or lengths do not match
 * @example vecmat([1, 1], [[1, 2], [3, 4]]) // [4, 6]
 */
export function vecmat<X, Y>(x1: X, x2: Y, options?: Plain): Product<X, Y>;
export function vecmat(x1: unknown, x2: unknown, options?: ProductOptions): NDArray;
export function vecmat(x1: unknown, x2: unknown, options: ProductOptions = {}): NDArray {
  readOptions("vecmat", options, PRODUCT_KEYS);
  return productOver("vecmat", "(n),(n,m)->(m)", [x1, x2], options);
}

/**
 * The sum of products along an axis (the last unless told), the first factor conjugated; other axes broadcast.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.vecdot.html
 *
 * @throws {ValueError} when lengths do not match
 * @example vecdot([[1, 2], [3, 4]], [1, 1]) // [3, 7]
 */
export function vecdot<X, Y>(
  x1: X,
  x2: Y,
  options?: Plain & { readonly axis?: number | undefined },
): Product<X, Y>;
export function vecdot(
  x1: unknown,
  x2: unknown,
  options?: ProductOptions & { readonly axis?: number | undefined },
): NDArray;
export function vecdot(
  x1: unknown,
  x2: unknown,
  options: ProductOptions & { readonly axis?: number | undefined } = {},
): NDArray {
  readOptions("vecdot", options, [...PRODUCT_KEYS, "axis"]);
  const given = [toArray(x1), toArray(x2)].map((a) =>
    a.ndim === 0 ? a : axisLast(a, normalizeAxis(options.axis ?? -1, a.ndim)),
  );
  return productOver("vecdot", "(n),(n)->()", given, options);
}

/** What a product does with the last axes of its factors. */
interface Cores {
  readonly a: 1 | 2;
  readonly b: 1 | 2;
  readonly isConjugated: boolean;
}

function productOver(
  name: string,
  signature: string,
  given: readonly unknown[],
  options: ProductOptions,
): NDArray {
  const factors = given.map((x) => toArray(x)) as [NDArray, NDArray]; // two are given
  const cores = coresOf(name, factors);
  const dtype = options.dtype ? asDType(options.dtype) : commonDType(factors);
  checkFactors(name, factors, dtype, options);
  const needs = name === "matmul" ? [1, 1] : [cores.a, cores.b];
  for (const [k, f] of factors.entries()) {
    if (f.ndim >= needs[k]!) continue;
    throw new ValueError(
      `${name}: Input operand ${k} does not have enough dimensions (has ${f.ndim}, gufunc core with signature ${signature} requires ${needs[k]})`,
    );
  }
  const a = cores.a === 1 ? expanded(factors[0], factors[0].ndim - 1) : factors[0];
  const b = cores.b === 1 ? expanded(factors[1], factors[1].ndim) : factors[1];
  const [m, k, n] = [a.shape.at(-2)!, a.shape.at(-1)!, b.shape.at(-1)!];
  if (b.shape.at(-2) !== k) {
    throw new ValueError(
      `${name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${signature} (size ${b.shape.at(-2)} is different from ${k})`,
    );
  }
  const core = [...(cores.a === 2 ? [m] : []), ...(cores.b === 2 ? [n] : [])];
  const out = options.out ?? null;
  if (out !== null) checkCore(name, signature, out, core);
  const lead = stackOf(factors, cores);
  const stack =
    out === null ? lead : broadcastShapes([lead, out.shape.slice(0, out.ndim - core.length)]);
  const layout = productLayout([a, b], stack, core, dtype, options.order ?? "K");
  return store(layout, dtype, factors, options, (result) => {
    const left = cores.isConjugated ? conjugated(a) : a;
    multiplyStacks(left, b, spread(result, stack, cores), stack, { m, k, n });
    if (left !== a) freeScratch(left);
  });
}

/** @throws {TypeError} when a factor may not become `dtype`, or `dtype` the output's */
function checkFactors(
  name: string,
  factors: readonly NDArray[],
  dtype: DType,
  { out, casting = "same_kind" }: ProductOptions,
): void {
  for (const [k, f] of factors.entries()) {
    if (canCast(f.dtype, dtype, casting)) continue;
    throw new TypeError(cannotCastUfunc(name, `input ${k}`, f.dtype.name, dtype.name, casting));
  }
  if (out !== undefined && out !== null && !canCast(dtype, out.dtype, casting))
    throw new TypeError(cannotCastUfunc(name, "output", dtype.name, out.dtype.name, casting));
}

/** @throws {ValueError} when an output's last axes are not those of one product */
function checkCore(name: string, signature: string, out: NDArray, core: Shape): void {
  if (out.ndim < core.length) {
    throw new ValueError(
      `${name}: Output operand 0 does not have enough dimensions (has ${out.ndim}, gufunc core with signature ${signature} requires ${core.length})`,
    );
  }
  const own = out.shape.slice(out.ndim - core.length);
  const at = own.findIndex((n, k) => n !== core[k]);
  if (at < 0) return;
  throw new ValueError(
    `${name}: Output operand 0 has a mismatch in its core dimension ${at}, with gufunc signature ${signature} (size ${own[at]} is different from ${core[at]})`,
  );
}

/** Where a fresh stack of products lies. */
function productLayout(
  factors: readonly NDArray[],
  stack: Shape,
  core: Shape,
  { itemsize }: DType,
  order: UfuncOrder,
): Layout {
  const shape = [...stack, ...core];
  if (order === "F" || (order === "A" && factors.every((f) => f.layout.isF)))
    return contiguous(shape, itemsize, "F");
  if (order !== "K" || stack.length < 2) return contiguous(shape, itemsize);
  const leads = factors.map((f) => {
    const [own, strides] = [f.shape.slice(0, -2), f.strides.slice(0, -2)];
    return viewStrided(f, stack, broadcastStrides(own, strides, stack)!); // stackOf has lined them up
  });
  const { strides } = resultLayout(leads, stack, "K")(float64);
  const wide = (sizeOf(core) * itemsize) / float64.itemsize;
  return new Layout(
    shape,
    [...strides.map((s) => s * wide), ...contiguousStrides(core, itemsize)],
    itemsize,
  );
}

function coresOf(name: string, [a, b]: readonly [NDArray, NDArray]): Cores {
  if (name === "matvec") return { a: 2, b: 1, isConjugated: false };
  if (name === "vecmat") return { a: 1, b: 2, isConjugated: a.dtype.kind === "c" };
  if (name === "vecdot") return { a: 1, b: 1, isConjugated: a.dtype.kind === "c" };
  return { a: a.ndim === 1 ? 1 : 2, b: b.ndim === 1 ? 1 : 2, isConjugated: false };
}

function stackOf([a, b]: readonly [NDArray, NDArray], cores: Cores): Shape {
  const [left, right] = [a.shape.slice(0, a.ndim - cores.a), b.shape.slice(0, b.ndim - cores.b)];
  try {
    return broadcastShapes([left, right]);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new ValueError(cannotLineUp([a, b], [left, right], cores));
  }
}

/** NumPy's sentence: leading axes, then an axis for each of the product's own; those are also what is requested. */
function cannotLineUp(
  factors: readonly [NDArray, NDArray],
  leads: readonly Shape[],
  cores: Cores,
): string {
  const own = [
    ...(cores.a === 2 ? [factors[0].shape.at(-2)!] : []),
    ...(cores.b === 2 ? [factors[1].shape.at(-1)!] : []),
  ];
  const ndim = Math.max(...leads.map((lead) => lead.length)) + own.length;
  const remapped = leads.map((lead, k) => {
    const axes = [...lead, ...own.map(() => "newaxis")].join(",");
    return `${tupleText(factors[k]!.shape)}->(${axes}${ndim === 1 ? "," : ""})`;
  });
  return `operands could not be broadcast together with remapped shapes [original->remapped]: ${remapped.join(" ")}  and requested shape (${own.join(",")})`;
}

/** The result, with the matrix axes that a vector factor took away put back as axes of length 1. */
function spread(result: NDArray, stack: Shape, cores: Cores): NDArray {
  const withRow = cores.a === 2 ? result : expanded(result, stack.length);
  return cores.b === 2 ? withRow : expanded(withRow, withRow.ndim);
}

function multiplyStacks(
  a: NDArray,
  b: NDArray,
  out: NDArray,
  stack: Shape,
  extents: { m: number; k: number; n: number },
): void {
  const left = dense2(a, out.dtype);
  const right = dense2(b, out.dtype);
  const lined = (x: NDArray): NDArray => {
    const shape = [...stack, ...x.shape.slice(-2)];
    return viewStrided(x, shape, broadcastStrides(x.shape, x.strides, shape)!); // stackOf has lined them up
  };
  runMatmul(lined(left), lined(right), out, stack, extents);
  if (left !== a) freeScratch(left);
  if (right !== b) freeScratch(right);
}

/** `a` as `dtype`; strides stay as they are where it is that already. */
function dense2(a: NDArray, dtype: DType): NDArray {
  return a.dtype === dtype ? a : dense(a, dtype);
}

/** Makes the result (or takes `out`), and has `compute` fill it: aside, where it overlaps a factor or needs a cast. */
function store(
  layout: Layout,
  dtype: DType,
  factors: readonly NDArray[],
  options: ProductOptions,
  compute: (result: NDArray) => void,
): NDArray {
  const { shape } = layout;
  const out = checkedOut(
    options.out,
    shape,
    "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)",
  );
  if (out !== null) checkCast(dtype, out.dtype, options.casting);
  const result = out ?? emptyLike(layout, dtype);
  const isUnsafe =
    out !== null &&
    (out.dtype !== dtype || factors.some((f) => f.memory === out.memory && overlaps(f, out)));
  const target = isUnsafe ? scratchArray(shape, dtype) : result;
  compute(target);
  if (target !== result) {
    copyElements(target, result, shape);
    freeScratch(target);
  }
  noteTraffic(
    factors.reduce((n, f) => n + f.size, 0),
    result.size,
  );
  return result;
}

/** A scratch copy with the imaginary parts turned round. */
function conjugated(a: NDArray): NDArray {
  const copy = scratchArray(a.shape, a.dtype);
  copyElements(a, copy, a.shape);
  const data = elements(copy) as Float64Array; // floats in pairs
  for (let k = 1; k < data.length; k += 2) data[k] = -data[k]!;
  return copy;
}

/** The contraction over pairs of axes, with the axes left of `a`, then those of `b`. */
export function tensorProduct(
  a: NDArray,
  b: NDArray,
  sumA: readonly number[],
  sumB: readonly number[],
  options: ProductOptions = {},
): NDArray {
  const rest = (x: NDArray, axes: readonly number[]): number[] =>
    [...x.shape.keys()].filter((k) => !axes.includes(k));
  const [freeA, freeB] = [rest(a, sumA), rest(b, sumB)];
  const shape = [...freeA.map((k) => a.shape[k]!), ...freeB.map((k) => b.shape[k]!)];
  const dtype = commonDType([a, b]);
  return store(contiguous(shape, dtype.itemsize), dtype, [a, b], options, (result) => {
    const target = dense(result);
    contract(a, b, { stackA: [], stackB: [], sumA, sumB, freeA, freeB }, target);
    if (target !== result) copyElements(target, result, shape);
    freeDense(target, result);
  });
}
