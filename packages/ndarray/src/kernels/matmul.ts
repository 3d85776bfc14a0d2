/**
 * Matrix products of stacks of matrices: the JS tier.
 *
 * Knows operands of one dtype whose last two axes are the matrices. Each row of the result is summed in a row of
 * accumulators, ikj, so that the inner loop walks memory: doubles for the floats, 32 bits for the small integers,
 * which wrap as they must.
 */
import type { DType, TypedArray } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { aligned, copyElements, scratch } from "./copy.ts";
import { forEachRow } from "./nest.ts";
import { type Operand, elementsOf, isAligned } from "./operand.ts";
import { selectMatmul } from "./select-matmul.ts";
import { multiplySmall } from "./small-product.ts";

/** Rows of the first factor, length of the sums, columns of the second. */
export interface Extents {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** out[..., i, j] = sum over p of a[..., i, p] * b[..., p, j], for every index of `stack`. `out` overlaps neither. */
export function runMatmul(
  a: Operand,
  b: Operand,
  out: Operand,
  stack: Shape,
  { m, k, n }: Extents,
): void {
  if (m === 0 || n === 0 || stack.includes(0)) return;
  if (stack.length === 0 && multiplySmall(a, b, out, m, k, n)) return;
  if (selectMatmul(a, b, out, stack, m, k, n)) return;
  const from = [aligned(a, [...stack, m, k]), aligned(b, [...stack, k, n])];
  const whole = isAligned(out) ? out : scratch(out.dtype, [...stack, m, n]);
  const parts = [...from, whole].map(elementsOf);
  const outer = parts.map((p) => ({ offset: p.offset, strides: p.strides.slice(0, stack.length) }));
  const [ma, mb, mc] = parts.map((p): Matrix => {
    const [row, column] = p.strides.slice(-2) as [number, number]; // matrices have two axes
    return { data: p.data as Float64Array, at: 0, row, column }; // of whatever type: the loops agree on it
  }) as [Matrix, Matrix, Matrix]; // three operands
  const multiply = productOf(out.dtype, n);
  forEachRow(stack, outer, ([p, q, r]) => {
    multiply({ ...ma, at: p! }, { ...mb, at: q! }, { ...mc, at: r! }, { m, k, n });
  });
  if (whole !== out) copyElements(whole, out, [...stack, m, n]);
}

interface Matrix {
  readonly data: Float64Array;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

type Product = (a: Matrix, b: Matrix, out: Matrix, extents: Extents) => void;

function productOf({ kind, itemsize }: DType, n: number): Product {
  if (kind === "c") return complexProduct;
  if (kind === "b") return boolProduct;
  if (kind === "f") return n === 1 ? dotProduct : floatProduct;
  return itemsize === 8 ? bigProduct : intProduct;
}

/** Rows of `b` one after the other, or `b` itself where it lies so already. */
function rowsOf(b: Matrix, k: number, n: number, components: 1 | 2): Matrix {
  if (b.column === components) return b;
  const packed = new (b.data.constructor as Float64ArrayConstructor)(k * n * components); // the same type as `b`
  let q = 0;
  for (let p = 0; p < k; p++) {
    for (let j = 0, at = b.at + p * b.row; j < n; j++, at += b.column) {
      packed[q++] = b.data[at]!;
      if (components === 2) packed[q++] = b.data[at + 1]!;
    }
  }
  return { data: packed, at: 0, row: n * components, column: components };
}

const dotProduct: Product = (a, b, out, { m, k }) => {
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let p = 0, x = a.at + i * a.row, y = b.at; p < k; p++, x += a.column, y += b.row)
      sum += a.data[x]! * b.data[y]!;
    out.data[out.at + i * out.row] = sum;
  }
};

const floatProduct: Product = (a, matrix, out, { m, k, n }) => {
  const b = rowsOf(matrix, k, n, 1);
  const sums = new Float64Array(n);
  for (let i = 0; i < m; i++) {
    sums.fill(0);
    for (let p = 0, at = a.at + i * a.row; p < k; p++, at += a.column)
      addMultiple(sums, a.data[at]!, b.data, b.at + p * b.row);
    for (let j = 0, q = out.at + i * out.row; j < n; j++, q += out.column) out.data[q] = sums[j]!;
  }
};

function addMultiple(sums: Float64Array, x: number, b: Float64Array, at: number): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += x * b[at + j]!;
}

const intProduct: Product = (a, matrix, out, { m, k, n }) => {
  const b = rowsOf(matrix, k, n, 1);
  const sums = new Int32Array(n);
  for (let i = 0; i < m; i++) {
    sums.fill(0);
    for (let p = 0, at = a.at + i * a.row; p < k; p++, at += a.column) {
      const x = a.data[at]!;
      for (let j = 0, q = b.at + p * b.row; j < n; j++, q++) sums[j]! += Math.imul(x, b.data[q]!);
    }
    for (let j = 0, q = out.at + i * out.row; j < n; j++, q += out.column) out.data[q] = sums[j]!;
  }
};

const boolProduct: Product = (a, b, out, { m, k, n }) => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let any = 0;
      for (let p = 0; p < k && any === 0; p++)
        any = a.data[a.at + i * a.row + p * a.column]! & b.data[b.at + p * b.row + j * b.column]!;
      out.data[out.at + i * out.row + j * out.column] = any;
    }
  }
};

const bigProduct: Product = (a, b, out, { m, k, n }) => {
  const [x, y, z] = [a.data, b.data, out.data] as TypedArray[] as [
    BigInt64Array,
    BigInt64Array,
    BigInt64Array,
  ]; // 64-bit integers of either sign
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0n;
      for (let p = 0; p < k; p++)
        sum += x[a.at + i * a.row + p * a.column]! * y[b.at + p * b.row + j * b.column]!;
      z[out.at + i * out.row + j * out.column] = sum;
    }
  }
};

const complexProduct: Product = (a, matrix, out, { m, k, n }) => {
  const b = rowsOf(matrix, k, n, 2);
  const sums = new Float64Array(2 * n);
  for (let i = 0; i < m; i++) {
    sums.fill(0);
    for (let p = 0, at = a.at + i * a.row; p < k; p++, at += a.column) {
      const [re, im] = [a.data[at]!, a.data[at + 1]!];
      for (let j = 0, q = b.at + p * b.row; j < 2 * n; j += 2, q += 2) {
        const [xr, xi] = [b.data[q]!, b.data[q + 1]!];
        sums[j]! += re * xr - im * xi;
        sums[j + 1]! += re * xi + im * xr;
      }
    }
    for (let j = 0, q = out.at + i * out.row; j < n; j++, q += out.column) {
      out.data[q] = sums[2 * j]!;
      out.data[q + 1] = sums[2 * j + 1]!;
    }
  }
};
