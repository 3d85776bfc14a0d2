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
import { ValueError, cannotCastArray, cannotCastUfunc, missingInput } from "../errors.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import type { Operand } from "../kernels/operand.ts";
import { sameShape } from "../layout/broadcast.ts";
import { type Layout, type Shape, contiguous, keepOrder, sizeOf } from "../layout/layout.ts";
import { overlaps } from "../layout/overlap.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { WeakScalar, comparable, inputDTypes, toInputs, weakArray } from "./inputs.ts";
import { type Loop, resolveLoop } from "./resolve.ts";
import { type UfuncOrder, resultLayout, resultShape, stridesIn } from "./result.ts";
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
  readonly order?: UfuncOrder | undefined;
}

const OPTIONS = ["out", "where", "dtype", "casting", "order"] as const;

/** Calls `row` on `args` and gives its outputs, one array each. */
export function callUfunc(
  row: UfuncRow,
  args: readonly unknown[],
  given?: UfuncOptions,
): NDArray[] {
  const options = readOptions<UfuncOptions>(row.name, given, OPTIONS);
  if (args.includes(undefined))
    throw new TypeError(missingInput(row.name, row.nin, row.nout, args.indexOf(undefined)));
  const outs = outputsOf(row, options.out);
  const mask = maskOf(options.where);
  const known = toInputs(args);
  const inputs = row.isComparison === true ? comparable(known) : known;
  const wanted =
    options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const casting = options.casting ?? "same_kind";
  const loop = resolveLoop(row, inputDTypes(row, inputs), wanted, casting);
  const scalarCasting = row.isComparison === true ? "same_kind" : casting; // a comparison takes any number
  const temporary: NDArray[] = [];
  const arrays: NDArray[] = [];
  for (let k = 0; k < inputs.length; k++) {
    const x = inputs[k]!;
    const array = x instanceof WeakScalar ? weakArray(x, loop.inputs[k]!, scalarCasting) : x;
    if (array !== args[k]) temporary.push(array); // made for this call: nobody else sees it
    arrays.push(array);
  }
  checkCasts(row, loop, arrays, outs, casting);
  const shape = resultShape(arrays, outs, mask);
  const operands: Operand[] = [];
  for (let k = 0; k < arrays.length; k++)
    operands.push(prepareInput(arrays[k]!, loop.inputs[k]!, shape, outs, temporary));
  const results: NDArray[] = [];
  let layout: ((dtype: DType) => Layout) | null = null;
  for (let k = 0; k < loop.outputs.length; k++) {
    const dtype = loop.outputs[k]!;
    results.push(
      outs[k] ??
        emptyLike((layout ??= resultLayout(arrays, shape, options.order ?? "K"))(dtype), dtype),
    );
  }
  if (mask === null) runInto(row, loop, operands, results, shape);
  else runMasked(row, loop, operands, results, shape, mask);
  for (const scratch of temporary) freeScratch(scratch);
  const size = sizeOf(shape);
  noteTraffic(size * row.nin, size * row.nout);
  return results;
}

/** `row` on `arrays` of any dtypes into `results`, which have the broadcast shape. Checks and counts nothing. */
export function computeInto(
  row: UfuncRow,
  arrays: readonly NDArray[],
  results: readonly NDArray[],
): void {
  const loop = resolveLoop(
    row,
    arrays.map((a) => a.dtype),
  );
  const temporary: NDArray[] = [];
  const shape = results[0]!.shape;
  const operands = arrays.map((a, k) =>
    prepareInput(a, loop.inputs[k]!, shape, results, temporary),
  );
  runInto(row, loop, operands, results, shape);
  for (const scratch of temporary) freeScratch(scratch);
}

/** Runs the loop; an output of another dtype gets its values through a cast. */
function runInto(
  row: UfuncRow,
  loop: Loop,
  operands: readonly Operand[],
  results: readonly NDArray[],
  shape: Shape,
): void {
  const all = [...operands];
  for (let k = 0; k < results.length; k++) {
    const r = results[k]!;
    all.push(r.dtype === loop.outputs[k] ? r : scratchArray(shape, loop.outputs[k]!));
  }
  runElementwise(row.name, loop.types, all, shape);
  for (let k = 0; k < results.length; k++) {
    const direct = all[operands.length + k] as NDArray; // as was just put there
    if (direct === results[k]) continue;
    copyElements(direct, results[k]!, shape);
    freeScratch(direct);
  }
}

