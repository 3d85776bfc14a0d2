/**
 * Splitting: an array cut into views along an axis.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html#splitting-arrays
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import { viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { IndexError, ValueError } from "../errors.ts";
import { Slice, slicePositions } from "../indexing/slice.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { readOptions } from "../options.ts";
import { cut, integers } from "./dense.ts";

/** Into how many parts, or where to cut. */
export type Sections = number | readonly number[] | NDArray;

export interface SplitOptions {
  /** The axis to cut; 0 unless told. */
  readonly axis?: number | undefined;
}

/**
 * Views of parts along an axis; of unequal parts the first ones are longer by one.
 *
 * A list says where to cut instead: `[2, 5]` gives `:2`, `2:5` and `5:`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.array_split.html
 *
 * @throws {ValueError} when the number of parts is not positive
 * @throws {IndexError} when the array does not have the axis
 * @example array_split([1, 2, 3], 2)[0] // [1, 2]
 */
export function array_split<X extends ArrayLike>(
  ary: X,
  indices_or_sections: Sections,
  options: SplitOptions = {},
): NDArray<DTypeOf<X>>[] {
  readOptions("array_split", options, ["axis"]);
  const a = asArray(ary);
  const n = lengthAlong(a, options.axis);
  const axis = normalizeAxis(options.axis ?? 0, a.ndim);
  const bounds = boundsOf(indices_or_sections, n);
  return bounds.slice(1).map((stop, k) => {
    const { start, count } = slicePositions(new Slice(bounds[k]!, stop, null), n);
    return cut(a, axis, start, count) as NDArray<DTypeOf<X>>; // a view has the array's dtype
  });
}

/** The length of the axis to cut. @throws {IndexError} when there is none, as NumPy has it here */
function lengthAlong(a: NDArray, axis = 0): number {
  const n = a.shape.at(axis);
  if (n === undefined) throw new IndexError("tuple index out of range");
  return n;
}

function boundsOf(sections: Sections, n: number): (number | null)[] {
  if (typeof sections !== "number") {
    const cuts = sections instanceof NDArray ? [...integers(sections)] : sections;
    return [0, ...cuts, null];
  }
  if (sections <= 0) throw new ValueError("number sections must be larger than 0.");
  const each = Math.floor(n / sections);
  const longer = n % sections;
  return Array.from({ length: sections + 1 }, (_, k) => k * each + Math.min(k, longer));
}

/**
 * Views of equal parts along an axis, or cut where a list says.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.split.html
 *
 * @throws {ValueError} when the axis does not divide evenly
 * @example split([1, 2, 3, 4], 2)[1] // [3, 4]
 */
export function split<X extends ArrayLike>(
  ary: X,
  indices_or_sections: Sections,
  options: SplitOptions = {},
): NDArray<DTypeOf<X>>[] {
  readOptions("split", options, ["axis"]);
  const a = asArray(ary);
  if (typeof indices_or_sections === "number") {
    const n = lengthAlong(a, options.axis);
    if (indices_or_sections === 0) throw new ValueError("integer modulo by zero");
    if (n % indices_or_sections !== 0)
      throw new ValueError("array split does not result in an equal division");
  }
  return array_split(a, indices_or_sections, options) as NDArray<DTypeOf<X>>[]; // `a` is `ary` as an array
}

/** Parts side by side: along axis 1, or axis 0 of a 1-d array. Source: numpy.hsplit @example hsplit([1, 2], 2)[1] // [2] */
export function hsplit<X extends ArrayLike>(
  ary: X,
  indices_or_sections: Sections,
): NDArray<DTypeOf<X>>[] {
  const { ndim } = asArray(ary);
  if (ndim === 0) throw new ValueError("hsplit only works on arrays of 1 or more dimensions");
  return split(ary, indices_or_sections, { axis: ndim > 1 ? 1 : 0 });
}

/** Parts one below the other: along axis 0. Source: numpy.vsplit @example vsplit([[1], [2]], 2)[1] // [[2]] */
export function vsplit<X extends ArrayLike>(
  ary: X,
  indices_or_sections: Sections,
): NDArray<DTypeOf<X>>[] {
  if (asArray(ary).ndim < 2)
    throw new ValueError("vsplit only works on arrays of 2 or more dimensions");
  return split(ary, indices_or_sections, { axis: 0 });
}

/** Parts one behind the other: along axis 2. Source: numpy.dsplit @example dsplit([[[1, 2]]], 2)[1] // [[[2]]] */
export function dsplit<X extends ArrayLike>(
  ary: X,
  indices_or_sections: Sections,
): NDArray<DTypeOf<X>>[] {
  if (asArray(ary).ndim < 3)
    throw new ValueError("dsplit only works on arrays of 3 or more dimensions");
  return split(ary, indices_or_sections, { axis: 2 });
}

/**
 * Views of the sub-arrays along an axis, which they no longer have.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.unstack.html
 *
 * @throws {ValueError} when the array is 0-d
 * @throws {AxisError} when the array does not have the axis
 * @example unstack([[1, 2], [3, 4]], { axis: 1 })[0] // [1, 3]
 */
export function unstack<X extends ArrayLike>(
  x: X,
  options: SplitOptions = {},
): NDArray<DTypeOf<X>>[] {
  readOptions("unstack", options, ["axis"]);
  const a = asArray(x);
  if (a.ndim === 0) throw new ValueError("Input array must be at least 1-d.");
  const axis = normalizeAxis(options.axis ?? 0, a.ndim, "source");
  const [shape, strides] = [a.shape.toSpliced(axis, 1), a.strides.toSpliced(axis, 1)];
  return Array.from({ length: a.shape[axis]! }, (_, k) =>
    viewStrided(a, shape, strides, k * a.strides[axis]!),
  );
}
