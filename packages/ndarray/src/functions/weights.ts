/**
 * Weights beside an array: their shape checked, and lined up with its axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.average.html
 */
import { toArray } from "../array/convert.ts";
import { viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { normalizeAxes } from "../layout/axis.ts";
import { sameShape } from "../layout/broadcast.ts";
import { permuted } from "./dense.ts";
import type { Axis } from "./fold.ts";

/**
 * A view of `weights` in the shape of `a`: as given, or one weight for each place along `axis`.
 *
 * @throws {TypeError} when the shapes differ and no axis says how
 * @throws {ValueError} when they do not fit the axis
 */
export function validWeights(weights: unknown, a: NDArray, axis: Axis): NDArray {
  const given = toArray(weights);
  if (sameShape(given.shape, a.shape)) return given;
  if (axis === undefined || axis === null)
    throw new TypeError("Axis must be specified when shapes of a and weights differ.");
  const axes = normalizeAxes(axis, a.ndim);
  if (
    !sameShape(
      given.shape,
      axes.map((k) => a.shape[k]!),
    )
  ) {
    throw new ValueError(
      "Shape of weights must be consistent with shape of a along specified axis.",
    );
  }
  const inOrder = permuted(
    given,
    [...axes.keys()].sort((i, j) => axes[i]! - axes[j]!),
  );
  let at = 0;
  const strides = a.shape.map((_, k) => (axes.includes(k) ? inOrder.strides[at++]! : 0));
  return viewStrided(inOrder, a.shape, strides);
}
