/**
 * A ufunc's other methods: `outer`, `reduceat`, `at`.
 *
 * Knows how each is put together from calls, folds and indexing.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html#methods
 */
import { getIndex } from "../array/access.ts";
import { toArray, toValues } from "../array/convert.ts";
import { emptyLike, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, float64 } from "../dtype/dtype.ts";
import { IndexError, ValueError } from "../errors.ts";
import { runAt } from "../kernels/at.ts";
import { copyElements } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { isAligned } from "../kernels/operand.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { type UfuncOptions, callUfunc, lineUp } from "./call.ts";
import { strongArray, weakKind } from "./inputs.ts";
import { type AccumulateOptions, checkBinary, foldingLoop, reduceInto } from "./reduce.ts";
import { type Loop, resolveLoop } from "./resolve.ts";
import { resultLayout } from "./result.ts";
import type { UfuncRow } from "./row.ts";

/** Every element of `x` with every element of `y`: one array for each output. */
export function outerUfunc(
  row: UfuncRow,
  x: unknown,
  y: unknown,
  options?: UfuncOptions,
): NDArray[] {
  if (row.nin !== 2) throw new ValueError("outer product only supported for binary functions");
  const right = weakKind(y) === null ? toArray(y) : y;
  if (!(right instanceof NDArray) || weakKind(x) !== null)
    return callUfunc(row, [x, right], options);
  const left = toArray(x);
  const ones = right.shape.map(() => 1);
  const wide = viewStrided(
    left,
    [...left.shape, ...ones],
    [...left.strides, ...right.shape.map(() => 0)],
  );
  return callUfunc(row, [wide, right], options);
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
  const loop = foldingLoop(row, "reduceat", a.dtype, options);
  const dtype = loop.outputs[0]!;
  const shape = a.shape.with(axis, starts.length);
  const like = viewStrided(a, shape, a.strides.with(axis, 0)); // the folded axis has no say in the result's order
  const result = options.out ?? emptyLike(resultLayout([like], shape, "K")(dtype), dtype);
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
    reduceInto(row, loop, part, place, [axis], { initial: null }); // null: from the first element
  }
  noteTraffic(a.size, result.size);
  return result;
}

/**
 * `a[index] = f(a[index], values)`, one place after the other, so that a place named twice counts twice.
 *
 * @throws {IndexError} when a place lies outside
 * @throws {ValueError} when the values do not line up with the places
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
  const second = values === undefined ? null : strongArray(values);
  const loop = resolveLoop(row, second === null ? [a.dtype] : [a.dtype, second.dtype]);
  const places = uncounted(() => placesOf(a, index));
  const operand = second === null ? null : valuesFor(second, loop.inputs[1]!, places.shape);
  if (loop.inputs[0] === a.dtype && loop.outputs[0] === a.dtype && isAligned(a))
    runAt(row.name, loop.types, a, places.bytes, operand);
  else uncounted(() => updateOneByOne(row, loop, a, places.bytes, operand));
  noteTraffic(row.nin * places.bytes.length, places.bytes.length);
}

interface Places {
  readonly shape: Shape;
  /** Bytes from the array's first element, in C order of `shape`. */
  readonly bytes: Float64Array;
}

/** Where the elements of `a[index]` lie: found by indexing an array of their numbers. */
function placesOf(a: NDArray, index: readonly unknown[]): Places {
  const numbers = scratchArray(a.shape, float64);
  const data = numbers.memory.view(float64);
  const first = numbers.address / 8;
  for (let i = 0; i < numbers.size; i++) data[first + i] = i;
  const found = getIndex(numbers, index);
  const bytes = Float64Array.from(toValues(found), (n) => shiftOf(Number(n), a.shape, a.strides));
  freeScratch(numbers);
  return { shape: found.shape, bytes };
}

/** The second operand in the loop's dtype: one value for all places, or one for each in C order. */
function valuesFor(input: NDArray, dtype: DType, shape: Shape): NDArray {
  if (broadcastStrides(input.shape, input.strides, shape) === null)
    throw new ValueError("array is not broadcastable to correct shape");
  const dense = scratchArray(shape, dtype);
  copyElements(lineUp(input, shape), dense, shape);
  return dense;
}

/** The long way, for elements that are cast on the way in and out, whatever is lost by it. */
function updateOneByOne(
  row: UfuncRow,
  loop: Loop,
  a: NDArray,
  places: Float64Array,
  operand: NDArray | null,
): void {
  const [before, after] = [scratchArray([], loop.inputs[0]!), scratchArray([], loop.outputs[0]!)];
  for (const [k, place] of places.entries()) {
    const cell = viewStrided(a, [], [], place);
    copyElements(cell, before, []);
    const operands = [before];
    if (operand !== null) operands.push(viewStrided(operand, [], [], k * operand.itemsize));
    runElementwise(row.name, loop.types, [...operands, after], []);
    copyElements(after, cell, []);
  }
  freeScratch(before);
  freeScratch(after);
}

/** Bytes from the first element to the one with number `n` in C order. */
function shiftOf(n: number, shape: Shape, strides: readonly number[]): number {
  let rest = n;
  let shift = 0;
  for (let k = shape.length - 1; k >= 0; k--) {
    shift += (rest % shape[k]!) * strides[k]!;
    rest = Math.floor(rest / shape[k]!);
  }
  return shift;
}
