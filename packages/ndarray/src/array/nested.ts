/**
 * Rows of JS values, in and out: the loops behind `asarray` of lists, `tolist` and iteration.
 *
 * Knows one row at a time, and every dtype's JS values; what a loop cannot take goes element by element.
 */
import type { DType, Scalar, TypedArray } from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";
import { forEachRow } from "../kernels/nest.ts";
import { isAligned } from "../kernels/operand.ts";
import type { Memory } from "../memory/memory.ts";
import { readElement, writeElement } from "./element.ts";
import type { NDArray } from "./ndarray.ts";

/** Writes the first `n` of a list of scalars as one row. @throws as `writeElement` */
export function writeRow(
  values: readonly unknown[],
  memory: Memory,
  dtype: DType,
  address: number,
  stride: number,
  n: number,
): void {
  const { kind, itemsize, alignment } = dtype;
  const data = memory.view(dtype) as Float64Array; // or any other, of numbers
  const step = stride / alignment;
  const limits = kind === "i" || kind === "u" ? iinfo(dtype) : null;
  const [low, high] =
    limits !== null && itemsize < 8 ? [Number(limits.min), Number(limits.max)] : [1, 0];
  for (let i = 0, at = address / alignment; i < n; i++, at += step) {
    const value = values[i];
    if (typeof value === "number" && kind === "f") data[at] = value;
    else if (
      typeof value === "number" &&
      value >= low &&
      value <= high &&
      Math.trunc(value) === value
    )
      data[at] = value;
    else writeElement(memory, dtype, address + i * stride, value);
  }
}

/** Appends one row of elements to `values`. */
function readRow(
  values: Scalar[],
  data: TypedArray,
  dtype: DType,
  at: number,
  step: number,
  n: number,
): void {
  const { kind } = dtype;
  if (kind === "b") for (let i = 0, p = at; i < n; i++, p += step) values.push(data[p] !== 0);
  else if (kind !== "c") for (let i = 0, p = at; i < n; i++, p += step) values.push(data[p]!);
  else {
    const parts = data as Float64Array; // complex dtypes are floats in pairs
    for (let i = 0, p = at; i < n; i++, p += step)
      values.push({ re: parts[p]!, im: parts[p + 1]! });
  }
}

/** Nested lists of JS values; a plain value for a 0-d array. */
export function toNested(a: NDArray): unknown {
  const { memory, dtype, shape, strides } = a;
  const last = a.ndim - 1;
  if (last < 0) return readElement(memory, dtype, a.address);
  const data = isAligned(a) ? memory.view(dtype) : null;
  const unit = dtype.alignment;
  const build = (axis: number, address: number): unknown[] => {
    const n = shape[axis]!;
    const stride = strides[axis]!;
    if (axis < last)
      return Array.from({ length: n }, (_, i) => build(axis + 1, address + i * stride));
    if (data === null)
      return Array.from({ length: n }, (_, i) => readElement(memory, dtype, address + i * stride));
    const row: Scalar[] = [];
    readRow(row, data, dtype, address / unit, stride / unit, n);
    return row;
  };
  return build(0, a.address);
}

/** Every element as a JS value, in C order. */
export function toValues(a: NDArray): Scalar[] {
  const { memory, dtype, shape, strides, address } = a;
  const values: Scalar[] = [];
  const last = a.ndim - 1;
  if (a.size === 0) return values;
  if (last < 0 || !isAligned(a)) {
    forEachRow(shape, [{ offset: address, strides }], ([at]) => {
      values.push(readElement(memory, dtype, at!));
    });
    return values;
  }
  const data = memory.view(dtype);
  const unit = dtype.alignment;
  forEachRow(shape.slice(0, last), [{ offset: address, strides }], ([at]) =>
    readRow(values, data, dtype, at! / unit, strides[last]! / unit, shape[last]!),
  );
  return values;
}
