/**
 * Operands that lie the other way round: turned tile by tile, so that every cache line is used whole.
 *
 * Knows a nest of axes and the transposing kernel. Beside other operands, a tile of the turned one is copied into
 * scratch, and the loop reads it there.
 */
import type { Nest } from "../layout/coalesce.ts";
import { CONSTANT_BYTES, SCRATCH_BYTES } from "../memory/heap-memory.ts";
import { wasmTranspose } from "./wasm/families.ts";
import type { Loop } from "./wasm/loops.ts";

/** Shorter axes are not worth turning. */
export const SHORT = 16;

/** A tile is as high as a cache line holds elements, so that each line is used up at once. */
const LINE_BYTES = 64;
const TILE_COLUMNS = 256;

/** Scratch for one tile of any itemsize. */
const TILE_BYTES = LINE_BYTES * TILE_COLUMNS;

/**
 * The nest with its last but one axis the one along which some input is contiguous, where that input strides over
 * the last axis, along which the output (the last operand) is contiguous; else null.
 */
export function turnedAxis({ shape, strides }: Nest, sizes: readonly number[]): Nest | null {
  const inner = shape.length - 1;
  const out = strides.length - 1;
  if (inner < 1 || shape[inner]! < SHORT || strides[out]![inner] !== sizes[out]) return null;
  for (let k = 0; k < out; k++) {
    const axis = strides[k]!.indexOf(sizes[k]!);
    if (
      axis < 0 ||
      axis === inner ||
      shape[axis]! < SHORT ||
      !isTurned(strides[k]![inner]!, sizes[k]!)
    )
      continue;
    if (TILE_BYTES * out > SCRATCH_BYTES) return null;
    const order = [...shape.keys()].filter((i) => i !== axis && i !== inner).concat(axis, inner);
    return {
      shape: order.map((i) => shape[i]!),
      strides: strides.map((s) => order.map((i) => s[i]!)),
    };
  }
  return null;
}

function isTurned(step: number, size: number): boolean {
  return step !== 0 && step !== size;
}

/** Copies an m by n matrix whose source is contiguous along m and whose result is along n. */
export function copyTransposed(
  at: readonly number[],
  steps: readonly number[],
  rows: readonly number[],
  size: number,
  m: number,
  n: number,
): void {
  wasmTranspose(size)!.transpose!(at[0]!, steps[0]!, at[1]!, rows[1]!, m, n); // there is a tier, as there was a loop
}

/** The arguments of a loop's `nest`, but for the addresses, which come at every other place from 0 on. */
export function nestArguments(
  steps: readonly number[],
  rows: readonly number[],
  n: number,
  m: number,
): number[] {
  const args: number[] = [];
  for (const step of steps) args.push(0, step);
  args.push(n, ...rows, m);
  return args;
}

/** Runs `loop` over an m by n matrix; operands that are contiguous along m come from scratch. */
export function runTiled(
  loop: Loop,
  at: readonly number[],
  steps: readonly number[],
  rows: readonly number[],
  sizes: readonly number[],
  m: number,
  n: number,
): void {
  const count = steps.length;
  const isOff = steps.map(
    (step, k) => k < count - 1 && rows[k] === sizes[k] && isTurned(step, sizes[k]!),
  );
  const height = Math.min(...sizes.map((size, k) => (isOff[k]! ? LINE_BYTES / size : LINE_BYTES)));
  const turn = sizes.map((size, k) => (isOff[k]! ? wasmTranspose(size)!.transpose! : null)); // there is a tier, as there was a loop
  const args = nestArguments(
    steps.map((step, k) => (isOff[k]! ? sizes[k]! : step)),
    rows.map((row, k) => (isOff[k]! ? TILE_COLUMNS * sizes[k]! : row)),
    0,
    0,
  );
  for (let i = 0; i < m; i += height) {
    args[3 * count + 1] = Math.min(height, m - i);
    for (let j = 0; j < n; j += TILE_COLUMNS) {
      args[2 * count] = Math.min(TILE_COLUMNS, n - j);
      for (let k = 0; k < count; k++) {
        const corner = at[k]! + i * rows[k]! + j * steps[k]!;
        const scratch = CONSTANT_BYTES + k * TILE_BYTES;
        args[2 * k] = isOff[k]! ? scratch : corner;
        turn[k]?.(
          corner,
          steps[k]!,
          scratch,
          TILE_COLUMNS * sizes[k]!,
          args[3 * count + 1]!,
          args[2 * count]!,
        );
      }
      Reflect.apply(loop.nest, undefined, args);
    }
  }
}
