/**
 * Layouts: the same elements in every way that memory can hold them.
 *
 * Knows how an array of each layout comes about; a law that holds for one of them and not for another is broken.
 */
import { writeElement } from "../array/element.ts";
import { emptyLike, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DType, DTypeName, Scalar } from "../dtype/dtype.ts";
import { contiguous, sizeOf } from "../layout/layout.ts";

/**
 * How elements lie in memory. `"C"` and `"F"` own them, one after the other; the rest are views:
 * `"sliced"` every second element behind an offset, `"reversed"` negative steps, `"transposed"` axes in another
 * order, `"broadcast"` stride 0 along some axes, so that one element appears often (and the array is read-only).
 */
export type LayoutName = "C" | "F" | "sliced" | "reversed" | "transposed" | "broadcast";

/** Every layout there is. */
export const LAYOUTS: readonly LayoutName[] = [
  "C",
  "F",
  "sliced",
  "reversed",
  "transposed",
  "broadcast",
];

/**
 * An array with the given elements (in C order) in the given layout.
 *
 * For `"broadcast"` an element's indices along even axes count as 0: those are the stretched ones.
 */
export function laidOut<N extends DTypeName>(
  values: readonly Scalar[],
  shape: readonly number[],
  dtype: DType<N>,
  layout: LayoutName,
): NDArray<N> {
  const view = blank(shape, dtype, layout);
  fill(view, layout === "broadcast" ? repeated(values, shape) : values);
  if (layout === "broadcast") view.isWriteable = false;
  return view;
}

function blank<N extends DTypeName>(
  shape: readonly number[],
  dtype: DType<N>,
  layout: LayoutName,
): NDArray<N> {
  const { itemsize } = dtype;
  const own = (lengths: readonly number[], order: "C" | "F" = "C"): NDArray<N> => {
    const array = emptyLike(contiguous(lengths, itemsize, order), dtype);
    array.memory.bytes.fill(0, array.address, array.address + array.nbytes);
    return array;
  };
  switch (layout) {
    case "C":
    case "F":
      return own(shape, layout);
    case "sliced": {
      const parent = own(shape.map((n) => 2 * n + 1));
      const shift = parent.strides.reduce((sum, s) => sum + s, 0);
      return viewStrided(
        parent,
        shape,
        parent.strides.map((s) => 2 * s),
        shape.includes(0) ? 0 : shift,
      );
    }
    case "reversed": {
      const parent = own(shape);
      const shift = parent.strides.reduce((sum, s, k) => sum + s * Math.max(0, shape[k]! - 1), 0);
      return viewStrided(
        parent,
        shape,
        parent.strides.map((s) => -s),
        shift,
      );
    }
    case "transposed": {
      // The axes rotate by one: neither C nor F from three axes on, and F for two.
      const parent = own([...shape.slice(1), ...shape.slice(0, 1)]);
      return viewStrided(parent, shape, [
        ...parent.strides.slice(-1),
        ...parent.strides.slice(0, -1),
      ]);
    }
    case "broadcast": {
      const parent = own(shape.map((n, k) => (k % 2 === 0 ? Math.min(n, 1) : n)));
      return viewStrided(
        parent,
        shape,
        parent.strides.map((s, k) => (k % 2 === 0 ? 0 : s)),
      );
    }
  }
}

/** `values` with each taken from where the even axes are 0. */
function repeated(values: readonly Scalar[], shape: readonly number[]): Scalar[] {
  return values.map((_, n) => {
    let at = 0;
    let rest = n;
    let step = 1;
    for (let k = shape.length - 1; k >= 0; k--) {
      const i = rest % shape[k]!;
      rest = Math.floor(rest / shape[k]!);
      if (k % 2 === 1) at += i * step;
      step *= shape[k]!;
    }
    return values[at]!;
  });
}

function fill(view: NDArray, values: readonly Scalar[]): void {
  const size = sizeOf(view.shape);
  for (let n = 0; n < size; n++) {
    let address = view.address;
    let rest = n;
    for (let k = view.ndim - 1; k >= 0; k--) {
      address += (rest % view.shape[k]!) * view.strides[k]!;
      rest = Math.floor(rest / view.shape[k]!);
    }
    writeElement(view.memory, view.dtype, address, values[n]!);
  }
}
