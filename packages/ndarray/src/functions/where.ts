/**
 * Conditions: where they hold, and what stands where they do.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.sort.html#searching
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import { emptyArray, emptyLike, freeScratch, scratchArray, viewOf } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type Scalar, bool, int32 } from "../dtype/dtype.ts";
import { type Weak, resultDType } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { countTrueRow, writePlaces } from "../kernels/nonzero.ts";
import type { Places } from "../kernels/places.ts";
import { FlatKernel } from "../kernels/flat.ts";
import { selectWhere } from "../kernels/select.ts";
import { broadcastShapes, sameShape } from "../layout/broadcast.ts";
import { type Shape, contiguous } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { lineUp } from "../ufunc/call.ts";
import { strongArray, weakKind } from "../ufunc/inputs.ts";
import { resultLayout } from "../ufunc/result.ts";

/**
 * Elements of `x` where `condition` holds and of `y` elsewhere, all broadcast together; with one argument, `nonzero`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.where.html
 *
 * @throws {ValueError} when only one of `x` and `y` is given
 * @example where([true, false], [1, 2], [3, 4]).tolist() // [1, 4]
 */
export function where(condition: ArrayLike): NDArray<"int32">[];
export function where(condition: ArrayLike, x: ArrayLike, y: ArrayLike): NDArray;
export function where(
  condition: ArrayLike,
  x?: ArrayLike,
  y?: ArrayLike,
): NDArray | NDArray<"int32">[] {
  if (x === undefined && y === undefined) return nonzero(condition);
  if (x === undefined || y === undefined)
    throw new ValueError("either both or neither of x and y should be given");
  const quick = quickWhere(condition, x, y);
  if (quick !== null) return quick;
  const given = toArray(condition, undefined, scratchArray);
  const mask = truth(given);
  const [yes, no] = promoted([x, y]) as [NDArray, NDArray]; // two in, two out
  const shape = broadcastShapes([mask.shape, yes.shape, no.shape]);
  const operands = [given, x instanceof NDArray ? x : yes, y instanceof NDArray ? y : no];
  const result = emptyLike(resultLayout(operands, shape, "K")(yes.dtype), yes.dtype);
  choose(lineUp(mask, shape), lineUp(yes, shape), lineUp(no, shape), result);
  noteTraffic(3 * result.size, result.size);
  return result;
}

const kernels: (FlatKernel | undefined)[] = [];

/** A contiguous mask and two arrays of one dtype, all of one shape; else null. */
function quickWhere(mask: ArrayLike, yes: ArrayLike, no: ArrayLike): NDArray | null {
  if (!(mask instanceof NDArray) || !(yes instanceof NDArray) || !(no instanceof NDArray))
    return null;
  const { layout, dtype } = yes;
  const [masks, others] = [mask.layout, no.layout];
  if (mask.dtype !== bool || no.dtype !== dtype) return null;
  if (!layout.isC || !masks.isC || !others.isC) return null;
  if (!sameShape(masks.shape, layout.shape) || !sameShape(others.shape, layout.shape)) return null;
  const { char, itemsize } = dtype;
  const kernel = (kernels[dtype.num] ??= new FlatKernel("where", `?${char}${char}->${char}`));
  const n = layout.size;
  const result = emptyLike(layout.fresh, dtype);
  if (n > 0 && !kernel.ternary(mask, 1, yes, itemsize, no, itemsize, result, itemsize, n))
    choose(mask, yes, no, result);
  noteTraffic(3 * n, n);
  return result;
}

/** Writes `yes` where the mask is true and `no` elsewhere to `result`; all have its shape. */
function choose(mask: NDArray, yes: NDArray, no: NDArray, result: NDArray): void {
  const { shape } = result;
  if (shape.includes(0) || selectWhere(mask, yes, no, result, shape)) return;
  copyElements(no, result, shape);
  copyWhere(yes, mask, result, shape);
}

/** Arrays of the dtype that all meet in; JS scalars are weak, and wrap where they do not fit. */
export function promoted(list: readonly unknown[]): NDArray[] {
  const strong: DType[] = [];
  const weak: Weak[] = [];
  const arrays = list.map((x) => {
    const kind = weakKind(x);
    const array = kind === null ? toArray(x, undefined, scratchArray) : null;
    if (kind === null) strong.push(array!.dtype);
    else weak.push(kind);
    return array;
  });
  const dtype = resultDType(strong, weak)!; // the list is not empty
  return arrays.map((a, k) => castTo(a ?? strongArray(list[k]), dtype));
}

/** `a`, or scratch with its elements as `dtype`. */
function castTo(a: NDArray, dtype: DType): NDArray {
  return a.dtype === dtype ? a : castCopy(a, dtype);
}

