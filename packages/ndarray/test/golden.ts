/**
 * Golden files: what NumPy answered, and how its arrays are written there. See `oracle/encode.py`.
 */
import { readFileSync } from "node:fs";
import { emptyLike } from "../src/array/make.ts";
import { writeElement } from "../src/array/element.ts";
import type { NDArray } from "../src/array/ndarray.ts";
import { dtype as dtypeNamed, type DTypeName, type Scalar } from "../src/dtype/dtype.ts";
import { contiguous, contiguousStrides, type Order } from "../src/layout/layout.ts";

/** An array as golden files hold it: elements in C order. */
export interface Spec {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly data: readonly unknown[];
}

/** The cases of one file, each of the form `T` that its oracle writes. */
export function golden<T>(name: string): T[] {
  const text = readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T); // the oracle's form
}

const NAMED: Record<string, number> = { nan: NaN, inf: Infinity, "-inf": -Infinity, "-0": -0 };

/** A float as golden files write it. */
export function number(x: unknown): number {
  return typeof x === "string" ? NAMED[x]! : Number(x);
}

/** An element as golden files write it. */
export function scalar(x: unknown, dtype: DTypeName): Scalar {
  if (dtype === "int64" || dtype === "uint64") return BigInt(String(x));
  if (Array.isArray(x)) return { re: number(x[0]), im: number(x[1]) };
  return typeof x === "boolean" ? x : number(x);
}

/** The elements of `spec`, in C order. */
export function scalars({ dtype, data }: Spec): Scalar[] {
  return data.map((x) => scalar(x, dtype));
}

/** The array `spec` describes. */
export function arrayOf(spec: Spec, order: Order = "C"): NDArray {
  const { shape } = spec;
  const dtype = dtypeNamed(spec.dtype);
  const a = emptyLike(contiguous(shape, dtype.itemsize, order), dtype);
  const counting = contiguousStrides(shape, 1);
  scalars(spec).forEach((value, n) => {
    let address = a.address;
    counting.forEach(
      (step, axis) => (address += (Math.floor(n / step) % shape[axis]!) * a.strides[axis]!),
    );
    writeElement(a.memory, dtype, address, value);
  });
  return a;
}
