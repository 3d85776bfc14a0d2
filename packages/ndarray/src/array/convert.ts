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
  uint8,
} from "../dtype/dtype.ts";
import type { DTypeOf } from "../dtype/result.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { sameShape } from "../layout/broadcast.ts";
import { typedArrayOf } from "../memory/memory.ts";
import { isComplex, writeElement } from "./element.ts";
import { emptyArray, freeScratch, scratchArray, viewStrided } from "./make.ts";
import { NDArray } from "./ndarray.ts";
import { toNested, toValues, writeRow } from "./nested.ts";

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
    return dtype === undefined || dtype === x.dtype ? x : castArray(x, dtype, make);
  if (isTypedArray(x)) {
    if (dtype === undefined || dtype === typedDType(x)) return fromTypedArray(x, make);
    const own = fromTypedArray(x, scratchArray);
    const result = castArray(own, dtype, make);
    freeScratch(own);
    return result;
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
function castArray(a: NDArray, dtype: DType, make: typeof emptyArray): NDArray {
  const result = make(a.shape, dtype);
  copyElements(a, result, a.shape);
  return result;
}

function fromTypedArray(x: TypedArray, make: typeof emptyArray): NDArray {
  const result = make([x.length], typedDType(x));
  result.memory.bytes.set(new Uint8Array(x.buffer, x.byteOffset, x.byteLength), result.address);
  return result;
}

/** The dtype that a typed array holds; a Uint8ClampedArray holds uint8. */
function typedDType(x: TypedArray): DType {
  return (
    DTYPES.find((d) => d.kind !== "b" && d.kind !== "c" && x.constructor === typedArrayOf(d)) ??
    uint8
  );
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
  for (let k = 0; k < own.length; k++) if (own[k] !== shape[axis + k]) return axis + k;
  if (!Array.isArray(x)) return axis + own.length === shape.length ? null : axis + own.length;
  let depth: number | null = null;
  const isLast = axis + 1 === shape.length;
  for (const item of x) {
    if (isLast && typeof item !== "object") continue; // a plain scalar
    const found = evenDepth(item, shape, axis + 1);
    if (found !== null && (depth === null || found < depth)) depth = found;
  }
  return depth;
}

/** The dtype nested values meet in, or null where there are none. */
export function dtypeOf(x: unknown): DType | null {
  if (x instanceof NDArray) return x.dtype;
  if (isTypedArray(x)) return typedDType(x);
  if (!Array.isArray(x)) return scalarDType(x);
  let result: DType | null = null;
  for (const item of x) {
    const d = typeof item === "number" ? float64 : dtypeOf(item);
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
    const part = x instanceof NDArray ? x : fromTypedArray(x, scratchArray);
    checkUnchanged(sameShape(part.shape, to.shape.slice(axis)));
    copyElements(
      part,
      viewStrided(to, part.shape, to.strides.slice(axis), address - to.address),
      part.shape,
    );
  } else if (Array.isArray(x)) {
    const n = to.shape[axis];
    checkUnchanged(x.length === n);
    const stride = to.strides[axis]!;
    if (axis === to.ndim - 1 && !x.some((item) => item instanceof NDArray))
      writeRow(x, to.memory, to.dtype, address, stride, n);
    else for (let i = 0; i < n; i++) fill(x[i], to, axis + 1, address + i * stride);
  } else {
    checkUnchanged(axis === to.ndim);
    writeElement(to.memory, to.dtype, address, x);
  }
}

/** Reading a list may run somebody's code, which then changes it. */
function checkUnchanged(isAsBefore: boolean): asserts isAsBefore {
  if (!isAsBefore)
    throw new ValueError(
      "Inconsistent object during array creation? Content of sequences changed (length inconsistent).",
    );
}

export { toNested, toValues };

setScalarMaker((value, dtype) => toArray(value, dtype));
