/**
 * Short lines and small matrices: a few elements, for which a plain loop is done before anything else is looked up.
 *
 * Knows operands; says false where one is not small, not contiguous or not of plain numbers, and does nothing then.
 */
import type { Operand } from "./operand.ts";
import { thresholds } from "./thresholds.ts";

/** Whether `operand` is one contiguous line of real numbers. */
function isPlainLine({ dtype, address, strides }: Operand): boolean {
  return (
    strides.length === 1 &&
    strides[0] === dtype.itemsize &&
    dtype.kind !== "c" &&
    address % dtype.itemsize === 0
  );
}

/** Sorts a short line in place, stably, nan last whichever the direction. */
export function sortShort(operand: Operand, n: number, descending: boolean): boolean {
  if (n > thresholds.sortedLine || !isPlainLine(operand)) return false;
  const data = operand.memory.view(operand.dtype) as Float64Array; // or another type: only order matters
  const from = operand.address / operand.dtype.itemsize;
  for (let k = from + 1; k < from + n; k++) {
    const x = data[k]!;
    // oxlint-disable-next-line no-self-compare -- bigints pass here too, and Number.isNaN would not do for them
    if (x !== x) continue;
    let p = k;
    for (; p > from; p--) {
      const y = data[p - 1]!;
      // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself
      if (!((descending ? y < x : y > x) || y !== y)) break;
      data[p] = y;
    }
    data[p] = x;
  }
  return true;
}

/** Writes to `out` (int32, contiguous) the positions that sort a short line. */
export function argsortShort(
  operand: Operand,
  out: Operand,
  n: number,
  descending: boolean,
): boolean {
  if (n > thresholds.argsortedLine || !isPlainLine(operand) || !isPlainLine(out)) return false;
  const data = operand.memory.view(operand.dtype) as Float64Array; // or another type: only order matters
  const order = out.memory.view(out.dtype) as Int32Array; // positions are int32
  const from = operand.address / operand.dtype.itemsize;
  const to = out.address / 4;
  for (let k = 0; k < n; k++) {
    const x = data[from + k]!;
    let p = k;
    // oxlint-disable-next-line no-self-compare -- bigints pass here too, and Number.isNaN would not do for them
    if (x === x) {
      for (; p > 0; p--) {
        const before = order[to + p - 1]!;
        const y = data[from + before]!;
        // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself
        if (!((descending ? y < x : y > x) || y !== y)) break;
        order[to + p] = before;
      }
    }
    order[to + p] = k;
  }
  return true;
}

/** out = a b for small matrices of floats, m x k times k x n, summed in doubles. */
export function multiplySmall(
  a: Operand,
  b: Operand,
  out: Operand,
  m: number,
  k: number,
  n: number,
): boolean {
  const { dtype } = out;
  const unit = dtype.itemsize;
  if (
    m * k * n > thresholds.smallProduct ||
    dtype.kind !== "f" ||
    a.dtype !== dtype ||
    b.dtype !== dtype
  )
    return false;
  const x = a.strides;
  const y = b.strides;
  const z = out.strides;
  const bits = a.address | b.address | out.address | x[0]! | x[1]! | y[0]! | y[1]! | z[0]! | z[1]!;
  if ((bits & (unit - 1)) !== 0) return false;
  const left = a.memory.view(dtype) as Float64Array; // floats of one width
  const right = b.memory.view(dtype) as Float64Array;
  const result = out.memory.view(dtype) as Float64Array;
  // Widths are powers of two: shifted, strides stay integers, which V8 indexes with at once.
  const by = 31 - Math.clz32(unit);
  const [aRow, aColumn] = [x[0]! >> by, x[1]! >> by];
  const [bRow, bColumn] = [y[0]! >> by, y[1]! >> by];
  const [outRow, outColumn] = [z[0]! >> by, z[1]! >> by];
  let row = a.address / unit;
  let to = out.address / unit;
  for (let i = 0; i < m; i++, row += aRow, to += outRow) {
    let column = b.address / unit;
    for (let j = 0; j < n; j++, column += bColumn) {
      let sum = 0;
      let p = row;
      let q = column;
      for (let r = 0; r < k; r++, p += aColumn, q += bRow) sum += left[p]! * right[q]!;
      result[to + j * outColumn] = sum;
    }
  }
  return true;
}
