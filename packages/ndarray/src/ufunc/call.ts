/**
 * A ufunc call: cast, broadcast, allocate, run.
 *
 * Knows the order of NumPy's steps: pick the loop, line up the shapes, cast what must be cast, keep what overlaps
 * apart, run, and write what `where` lets through.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html#optional-keyword-arguments
 */
import { toArray } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray, scratchLike, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, dtype as asDType } from "../dtype/dtype.ts";
import { type Casting, canCast } from "../dtype/promote.ts";
import { ValueError, cannotBroadcast, tupleText } from "../errors.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import type { Operand } from "../kernels/operand.ts";
import { broadcastShapes, broadcastStrides, sameShape } from "../layout/broadcast.ts";
import { Layout, type Shape, contiguous, keepOrder, sizeOf } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { WeakScalar, inputDTypes, toInputs, weakArray } from "./inputs.ts";
import { type Loop, resolveLoop } from "./resolve.ts";
import type { UfuncRow } from "./row.ts";

export interface UfuncOptions {
  /** Where the result goes: one array, or a list with one (or null) for each output. */
  readonly out?: NDArray | readonly (NDArray | null)[] | null | undefined;
  /** Elements are computed only where this is true; elsewhere `out` keeps what it had. */
  readonly where?: unknown;
  /** The dtype to compute in. */
  readonly dtype?: DTypeLike | null | undefined;
  /** Which casts are allowed; `"same_kind"` unless told. */
  readonly casting?: Casting | undefined;
  /** Layout of a fresh result; `"K"` (as the inputs) unless told. */
  readonly order?: "C" | "F" | "A" | "K" | undefined;
}

/** Calls `row` on `args` and gives its outputs, one array each. */
export function callUfunc(row: UfuncRow, args: readonly unknown[], options: UfuncOptions = {}): NDArray[] {
  const inputs = toInputs(args);
  const wanted = options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = resolveLoop(row, inputDTypes(inputs), wanted);
  const arrays = inputs.map((x, k) => (x instanceof WeakScalar ? weakArray(x, loop.inputs[k]!) : x));
  const outs = outputsOf(row, options.out);
  const mask = maskOf(options.where);
  const shape = resultShape(arrays, outs, mask);
  for (const [k, out] of outs.entries()) if (out !== null) checkOut(row, out, loop.outputs[k]!, options.casting);
  const operands = arrays.map((a, k) => prepareInput(a, loop.inputs[k]!, shape, outs));
  const layout = resultLayout(arrays, shape, options.order ?? "K");
  const results = loop.outputs.map((dtype, k) => outs[k] ?? emptyLike(layout(dtype), dtype));
  if (mask === null) runInto(row, loop, operands, results, shape);
  else runMasked(row, loop, operands, results, shape, mask);
  const size = sizeOf(shape);
  noteTraffic(size * row.nin, size * row.nout);
  return results;
}

/** Runs the loop; an output of another dtype gets its values through a cast. */
function runInto(row: UfuncRow, loop: Loop, operands: readonly Operand[], results: readonly NDArray[], shape: Shape): void {
  const direct = results.map((r, k) => (r.dtype === loop.outputs[k] ? r : scratchArray(shape, loop.outputs[k]!)));
  runElementwise(row.name, loop.types, [...operands, ...direct], shape);
  for (const [k, r] of results.entries()) {
    if (direct[k] === r) continue;
    copyElements(direct[k]!, r, shape);
    freeScratch(direct[k]!);
  }
}

/** Computes everything aside, then writes what the mask lets through. */
function runMasked(row: UfuncRow, loop: Loop, operands: readonly Operand[], results: readonly NDArray[], shape: Shape, mask: NDArray): void {
  const whole = results.map((r) => scratchArray(shape, r.dtype));
  runInto(row, loop, operands, whole, shape);
  const lined = lineUp(mask, shape);
  for (const [k, r] of results.entries()) {
    copyWhere(whole[k]!, lined, r, shape);
    freeScratch(whole[k]!);
  }
}

function outputsOf(row: UfuncRow, out: UfuncOptions["out"]): (NDArray | null)[] {
  if (out === undefined || out === null) return Array.from({ length: row.nout }, () => null);
  const list = out instanceof NDArray ? [out] : [...out];
  if (list.length !== row.nout) {
    throw new ValueError(`The 'out' tuple must have exactly ${row.nout} entries: one per ufunc output, not ${list.length}`);
  }
  for (const o of list) if (o !== null && !(o instanceof NDArray)) throw new TypeError("return arrays must be of ArrayType");
  return list;
}

function maskOf(where: unknown): NDArray | null {
  if (where === undefined || where === null || where === true) return null;
  const mask = toArray(where);
  if (mask.dtype.kind !== "b") {
    throw new TypeError(`Cannot cast array data from dtype('${mask.dtype.name}') to dtype('bool') according to the rule 'safe'`);
  }
  return mask;
}

