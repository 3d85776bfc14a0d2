/**
 * Gradients: slopes from neighbours, evenly spaced or not.
 *
 * Knows lines of doubles; the parts of complex values have slopes of their own.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.gradient.html
 */
import { toArray } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, complex128, float64 } from "../dtype/dtype.ts";
import { ValueError, noBooleanSubtract } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { REPEATED_AXIS, normalizeAxes } from "../layout/axis.ts";
import { keepOrder } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { isOptions } from "../options.ts";
import { axisLast, doubles, elements } from "./dense.ts";

interface GradientOptions {
  /** Along which axes; all unless told. */
  readonly axis?: number | readonly number[] | null | undefined;
  /** How exact the slopes at both ends are: 1 unless told, or 2. */
  readonly edge_order?: 1 | 2 | undefined;
}

/**
 * The slope at each element, along each axis: one array, or a list of one for each axis.
 *
 * Spacings follow `f`: none (1), one for all axes, or for each axis a number or the places themselves.
 * float64 for integers; second order inside, first order at the ends unless told.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.gradient.html
 *
 * @throws {ValueError} when an axis is too short, or spacings do not fit
 * @throws {TypeError} when there are more or fewer spacings than axes
 * @example gradient([1, 2, 4]) // [1, 1.5, 2]
 */
export function gradient(
  f: unknown,
  ...spacingsAndOptions: readonly unknown[]
): NDArray | NDArray[] {
  const tail = spacingsAndOptions.at(-1);
  const options = (isOptions(tail) ? tail : {}) as GradientOptions; // a plain object can be nothing else
  const spacings = spacingsAndOptions.filter((s) => s !== undefined && !isOptions(s));
  const a = toArray(f);
  const axes = normalizeAxes(options.axis, a.ndim, undefined, REPEATED_AXIS);
  const order = options.edge_order ?? 1;
  const steps = stepsFor(spacings, axes, a);
  if (order > 2) throw new ValueError("'edge_order' greater than 2 not supported");
  const results = axes.map((axis, k) => {
    if (a.shape[axis]! < order + 1) {
      throw new ValueError(
        "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.",
      );
    }
    if (a.dtype.kind === "b") throw new TypeError(noBooleanSubtract());
    return along(a, axis, steps[k]!, order);
  });
  return axes.length === 1 ? results[0]! : results;
}

/** The distances between neighbours along each axis. */
function stepsFor(
  spacings: readonly unknown[],
  axes: readonly number[],
  a: NDArray,
): Float64Array[] {
  const even = (axis: number, step: number): Float64Array =>
    new Float64Array(Math.max(0, a.shape[axis]! - 1)).fill(step);
  if (spacings.length === 0) return axes.map((axis) => even(axis, 1));
  if (spacings.length !== axes.length && spacings.length !== 1)
    throw new TypeError("invalid number of arguments");
  const given = spacings.map((s) => toArray(s));
  if (spacings.length !== axes.length && given[0]!.ndim !== 0)
    throw new TypeError("invalid number of arguments");
  return axes.map((axis, k) => {
    const places = given[given.length === 1 ? 0 : k]!;
    const values = doubles(places);
    if (places.ndim === 0) return even(axis, values[0]!);
    if (places.ndim !== 1) throw new ValueError("distances must be either scalars or 1d");
    if (values.length !== a.shape[axis])
      throw new ValueError(
        "when 1d, distances must match the length of the corresponding dimension",
      );
    return values.slice(1).map((x, i) => x - values[i]!);
  });
}

function along(a: NDArray, axis: number, steps: Float64Array, order: 1 | 2): NDArray {
  const dtype: DType = a.dtype.kind === "f" || a.dtype.kind === "c" ? a.dtype : float64;
  const wide = dtype.kind === "c" ? complex128 : float64;
  const lines = axisLast(a, axis);
  const source = scratchArray(lines.shape, wide);
  copyElements(lines, source, lines.shape);
  const target = scratchArray(lines.shape, wide);
  const [from, to] = [elements(source), elements(target)] as [Float64Array, Float64Array]; // doubles, alone or in pairs
  const n = a.shape[axis]!;
  const { components } = wide;
  const isEven = steps.every((s) => s === steps[0]);
  for (let start = 0; start < from.length; start += n * components) {
    for (let part = 0; part < components; part++)
      slopes(from, to, start + part, components, n, steps, order, isEven);
  }
  const result = emptyLike(keepOrder(a.shape, a.strides, dtype.itemsize), dtype);
  copyElements(target, axisLast(result, axis), lines.shape);
  for (const s of [source, target]) freeScratch(s);
  noteTraffic(a.size, a.size);
  return result;
}

function slopes(
  f: Float64Array,
  out: Float64Array,
  start: number,
  step: number,
  n: number,
  d: Float64Array,
  order: 1 | 2,
  isEven: boolean,
): void {
  const at = (k: number): number => f[start + k * step]!;
  const put = (k: number, slope: number): void => {
    out[start + k * step] = slope;
  };
  for (let k = 1; k < n - 1; k++) {
    const [before, after] = [d[k - 1]!, d[k]!];
    if (isEven) put(k, (at(k + 1) - at(k - 1)) / (2 * before));
    else {
      put(
        k,
        (-after / (before * (before + after))) * at(k - 1) +
          ((after - before) / (before * after)) * at(k) +
          (before / (after * (before + after))) * at(k + 1),
      );
    }
  }
  const last = n - 1;
  if (order === 1) {
    put(0, (at(1) - at(0)) / d[0]!);
    put(last, (at(last) - at(last - 1)) / d[last - 1]!);
    return;
  }
  put(0, endSlope(at(0), at(1), at(2), d[0]!, d[1]!));
  put(last, -endSlope(at(last), at(last - 1), at(last - 2), d[last - 1]!, d[last - 2]!));
}

/** The slope at the first of three points of a parabola, `p` and `q` apart. */
function endSlope(x: number, y: number, z: number, p: number, q: number): number {
  if (p === q) return (-1.5 / p) * x + (2 / p) * y + (-0.5 / p) * z;
  return (-(2 * p + q) / (p * (p + q))) * x + ((p + q) / (p * q)) * y + (-p / (q * (p + q))) * z;
}
