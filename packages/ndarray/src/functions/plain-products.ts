/**
 * The products most calls ask for: two arrays of one dtype that fit, no options.
 *
 * Knows arrays; makes the result and asks nothing else. Everything that is not plain gets null.
 */
import { emptyArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { runMatmul } from "../kernels/matmul.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";

const NO_STACK: Shape = [];

/** The product of two matrices of one dtype that fit, or null: what most calls ask, without asking what else it could be. */
export function plainProduct(a: unknown, b: unknown): NDArray | null {
  if (!(a instanceof NDArray) || !(b instanceof NDArray) || a.dtype !== b.dtype) return null;
  const [left, right] = [a.layout.shape, b.layout.shape];
  if (left.length !== 2 || right.length !== 2 || left[1] !== right[0]) return null;
  const [m, k, n] = [left[0]!, left[1]!, right[1]!];
  const result = emptyArray([m, n], a.dtype);
  if (k > 0) runMatmul(a, b, result, NO_STACK, { m, k, n });
  else result.memory.bytes.fill(0, result.address, result.address + result.nbytes);
  noteTraffic(a.size + b.size, result.size);
  return result;
}

/** The inner product of two vectors of one dtype that fit, 0-d, or null; see `plainProduct`. */
export function plainDot(a: unknown, b: unknown): NDArray | null {
  if (!(a instanceof NDArray) || !(b instanceof NDArray) || a.dtype !== b.dtype) return null;
  const [left, right] = [a.layout.shape, b.layout.shape];
  if (left.length !== 1 || right.length !== 1 || left[0] !== right[0] || left[0] === 0) return null;
  const { dtype, itemsize } = a;
  const result = emptyArray(NO_STACK, dtype);
  const row = { memory: a.memory, dtype, address: a.address, strides: [0, a.strides[0]!] };
  const column = { memory: b.memory, dtype, address: b.address, strides: [b.strides[0]!, 0] };
  const one = {
    memory: result.memory,
    dtype,
    address: result.address,
    strides: [itemsize, itemsize],
  };
  runMatmul(row, column, one, NO_STACK, { m: 1, k: left[0]!, n: 1 });
  noteTraffic(a.size + b.size, 1);
  return result;
}
