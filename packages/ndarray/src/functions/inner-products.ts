/**
 * Inner and outer products: `dot`, `inner`, `vdot`, `outer`.
 *
 * Beside an array a scalar factor is weak, and multiplies.
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#matrix-and-vector-products
 */
import type { NDArray } from "../array/ndarray.ts";
import { ValueError, tupleText } from "../errors.ts";
import { readOptions } from "../options.ts";
import { multiply } from "../ufunc/arithmetic.ts";
import { dense, freeDense, permuted, reshaped, together } from "./dense.ts";
import { plainProduct } from "./plain-products.ts";
import { type ProductOptions, tensorProduct, vecdot } from "./products.ts";

/**
 * The sum of products over the last axis of `a` and the last but one of `b`; a scalar factor multiplies.
 *
 * 1-d arrays give their inner product (0-d), matrices their matrix product, more axes all combinations.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.dot.html
 *
 * @throws {ValueError} when the lengths do not match
 * @example dot([1, 2], [3, 4]) // 11
 */
export function dot(a: unknown, b: unknown, options?: Pick<ProductOptions, "out">): NDArray {
  if (options === undefined) {
    const plain = plainProduct(a, b);
    if (plain !== null) return plain;
  }
  const { out = null } = readOptions("dot", options, ["out"]);
  const [x, y] = together([a, b]) as [NDArray, NDArray]; // two are given
  if (x.ndim === 0 || y.ndim === 0) return multiply(x, y, { out });
  return sumOver(x, y, x.ndim - 1, Math.max(0, y.ndim - 2), { out });
}

/**
 * The sum of products over the last axes of both; a scalar factor multiplies.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.inner.html
 *
 * @throws {ValueError} when the lengths do not match
 * @example inner([1, 2], [[3, 4], [5, 6]]) // [11, 17]
 */
export function inner(a: unknown, b: unknown): NDArray {
  const [x, y] = together([a, b]) as [NDArray, NDArray]; // two are given
  if (x.ndim === 0 || y.ndim === 0) return multiply(x, y);
  // As NumPy does, which tells of the swapped axes where lengths do not match.
  const turned =
    y.ndim < 2 ? y : permuted(y, [...y.shape.keys()].slice(0, -2).concat(y.ndim - 1, y.ndim - 2));
  return sumOver(x, turned, x.ndim - 1, Math.max(0, y.ndim - 2), {});
}

function sumOver(
  a: NDArray,
  b: NDArray,
  axisA: number,
  axisB: number,
  options: ProductOptions,
): NDArray {
  if (a.shape[axisA] !== b.shape[axisB]) {
    const text = (x: NDArray): string => tupleText(x.shape);
    throw new ValueError(
      `shapes ${text(a)} and ${text(b)} not aligned: ${a.shape[axisA]} (dim ${axisA}) != ${b.shape[axisB]} (dim ${axisB})`,
    );
  }
  return tensorProduct(a, b, [axisA], [axisB], options);
}

/**
 * The inner product of all elements, the first factor conjugated: a 0-d array.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.vdot.html
 *
 * @throws {ValueError} when the sizes differ
 * @example vdot([[1, 2], [3, 4]], [[1, 1], [1, 1]]) // 10
 */
export function vdot(a: unknown, b: unknown): NDArray {
  const given = together([a, b]) as [NDArray, NDArray]; // two are given
  const copies = given.map((x) => dense(x)) as [NDArray, NDArray];
  const [x, y] = copies.map((c) => reshaped(c, [c.size])) as [NDArray, NDArray];
  if (x.size !== y.size)
    throw new ValueError(`cannot reshape array of size ${y.size} into shape ${tupleText(x.shape)}`);
  const result = vecdot(x, y);
  for (const [k, c] of copies.entries()) freeDense(c, given[k]!);
  return result;
}

/**
 * Every element of `a` times every element of `b`, both flat: a matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.outer.html
 *
 * @example outer([1, 2], [3, 4]) // [[3, 4], [6, 8]]
 */
export function outer(a: unknown, b: unknown, options: Pick<ProductOptions, "out"> = {}): NDArray {
  readOptions("outer", options, ["out"]);
  const given = together([a, b]) as [NDArray, NDArray]; // two are given
  const [x, y] = given.map((g) => dense(g)) as [NDArray, NDArray];
  const result = multiply(reshaped(x, [x.size, 1]), reshaped(y, [1, y.size]), {
    out: options.out ?? null,
  });
  freeDense(x, given[0]);
  freeDense(y, given[1]);
  return result;
}
