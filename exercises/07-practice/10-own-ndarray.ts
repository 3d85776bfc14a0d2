/**
 * The capstone: assemble topics 1 to 5 into an ndarray of your own, a View (2.01), and let it answer NumPy's cases.
 * It builds on your own 1.01, 2.08, 2.10, 2.11, 3.01, 4.01 and 5.01; where one is missing, the grader says which.
 */
import { type Nested, fromNested, toNested } from "../01-basics/01-nested-to-array.ts";
import type { View } from "../02-indexing/01-offset-of.ts";
import { type AnyPart, index as indexed } from "../02-indexing/08-ellipsis-newaxis.ts";
import { transpose as transposed } from "../02-indexing/10-transpose-family.ts";
import { reshape as reshaped } from "../02-indexing/11-reshape.ts";
import { stridesFor } from "../03-memory/01-c-and-f-strides.ts";
import { take as taken } from "../04-advanced-indexing/01-take.ts";
import { broadcastShapes } from "../05-vectorization/01-broadcast-shapes.ts";

/** A fresh view in C order. Strides count elements: the itemsize of 3.01 is 1. */
export function array(nested: Nested): View {
  // TODO: fromNested gives data and shape, stridesFor the strides. The next five are about as short.
  throw new Error("not implemented");
}

/** The elements as nested lists, whatever the strides. Remember that toNested (1.01) wants them row by row. */
export function toList(view: View): Nested {
  throw new Error("not implemented");
}

/** Basic indexing, a view (2.08). Never allocates elements, as index, transpose and a fitting reshape do not. */
export function index(view: View, parts: readonly AnyPart[]): View {
  throw new Error("not implemented");
}
/** Axes in another order, reversed unless told; a view (2.10). */
export function transpose(view: View, axes?: readonly number[]): View {
  throw new Error("not implemented");
}

/** Another shape, one length of which may be -1; a view where possible (2.11). */
export function reshape(view: View, shape: readonly number[]): View {
  throw new Error("not implemented");
}
/** Positions along an axis, a copy (4.01). */
export function take(view: View, indices: readonly number[], axis: number): View {
  throw new Error("not implemented");
}

/** a + b, broadcast; the result is the only array made. It is timed: give the last axis a plain loop over strides. */
export function add(a: View, b: View): View {
  throw new Error("not implemented");
}
/** a * b, broadcast: the loop of add, with another operation. */
export function multiply(a: View, b: View): View {
  throw new Error("not implemented");
}

/** Sums along axes, null for all; keepdims leaves axes of length 1 (5.06). */
export function sum(view: View, axes: readonly number[] | null, keepdims: boolean): View {
  throw new Error("not implemented");
}

/** The product of two matrices, (n, k) and (k, m); anything else that does not fit is a ValueError. */
export function matmul(a: View, b: View): View {
  throw new Error("not implemented");
}