/** The shape the inputs broadcast to; an output must have it already, since outputs never stretch. */
function resultShape(arrays: readonly NDArray[], outs: readonly (NDArray | null)[], mask: NDArray | null): Shape {
  const given = outs.filter((o) => o !== null);
  const shapes = [...arrays, ...(mask === null ? [] : [mask])].map((a) => a.shape);
  if (shapes.length === 2 && sameShape(shapes[0]!, shapes[1]!) && given.length === 0) return shapes[0]!;
  const shape = broadcastShapes(shapes);
  for (const o of given) {
    if (sameShape(o.shape, shape)) continue;
    if (broadcastStrides(shape, shape, o.shape) === null) throw new ValueError(cannotBroadcast([...shapes, o.shape]));
    if (given.length === 1 && o.ndim >= shape.length) return o.shape; // inputs stretch to a larger output
    throw new ValueError(
      `non-broadcastable output operand with shape ${tupleText(o.shape)} doesn't match the broadcast shape ${tupleText(shape)}`,
    );
  }
  return shape;
}

function checkOut(row: UfuncRow, out: NDArray, from: DType, casting: Casting = "same_kind"): void {
  if (!out.isWriteable) throw new ValueError("output array is read-only");
  if (canCast(from, out.dtype, casting)) return;
  throw new TypeError(
    `Cannot cast ufunc '${row.name}' output from dtype('${from.name}') to dtype('${out.dtype.name}') with casting rule '${casting}'`,
  );
}

/** `a` in the loop's dtype and the call's shape, and safe from what is written to the outputs. */
function prepareInput(a: NDArray, dtype: DType, shape: Shape, outs: readonly (NDArray | null)[]): Operand {
  const isUnsafe = outs.some((o) => o !== null && clashes(a, o));
  if (a.dtype === dtype && !isUnsafe) return lineUp(a, shape);
  const copy = scratchLike(keepOrder(a.shape, a.strides, dtype.itemsize), dtype);
  copyElements(a, copy, a.shape);
  return lineUp(copy, shape);
}

/** Whether writing `out` could change an element of `a` before it is read. The very same elements are fine. */
export function clashes(a: NDArray, out: NDArray): boolean {
  if (a.memory !== out.memory) return false;
  const isSame = a.address === out.address && a.dtype === out.dtype && sameShape(a.shape, out.shape) && sameShape(a.strides, out.strides);
  return !isSame && overlaps(a, out);
}

/** `a` with stride 0 where it is stretched to `shape`. */
export function lineUp(a: NDArray, shape: Shape): NDArray {
  if (sameShape(a.shape, shape)) return a;
  const strides = broadcastStrides(a.shape, a.strides, shape);
  if (strides === null) throw new ValueError(cannotBroadcast([a.shape, shape]));
  return viewStrided(a, shape, strides);
}

/** A fresh result's layout: for order K that of the inputs, axis by axis. */
function resultLayout(arrays: readonly NDArray[], shape: Shape, order: "C" | "F" | "A" | "K"): (dtype: DType) => Layout {
  const first = arrays[0];
  const isF = order === "F" || (order === "A" && arrays.every((a) => a.layout.isF && !a.layout.isC));
  if (isF) return (dtype) => contiguous(shape, dtype.itemsize, "F");
  if (order !== "K" || first === undefined) return (dtype) => contiguous(shape, dtype.itemsize);
  if (arrays.every((a) => a.layout.isC && sameShape(a.shape, shape))) {
    return (dtype) => (dtype.itemsize === first.itemsize ? first.layout : contiguous(shape, dtype.itemsize));
  }
  const axes = jointOrder(arrays, shape);
  return (dtype) => orderedLayout(shape, axes, dtype.itemsize);
}

/** Axes from outermost to innermost, as the operands agree on it; where they do not, C order. */
function jointOrder(arrays: readonly NDArray[], shape: Shape): number[] {
  const strides = arrays.map((a) => broadcastStrides(a.shape, a.strides, shape)!.map(Math.abs)); // lined up before
  const isOuter = (i: number, j: number): boolean => {
    let answer: boolean | null = null;
    for (const s of strides) {
      if (s[i] === 0 || s[j] === 0) continue;
      if (s[i]! < s[j]!) answer ??= false;
      else if (s[i]! > s[j]!) return true;
    }
    return answer ?? true;
  };
  // Insertion sort, as the relation need not be transitive: an axis moves inwards past those it is not outside of.
  const axes: number[] = [];
  for (let k = 0; k < shape.length; k++) {
    let at = axes.length;
    while (at > 0 && !isOuter(axes[at - 1]!, k)) at -= 1;
    axes.splice(at, 0, k);
  }
  return axes;
}

function orderedLayout(shape: Shape, axes: readonly number[], itemsize: number): Layout {
  const strides = shape.map(() => itemsize);
  let step = itemsize;
  for (const k of axes.toReversed()) {
    strides[k] = step;
    step *= Math.max(shape[k]!, 1);
  }
  return new Layout(shape, strides, itemsize);
}