/** Computes everything aside, then writes what the mask lets through. */
function runMasked(
  row: UfuncRow,
  loop: Loop,
  operands: readonly Operand[],
  results: readonly NDArray[],
  shape: Shape,
  mask: NDArray,
): void {
  const whole = results.map((r) => scratchArray(shape, r.dtype));
  runInto(row, loop, operands, whole, shape);
  const lined = lineUp(mask, shape);
  for (const [k, r] of results.entries()) {
    copyWhere(whole[k]!, lined, r, shape);
    freeScratch(whole[k]!);
  }
}

const NO_OUTPUTS: readonly null[] = [null, null];

function outputsOf(row: UfuncRow, out: UfuncOptions["out"]): readonly (NDArray | null)[] {
  if (out === undefined || out === null) return NO_OUTPUTS;
  const list = out instanceof NDArray ? [out] : [...out];
  if (out instanceof NDArray && row.nout > 1)
    throw new TypeError("'out' must be a list of arrays where a ufunc has several outputs");
  if (list.length !== row.nout)
    throw new ValueError("The 'out' tuple must have exactly one entry per ufunc output");
  for (const o of list) {
    if (o === null) continue;
    if (!(o instanceof NDArray)) throw new TypeError("return arrays must be of ArrayType");
    if (!o.isWriteable) throw new ValueError("output array is read-only");
  }
  return list;
}

/** The mask that `where` stands for, or null where everything passes. */
export function maskOf(where: unknown): NDArray | null {
  if (where === undefined || where === null || where === true) return null;
  const mask = toArray(where);
  if (mask.dtype.kind !== "b")
    throw new TypeError(cannotCastArray(mask.dtype.name, "bool", "safe", mask.ndim));
  return mask;
}

function checkCasts(
  row: UfuncRow,
  loop: Loop,
  arrays: readonly NDArray[],
  outs: readonly (NDArray | null)[],
  casting: Casting,
): void {
  for (let k = 0; k < arrays.length; k++) {
    if (row.isTruth === true) break; // truth is asked of anything
    const from = arrays[k]!.dtype;
    const to = loop.inputs[k]!;
    if (from !== to && !canCast(from, to, casting))
      refuse(row, "input", k, row.nin, from, to, casting);
  }
  for (let k = 0; k < loop.outputs.length; k++) {
    const from = loop.outputs[k]!;
    const to = outs[k]?.dtype ?? from;
    if (from !== to && !canCast(from, to, casting))
      refuse(row, "output", row.nout === 1 ? k : row.nin + k, row.nout, from, to, casting); // NumPy counts the inputs along
  }
}

function refuse(
  row: UfuncRow,
  place: string,
  k: number,
  count: number,
  from: DType,
  to: DType,
  casting: Casting,
): never {
  const which = count === 1 ? place : `${place} ${k}`;
  throw new TypeError(cannotCastUfunc(row.name, which, from.name, to.name, casting));
}

/** `a` in the loop's dtype and the call's shape, and safe from what is written to the outputs. */
function prepareInput(
  a: NDArray,
  dtype: DType,
  shape: Shape,
  outs: readonly (NDArray | null)[],
  temporary: NDArray[],
): Operand {
  let isUnsafe = false;
  for (const o of outs) if (o !== null && clashes(a, o)) isUnsafe = true;
  if (a.dtype === dtype && !isUnsafe) return lineUp(a, shape);
  const { shape: own, strides, layout } = a;
  const copy = scratchLike(
    layout.isC ? contiguous(own, dtype.itemsize) : keepOrder(own, strides, dtype.itemsize),
    dtype,
  );
  copyElements(a, copy, a.shape);
  temporary.push(copy);
  return lineUp(copy, shape);
}

/** Whether writing `out` could change an element of `a` before it is read. The very same elements are fine. */
export function clashes(a: NDArray, out: NDArray): boolean {
  if (a.memory !== out.memory) return false;
  const isSame =
    a.address === out.address &&
    a.dtype === out.dtype &&
    sameShape(a.shape, out.shape) &&
    sameShape(a.strides, out.strides);
  return !isSame && overlaps(a, out);
}

/** `a` with stride 0 where it is stretched to `shape`. */
export function lineUp(a: NDArray, shape: Shape): NDArray {
  return sameShape(a.shape, shape) ? a : viewStrided(a, shape, stridesIn(a, shape));
}
