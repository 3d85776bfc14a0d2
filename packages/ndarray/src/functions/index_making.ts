/**
 * Indices made by rule: open grids, diagonals, triangles, and positions in C order taken apart and put together.
 *
 * Whatever is made here is int32, the default integer.
 * Source: https://numpy.org/doc/stable/reference/routines.indexing.html#generating-index-arrays
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import { type IndexMode, type Indices, inRange, intArray, wholeNumbers } from "../array/indices.ts";
import { viewOf } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { denseStrides } from "../indexing/lists.ts";
import { addIndices, newPlaces } from "../kernels/places.ts";
import { broadcastShapes, broadcastStrides } from "../layout/broadcast.ts";
import { sizeOf } from "../layout/layout.ts";
import { expanded } from "../layout/permute.ts";
import { positionalOr, readOptions } from "../options.ts";
import { full } from "./creation.ts";
import { flatPlaces, nonzero } from "./where.ts";

/**
 * Lists of indices as an open grid: `a.get(...ix_(rows, columns))` picks every pair.
 *
 * Booleans stand for where they are true; other arrays are viewed, with their dtypes.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ix_.html
 *
 * @throws {ValueError} when an argument has not one axis
 * @example ix_([0, 1], [2, 4]).map((x) => x.shape) // [[2, 1], [1, 2]]
 */
export function ix_(...args: readonly ArrayLike[]): NDArray[] {
  return args.map((arg, k) => {
    const array = toArray(arg);
    if (array.ndim !== 1) throw new ValueError("Cross index must be 1 dimensional");
    const others = args.flatMap((_, j) => (j === k ? [] : [j]));
    const line = arg instanceof NDArray && array.dtype.kind !== "b" ? arg : placesIn(array);
    return viewOf(line, expanded(line.layout, others));
  });
}

/** Where booleans are true, or whole numbers as they are. */
function placesIn(array: NDArray): NDArray {
  const values =
    array.dtype.kind === "b"
      ? flatPlaces(array)
      : wholeNumbers(array.tolist(), onlyIntegers).values;
  return intArray({ values, shape: [values.length] });
}

function onlyIntegers(): string {
  return "only int indices permitted";
}

export interface OrderOption {
  /** Which axis moves fastest: the last (`"C"`, unless told) or the first. */
  readonly order?: "C" | "F" | undefined;
}

/**
 * The index of each position: one array for each axis of `shape`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.unravel_index.html
 *
 * @throws {ValueError} when a position lies outside
 * @example unravel_index(5, [2, 3]).map(Number) // [1, 2]
 */
export function unravel_index(
  indices: ArrayLike,
  shape: number | readonly number[],
  options?: OrderOption,
): NDArray<"int32">[] {
  const { order = "C" } = readOptions("unravel_index", options, ["order"]);
  const lengths = typeof shape === "number" ? [shape] : [...shape];
  const size = sizeOf(lengths);
  const given = wholeNumbers(indices, onlyIntegers);
  for (const at of given.values) {
    if (at < 0 || at >= size)
      throw new ValueError(`index ${at} is out of bounds for array with size ${size}`);
  }
  const lists = unraveled(given.values, order === "F" ? lengths.toReversed() : lengths);
  return (order === "F" ? lists.toReversed() : lists).map((values) =>
    intArray({ values, shape: given.shape }),
  );
}

/** For each axis of `shape`, the indices of these positions in C order. */
function unraveled(places: Int32Array, shape: readonly number[]): Int32Array[] {
  if (shape.length === 1) return [places];
  const lists = shape.map(() => new Int32Array(places.length));
  for (let n = 0; n < places.length; n++) {
    let rest = places[n]!;
    for (let k = shape.length - 1; k >= 0; k--) {
      lists[k]![n] = rest % shape[k]!;
      rest = Math.floor(rest / shape[k]!);
    }
  }
  return lists;
}

export interface RavelIndexOptions extends OrderOption {
  /** What an index outside its axis means; one mode, or one for each axis. */
  readonly mode?: IndexMode | readonly IndexMode[] | undefined;
}

/**
 * The position of each index: the opposite of `unravel_index`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ravel_multi_index.html
 *
 * @throws {ValueError} when an index lies outside, or there is not one list for each axis
 * @example ravel_multi_index([[1], [2]], [2, 3]).tolist() // [5]
 */
export function ravel_multi_index(
  multi_index: readonly ArrayLike[] | NDArray,
  dims: number | readonly number[],
  options?: RavelIndexOptions,
): NDArray<"int32"> {
  const { order = "C", mode = "raise" } = readOptions("ravel_multi_index", options, [
    "order",
    "mode",
  ]);
  const lengths = typeof dims === "number" ? [dims] : [...dims];
  const given = Array.from(multi_index as Iterable<ArrayLike>, (x) =>
    wholeNumbers(x, onlyIntegers),
  ); // an array iterates its rows
  if (given.length !== lengths.length)
    throw new ValueError(`parameter multi_index must be a sequence of length ${lengths.length}`);
  const shape = broadcastShapes(given.map((g) => g.shape));
  const steps =
    order === "F" ? denseStrides(lengths.toReversed()).toReversed() : denseStrides(lengths);
  const places = newPlaces(sizeOf(shape));
  for (const [k, index] of given.entries())
    addTo(places, index, shape, lengths[k]!, steps[k]!, typeof mode === "string" ? mode : mode[k]!);
  return intArray({ values: places, shape });
}

