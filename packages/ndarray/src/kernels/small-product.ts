/**
 * Products of small matrices of floats, where packing them takes longer than multiplying them.
 *
 * Knows operands whose last two axes are the matrices. Sums are doubles, added in one order in every tier.
 */
import type { Operand } from "./operand.ts";
import { perDType } from "./per-dtype.ts";
import { thresholds } from "./thresholds.ts";
import { wasmSmallProduct } from "./wasm/families.ts";

const kernelFor = perDType((char) => wasmSmallProduct(char)?.small ?? null);

/** out = a b for small matrices, m x k times k x n; false where they are not small, or not of floats. */
export function multiplySmall(
  a: Operand,
  b: Operand,
  out: Operand,
  m: number,
  k: number,
  n: number,
): boolean {
  const { dtype } = out;
  if (
    m * k * n > thresholds.smallProduct ||
    dtype.kind !== "f" ||
    a.dtype !== dtype ||
    b.dtype !== dtype
  )
    return false;
  const [x, y, z] = [a.strides, b.strides, out.strides];
  const [aRow, aColumn] = [x[0]!, x[1]!];
  const [bRow, bColumn] = [y[0]!, y[1]!];
  const [outRow, outColumn] = [z[0]!, z[1]!];
  const areInHeap = a.memory.isHeap && b.memory.isHeap && out.memory.isHeap;
  const kernel = areInHeap ? kernelFor(dtype) : null;
  if (kernel !== null) {
    const [left, right, result] = [a.address, b.address, out.address];
    kernel(left, aRow, aColumn, right, bRow, bColumn, result, outRow, outColumn, m, k, n);
    return true;
  }
  // Without the kernel: steps in elements, which the loops add up.
  const unit = dtype.itemsize;
  const bits = a.address | b.address | out.address | aRow | aColumn | bRow | bColumn | outRow;
  if (((bits | outColumn) & (unit - 1)) !== 0) return false;
  const left = a.memory.view(dtype) as Float64Array; // floats of one width
  const right = b.memory.view(dtype) as Float64Array;
  const result = out.memory.view(dtype) as Float64Array;
  const [aStep, bStep] = [aColumn / unit, bRow / unit];
  let row = a.address / unit;
  let to = out.address / unit;
  for (let i = 0; i < m; i++, row += aRow / unit, to += outRow / unit) {
    let column = b.address / unit;
    for (let j = 0; j < n; j++, column += bColumn / unit) {
      let sum = 0;
      for (let r = 0, p = row, q = column; r < k; r++, p += aStep, q += bStep)
        sum += left[p]! * right[q]!;
      result[to + (j * outColumn) / unit] = sum;
    }
  }
  return true;
}
