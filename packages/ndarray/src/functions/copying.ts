/**
 * Copies, casts and contiguous forms of whole arrays.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#from-existing-data
 */
import { assign, withoutLeadingOnes } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import { type MemoryOrder, copyAs } from "../array/copy.ts";
import { viewOf } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import {
  type DType,
  type DTypeLike,
  type DTypeName,
  type Scalar,
  dtype as asDType,
} from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import { ValueError, cannotCastArray } from "../errors.ts";
import { copyWhere } from "../kernels/copy.ts";
import { expanded } from "../layout/permute.ts";
import { noteTraffic } from "../memory/counter.ts";
import { WeakScalar, weakArray, weakKind } from "../ufunc/inputs.ts";
import { type DeviceOption, positionalOr, readOptions } from "../options.ts";
import { asarray } from "./creation.ts";

export interface CopyOptions {
  /** The copy's layout: C, F, as the input if it is one of those (A), as the input (K). */
  readonly order?: MemoryOrder | undefined;
}

/**
 * A copy of `a`, with its layout (order K) unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.copy.html
 *
 * @example copy([1, 2]).tolist() // [1, 2]
 */
export function copy<X extends ArrayLike>(
  a: X,
  options?: MemoryOrder | CopyOptions,
): NDArray<DTypeOf<X>> {
  const { order = "K" } = positionalOr<CopyOptions, "order">("copy", "order", options, null, [
    "order",
  ]);
  const x = asArray(a);
  return copyAs(x, x.dtype, order);
}

export interface AstypeOptions extends DeviceOption {
  /** false gives `a` itself where it has the dtype (and the order) already. */
  readonly copy?: boolean | undefined;
  /** The result's layout; `"K"` (as the input) unless told. */
  readonly order?: MemoryOrder | undefined;
  /** Which casts are allowed; `"unsafe"` (all of them) unless told. */
  readonly casting?: Casting | undefined;
}

/**
 * The elements of `a` as another dtype. Floats are cut off, integers wrap, complex numbers lose their imaginary part.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.astype.html
 *
 * @throws {TypeError} when `casting` does not allow it
 * @example astype([1.7, -1.7], "int8").tolist() // [1, -1]
 */
export function astype<N extends DTypeName>(
  a: NDArray,
  dtype: DTypeLike<N>,
  options?: AstypeOptions,
): NDArray<N> {
  const {
    copy: isCopy = true,
    order = "K",
    casting = "unsafe",
  } = readOptions("astype", options, ["copy", "order", "casting", "device"]);
  const from = toArray(a);
  const to = asDType(dtype);
  checkCast(from, to, casting);
  if (!isCopy && from.dtype === (to as DType) && fits(from, order)) return from as NDArray<N>; // dtypes compare by identity
  return copyAs(from, to, order);
}

export function checkCast({ dtype, ndim }: NDArray, to: DType, casting: Casting): void {
  if (!canCast(dtype, to, casting))
    throw new TypeError(cannotCastArray(dtype.name, to.name, casting, ndim));
}

function fits(a: NDArray, order: MemoryOrder): boolean {
  if (order === "K") return true;
  return order === "C" ? a.layout.isC : order === "F" ? a.layout.isF : a.layout.isC || a.layout.isF;
}

export interface ArrayOptions<N extends DTypeName> {
  readonly dtype?: DTypeLike<N> | null | undefined;
  /** true (unless told) copies in any case, null where it must, false never. */
  readonly copy?: boolean | null | undefined;
  readonly order?: MemoryOrder | undefined;
  /** The fewest axes of the result; new ones come in front. */
  readonly ndmin?: number | undefined;
}

/**
 * A fresh array from nested lists, scalars, typed arrays or arrays.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array.html
 *
 * @throws {ValueError} when lists are ragged
 * @example array([[1, 2], [3, 4]], { dtype: "int8" })
 */
export function array<N extends DTypeName = DTypeName>(
  x: unknown,
  options?: ArrayOptions<N>,
): NDArray<N> {
  const given = readOptions("array", options, ["dtype", "copy", "order", "ndmin"]);
  const { dtype, copy: isCopy = true, order, ndmin = 0 } = given;
  const result = asarray<N>(x, { dtype, copy: isCopy, order });
  const missing = ndmin - result.ndim;
  return missing > 0
    ? viewOf(
        result,
        expanded(
          result.layout,
          Array.from({ length: missing }, (_, k) => k),
        ),
      )
    : result;
}

/**
 * `a` itself where it is C-contiguous (and has the dtype), else a copy that is; at least 1-d.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ascontiguousarray.html
 *
 * @example ascontiguousarray(zeros([2, 3]).T).flags.c_contiguous // true
 */
export function ascontiguousarray<N extends DTypeName = DTypeName>(
  a: unknown,
  options?: { readonly dtype?: DTypeLike<N> | null | undefined },
): NDArray<N> {
  return array(a, {
    ...readOptions("ascontiguousarray", options, ["dtype"]),
    copy: null,
    order: "C",
    ndmin: 1,
  });
}

/**
 * `a` itself where it is Fortran-contiguous (and has the dtype), else a copy that is; at least 1-d.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.asfortranarray.html
 *
 * @example asfortranarray([[1, 2], [3, 4]]).flags.f_contiguous // true
 */
export function asfortranarray<N extends DTypeName = DTypeName>(
  a: unknown,
  options?: { readonly dtype?: DTypeLike<N> | null | undefined },
): NDArray<N> {
  return array(a, {
    ...readOptions("asfortranarray", options, ["dtype"]),
    copy: null,
    order: "F",
    ndmin: 1,
  });
}

export interface CopytoOptions {
  /** Which casts are allowed; `"same_kind"` unless told. */
  readonly casting?: Casting | undefined;
  /** Only elements where this is true are written. */
  readonly where?: unknown;
}

/**
 * Writes `src`, broadcast to the shape of `dst`, into `dst`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.copyto.html
 *
 * @throws {TypeError} when `casting` does not allow it
 * @throws {ValueError} when the shapes do not line up, or `dst` is read-only
 * @example copyto(a, 0, { where: less(a, 0) })
 */
export function copyto(dst: NDArray, src: ArrayLike, options?: CopytoOptions): void {
  if (!(dst instanceof NDArray))
    throw new TypeError("argument 1 of copyto must be an array, as it is written to");
  const { casting = "same_kind", where = true } = readOptions("copyto", options, [
    "casting",
    "where",
  ]);
  const isArray = src instanceof NDArray || typeof src === "object";
  const given = isArray ? toArray(src) : weakSource(src, dst.dtype, casting);
  const source = withoutLeadingOnes(given, dst.ndim);
  checkCast(source, dst.dtype, casting);
  if (where === true) {
    assign(dst, source);
    return;
  }
  if (!dst.isWriteable) throw new ValueError("assignment destination is read-only");
  const whole = copyAs(dst, dst.dtype, "C");
  assign(whole, source);
  const mask = copyAs(whole, asDType("bool"), "C");
  assign(mask, toArray(where));
  copyWhere(whole, mask, dst, dst.shape);
  noteTraffic(dst.size, dst.size);
}

/** A JS scalar on its way to `dtype`: weak, so that only its kind matters. */
function weakSource(value: unknown, dtype: DType, casting: Casting): NDArray {
  const weak = weakKind(value);
  return weak === null
    ? toArray(value)
    : weakArray(new WeakScalar(value as Scalar, weak), dtype, casting); // weakKind has looked at it
}
