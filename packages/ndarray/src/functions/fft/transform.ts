/**
 * One transform along one axis: length, scale, dtype, and where the result goes.
 *
 * Knows arrays; the lines themselves are transformed by `kernels/fft/`, in doubles, whatever the dtype.
 * Rules: https://numpy.org/doc/stable/reference/routines.fft.html
 */
import { toArray } from "../../array/convert.ts";
import { layoutFor } from "../../array/copy.ts";
import { emptyLike, freeScratch, scratchArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type DType, complex128, complex64, float16, float32, float64 } from "../../dtype/dtype.ts";
import { AxisError, IndexError, ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { complexLines, hermitianLines, realLines } from "../../kernels/fft/lines.ts";
import { sameShape } from "../../layout/broadcast.ts";
import { noteTraffic } from "../../memory/counter.ts";
import { axisBack, axisLast, dense, elements, freeDense } from "../dense.ts";
import { checkCast } from "../joining.ts";

/** Where the factor 1/n goes: to the inverse, to both as its root, or to the forward transform. */
export type Norm = "backward" | "ortho" | "forward";

/** Complex to complex, real to the first half of complex, that half back to real. */
type TransformKind = "complex" | "real" | "hermitian";

export interface Transform {
  readonly kind: TransformKind;
  readonly isInverse: boolean;
  /** Points of the transform, or null for what the axis has. */
  readonly n: number | null;
  readonly axis: number;
  readonly norm: Norm | null | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * `x` transformed along one axis.
 *
 * @throws {IndexError} when there is no such axis (an AxisError where `n` is given, as in NumPy)
 * @throws {ValueError} when there are no points, or `norm` or the shape of `out` is wrong
 * @throws {TypeError} when a complex array is given where a real one is needed
 */
export function transform(x: unknown, options: Transform): NDArray {
  const { kind, isInverse } = options;
  const a = toArray(x);
  const axis = options.axis < 0 ? options.axis + a.ndim : options.axis;
  const length = a.shape[axis];
  if (options.n !== null) pointsOf(options.n);
  else if (length === undefined) throw new IndexError("tuple index out of range");
  const norm = checkedNorm(options);
  if (length === undefined) throw new AxisError(options.axis, a.ndim);
  const n = pointsOf(options.n ?? (kind === "hermitian" ? 2 * (length - 1) : length));
  if (kind === "real" && a.dtype.kind === "c") {
    throw new TypeError(
      `ufunc 'rfft_n_${n % 2 === 0 ? "even" : "odd"}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  }
  const scale = scaleOf(n, isInverse, norm, a.dtype);
  const dtype = resultDType(a.dtype, kind);
  const shape = a.shape.with(axis, kind === "real" ? Math.floor(n / 2) + 1 : n);
  const out = options.out ?? null;
  if (out !== null && !sameShape(out.shape, shape))
    throw new ValueError("output array has wrong shape.");
  if (out !== null) checkCast(dtype, out.dtype);
  const result = out ?? emptyLike(layoutFor(a, "K", dtype.itemsize, shape), dtype);
  runLines(a, axis, result, kind, n, isInverse, scale);
  noteTraffic(a.size, result.size);
  return result;
}

function pointsOf(n: number): number {
  if (!Number.isInteger(n))
    throw new TypeError("'float' object cannot be interpreted as an integer");
  if (n < 1) throw new ValueError(`Invalid number of FFT data points (${n}) specified.`);
  return n;
}

/** @throws {ValueError} when `norm` is none of the three; where it is turned round, NumPy says so with a blank more */
function checkedNorm({ kind, isInverse, norm }: Transform): Norm {
  const name: string = norm ?? "backward";
  if (name === "backward" || name === "ortho" || name === "forward") return name;
  const gap = isInverse || kind === "hermitian" ? " " : "";
  throw new ValueError(
    `Invalid norm value ${name}; should be "backward",${gap}"ortho" or "forward".`,
  );
}

function scaleOf(n: number, isInverse: boolean, norm: Norm, dtype: DType): number {
  // NumPy's factor has the precision of the data, so in half precision it is a rough one.
  const rounded =
    dtype === float16 ? Math.f16round : isSingle(dtype) ? Math.fround : (x: number): number => x;
  if (norm === "ortho") return rounded(1 / rounded(Math.sqrt(n)));
  return (norm === "backward") === isInverse ? rounded(1 / rounded(n)) : 1;
}

/** Single precision stays single; everything else that is not complex or a float counts as double. */
function resultDType(dtype: DType, kind: TransformKind): DType {
  if (kind !== "hermitian") return isSingle(dtype) ? complex64 : complex128;
  return dtype === float16 ? float16 : isSingle(dtype) ? float32 : float64;
}

function isSingle(dtype: DType): boolean {
  return dtype === complex64 || dtype === float32 || dtype === float16;
}

function runLines(
  a: NDArray,
  axis: number,
  result: NDArray,
  kind: TransformKind,
  n: number,
  isInverse: boolean,
  scale: number,
): void {
  const turned = axisLast(a, axis);
  const source = dense(turned, kind === "real" ? float64 : complex128);
  const lines = axisLast(result, axis);
  const target = scratchArray(lines.shape, kind === "hermitian" ? float64 : complex128);
  const from = elements(source) as Float64Array; // doubles, as asked
  const to = elements(target) as Float64Array; // likewise
  const length = a.shape[axis]!;
  if (kind === "real") realLines(from, length, to, n, scale);
  else if (kind === "hermitian") hermitianLines(from, length, to, n, scale);
  else complexLines(from, length, to, n, isInverse, scale);
  copyElements(axisBack(target, axis), result, result.shape);
  freeScratch(target);
  freeDense(source, turned);
}
