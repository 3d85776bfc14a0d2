/**
 * The products most calls ask for: two vectors or matrices of one dtype that fit, no options.
 *
 * Knows arrays; makes the result and asks nothing else. Everything that is not plain gets null.
 */
import { emptyArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { runMatmul } from "../kernels/matmul.ts";
import type { Operand } from "../kernels/operand.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";

const NO_STACK: Shape = [];

/** The product of two vectors or matrices of one dtype that fit, or null: what most calls ask, without asking what else it could be. */
export function plainProduct(a: unknown, b: unknown): NDArray | null {
  if (!(a instanceof NDArray) || !(b instanceof NDArray) || a.dtype !== b.dtype) return null;
  const [left, right] = [a.layout.shape, b.layout.shape];
  if (!isPlain(left) || !isPlain(right) || left.at(-1) !== right[0]) return null;
  const hasRows = left.length === 2;
  const hasColumns = right.length === 2;
  const m = hasRows ? left[0]! : 1;
  const k = right[0]!;
  const n = hasColumns ? right[1]! : 1;
  const shape = hasRows ? (hasColumns ? [m, n] : [m]) : hasColumns ? [n] : NO_STACK;
  const result = emptyArray(shape, a.dtype);
  if (k > 0)
    runMatmul(
      hasRows ? a : asMatrix(a, 0, a.strides[0]!),
      hasColumns ? b : asMatrix(b, b.strides[0]!, 0),
      hasRows && hasColumns ? result : asMatrix(result, hasRows ? a.itemsize : 0, a.itemsize),
      NO_STACK,
      { m, k, n },
    );
  else result.memory.bytes.fill(0, result.address, result.address + result.nbytes);
  noteTraffic(a.size + b.size, result.size);
  return result;
}

function isPlain(shape: Shape): boolean {
  return shape.length === 1 || shape.length === 2;
}

/** A vector with the strides of the matrix that it counts as. */
function asMatrix({ memory, dtype, address }: NDArray, row: number, column: number): Operand {
  return { memory, dtype, address, strides: [row, column] };
}
