/**
 * A ufunc's other methods: `outer`, `reduceat`, `at`.
 *
 * Knows how each is put together from calls, folds and indexing.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html#methods
 */
import { getIndex, setIndex } from "../array/access.ts";
import { toArray, toValues } from "../array/convert.ts";
import { emptyArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { dtype as asDType } from "../dtype/dtype.ts";
import { IndexError, ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes } from "../layout/broadcast.ts";
import { contiguous, sizeOf } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { type UfuncOptions, callUfunc, lineUp } from "./call.ts";
import { weakKind } from "./inputs.ts";
import {
  type AccumulateOptions,
  checkBinary,
  outputDType,
  reduceInto,
  reductionLoop,
} from "./reduce.ts";
import type { UfuncRow } from "./row.ts";

/** Every element of `x` with every element of `y`. */
export function outerUfunc(row: UfuncRow, x: unknown, y: unknown, options?: UfuncOptions): NDArray {
  if (row.nin !== 2) throw new ValueError("outer product only supported for binary functions");
  const right = weakKind(y) === null ? toArray(y) : y;
  if (!(right instanceof NDArray) || weakKind(x) !== null)
    return callUfunc(row, [x, right], options)[0]!;
  const left = toArray(x);
  const ones = right.shape.map(() => 1);
  const wide = viewStrided(
    left,
    [...left.shape, ...ones],
    [...left.strides, ...right.shape.map(() => 0)],
  );
  return callUfunc(row, [wide, right], options)[0]!;
}

/** Folds of the stretches between the indices; an index not below the next one gives its own element. */
export function reduceatUfunc(
  row: UfuncRow,
  x: unknown,
  indices: unknown,
  options: AccumulateOptions = {},
): NDArray {
  checkBinary(row, "reduceat");
  const a = toArray(x);
  const axis = normalizeAxis(options.axis ?? 0, a.ndim);
  const length = a.shape[axis]!;
  const starts = toValues(toArray(indices)).map(Number);
  for (const i of starts) {
    if (i < 0 || i >= length)
      throw new IndexError(`index ${i} out-of-bounds in ${row.name}.reduceat [0, ${length})`);
  }
  const wanted =
    options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = reductionLoop(row, a.dtype, wanted ?? outputDType(a.dtype, options.out));
  const result = options.out ?? emptyArray(a.shape.with(axis, starts.length), loop.outputs[0]!);
  for (const [k, start] of starts.entries()) {
    const next = starts[k + 1] ?? length;
    const part = viewStrided(
      a,
      a.shape.with(axis, Math.max(1, next - start)),
      a.strides,
      start * a.strides[axis]!,
    );
    const place = viewStrided(
      result,
      a.shape.with(axis, 1),
      result.strides,
      k * result.strides[axis]!,
    );
    reduceInto(row, loop, part, place, [axis]);
  }
  noteTraffic(a.size, result.size);
  return result;
}

/**
 * `a[index] = f(a[index], values)`, one place after the other, so that a place named twice counts twice.
 *
 * The places are those that indexing an array of positions gives; each is then read and written by itself.
 */
export function atUfunc(
  row: UfuncRow,
  a: unknown,
  index: readonly unknown[],
  values?: unknown,
): void {
  if (!(a instanceof NDArray)) throw new TypeError("first operand must be array");
  if (row.nout !== 1) throw new ValueError("Only single output ufuncs supported at this time");
  if (row.nin === 2 && values === undefined)
    throw new ValueError("second operand needed for ufunc");
  if (row.nin === 1 && values !== undefined)
    throw new ValueError("second operand provided when ufunc is unary");
  if (!Array.isArray(index))
    throw new TypeError("at takes the list of index parts second: add.at(a, [[0, 1]], values)");
  if (!a.isWriteable) throw new ValueError("output array is read-only");
  if (row.nin === 1) {
    const part = getIndex(a, index);
    setIndex(a, index, callUfunc(row, [part])[0]!);
    return;
  }
  const places = getIndex(positions(a), index);
  const order = toValues(places).map(Number);
  const operand = weakKind(values) === null ? lineUpValues(toArray(values), places) : null;
  const flat = { address: a.address, strides: a.layout.strides };
  let k = 0;
  for (const place of order) {
    const cell = viewStrided(a, [], [], placeShift(place, a.shape, flat.strides));
    const y = operand === null ? values : viewStrided(operand, [], [], k++ * operand.itemsize);
    callUfunc(row, [cell, y], { out: cell });
  }
}

/** An array of `a`'s shape that holds each element's number in C order. */
function positions(a: NDArray): NDArray {
  const result = emptyArray(a.shape, asDType("float64"));
  const data = result.memory.view(result.dtype);
  const first = result.address / 8;
  for (let i = 0; i < result.size; i++) data[first + i] = i;
  return result;
}

function lineUpValues(values: NDArray, places: NDArray): NDArray {
  const shape = broadcastShapes([values.shape, places.shape]);
  if (sizeOf(shape) !== places.size)
    throw new ValueError(`array is not broadcastable to correct shape`);
  const dense = emptyArray(places.shape, values.dtype);
  copyElements(
    lineUp(values, shape),
    viewStrided(dense, shape, contiguous(shape, values.itemsize).strides),
    shape,
  );
  return dense;
}

function placeShift(place: number, shape: readonly number[], strides: readonly number[]): number {
  let rest = place;
  let shift = 0;
  for (let k = shape.length - 1; k >= 0; k--) {
    shift += (rest % shape[k]!) * strides[k]!;
    rest = Math.floor(rest / shape[k]!);
  }
  return shift;
}
