/**
 * Coordinates: an array of indices or values for each axis of a grid.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.meshgrid.html
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, toArray } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { emptyArray, viewOf, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DTypeLike, type DTypeName, DEFAULT_INT, dtype as asDType } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { type Slice, parseSlice } from "../indexing/slice.ts";
import { Layout } from "../layout/layout.ts";
import { isOptions, readOptions } from "../options.ts";
import { broadcast_arrays } from "./broadcasting.ts";
import { arange, toShape } from "./creation.ts";

export interface MeshgridOptions {
  /** `"xy"` (unless told) exchanges the first two axes, as plots count them; `"ij"` keeps the arguments' order. */
  readonly indexing?: "xy" | "ij" | undefined;
  /** Whether axes on which a coordinate does not depend have length 1. */
  readonly sparse?: boolean | undefined;
  /** false gives views where possible. */
  readonly copy?: boolean | undefined;
}

/**
 * Coordinate arrays from coordinate vectors: one for each argument, of the shape of the whole grid.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.meshgrid.html
 *
 * @throws {ValueError} when `indexing` is neither "xy" nor "ij"
 * @example meshgrid([1, 2], [3, 4])[0].tolist() // [[1, 2], [1, 2]]
 */
export function meshgrid(...args: readonly (ArrayLike | MeshgridOptions | undefined)[]): NDArray[] {
  const last = args.at(-1);
  const hasOptions = args.length > 0 && (last === undefined || isOptions(last));
  const given = readOptions<MeshgridOptions>(
    "meshgrid",
    hasOptions ? (last as MeshgridOptions | undefined) : undefined,
    ["indexing", "sparse", "copy"],
  );
  const { indexing = "xy", sparse = false, copy = true } = given;
  if (indexing !== "xy" && indexing !== "ij")
    throw new ValueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const vectors = (hasOptions ? args.slice(0, -1) : args).map((x) => toArray(x));
  const swapped = indexing === "xy" && vectors.length > 1;
  const open = vectors.map((x, k) => {
    const axis = swapped && k < 2 ? 1 - k : k;
    const flat = x.ndim === 1 ? x : copyAs(x, x.dtype, "C");
    const step = x.ndim === 1 ? x.strides[0]! : x.itemsize;
    return viewOf(
      flat,
      new Layout(
        vectors.map((_, j) => (j === axis ? x.size : 1)),
        vectors.map((_, j) => (j === axis ? step : 0)),
        x.itemsize,
      ),
    );
  });
  const grids = sparse ? open : broadcast_arrays(...open);
  return copy ? grids.map((g) => copyAs(g, g.dtype, "C")) : grids;
}

export interface IndicesOptions<N extends DTypeName = DTypeName> {
  readonly dtype?: DTypeLike<N> | null | undefined;
  /** Whether the result is a list of arrays that broadcast together. */
  readonly sparse?: boolean | undefined;
}

/**
 * The indices of a grid: element k of the result holds, at each place, its index along axis k.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.indices.html
 *
 * @example indices([2, 2]).tolist() // [[[0, 0], [1, 1]], [[0, 1], [0, 1]]]
 */
export function indices<N extends DTypeName = "int32">(
  dimensions: readonly number[],
  options: IndicesOptions<N> & { readonly sparse: true },
): NDArray<N>[];
export function indices<N extends DTypeName = "int32">(
  dimensions: readonly number[],
  options?: IndicesOptions<N>,
): NDArray<N>;
export function indices(
  dimensions: readonly number[],
  options?: IndicesOptions,
): NDArray | NDArray[] {
  const { dtype, sparse = false } = readOptions("indices", options, ["dtype", "sparse"]);
  const shape = toShape(dimensions);
  const wanted = asDType(dtype ?? DEFAULT_INT.name);
  const open = shape.map((n, k) => {
    const line = arange(n, { dtype: wanted.name });
    return viewStrided(
      line,
      shape.map((_, j) => (j === k ? n : 1)),
      shape.map((_, j) => (j === k ? line.itemsize : 0)),
    );
  });
  if (sparse) return open;
  const result = emptyArray([shape.length, ...shape], wanted);
  for (const [k, coordinate] of open.entries()) {
    assign(
      viewStrided(
        result,
        shape,
        result.strides.slice(1),
        result.size === 0 ? 0 : k * result.strides[0]!,
      ),
      coordinate,
    );
  }
  return result;
}

/**
 * What `fn` gives for the indices of a grid: it is called once, with one array for each axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fromfunction.html
 *
 * @example fromfunction((i, j) => add(i, j), [2, 2]).tolist() // [[0, 1], [1, 2]]
 */
export function fromfunction<T>(
  fn: (...coordinates: NDArray[]) => T,
  shape: readonly number[],
  options?: { readonly dtype?: DTypeLike | null | undefined },
): T {
  const { dtype } = readOptions("fromfunction", options, ["dtype"]);
  const grid = indices(shape, { dtype: dtype ?? "float64" });
  return fn(
    ...shape.map((_, k) =>
      viewStrided(grid, shape, grid.strides.slice(1), grid.size === 0 ? 0 : k * grid.strides[0]!),
    ),
  );
}

/**
 * `mgrid.get("0:3", "0:2")`: the coordinates of a dense grid, stacked. Slices are texts or `slice(…)`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.mgrid.html
 *
 * @example mgrid.get("0:2", "0:2").tolist() // [[[0, 0], [1, 1]], [[0, 1], [0, 1]]]
 */
export const mgrid: { get(...slices: readonly (string | Slice)[]): NDArray } = {
  get: (...slices) => {
    const lines = slices.map(lineOf);
    const grids = meshgrid(...lines, { indexing: "ij" });
    const [first] = lines;
    if (lines.length === 1) return first!;
    const result = emptyArray([lines.length, ...lines.map((x) => x.size)], broadcastDType(lines));
    for (const [k, grid] of grids.entries())
      assign(
        viewStrided(
          result,
          grid.shape,
          result.strides.slice(1),
          result.size === 0 ? 0 : k * result.strides[0]!,
        ),
        grid,
      );
    return result;
  },
};

/**
 * `ogrid.get("0:3", "0:2")`: the same coordinates, each with length 1 along the other axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ogrid.html
 *
 * @example ogrid.get("0:2", "0:3").map((x) => x.shape) // [[2, 1], [1, 3]]
 */
export const ogrid: { get(...slices: readonly (string | Slice)[]): NDArray[] } = {
  get: (...slices) => meshgrid(...slices.map(lineOf), { indexing: "ij", sparse: true }),
};

function lineOf(s: string | Slice): NDArray {
  const slice = typeof s === "string" ? parseSlice(s) : s;
  if (slice === null || slice.stop === null)
    throw new ValueError("a grid needs slices with an end, like 0:3");
  return arange(slice.start ?? 0, slice.stop, slice.step ?? 1);
}

function broadcastDType(lines: readonly NDArray[]): NDArray["dtype"] {
  return lines[0]!.dtype; // whole bounds give int32, all of them
}
