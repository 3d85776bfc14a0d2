/**
 * Functions of the caller's own, applied along axes, over axes, element by element, piece by piece.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.functional.html
 */
import { assign, getIndex, setIndex } from "../array/access.ts";
import { toArray } from "../array/convert.ts";
import { readElement, writeElement } from "../array/element.ts";
import { emptyArray, viewStrided, zeroArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, type Scalar, bool, dtype as asDType } from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { forEachRow } from "../kernels/nest.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes } from "../layout/broadcast.ts";
import { type Shape, sizeOf } from "../layout/layout.ts";
import { readOptions } from "../options.ts";
import { lineUp } from "../ufunc/call.ts";
import { axisLast, elements, expanded, permuted } from "./dense.ts";

/**
 * `func1d(line, ...args)` for every line of `arr` along `axis`; what it gives takes the axis' place.
 *
 * The result has the dtype of what the first call gives, and no axis there where that is a scalar.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.apply_along_axis.html
 *
 * @throws {ValueError} when there is no line
 * @example apply_along_axis((line) => line.get("::-1"), 1, [[1, 2], [3, 4]]) // [[2, 1], [4, 3]]
 */
export function apply_along_axis(
  func1d: (line: NDArray, ...args: readonly unknown[]) => unknown,
  axis: number,
  arr: unknown,
  ...args: readonly unknown[]
): NDArray {
  const a = toArray(arr);
  const at = normalizeAxis(axis, a.ndim);
  const lines = axisLast(a, at);
  const outer = lines.shape.slice(0, -1);
  if (outer.includes(0))
    throw new ValueError("Cannot apply_along_axis when any iteration dimensions are 0");
  let result: NDArray | null = null;
  const places: NDArray[] = [];
  forEachRow(outer, [{ offset: 0, strides: lines.strides.slice(0, -1) }], ([shift]) => {
    const part = toArray(
      func1d(viewStrided(lines, lines.shape.slice(-1), lines.strides.slice(-1), shift!), ...args),
    );
    if (result === null) {
      result = emptyArray([...outer, ...part.shape], part.dtype);
      places.push(...slots(result, outer, part.shape));
    }
    assign(places.shift()!, part);
  });
  const made: NDArray = result!; // there is a line
  const inner = [...made.shape.keys()].slice(outer.length);
  const order = [...outer.keys()];
  return inner.length === 0 || at === outer.length
    ? made
    : permuted(made, order.toSpliced(at, 0, ...inner));
}

/** The parts of `a` below its first axes, one after the other. */
function slots(a: NDArray, outer: Shape, inner: Shape): NDArray[] {
  const parts: NDArray[] = [];
  forEachRow(outer, [{ offset: 0, strides: a.strides.slice(0, outer.length) }], ([shift]) => {
    parts.push(viewStrided(a, inner, a.strides.slice(outer.length), shift!));
  });
  return parts;
}

/**
 * `func(a, { axis })` for one axis after the other; an axis that it folds away is put back with length 1.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.apply_over_axes.html
 *
 * @throws {ValueError} when the function changes the number of axes otherwise
 * @example apply_over_axes(sum, [[1, 2], [3, 4]], [0, 1]) // [[10]]
 */
export function apply_over_axes(
  func: (a: NDArray, options: { readonly axis: number }) => unknown,
  a: unknown,
  axes: number | readonly number[],
): NDArray {
  let value = toArray(a);
  const { ndim } = value;
  for (const given of typeof axes === "number" ? [axes] : axes) {
    const axis = given < 0 ? given + ndim : given;
    const result = toArray(func(value, { axis }));
    if (result.ndim !== value.ndim && result.ndim !== value.ndim - 1) {
      throw new ValueError("function is not returning an array of the correct shape");
    }
    value = result.ndim === value.ndim ? result : expanded(result, axis);
  }
  return value;
}

export interface VectorizeOptions {
  /** The dtype of each output; that of the first result unless told. */
  readonly otypes?: DTypeLike | readonly DTypeLike[] | undefined;
}

/** A function of arrays that calls one of scalars. */
export type Vectorized = (...args: readonly unknown[]) => NDArray | NDArray[];

/**
 * A function that calls `pyfunc` for each element, with the arguments broadcast together.
 *
 * Elements come as JS values. Where `pyfunc` gives a list, each item is an output of its own.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.vectorize.html
 *
 * @throws {ValueError} when it is called on nothing without `otypes`, or arguments do not broadcast
 * @example vectorize((x, y) => x + y)([1, 2], 3) // [4, 5]
 */
