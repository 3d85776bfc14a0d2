/**
 * Between JS values and arrays: nested lists in, nested lists out.
 *
 * Knows which dtype JS values have: a number is float64, a bigint int64, a boolean bool, `{ re, im }` complex128.
 * Values do not decide: `[1, 2]` is float64 too.
 */
import {
  type DType,
  type DTypeName,
  type Scalar,
  type TypedArray,
  DTYPES,
  bool,
  complex128,
  float64,
  int64,
  setScalarMaker,
} from "../dtype/dtype.ts";
import type { DTypeOf } from "../dtype/result.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { forEachRow } from "../kernels/nest.ts";
import { sizeOf } from "../layout/layout.ts";
import { typedArrayOf } from "../memory/memory.ts";
import { isComplex, readElement, writeElement } from "./element.ts";
import { emptyArray, scratchArray, viewStrided } from "./make.ts";
import { NDArray } from "./ndarray.ts";

declare module "../dtype/dtype.ts" {
  // The parameter must be spelled as there; what makeScalar makes has a type only here.
  interface DType<N extends DTypeName = DTypeName> {
    (value?: unknown): NDArray<N>;
  }
}

export type { DTypeOf } from "../dtype/result.ts";

/** What can stand where an array is taken: an array, a scalar, a typed array, or lists of those. */
export type ArrayLike = NDArray | Scalar | TypedArray | readonly ArrayLike[];

/** `toArray` for callers who want the dtype known to the compiler. */
export function asArray<X>(x: X): NDArray<DTypeOf<X>> {
  return toArray(x) as NDArray<DTypeOf<X>>; // DTypeOf says in types what toArray does
}

/** Whether `x` is one of JS's typed arrays (not a DataView). */
export function isTypedArray(x: unknown): x is TypedArray {
  return ArrayBuffer.isView(x) && !(x instanceof DataView);
}

/**
 * `x` as an array: `x` itself where it is one (of `dtype`, if given), else a fresh one.
 *
 * @param make what lists become: a fresh array, or scratch where nobody will see it
 * @throws {ValueError} when lists are ragged
 * @throws {TypeError} when something in them is no element
 */
export function toArray(x: unknown, dtype?: DType, make: typeof emptyArray = emptyArray): NDArray {
  if (x instanceof NDArray)
    return dtype === undefined || dtype === x.dtype ? x : castArray(x, dtype);
  if (isTypedArray(x)) {
    const own = fromTypedArray(x);
    return dtype === undefined || dtype === own.dtype ? own : castArray(own, dtype);
  }
  const shape = shapeOf(x);
  // A scalar becomes an array on its way to an operation: scratch, which is in no count.
  const result = (shape.length === 0 ? scratchArray : make)(shape, dtype ?? dtypeOf(x) ?? float64);
  fill(x, result, 0, result.address);
  return result;
}

/** A 0-d operand that holds one JS value: scratch, so it is in no count and no scope. */
export function scalarScratch<N extends DTypeName>(value: unknown, dtype: DType<N>): NDArray<N> {
  const result = scratchArray([], dtype);
  writeElement(result.memory, result.dtype, result.address, value);
  return result;
}

/** A copy of `a` as `dtype`, unchecked, in C order. */
function castArray<N extends DTypeName>(a: NDArray, dtype: DType<N>): NDArray<N> {
  const result = emptyArray(a.shape, dtype);
  copyElements(a, result, a.shape);
  return result;
}

function fromTypedArray(x: TypedArray): NDArray {
  const dtype = DTYPES.find(
    (d) => d.kind !== "b" && d.kind !== "c" && x.constructor === typedArrayOf(d),
  );
  if (dtype === undefined) return fromTypedArray(Uint8Array.from(x as Uint8Array)); // Uint8ClampedArray is the one left
  const result = emptyArray([x.length], dtype);
  result.memory.bytes.set(new Uint8Array(x.buffer, x.byteOffset, x.byteLength), result.address);
  return result;
}

/** The shape of nested lists. @throws {ValueError} when they are ragged */
function shapeOf(x: unknown): number[] {
  const shape: number[] = [];
  let inner: unknown = x;
  for (; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  if (inner instanceof NDArray) shape.push(...inner.shape);
  else if (isTypedArray(inner)) shape.push(inner.length);
  const depth = evenDepth(x, shape, 0);
  if (depth === null) return shape;
  throw new ValueError(
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${depth} dimensions. ` +
      `The detected shape was ${tupleText(shape.slice(0, depth), ", ")} + inhomogeneous part.`,
  );
}

/** How many axes all parts of `x` agree on, counted from the outermost; null where they agree on all of `shape`. */
function evenDepth(x: unknown, shape: readonly number[], axis: number): number | null {
  const own =
    x instanceof NDArray ? x.shape : isTypedArray(x) || Array.isArray(x) ? [x.length] : [];
  for (const [k, n] of own.entries()) if (n !== shape[axis + k]) return axis + k;
  if (!Array.isArray(x)) return axis + own.length === shape.length ? null : axis + own.length;
  let depth: number | null = null;
  for (const item of x) {
    const found = evenDepth(item, shape, axis + 1);
    if (found !== null && (depth === null || found < depth)) depth = found;
  }
  return depth;
}

/** The dtype nested values meet in, or null where there are none. */
export function dtypeOf(x: unknown): DType | null {
  if (x instanceof NDArray) return x.dtype;
  if (isTypedArray(x)) return fromTypedArray(x).dtype;
  if (!Array.isArray(x)) return scalarDType(x);
  let result: DType | null = null;
  for (const item of x) {
    const d = dtypeOf(item);
    if (d !== null && d !== result) result = result === null ? d : promoteTypes(result, d);
  }
  return result;
}

function scalarDType(x: unknown): DType {
  if (typeof x === "number") return float64;
  if (typeof x === "bigint") return int64;
  if (typeof x === "boolean") return bool;
  if (isComplex(x)) return complex128;
  throw new TypeError(
    `an element must be a number, bigint, boolean or { re, im }, not ${x === null ? "null" : typeof x}`,
  );
}

function fill(x: unknown, to: NDArray, axis: number, address: number): void {
  if (x instanceof NDArray || isTypedArray(x)) {
    const part = x instanceof NDArray ? x : fromTypedArray(x);
    copyElements(
      part,
      viewStrided(to, part.shape, to.strides.slice(axis), address - to.address),
      part.shape,
    );
  } else if (Array.isArray(x)) {
    const stride = to.strides[axis]!;
    for (let i = 0; i < x.length; i++) fill(x[i], to, axis + 1, address + i * stride);
  } else {
    writeElement(to.memory, to.dtype, address, x);
  }
}

/** Nested lists of JS values; a plain value for a 0-d array. */
export function toNested(a: NDArray): unknown {
  const { memory, dtype } = a;
  const build = (axis: number, address: number): unknown => {
    if (axis === a.ndim) return readElement(memory, dtype, address);
    const stride = a.strides[axis]!;
    return Array.from({ length: a.shape[axis]! }, (_, i) => build(axis + 1, address + i * stride));
  };
  return build(0, a.address);
}

/** Every element as a JS value, in C order. */
export function toValues(a: NDArray): Scalar[] {
  const values: Scalar[] = [];
  if (sizeOf(a.shape) > 0) {
    forEachRow(a.shape, [{ offset: a.address, strides: a.strides }], ([at]) => {
      values.push(readElement(a.memory, a.dtype, at!));
    });
  }
  return values;
}

setScalarMaker((value, dtype) => toArray(value, dtype));
