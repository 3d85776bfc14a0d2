/** Reference answer to 7.10: six of ten functions only pass a call on; the other four share one walk. */
import * as np from "@deep-dive/ndarray";
import { type Nested, fromNested, toNested } from "../01-basics/01-nested-to-array.ts";
import type { View } from "../02-indexing/01-offset-of.ts";
import { type AnyPart, index as indexed } from "../02-indexing/08-ellipsis-newaxis.ts";
import { transpose as transposed } from "../02-indexing/10-transpose-family.ts";
import { reshape as reshaped } from "../02-indexing/11-reshape.ts";
import { stridesFor } from "../03-memory/01-c-and-f-strides.ts";
import { take as taken } from "../04-advanced-indexing/01-take.ts";
import { broadcastShapes } from "../05-vectorization/01-broadcast-shapes.ts";

export function array(nested: Nested): View {
  const { data, shape } = fromNested(nested);
  return { data, shape, strides: stridesFor(shape, 1, "C"), offset: 0 };
}

export function toList(view: View): Nested {
  const data = fresh(view.shape);
  walk(view.shape, [view, data], (n, [from, to], [fromStep, toStep]) => {
    for (let i = 0; i < n; i++) data.data[to! + i * toStep!] = view.data[from! + i * fromStep!]!;
  });
  return toNested({ data: data.data, shape: view.shape });
}

export function index(view: View, parts: readonly AnyPart[]): View {
  return indexed(view, parts);
}

export function transpose(view: View, axes?: readonly number[]): View {
  return transposed(view, axes);
}

export function reshape(view: View, shape: readonly number[]): View {
  return reshaped(view, shape);
}

export function take(view: View, indices: readonly number[], axis: number): View {
  return taken(view, indices, axis);
}

export function add(a: View, b: View): View {
  return combine(a, b, (x, xs, ps, y, ys, qs, out, at, n) => {
    for (let i = 0; i < n; i++) out[at + i] = x[xs + i * ps]! + y[ys + i * qs]!;
  });
}

export function multiply(a: View, b: View): View {
  return combine(a, b, (x, xs, ps, y, ys, qs, out, at, n) => {
    for (let i = 0; i < n; i++) out[at + i] = x[xs + i * ps]! * y[ys + i * qs]!;
  });
}

export function sum(view: View, axes: readonly number[] | null, keepdims: boolean): View {
  const ndim = view.shape.length;
  const summed = new Set((axes ?? [...view.shape.keys()]).map((axis) => normal(axis, ndim)));
  const kept = fresh(view.shape.map((n, k) => (summed.has(k) ? 1 : n)));
  // The result walks along with the view; at the summed axes it stands still (stride 0).
  const target = {
    ...kept,
    shape: view.shape,
    strides: kept.strides.map((s, k) => (summed.has(k) ? 0 : s)),
  };
  walk(view.shape, [view, target], (n, [from, to], [fromStep, toStep]) => {
    for (let i = 0; i < n; i++)
      kept.data[to! + i * toStep!] =
        kept.data[to! + i * toStep!]! + view.data[from! + i * fromStep!]!;
  });
  return keepdims
    ? kept
    : reshaped(
        kept,
        view.shape.filter((_, k) => !summed.has(k)),
      );
}

export function matmul(a: View, b: View): View {
  const [n, k] = a.shape as [number, number]; // matrices
  const [other, m] = b.shape as [number, number];
  if (k !== other) throw new np.ValueError(`matmul: (${n},${k}) and (${other},${m}) do not fit`);
  // (n, k, 1) times (1, k, m), summed over the middle.
  return sum(multiply(indexed(a, ["...", null]), indexed(b, [null])), [1], false);
}

type InnerLoop = (
  x: Float64Array,
  xs: number,
  ps: number,
  y: Float64Array,
  ys: number,
  qs: number,
  out: Float64Array,
  at: number,
  n: number,
) => void;

function combine(a: View, b: View, loop: InnerLoop): View {
  const shape = broadcastShapes([a.shape, b.shape]);
  const [x, y, out] = [stretched(a, shape), stretched(b, shape), fresh(shape)];
  walk(shape, [x, y, out], (n, [xs, ys, at], [ps, qs]) =>
    loop(x.data, xs!, ps!, y.data, ys!, qs!, out.data, at!, n),
  );
  return out;
}

/** Calls `inner` for each line along the last axis, with where every operand begins and how it steps. */
function walk(
  shape: readonly number[],
  operands: readonly View[],
  inner: (n: number, at: readonly number[], steps: readonly number[]) => void,
): void {
  if (shape.includes(0)) return;
  const at = operands.map(({ offset }) => offset);
  const steps = operands.map(({ strides }) => strides.at(-1) ?? 0);
  const index = shape.slice(0, -1).map(() => 0);
  for (;;) {
    inner(shape.at(-1) ?? 1, at, steps);
    let k = index.length - 1;
    for (; k >= 0; k--) {
      index[k] = index[k]! + 1;
      const isFull = index[k] === shape[k];
      // A digit that moves adds its stride; one that is full takes back what it added.
      for (const [o, { strides }] of operands.entries())
        at[o] = at[o]! + (isFull ? -strides[k]! * (shape[k]! - 1) : strides[k]!);
      if (!isFull) break;
      index[k] = 0;
    }
    if (k < 0) return;
  }
}

function stretched(view: View, shape: readonly number[]): View {
  const missing = shape.length - view.shape.length;
  return {
    ...view,
    shape,
    strides: shape.map((_, k) =>
      k < missing || view.shape[k - missing] === 1 ? 0 : view.strides[k - missing]!,
    ),
  };
}

function fresh(shape: readonly number[]): View {
  return {
    data: new Float64Array(shape.reduce((product, n) => product * n, 1)),
    shape,
    strides: stridesFor(shape, 1, "C"),
    offset: 0,
  };
}

function normal(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
