/**
 * Views that change what an element is: other dtypes, real and imaginary parts, and the raw bytes.
 *
 * Knows dtypes and layouts; moves no element.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.view.html
 */
import { type DType, type DTypeName, type TypedArray, float32, float64 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { Layout } from "../layout/layout.ts";
import { rewidened } from "../layout/windows.ts";
import { reserveOutside } from "../memory/block.ts";
import { typedArrayOf } from "../memory/memory.ts";
import { layoutFor } from "./copy.ts";
import { emptyLike, viewAs, viewOf } from "./make.ts";
import type { NDArray } from "./ndarray.ts";

/** The dtype of one part of a complex number; every other dtype's own. */
export type PartOf<N extends DTypeName> = N extends "complex128"
  ? "float64"
  : N extends "complex64"
    ? "float32"
    : N;

/** The typed array that holds elements of dtype `N`: booleans as bytes, complex numbers as pairs. */
export type DataOf<N extends DTypeName> = N extends keyof DataTable ? DataTable[N] : never;

interface DataTable {
  bool: Uint8Array;
  int8: Int8Array;
  uint8: Uint8Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int32: Int32Array;
  uint32: Uint32Array;
  int64: BigInt64Array;
  uint64: BigUint64Array;
  float16: Float16Array;
  float32: Float32Array;
  float64: Float64Array;
  complex64: Float32Array;
  complex128: Float64Array;
}

/** The same bytes as elements of `dtype`. @throws {ValueError} when the last axis cannot be divided up so */
export function viewDType<N extends DTypeName>(a: NDArray, dtype: DType<N>): NDArray<N> {
  return viewAs(a, dtype, rewidened(a.layout, dtype.itemsize));
}

/** The real parts as a view; a real array is its own. */
export function realPart<N extends DTypeName>(a: NDArray<N>): NDArray<PartOf<N>> {
  return a.dtype.kind === "c" ? part(a, 0) : viewAs(a, a.dtype as DType<PartOf<N>>, a.layout); // a real dtype is its own part
}

/** The imaginary parts as a view; read-only zeros for a real array. */
export function imaginaryPart<N extends DTypeName>(a: NDArray<N>): NDArray<PartOf<N>> {
  if (a.dtype.kind === "c") return part(a, a.itemsize / 2);
  const zeros = emptyLike(layoutFor(a, "A", a.itemsize), a.dtype as DType<PartOf<N>>); // as above
  zeros.memory.bytes.fill(0, zeros.address, zeros.address + zeros.nbytes);
  zeros.isWriteable = false;
  return zeros;
}

function part<N extends DTypeName>(a: NDArray<N>, shift: number): NDArray<PartOf<N>> {
  const dtype = (a.itemsize === 8 ? float32 : float64) as DType as DType<PartOf<N>>; // half of complex64, half of complex128
  return viewAs(a, dtype, new Layout(a.shape, a.strides, dtype.itemsize), shift);
}

/**
 * A live typed array over exactly `a`'s elements. The memory is pinned: it is never given to another array. Where much of
 * the heap is lost so, the array moves to memory of its own first, and its views with it.
 *
 * @throws {ValueError} when `a` is not C-contiguous, its address no multiple of the element's width, or it was disposed
 */
export function dataOf<N extends DTypeName>(a: NDArray<N>): DataOf<N> {
  if (!a.layout.isC) throw new ValueError("only a C-contiguous array has data; make a copy first");
  const { dtype } = a;
  if (a.address % dtype.alignment !== 0)
    throw new ValueError("a typed array cannot start at an unaligned address; make a copy first");
  const owner = a.base ?? a;
  if (owner.block?.isPinDear === true) owner.moveTo(reserveOutside(owner.nbytes));
  a.block?.pin();
  const data: TypedArray = new (typedArrayOf(dtype))(
    a.memory.buffer,
    a.size === 0 ? 0 : a.address, // an empty view may begin behind the last byte
    a.size * dtype.components,
  );
  return data as DataOf<N>; // DataTable says in types what typedArrayOf does
}

/** `a` seen anew: same elements, same layout, its own flags. */
export function sameView<N extends DTypeName>(a: NDArray<N>): NDArray<N> {
  return viewOf(a, a.layout);
}
