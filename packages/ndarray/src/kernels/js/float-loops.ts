/**
 * The JS loops of float64 and float32, written out once for each element type.
 *
 * A loop that has seen one kind of typed array reads its elements directly; one that has seen all of them looks every
 * element up. The functions they call are the same as everybody's.
 */
import type { InnerLoop } from "../nest.ts";
import type { NumberFn } from "./rows.ts";

/** `fn` on two rows of float64. */
export function binaryDoubles(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, b, out] = data as readonly [Float64Array, Float64Array, Float64Array]; // the loop string says so
    const [da, db, dout] = step as readonly [number, number, number]; // as many as operands
    for (let k = 0, i = at[0]!, j = at[1]!, q = at[2]!; k < n; k++, i += da, j += db, q += dout) {
      out[q] = fn(a[i]!, b[j]!) as number; // floats in, floats out
    }
  };
}

/** `fn` on two rows of float32. */
export function binarySingles(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, b, out] = data as readonly [Float32Array, Float32Array, Float32Array]; // the loop string says so
    const [da, db, dout] = step as readonly [number, number, number]; // as many as operands
    for (let k = 0, i = at[0]!, j = at[1]!, q = at[2]!; k < n; k++, i += da, j += db, q += dout) {
      out[q] = fn(a[i]!, b[j]!) as number; // floats in, floats out
    }
  };
}

/** `fn` on a row of float64. */
export function unaryDoubles(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, out] = data as readonly [Float64Array, Float64Array]; // the loop string says so
    const [da, dout] = step as readonly [number, number]; // as many as operands
    for (let k = 0, i = at[0]!, q = at[1]!; k < n; k++, i += da, q += dout) {
      out[q] = fn(a[i]!, 0) as number; // floats in, floats out
    }
  };
}

/** `fn` on a row of float32. */
export function unarySingles(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, out] = data as readonly [Float32Array, Float32Array]; // the loop string says so
    const [da, dout] = step as readonly [number, number]; // as many as operands
    for (let k = 0, i = at[0]!, q = at[1]!; k < n; k++, i += da, q += dout) {
      out[q] = fn(a[i]!, 0) as number; // floats in, floats out
    }
  };
}