export function vectorize(
  pyfunc: (...args: Scalar[]) => unknown,
  options: VectorizeOptions = {},
): Vectorized {
  readOptions("vectorize", options, ["otypes"]);
  const { otypes } = options;
  const wanted =
    otypes === undefined
      ? null
      : (Array.isArray(otypes) ? otypes : [otypes]).map((t: DTypeLike): DType => asDType(t));
  return (...args) => {
    const arrays = args.map((x) => toArray(x));
    const shape = broadcastShapes(arrays.map((x) => x.shape));
    const size = sizeOf(shape);
    if (size === 0 && wanted === null)
      throw new ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set");
    const lined = arrays.map((x) => lineUp(x, shape));
    const values: unknown[][] = [];
    let isList = false;
    if (size > 0) {
      forEachRow(
        shape,
        lined.map((x) => ({ offset: 0, strides: x.strides })), // `pyfunc` may move them
        (at) => {
          const result = pyfunc(
            ...lined.map((x, k) => readElement(x.memory, x.dtype, x.address + at[k]!)),
          );
          isList = Array.isArray(result);
          values.push(isList ? (result as unknown[]) : [result]); // isArray has just told
        },
      );
    }
    const outputs = Array.from({ length: values[0]?.length ?? wanted!.length }, (_, k) => {
      const column = values.map((row) => row[k]);
      return filledWith(column, shape, wanted?.[k] ?? columnDType(column));
    });
    return isList || outputs.length > 1 ? outputs : outputs[0]!;
  };
}

/** Whole numbers are numbers all the same: float64, as everywhere. */
function columnDType(column: readonly unknown[]): DType {
  return column.map((x) => toArray(x).dtype).reduce((d, e) => promoteTypes(d, e));
}

function filledWith(column: readonly unknown[], shape: Shape, dtype: DType): NDArray {
  const result = emptyArray(shape, dtype);
  for (const [k, value] of column.entries()) {
    const plain =
      value instanceof NDArray ? readElement(value.memory, value.dtype, value.address) : value;
    writeElement(result.memory, dtype, result.address + k * dtype.itemsize, plain);
  }
  return result;
}

/**
 * Values of one function here and another there: `funclist[k]` where `condlist[k]` holds, the last of several.
 *
 * One function more than conditions is for everywhere else; without it that is zero. A function gets the elements
 * it is for, and `args`; anything else is a value. The result has the dtype of `x`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.piecewise.html
 *
 * @throws {ValueError} when there are not as many functions as conditions, or one more
 * @example piecewise([-1, 2], [[true, false]], [0, 1]) // [0, 1]
 */
export function piecewise(
  x: unknown,
  condlist: unknown,
  funclist: readonly unknown[],
  ...args: readonly unknown[]
): NDArray {
  const a = toArray(x);
  const conditions = conditionsOf(condlist, a);
  const n = conditions.length;
  if (n !== funclist.length && n !== funclist.length - 1) {
    throw new ValueError(`with ${n} condition(s), either ${n} or ${n + 1} functions are expected`);
  }
  if (n === funclist.length - 1) conditions.push(noneOf(conditions, a.shape));
  const result = zeroArray(a.shape, a.dtype);
  for (const [k, where] of conditions.entries()) {
    const fn = funclist[k];
    if (typeof fn !== "function") {
      setIndex(result, [where], fn);
      continue;
    }
    const values = getIndex(a, [where]);
    if (values.size > 0) setIndex(result, [where], fn(values, ...args));
  }
  return result;
}

function conditionsOf(condlist: unknown, a: NDArray): NDArray[] {
  const all = toArray(condlist, bool);
  const isOne = all.ndim === 0 || (all.ndim === 1 && a.ndim !== 0);
  const lined = (c: NDArray): NDArray => (c.ndim === a.ndim ? c : lineUp(c, a.shape));
  return isOne
    ? [lined(all)]
    : Array.from({ length: all.shape[0]! }, (_, k) => lined(getIndex(all, [k])));
}

function noneOf(conditions: readonly NDArray[], shape: Shape): NDArray {
  const rest = emptyArray(shape, bool);
  const flags = elements(rest);
  flags.fill(1 as never); // bool elements are bytes
  for (const c of conditions) setIndex(rest, [c], false);
  return rest;
}
