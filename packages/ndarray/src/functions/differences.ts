/**
 * Differences and what is made of them: gradients, areas, unwrapped angles.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.math.html#sums-products-differences
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { emptyArray, emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type Scalar, float64 } from "../dtype/dtype.ts";
import { canCast, promoteTypes, resultDType } from "../dtype/promote.ts";
import { IndexError, OverflowError, ValueError, noLoopFor, outOfBounds } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes } from "../layout/broadcast.ts";
import { keepOrder } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { add, divide, multiply, subtract } from "../ufunc/arithmetic.ts";
import { lineUp } from "../ufunc/call.ts";
import { strongArray } from "../ufunc/inputs.ts";
import { not_equal } from "../ufunc/comparison.ts";
import { readElement } from "../array/element.ts";
import { axisLast, cut, doubles, flat, reshaped } from "./dense.ts";
import { concat } from "./joining.ts";

const NEEDS_AXIS = "diff requires input that is at least one dimensional";

export interface DiffOptions {
  /** The axis to go along; the last unless told. */
  readonly axis?: number | undefined;
  /** How many times to take differences; once unless told. */
  readonly n?: number | undefined;
  /** What to put in front along the axis first: a scalar, or an array that fits. */
  readonly prepend?: unknown;
  /** What to put behind along the axis first. */
  readonly append?: unknown;
}

/**
 * Each element less the one before it along an axis, `n` times; booleans tell where they differ.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diff.html
 *
 * @throws {ValueError} when `n` is negative or `a` is 0-d
 * @example diff([1, 4, 9]) // [3, 5]
 */
export function diff<X extends ArrayLike>(a: X, options: DiffOptions = {}): NDArray<DTypeOf<X>> {
  readOptions("diff", options, ["axis", "n", "prepend", "append"]);
  const n = options.n ?? 1;
  if (n < 0) throw new ValueError(`order must be non-negative but got ${n}`);
  const given = asArray(a);
  if (n === 0) return given;
  if (given.ndim === 0) throw new ValueError(NEEDS_AXIS);
  const axis = normalizeAxis(options.axis ?? -1, given.ndim);
  let x: NDArray = extended(given, axis, options);
  const isScratch = x !== given;
  const op = x.dtype.kind === "b" ? not_equal : subtract;
  for (let k = 0; k < n; k++) {
    const count = Math.max(0, x.shape[axis]! - 1);
    const shape = x.shape.with(axis, count);
    const out = k < n - 1 ? scratchArray(shape, x.dtype) : null;
    const next = op(cut(x, axis, Math.min(1, x.shape[axis]!), count), cut(x, axis, 0, count), {
      out,
    });
    if (k > 0) freeScratch(x);
    else if (isScratch) x.dispose();
    x = next;
  }
  return x as NDArray<DTypeOf<X>>; // differences keep the dtype; that of booleans is bool
}

function extended(a: NDArray, axis: number, { prepend, append }: DiffOptions): NDArray {
  const fitted = (x: unknown): NDArray[] => {
    if (x === undefined) return [];
    const part = strongArray(x); // as NumPy's, it is no longer weak when it is joined
    return [part.ndim === 0 ? lineUp(part, a.shape.with(axis, 1)) : part];
  };
  const parts = [...fitted(prepend), a, ...fitted(append)];
  return parts.length === 1 ? a : concat(parts, { axis });
}

export interface Ediff1dOptions {
  readonly to_end?: unknown;
  readonly to_begin?: unknown;
}

/**
 * Differences of all elements flat, with what `to_begin` and `to_end` give in front and behind.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ediff1d.html
 *
 * @throws {TypeError} when what is put around cannot have the dtype
 * @example ediff1d([1, 4, 9], { to_begin: 0 }) // [0, 3, 5]
 */
export function ediff1d(ary: unknown, options: Ediff1dOptions = {}): NDArray {
  readOptions("ediff1d", options, ["to_end", "to_begin"]);
  const given = toArray(ary);
  const x = flat(given);
  const around = (name: "to_begin" | "to_end"): NDArray | null => {
    const value = options[name];
    if (value === undefined || value === null) return null;
    const part = strongArray(value);
    if (canCast(part.dtype, given.dtype, "same_kind")) return flat(part);
    throw new TypeError(
      `dtype of \`${name}\` must be compatible with input \`ary\` under the \`same_kind\` rule.`,
    );
  };
  const [first, last] = [around("to_begin"), around("to_end")];
  const count = Math.max(0, x.size - 1);
  const lead = first?.size ?? 0;
  const result = emptyArray([lead + count + (last?.size ?? 0)], given.dtype);
  subtract(cut(x, 0, Math.min(1, x.size), count), cut(x, 0, 0, count), {
    out: cut(result, 0, lead, count),
  });
  if (first !== null) assign(cut(result, 0, 0, lead), first);
  if (last !== null) assign(cut(result, 0, lead + count, last.size), last);
  return result;
}

export interface TrapezoidOptions {
  /** Where the samples lie; evenly `dx` apart unless told. */
  readonly x?: unknown;
  readonly dx?: number | undefined;
  readonly axis?: number | undefined;
}

/**
 * The area under samples joined by straight lines, along an axis: a JS scalar for a 1-d array.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.trapezoid.html
 *
 * @throws {ValueError} when `x` does not fit
 * @example trapezoid([1, 2, 3]) // 4
 */
