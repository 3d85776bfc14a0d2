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
const SHORT = 16;

const TILE_ROWS = 32;
const TILE_COLUMNS = 64;

/** Scratch for one tile; three inputs of 16 bytes at most fit. */
const TILE_BYTES = TILE_ROWS * TILE_COLUMNS * 16;

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
    if (axis < 0 || axis === inner || shape[axis]! < SHORT || !isTurned(strides[k]![inner]!, sizes[k]!)) continue;
    if (TILE_BYTES * out > SCRATCH_BYTES) return null;
    const order = [...shape.keys()].filter((i) => i !== axis && i !== inner).concat(axis, inner);
    return { shape: order.map((i) => shape[i]!), strides: strides.map((s) => order.map((i) => s[i]!)) };
  }
  return null;
}

function isTurned(step: number, size: number): boolean {
  return step !== 0 && step !== size;
}

/** Copies an m by n matrix whose source is contiguous along m and whose result is along n. */
export function copyTransposed(at: readonly number[], steps: readonly number[], rows: readonly number[], size: number, m: number, n: number): void {
  wasmTranspose(size)!.transpose!(at[0]!, steps[0]!, at[1]!, rows[1]!, m, n); // there is a tier, as there was a loop
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
  const isOff = steps.map((step, k) => k < steps.length - 1 && rows[k] === sizes[k] && isTurned(step, sizes[k]!));
  const tileSteps = steps.map((step, k) => (isOff[k] ? sizes[k]! : step));
  const tileRows = rows.map((row, k) => (isOff[k] ? TILE_COLUMNS * sizes[k]! : row));
  for (let i = 0; i < m; i += TILE_ROWS) {
    const height = Math.min(TILE_ROWS, m - i);
    for (let j = 0; j < n; j += TILE_COLUMNS) {
      const width = Math.min(TILE_COLUMNS, n - j);
      const from = at.map((address, k) => {
        const corner = address + i * rows[k]! + j * steps[k]!;
        if (!isOff[k]) return corner;
        const scratch = CONSTANT_BYTES + k * TILE_BYTES;
        wasmTranspose(sizes[k]!)!.transpose!(corner, steps[k]!, scratch, TILE_COLUMNS * sizes[k]!, height, width); // as above
        return scratch;
      });
      loop.nest(...from.flatMap((address, k) => [address, tileSteps[k]!]), width, ...tileRows, height);
    }
  }
}