/** C-contiguous scratch with the elements of `a` as `dtype`. */
function castCopy(a: NDArray, dtype: DType): NDArray {
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

/** Which elements are not zero: `a` itself where it is boolean, else scratch. */
function truth(a: NDArray): NDArray {
  return castTo(a, bool);
}

/**
 * The indices of all elements that are not zero, in C order: one list for each axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nonzero.html
 *
 * @throws {ValueError} for a 0-d array
 * @example nonzero([0, 3, 0, 4])[0].tolist() // [1, 3]
 */
export function nonzero(a: ArrayLike): NDArray<"int32">[] {
  const x = toArray(a, undefined, scratchArray);
  if (x.ndim === 0)
    throw new ValueError(
      "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead." +
        (x.dtype.kind === "b"
          ? " If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
          : ""),
    );
  let lists: NDArray<"int32">[] = [];
  findPlaces(x, (count) => {
    lists = x.shape.map(() => emptyArray([count], int32));
    return lists[0]!; // there is an axis
  });
  unravel(lists, x.shape);
  noteTraffic(0, x.ndim * lists[0]!.size);
  return lists;
}

/** The positions of the nonzero elements of `a`, counted in C order. */
export function flatPlaces(a: NDArray): Places {
  const places = findPlaces(a, (count) => scratchArray([count], int32));
  const first = places.address / 4;
  const values = (places.memory.view(int32) as Places).slice(first, first + places.size); // int32 has this typed array
  freeScratch(places);
  return values;
}

/** Writes the positions of the nonzero elements of `a`, counted in C order, to what `make` gives for so many. */
function findPlaces(a: NDArray, make: (count: number) => NDArray<"int32">): NDArray<"int32"> {
  const mask = a.layout.isC ? truth(a) : castCopy(a, bool);
  const places = make(countTrueRow(mask, a.size));
  writePlaces(mask, places, places.size);
  if (mask !== a) freeScratch(mask);
  noteTraffic(a.size, 0);
  return places;
}

/** Turns positions in the first list into indices of all axes of `shape`, one list each. */
function unravel(lists: readonly NDArray[], shape: Shape): void {
  const rest = lists[0]!; // there is an axis
  const length = scratchArray([], int32);
  for (let k = shape.length - 1; k > 0; k--) {
    length.memory.view(int32)[length.address / 4] = shape[k]!;
    const by = { memory: length.memory, dtype: int32, address: length.address, strides: [0] };
    runElementwise("remainder", "ii->i", [rest, by, lists[k]!], rest.shape);
    runElementwise("floor_divide", "ii->i", [rest, by, rest], rest.shape);
  }
  freeScratch(length);
}

/**
 * The positions of all nonzero elements among the elements in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.flatnonzero.html
 *
 * @example flatnonzero([[0, 1], [2, 0]]).tolist() // [1, 2]
 */
export function flatnonzero(a: ArrayLike): NDArray<"int32"> {
  const places = findPlaces(toArray(a, undefined, scratchArray), (count) =>
    emptyArray([count], int32),
  );
  noteTraffic(0, places.size);
  return places;
}

/**
 * The indices of all elements that are not zero, one row for each: `nonzero`, transposed.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.argwhere.html
 *
 * @example argwhere([[0, 1], [2, 0]]).tolist() // [[0, 1], [1, 0]]
 */
export function argwhere(a: ArrayLike): NDArray<"int32"> {
  const x = toArray(a, undefined, scratchArray);
  if (x.ndim === 0) {
    const { length } = flatPlaces(x);
    const none = emptyArray([0, length], int32);
    return viewOf(none, none.layout.reversed);
  }
  let lists: NDArray<"int32">[] = [];
  const first = findPlaces(x, (count) => {
    const columns = emptyArray([x.ndim, count], int32);
    const row = contiguous([count], int32.itemsize);
    lists = x.shape.map((_, k) => viewOf(columns, row, k * row.nbytes));
    return lists[0]!; // there is an axis
  });
  unravel(lists, x.shape);
  const columns = first.base as NDArray<"int32">; // of which it is the first row
  noteTraffic(0, columns.size);
  return viewOf(columns, columns.layout.reversed);
}

export interface SelectOptions {
  /** What stands where no condition holds; 0 unless told. */
  readonly default?: Scalar | NDArray | undefined;
}

/**
 * For each element, that of the first choice whose condition holds; everything broadcast together.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.select.html
 *
 * @throws {ValueError} when the lists are empty or differ in length
 * @throws {TypeError} when a condition is not boolean
 * @example select([[true, false, false], [true, true, false]], [[1, 1, 1], [2, 2, 2]], { default: 9 }).tolist() // [1, 2, 9]
 */
export function select(
  condlist: readonly ArrayLike[],
  choicelist: readonly ArrayLike[],
  options?: Scalar | NDArray | SelectOptions,
): NDArray {
  if (condlist.length !== choicelist.length)
    throw new ValueError("list of cases must be same length as list of conditions");
  if (condlist.length === 0)
    throw new ValueError("select with an empty condition list is not possible");
  const fallback =
    typeof options === "object" && !(options instanceof NDArray) && "default" in options
      ? options.default
      : options;
  const masks = condlist.map((c, n) => {
    const mask = toArray(c, undefined, scratchArray);
    if (mask.dtype !== bool)
      throw new TypeError(`invalid entry ${n} in condlist: should be boolean ndarray`);
    return mask;
  });
  const choices = promoted([...choicelist, isNothing(fallback) ? 0 : fallback]);
  const shape = broadcastShapes([...masks, ...choices.slice(0, -1)].map((x) => x.shape));
  const result = emptyArray(shape, choices[0]!.dtype);
  copyElements(lineUp(choices.at(-1)!, shape), result, shape);
  for (let n = masks.length - 1; n >= 0; n--)
    copyWhere(lineUp(choices[n]!, shape), lineUp(masks[n]!, shape), result, shape);
  noteTraffic(masks.length * result.size, result.size);
  return result;
}

/** Whether no default was given: nothing, or an empty options object. */
function isNothing(x: unknown): boolean {
  return (
    x === undefined ||
    (typeof x === "object" && x !== null && !(x instanceof NDArray) && !("re" in x))
  );
}