export function trapezoid(y: unknown, options: TrapezoidOptions = {}): NDArray | Scalar {
  readOptions("trapezoid", options, ["x", "dx", "axis"]);
  const values = toArray(y);
  const axis = trapezoidAxis(options, values.ndim);
  const count = Math.max(0, values.shape[axis]! - 1);
  const steps = stepsOf(options, values.ndim, axis);
  const sides = values.shape.with(axis, count);
  const shape = steps instanceof NDArray ? broadcastShapes([steps.shape, sides]) : sides;
  const areas = scratchArray(shape, areaDType(values.dtype, steps));
  add(cut(values, axis, Math.min(1, values.shape[axis]!), count), cut(values, axis, 0, count), {
    out: areas,
  });
  multiply(areas, steps, { out: areas });
  divide(areas, 2, { out: areas });
  const isScalar = values.ndim === 1;
  const result = isScalar ? scratchArray([], areas.dtype) : null;
  const sums = add.reduce(areas, { axis, out: result });
  freeScratch(areas);
  if (!isScalar) return sums;
  const area = readElement(sums.memory, sums.dtype, sums.address);
  freeScratch(sums);
  return area;
}

/** NumPy makes a list of slices and looks the axis up there, but for an `x` with axes of its own. */
function trapezoidAxis({ axis = -1, x }: TrapezoidOptions, ndim: number): number {
  const isListed = x === undefined || x === null || toArray(x).ndim === 1;
  if (isListed && (axis < -ndim || axis >= ndim))
    throw new IndexError("list assignment index out of range");
  if (!isListed && toArray(x).ndim === 0) throw new ValueError(NEEDS_AXIS);
  return normalizeAxis(axis, ndim);
}

/** What halves of products with the steps are: a number is a weak float, as in NumPy. */
function areaDType(dtype: DType, steps: NDArray | number): DType {
  const joint = typeof steps === "number" ? dtype : promoteTypes(dtype, steps.dtype);
  return joint.kind === "f" || joint.kind === "c" ? joint : float64;
}

function stepsOf(options: TrapezoidOptions, ndim: number, axis: number): NDArray | number {
  if (options.x === undefined || options.x === null) return options.dx ?? 1;
  const x = toArray(options.x);
  if (x.ndim !== 1) return diff(x, { axis });
  const steps = diff(x);
  return reshaped(
    steps,
    Array.from({ length: ndim }, (_, k) => (k === axis ? steps.size : 1)),
  );
}

export interface UnwrapOptions {
  /** The least jump that counts; half the period unless told. */
  readonly discont?: number | null | undefined;
  readonly axis?: number | undefined;
  /** What the values repeat after; 2π unless told. */
  readonly period?: number | undefined;
}

/**
 * Values with jumps of more than half a period taken out, by adding whole periods.
 *
 * Integers stay integers where the period is a whole number.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.unwrap.html
 *
 * @example unwrap([0, 5, 1], { period: 4 }) // [0, 1, 1]
 */
export function unwrap(p: unknown, options: UnwrapOptions = {}): NDArray {
  readOptions("unwrap", options, ["discont", "axis", "period"]);
  const given = toArray(p);
  const period = options.period ?? 2 * Math.PI;
  if (given.ndim === 0) throw new ValueError(NEEDS_AXIS);
  const axis = normalizeAxis(options.axis ?? -1, given.ndim);
  const { kind, name, itemsize } = given.dtype;
  if (kind === "c") throw new TypeError(noLoopFor("remainder"));
  const isWhole = kind !== "f" && Number.isInteger(period);
  const half = Math.floor(period / 2);
  if (isWhole && kind === "u" && half > 0) throw new OverflowError(outOfBounds(-half, name));
  const dtype =
    isWhole || kind === "f"
      ? resultDType([given.dtype], [isWhole ? "int" : "float"])!
      : promoteTypes(given.dtype, float64);
  const wraps = kind === "u" ? 2 ** (8 * itemsize) : kind === "b" ? 2 : 0;
  const lines = axisLast(given, axis);
  const values = doubles(lines);
  const n = lines.shape.at(-1)!;
  for (let start = 0; start < values.length; start += n)
    unwrapLine(
      values,
      start,
      n,
      period,
      options.discont ?? period / 2,
      isWhole,
      roundingOf(dtype),
      wraps,
    );
  const aside = scratchArray(lines.shape, float64);
  copyDoubles(aside, values);
  const result = emptyLike(keepOrder(given.shape, given.strides, dtype.itemsize), dtype);
  copyElements(aside, axisLast(result, axis), lines.shape);
  freeScratch(aside);
  noteTraffic(given.size, given.size);
  return result;
}

/** To the nearest value of a float dtype: narrow floats add up narrow errors, as NumPy's do. */
function roundingOf({ name }: DType): (x: number) => number {
  return name === "float16" ? Math.f16round : name === "float32" ? Math.fround : (x) => x;
}

function copyDoubles(a: NDArray, values: Float64Array): void {
  (a.memory.view(float64) as Float64Array).set(values, a.address / 8); // float64 scratch
}

function unwrapLine(
  values: Float64Array,
  start: number,
  n: number,
  period: number,
  discont: number,
  isWhole: boolean,
  round: (x: number) => number,
  wraps: number,
): void {
  const high = round(isWhole ? Math.floor(period / 2) : period / 2);
  const whole = round(period);
  const isAmbiguous = !isWhole || period % 2 === 0;
  let shift = 0;
  let before = values[start]!;
  for (let k = start + 1; k < start + n; k++) {
    const fall = values[k]! - before;
    const step = round(fall < 0 ? fall + wraps : fall); // unsigned differences wrap
    before = values[k]!;
    const rest = round(step + high) % whole;
    let moved = round(round(rest < 0 ? rest + whole : rest) - high);
    if (isAmbiguous && moved === -high && step > 0) moved = high;
    if (Math.abs(step) >= round(discont)) shift = round(shift + round(moved - step));
    else if (Number.isNaN(step)) shift = NaN;
    values[k] = round(values[k]! + shift);
  }
}
