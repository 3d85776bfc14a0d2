/**
 * Choosing the tier for reductions and running folds; see `select.ts`.
 *
 * Knows in which order to walk: along the input's memory, whichever axes go.
 */
import { coalesce } from "../layout/coalesce.ts";
import type { Shape } from "../layout/layout.ts";
import { heapScratch } from "../memory/heap-scratch.ts";
import { forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { selectElementwise } from "./select.ts";
import { SHORT } from "./select-transposed.ts";
import { thresholds } from "./thresholds.ts";
import { wasmArg, wasmFold, wasmScan, wasmTranspose } from "./wasm/families.ts";
import { wasmLoop } from "./wasm/loops.ts";
import type { Compiled } from "./wasm/module.ts";

/** Folds `input` into `out` (stride 0 along the axes that go) in WebAssembly, or says false and does nothing. */
export function selectReduce(op: string, input: Operand, out: Operand, shape: Shape): boolean {
  if (input.dtype !== out.dtype || !input.memory.isHeap || !out.memory.isHeap) return false;
  const { char } = out.dtype;
  const fold = wasmFold(op, char);
  const loop = wasmLoop(op, `${char}${char}->${char}`);
  if (fold === null || loop === null) return false;
  const nest = coalesce(shape, [out.strides, input.strides]);
  const inner = nest.shape.length - 1;
  const [outStrides, inStrides] = nest.strides as [readonly number[], readonly number[]]; // of two operands
  const n = nest.shape[inner] ?? 1;
  const m = nest.shape[inner - 1] ?? 1;
  const [outStep, inStep] = [outStrides[inner] ?? 0, inStrides[inner] ?? 0];
  const [outRow, inRow] = [outStrides[inner - 1] ?? 0, inStrides[inner - 1] ?? 0];
  const { itemsize } = out.dtype;
  const isDense = outStep === itemsize && inStep === itemsize;
  const steppers = [
    { offset: out.address, strides: outStrides },
    { offset: input.address, strides: inStrides },
  ];
  forEachRow(nest.shape.slice(0, Math.max(0, inner - 1)), steppers, (at) => {
    const [to, from] = at as [number, number]; // one an operand
    if (outStep === 0) fold.nest!(from, inStep, to, n, inRow, outRow, m);
    else if (outRow === 0 && n < thresholds.foldedRow)
      fold.nest!(from, inRow, to, m, inStep, outStep, n);
    else if (outRow === 0 && isDense) fold.columns!(from, inRow, to, n, m);
    else loop.nest(to, outStep, from, inStep, to, outStep, n, outRow, inRow, outRow, m);
  });
  return true;
}

/** Running fold along the last axis in WebAssembly, or false. The first results may be there already, or not. */
export function selectAccumulate(op: string, input: Operand, out: Operand, shape: Shape): boolean {
  if (input.dtype !== out.dtype || !input.memory.isHeap || !out.memory.isHeap) return false;
  const { char } = out.dtype;
  const scan = wasmScan(op, char);
  if (scan === null) return false;
  const last = shape.length - 1;
  if (
    last > 0 &&
    Math.abs(input.strides[last]!) > Math.abs(input.strides[last - 1]!) &&
    shape[last - 1]! >= thresholds.foldedRow
  ) {
    return accumulateRows(op, `${char}${char}->${char}`, input, out, shape);
  }
  scanRows(scan.nest!, input, out, shape);
  return true;
}

/** The running axis is the outer one in memory: whole rows are combined with the row before. */
function accumulateRows(
  op: string,
  types: string,
  input: Operand,
  out: Operand,
  shape: Shape,
): boolean {
  const last = shape.length - 1;
  const rest = shape.slice(0, last);
  const rowAt = ({ memory, dtype, address, strides }: Operand, k: number): Operand => ({
    memory,
    dtype,
    address: address + k * strides[last]!,
    strides: strides.slice(0, last),
  });
  for (let k = 1; k < shape[last]!; k++) {
    if (!selectElementwise(op, types, [rowAt(out, k - 1), rowAt(input, k), rowAt(out, k)], rest))
      return false;
  }
  return true;
}

function scanRows(nest: Compiled, input: Operand, out: Operand, shape: Shape): void {
  const last = shape.length - 1;
  const m = shape[last - 1] ?? 1;
  const [inStep, outStep] = [input.strides[last] ?? 0, out.strides[last] ?? 0];
  const [inRow, outRow] = [input.strides[last - 1] ?? 0, out.strides[last - 1] ?? 0];
  const steppers = [input, out].map(({ address, strides }) => ({ offset: address, strides }));
  forEachRow(shape.slice(0, Math.max(0, last - 1)), steppers, (at) => {
    nest(at[0]!, inStep, at[1]!, outStep, shape[last]!, inRow, outRow, m);
  });
}

/** Writes to `out` (int32) where the extreme of each row along the last axis lies, in WebAssembly, or says false. */
export function selectArgument(
  which: "max" | "min",
  input: Operand,
  out: Operand,
  shape: Shape,
): boolean {
  const search =
    input.memory.isHeap && out.memory.isHeap
      ? wasmArg(which === "max" ? "argmax" : "argmin", input.dtype.char)
      : null;
  if (search === null) return false;
  const last = shape.length - 1;
  const [n, m] = [shape[last]!, shape[last - 1] ?? 1];
  const [step, rowStep] = [input.strides[last]!, input.strides[last - 1] ?? 0];
  const placeStep = out.strides[last - 1] ?? 0;
  const { itemsize } = input.dtype;
  const isTurned = rowStep === itemsize && step !== itemsize && n >= SHORT && m >= COLUMNS;
  const scratch = isTurned ? heapScratch(COLUMNS * n * itemsize) : null;
  const steppers = [input, out].map(({ address, strides }) => ({ offset: address, strides }));
  forEachRow(shape.slice(0, Math.max(0, last - 1)), steppers, (at) => {
    const [from, to] = at as [number, number]; // one an operand
    if (scratch === null) search.nest!(from, step, n, rowStep, to, placeStep, m); // every search exports it
    else searchColumns(search.nest!, itemsize, scratch.address, from, step, n, to, placeStep, m);
  });
  scratch?.release();
  return true;
}

/** So many columns are turned at a time: each line of the cache is then used up, and what is turned stays there. */
const COLUMNS = 16;

/** Searches `m` columns of contiguous rows that are `step` bytes apart. */
function searchColumns(
  search: Compiled,
  itemsize: number,
  scratch: number,
  from: number,
  step: number,
  n: number,
  places: number,
  placeStep: number,
  m: number,
): void {
  const transpose = wasmTranspose(itemsize)!.transpose!; // there is a tier, as there is a search
  for (let k = 0; k < m; k += COLUMNS) {
    const count = Math.min(COLUMNS, m - k);
    transpose(from + k * itemsize, step, scratch, n * itemsize, count, n);
    search(scratch, itemsize, n, n * itemsize, places + k * placeStep, placeStep, count);
  }
}
