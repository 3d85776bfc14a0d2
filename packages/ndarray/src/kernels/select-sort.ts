/**
 * Choosing the tier for sorting; see `select.ts`.
 *
 * Knows operands and lines. The kernels want contiguous lines and scratch: lines that lie otherwise are copied there and back.
 */
import { type DType, float64 } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { CONSTANT_BYTES } from "../memory/heap-memory.ts";
import { type HeapScratch, heapScratch } from "../memory/heap-scratch.ts";
import type { Memory } from "../memory/memory.ts";
import { forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { selectCopy } from "./select.ts";
import { wasmQuickselect, wasmQuicksort, wasmSearch, wasmSort } from "./wasm/families.ts";

/** Where the counters of a radix sort, or the rows of a network, lie while it runs. */
const WORK = CONSTANT_BYTES;

/** Sorts every line of `operand` along `axis` in place, or says false and does nothing. */
export function selectSort(
  operand: Operand,
  shape: Shape,
  axis: number,
  descending: boolean,
): boolean {
  const { memory, dtype } = operand;
  const { itemsize } = dtype;
  const kernel = memory.isHeap ? wasmSort(dtype.char) : null;
  const sort = dtype === float64 ? wasmQuicksort("d")?.sort : kernel?.sort;
  const n = shape[axis]!;
  const work = kernel === null ? null : heapScratch(2 * n * itemsize);
  if (kernel === null || work === null) return false;
  const [spare, copy] = [work.address, work.address + n * itemsize];
  const step = operand.strides[axis]!;
  forEachLineAddress([operand], shape, axis, ([line]) => {
    const row = step === itemsize ? line! : copy;
    if (row === copy) copyLine(memory, dtype, line!, step, copy, itemsize, n);
    const zeros = dtype.kind === "f" ? mixedZeros(memory, dtype, row, n) : null;
    sort!(row, n, descending ? -1 : 0, spare, WORK); // where there is one kernel, there are both
    if (zeros !== null) restoreZeros(memory, dtype, row, n, zeros);
    if (row === copy) copyLine(memory, dtype, copy, itemsize, line!, step, n);
  });
  work.release();
  return true;
}

/** The dtypes whose elements are exact as doubles, and too wide for a radix sort to be as quick. */
const SELECTED = "fdiI";

/** Shorter lines are sorted as quickly. */
const SHORTEST = 128;

/**
 * Puts the places `first` to `last` of every line along `axis` in order, smaller elements before them and larger ones behind; or
 * says false. Lines with a negative zero are sorted whole, which keeps zeros in their order.
 */
export function selectPartition(
  operand: Operand,
  shape: Shape,
  axis: number,
  first: number,
  last: number,
): boolean {
  const { memory, dtype } = operand;
  const n = shape[axis]!;
  const isFit = memory.isHeap && SELECTED.includes(dtype.char) && n > SHORTEST;
  const select = isFit ? wasmQuickselect()?.select : undefined;
  const scratch = select === undefined ? null : heapScratch(2 * n * float64.itemsize);
  if (select === undefined || scratch === null) return false;
  const { address } = scratch;
  const step = operand.strides[axis]!;
  const isInPlace = dtype === float64 && step === float64.itemsize;
  const copy: Operand = { memory, dtype: float64, address, strides: [float64.itemsize] };
  const { hasNegativeZero } = wasmSort("d")!; // there is a tier, as there is quickselect
  forEachLineAddress([operand], shape, axis, ([at]) => {
    const line: Operand = { memory, dtype, address: at!, strides: [step] };
    const row = isInPlace ? at! : address;
    if (!isInPlace) selectCopy(line, copy, [n]);
    if (dtype.kind === "f" && hasNegativeZero!(row, n) === 1) {
      selectSort(line, [n], 0, false);
      return;
    }
    select(row, n, first, last, address + n * float64.itemsize, WORK);
    if (!isInPlace) selectCopy(copy, line, [n]);
  });
  scratch.release();
  return true;
}

/** Writes to each line of `out` (int32) the positions that sort the same line of `from`, or says false. */
export function selectArgsort(
  from: Operand,
  out: Operand,
  shape: Shape,
  axis: number,
  descending: boolean,
): boolean {
  const { memory, dtype } = from;
  const kernel = memory.isHeap && out.memory.isHeap ? wasmSort(dtype.char) : null;
  const n = shape[axis]!;
  const work: HeapScratch | null =
    kernel === null ? null : heapScratch(2 * n * (dtype.itemsize + 4));
  if (kernel === null || work === null) return false;
  const quick = wasmQuicksort(dtype.char)?.argsort;
  const keys = work.address;
  const spareKeys = keys + n * dtype.itemsize;
  const spareOrder = spareKeys + n * dtype.itemsize;
  const copy = spareOrder + 4 * n;
  const [step, outStep] = [from.strides[axis]!, out.strides[axis]!];
  forEachLineAddress([from, out], shape, axis, ([line, to]) => {
    const order = outStep === 4 ? to! : copy;
    const flip = descending ? -1 : 0;
    if (quick === undefined || quick(line!, step, n, flip, order, keys, spareKeys, WORK) === 0)
      kernel.argsort!(line!, step, n, flip, order, keys, spareKeys, spareOrder, WORK);
    if (order === copy) copyLine(memory, out.dtype, copy, 4, to!, outStep, n);
  });
  work.release();
  return true;
}

/** The dtypes whose elements are exact as doubles. */
const SEARCHED = "?bBhHiIfd";

/** Searches a sorted line for each value, as `searchLine` says; or says false and does nothing. */
export function selectSearch(
  sorted: Operand,
  n: number,
  values: Operand,
  m: number,
  out: Operand,
  isRight: boolean,
): boolean {
  const isFit =
    n > 0 &&
    SEARCHED.includes(sorted.dtype.char) &&
    [sorted, values, out].every((o) => o.memory.isHeap);
  const kernels = isFit ? wasmSearch() : null;
  if (kernels === null) return false;
  const search = isRight ? kernels["right"]! : kernels["left"]!;
  if (sorted.dtype === float64) {
    search(sorted.address, n, values.address, m, out.address);
    return true;
  }
  const scratch = heapScratch((n + m) * float64.itemsize);
  if (scratch === null) return false;
  const [line, wanted] = [scratch.address, scratch.address + n * float64.itemsize];
  castToDoubles(sorted, n, line);
  castToDoubles(values, m, wanted);
  search(line, n, wanted, m, out.address);
  scratch.release();
  return true;
}

function castToDoubles({ memory, dtype, address }: Operand, n: number, to: number): void {
  if (n === 0) return;
  const doubles: Operand = { memory, dtype: float64, address: to, strides: [float64.itemsize] };
  selectCopy({ memory, dtype, address, strides: [dtype.itemsize] }, doubles, [n]);
}

function forEachLineAddress(
  operands: readonly Operand[],
  shape: Shape,
  axis: number,
  visit: (at: readonly number[]) => void,
): void {
  const others = operands.map(({ address, strides }) => ({
    offset: address,
    strides: strides.toSpliced(axis, 1),
  }));
  forEachRow(shape.toSpliced(axis, 1), others, visit);
}

function copyLine(
  memory: Memory,
  dtype: DType,
  from: number,
  fromStep: number,
  to: number,
  toStep: number,
  n: number,
): void {
  const line = (address: number, step: number): Operand => ({
    memory,
    dtype,
    address,
    strides: [step],
  });
  selectCopy(line(from, fromStep), line(to, toStep), [n]);
}

/** The zeros of a line in their order, where some are negative; else null. Keys cannot tell them apart. */
function mixedZeros(memory: Memory, dtype: DType, row: number, n: number): number[] | null {
  if (wasmSort(dtype.char)!.hasNegativeZero!(row, n) === 0) return null; // the caller has asked for it before
  return Array.from(lineView(memory, dtype, row, n)).filter((x) => x === 0);
}

function restoreZeros(
  memory: Memory,
  dtype: DType,
  row: number,
  n: number,
  zeros: readonly number[],
): void {
  const line = lineView(memory, dtype, row, n);
  line.set(zeros, line.indexOf(0));
}

function lineView(memory: Memory, dtype: DType, row: number, n: number): Float64Array {
  const all = memory.view(dtype) as Float64Array; // of floats of either width
  return all.subarray(row / dtype.itemsize, row / dtype.itemsize + n);
}
