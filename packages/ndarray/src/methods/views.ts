/**
 * The methods and attributes that give views, copies and casts.
 */
import { assign } from "../array/access.ts";
import { toArray } from "../array/convert.ts";
import { type MemoryOrder, copyAs, flattened, reshaped } from "../array/copy.ts";
import { viewOf } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import {
  type DataOf,
  type PartOf,
  dataOf,
  imaginaryPart,
  realPart,
  sameView,
  viewDType,
} from "../array/views.ts";
import { type DType, type DTypeLike, type DTypeName, dtype as asDType } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { matrix_transpose, swapaxes, transpose } from "../functions/axes.ts";
import { type AstypeOptions, type CopyOptions, astype } from "../functions/copying.ts";
import { type DiagonalOptions, diagonal } from "../functions/diagonals.ts";
import {
  type AxisOption,
  type RavelOptions,
  type ReshapeOptions,
  ravel,
  squeeze,
} from "../functions/reshape.ts";
import { isOptions, positionalOr, readOptions } from "../options.ts";
import { attach } from "./attach.ts";

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** A view with the axes in reverse order. */
    readonly T: NDArray<N>;
    /** A view with the last two axes exchanged. @throws {ValueError} when there are fewer than two */
    readonly mT: NDArray<N>;
    /** The real parts, as a view; all of a real array. */
    readonly real: NDArray<PartOf<N>>;
    /** The imaginary parts, as a view; read-only zeros for a real array. */
    readonly imag: NDArray<PartOf<N>>;
    /** A live typed array over the elements, whose memory is pinned. @throws {ValueError} unless C-contiguous */
    readonly data: DataOf<N>;
    /** A view in another shape, or a copy where strides cannot show it. @example a.reshape(2, -1) */
    reshape(...shape: readonly number[]): NDArray<N>;
    reshape(shape: number | readonly number[], options?: ReshapeOptions): NDArray<N>;
    reshape(...shapeAndOptions: readonly [...(readonly number[]), ReshapeOptions]): NDArray<N>;
    /** The elements in one axis: a view where they lie so already. */
    ravel(order?: MemoryOrder | RavelOptions): NDArray<N>;
    /** A copy of the elements in one axis. */
    flatten(order?: MemoryOrder | CopyOptions): NDArray<N>;
    /** A view with the axes in another order; reversed unless told. @example a.transpose(1, 0) */
    transpose(...axes: readonly number[]): NDArray<N>;
    transpose(axes: readonly number[] | null): NDArray<N>;
    /** A view with two axes exchanged. */
    swapaxes(axis1: number, axis2: number): NDArray<N>;
    /** A view without axes of length 1. */
    squeeze(axis?: AxisOption["axis"] | AxisOption): NDArray<N>;
    /** The diagonal of two axes, a read-only view. */
    diagonal(offset?: number | DiagonalOptions, options?: DiagonalOptions): NDArray<N>;
    /** The elements as another dtype: a copy, unless `copy: false` and nothing changes. */
    astype<M extends DTypeName>(dtype: DTypeLike<M>, options?: AstypeOptions): NDArray<M>;
    /** A copy, in C order unless told. */
    copy(order?: MemoryOrder | CopyOptions): NDArray<N>;
    /** The same bytes as elements of another dtype; without one, a view of everything. */
    view(): NDArray<N>;
    view<M extends DTypeName>(dtype: DTypeLike<M>): NDArray<M>;
    /** Writes `value` into every element. */
    fill(value: unknown): void;
    /** The bytes of the elements, a copy in C order unless told. */
    tobytes(order?: MemoryOrder | CopyOptions): Uint8Array;
    /** A copy with the order of bytes in every element turned around. */
    byteswap(inplace?: boolean): NDArray<N>;
  }
}