function addTo(
  places: Int32Array,
  { values, shape: own }: Indices,
  shape: readonly number[],
  length: number,
  step: number,
  mode: IndexMode,
): void {
  const invalid = new ValueError("invalid entry in coordinates array");
  if (mode === "raise" && values.some((n) => n < 0)) throw invalid;
  const moved = inRange(values.slice(), length, mode, () => invalid);
  for (let i = 0; i < moved.length; i++) moved[i] = moved[i]! * step;
  addIndices(places, moved, 0, broadcastStrides(own, denseStrides(own), shape)!, shape, null); // broadcastShapes has lined them up
}

/**
 * The indices of the main diagonal of an array with `ndim` (2 unless told) axes of length `n`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diag_indices.html
 *
 * @example diag_indices(2).map((x) => x.tolist()) // [[0, 1], [0, 1]]
 */
export function diag_indices(
  n: number,
  ndim?: number | { readonly ndim?: number | undefined },
): NDArray<"int32">[] {
  const count =
    positionalOr<{ ndim?: number | undefined }, "ndim">("diag_indices", "ndim", ndim, null, [
      "ndim",
    ]).ndim ?? 2;
  const values = Int32Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: count }, () => intArray({ values, shape: [n] }));
}

/**
 * The indices of the main diagonal of `arr`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diag_indices_from.html
 *
 * @throws {ValueError} unless its axes are equally long
 * @example diag_indices_from([[1, 2], [3, 4]]).map((x) => x.tolist()) // [[0, 1], [0, 1]]
 */
export function diag_indices_from(arr: ArrayLike): NDArray<"int32">[] {
  const { shape } = toArray(arr);
  if (shape.length < 2) throw new ValueError("input array must be at least 2-d");
  if (shape.some((n) => n !== shape[0]))
    throw new ValueError("All dimensions of input must be of equal length");
  return diag_indices(shape[0]!, shape.length);
}

export interface TriangleOptions {
  /** The diagonal where the triangle ends: 0 the main one, positive above it. */
  readonly k?: number | undefined;
  /** Columns; as many as rows unless told. */
  readonly m?: number | null | undefined;
}

/**
 * The indices of the lower triangle of an n by m matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tril_indices.html
 *
 * @example tril_indices(2).map((x) => x.tolist()) // [[0, 1, 1], [0, 0, 1]]
 */
export function tril_indices(
  n: number,
  k?: number | TriangleOptions,
  options?: TriangleOptions,
): NDArray<"int32">[] {
  const given = positionalOr<TriangleOptions, "k">("tril_indices", "k", k, options, ["k", "m"]);
  return triangle(n, given.m ?? n, (i, j) => j - i <= (given.k ?? 0));
}

/**
 * The indices of the upper triangle of an n by m matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.triu_indices.html
 *
 * @example triu_indices(2).map((x) => x.tolist()) // [[0, 0, 1], [0, 1, 1]]
 */
export function triu_indices(
  n: number,
  k?: number | TriangleOptions,
  options?: TriangleOptions,
): NDArray<"int32">[] {
  const given = positionalOr<TriangleOptions, "k">("triu_indices", "k", k, options, ["k", "m"]);
  return triangle(n, given.m ?? n, (i, j) => j - i >= (given.k ?? 0));
}

/**
 * `tril_indices` for the shape of `arr`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tril_indices_from.html
 *
 * @throws {ValueError} unless it has two axes
 * @example tril_indices_from([[1, 2], [3, 4]], -1).map((x) => x.tolist()) // [[1], [0]]
 */
export function tril_indices_from(
  arr: ArrayLike,
  k?: number | TriangleOptions,
): NDArray<"int32">[] {
  const [n, m] = matrixShape(arr);
  return tril_indices(n, {
    k: positionalOr<TriangleOptions, "k">("tril_indices_from", "k", k, null, ["k"]).k,
    m,
  });
}

/**
 * `triu_indices` for the shape of `arr`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.triu_indices_from.html
 *
 * @throws {ValueError} unless it has two axes
 * @example triu_indices_from([[1, 2], [3, 4]], 1).map((x) => x.tolist()) // [[0], [1]]
 */
export function triu_indices_from(
  arr: ArrayLike,
  k?: number | TriangleOptions,
): NDArray<"int32">[] {
  const [n, m] = matrixShape(arr);
  return triu_indices(n, {
    k: positionalOr<TriangleOptions, "k">("triu_indices_from", "k", k, null, ["k"]).k,
    m,
  });
}

function matrixShape(arr: unknown): [number, number] {
  const { shape } = toArray(arr);
  if (shape.length !== 2) throw new ValueError("input array must be 2-d");
  return [shape[0]!, shape[1]!];
}

function triangle(
  n: number,
  m: number,
  isInside: (i: number, j: number) => boolean,
): NDArray<"int32">[] {
  const rows: number[] = [];
  const columns: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (!isInside(i, j)) continue;
      rows.push(i);
      columns.push(j);
    }
  }
  return [rows, columns].map((list) =>
    intArray({ values: Int32Array.from(list), shape: [list.length] }),
  );
}

/**
 * The indices of an n by n matrix where `mask_func`, as `triu` or `tril`, leaves ones.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.mask_indices.html
 *
 * @example mask_indices(2, triu, 1).map((x) => x.tolist()) // [[0], [1]]
 */
export function mask_indices(
  n: number,
  mask_func: (m: NDArray, k: number) => NDArray,
  k = 0,
): NDArray<"int32">[] {
  const ones = full([n, n], 1, { dtype: "int32" });
  return nonzero(mask_func(ones, k));
}