attach(NDArray, {
  get T(): NDArray {
    const a = this as unknown as NDArray; // `attach` puts the getter on the class
    return viewOf(a, a.layout.reversed);
  },
  get mT(): NDArray {
    const a = this as unknown as NDArray; // as for T
    if (a.ndim < 2) throw new ValueError("matrix transpose with ndim < 2 is undefined");
    return matrix_transpose(a);
  },
  get real(): NDArray {
    return realPart(this as unknown as NDArray); // as for T
  },
  get imag(): NDArray {
    return imaginaryPart(this as unknown as NDArray); // as for T
  },
  get data(): unknown {
    return dataOf(this as unknown as NDArray); // as for T
  },
  reshape(this: NDArray, ...given: readonly unknown[]): NDArray {
    if (given.length === 1 && Array.isArray(given[0]))
      return reshaped(this, given[0] as readonly number[], "C", null); // checked by resolveShape
    const last = given.at(-1);
    const options = isOptions(last)
      ? readOptions("reshape", last as ReshapeOptions, ["order", "copy"])
      : {}; // a plain object
    const lengths = isOptions(last) || last === undefined ? given.slice(0, -1) : given;
    const shape = (
      lengths.length === 1 && Array.isArray(lengths[0]) ? lengths[0] : lengths
    ) as readonly number[]; // checked by resolveShape
    return reshaped(this, shape, options.order ?? "C", options.copy ?? null);
  },
  ravel(this: NDArray, order?: MemoryOrder | RavelOptions): NDArray {
    return ravel(this, order);
  },
  flatten(this: NDArray, order?: MemoryOrder | CopyOptions): NDArray {
    return flattened(this, orderOf("flatten", order));
  },
  transpose(
    this: NDArray,
    ...axes: readonly (number | readonly number[] | null | undefined)[]
  ): NDArray {
    const first = axes[0];
    if (typeof first === "number") return transpose(this, axes as readonly number[]); // all of them, then
    return transpose(this, first);
  },
  swapaxes(this: NDArray, axis1: number, axis2: number): NDArray {
    return swapaxes(this, axis1, axis2);
  },
  squeeze(this: NDArray, axis?: AxisOption["axis"] | AxisOption): NDArray {
    return squeeze(this, axis);
  },
  diagonal(this: NDArray, offset?: number | DiagonalOptions, options?: DiagonalOptions): NDArray {
    return diagonal(this, offset, options);
  },
  astype(this: NDArray, dtype: DTypeLike, options?: AstypeOptions): NDArray {
    return astype(this, dtype, options);
  },
  copy(this: NDArray, order?: MemoryOrder | CopyOptions): NDArray {
    return copyAs(this, this.dtype, order === undefined ? "C" : orderOf("copy", order));
  },
  view(this: NDArray, dtype?: DTypeLike): NDArray {
    return dtype === undefined ? sameView(this) : viewDType(this, asDType(dtype) as DType); // any dtype
  },
  fill(this: NDArray, value: unknown): void {
    assign(this, toArray(value, this.dtype));
  },
  tobytes(this: NDArray, order?: MemoryOrder | CopyOptions): Uint8Array {
    const flat = flattened(this, orderOf("tobytes", order));
    return flat.memory.bytes.slice(flat.address, flat.address + flat.nbytes);
  },
  byteswap(this: NDArray, inplace = false): NDArray {
    const result = inplace ? this : copyAs(this, this.dtype, "A");
    const unit = this.dtype.alignment;
    const bytes = copyAs(result, this.dtype, "C");
    const raw = bytes.memory.bytes.subarray(bytes.address, bytes.address + bytes.nbytes);
    for (let i = 0; i < raw.length; i += unit) raw.subarray(i, i + unit).reverse();
    assign(result, bytes);
    return result;
  },
});

/** The layout letter of methods whose default is C. */
function orderOf(name: string, given: MemoryOrder | CopyOptions | undefined): MemoryOrder {
  return positionalOr<CopyOptions, "order">(name, "order", given, null, ["order"]).order ?? "C";
}
