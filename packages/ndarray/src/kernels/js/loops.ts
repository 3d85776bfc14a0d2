/**
 * JS loops made from the scalar tables: one row of elements at a time.
 *
 * Knows operation names and NumPy's loop strings (`"dd->d"`); never a shape. This is the reference tier: every
 * operation has its loop here, and the WASM tier is tested against it.
 */
import { DTYPES, type DType, type TypedArray } from "../../dtype/dtype.ts";
import type { InnerLoop } from "../nest.ts";
import { ARITHMETIC } from "./arithmetic.ts";
import { BITS } from "./bits.ts";
import { COMPARISON } from "./comparison.ts";
import { DIVISION } from "./division.ts";
import { ELEMENTARY } from "./elementary.ts";
import { binaryDoubles, binarySingles, unaryDoubles, unarySingles } from "./float-loops.ts";
import { ROUNDING } from "./rounding.ts";
import type { BigFn, ComplexFn, ComplexTestFn, NumberFn, Row, Rows } from "./rows.ts";

const ROWS: Rows = {
  ...ARITHMETIC,
  ...DIVISION,
  ...COMPARISON,
  ...BITS,
  ...ROUNDING,
  ...ELEMENTARY,
};

const BY_CHAR: ReadonlyMap<string, DType> = new Map(DTYPES.map((d) => [d.char, d]));
const loops = new Map<string, InnerLoop>();

/** The dtype that a letter of a loop string stands for. */
export function dtypeOfChar(char: string): DType {
  const dtype = BY_CHAR.get(char);
  if (dtype === undefined) throw new Error(`internal: no dtype has the code ${char}`);
  return dtype;
}

/**
 * The loop of `op` for operands of the dtypes that `types` spells, inputs first.
 *
 * @throws {Error} where the tables have none: a ufunc row promised a loop that nobody wrote
 */
export function jsLoop(op: string, types: string): InnerLoop {
  const key = `${op} ${types}`;
  let loop = loops.get(key);
  if (loop === undefined) loops.set(key, (loop = makeLoop(op, types)));
  return loop;
}

function makeLoop(op: string, types: string): InnerLoop {
  const row = ROWS[op];
  const [inputs, outputs] = types.split("->") as [string, string]; // every loop string has one arrow
  const dtype = dtypeOfChar(inputs[0]!);
  const isBinary = inputs.length === 2;
  if (row?.chain !== undefined) return chainLoop(row.chain, dtype);
  if (row?.pair !== undefined) {
    const [first, second] = [scalarFn(row.pair[0], dtype), scalarFn(row.pair[1], dtype)];
    if (first !== undefined && second !== undefined)
      return isBinary ? binaryPair(first, second) : unaryPair(first, second);
  } else if (row !== undefined) {
    if (dtype.kind === "c") {
      const isComplexOut = dtypeOfChar(outputs[0]!).kind === "c";
      if (isComplexOut && row.complex !== undefined)
        return isBinary ? complexBinary(row.complex) : complexUnary(row.complex);
      if (!isComplexOut && row.complexTest !== undefined)
        return complexTest(row.complexTest, isBinary);
    } else {
      const fn = scalarFn(row, dtype);
      if (fn !== undefined) return realLoop(types, fn, isBinary);
    }
  }
  throw new Error(`internal: no loop ${op} ${types}`);
}

function realLoop(types: string, fn: NumberFn, isBinary: boolean): InnerLoop {
  switch (types) {
    case "dd->d":
      return binaryDoubles(fn);
    case "ff->f":
      return binarySingles(fn);
    case "d->d":
      return unaryDoubles(fn);
    case "f->f":
      return unarySingles(fn);
    default:
      return isBinary ? binary(fn) : unary(fn);
  }
}

/** Three inputs: what the first row makes of two of them goes into the second with the third. */
function chainLoop([first, second]: readonly [Row, Row], dtype: DType): InnerLoop {
  if (dtype.kind === "c") return complexChain(first.complex!, second.complex!); // rows of a chain have every class
  const [inner, outer] = [scalarFn(first, dtype)!, scalarFn(second, dtype)!];
  return (data, at, step, n) => {
    const [a, b, c, out] = data as readonly Float64Array[] as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]; // the row's own types
    let [i, j, l, q] = at as readonly number[] as [number, number, number, number]; // as many as operands
    for (let k = 0; k < n; k++, i += step[0]!, j += step[1]!, l += step[2]!, q += step[3]!) {
      out[q] = outer(inner(a[i]!, b[j]!) as number, c[l]!) as number; // numbers in, numbers out
    }
  };
}

function complexChain(first: ComplexFn, second: ComplexFn): InnerLoop {
  const z = new Float64Array(2);
  return (data, at, step, n) => {
    const [a, b, c, out] = data as readonly Float64Array[] as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]; // floats in pairs
    let [i, j, l, q] = at as readonly number[] as [number, number, number, number]; // as many as operands
    for (let k = 0; k < n; k++, i += step[0]!, j += step[1]!, l += step[2]!, q += step[3]!) {
      first(z, 0, a[i]!, a[i + 1]!, b[j]!, b[j + 1]!);
      second(out, q, z[0]!, z[1]!, c[l]!, c[l + 1]!);
    }
  };
}

/** The function for a class of real numbers, as one that takes whatever the typed array holds. */
function scalarFn(row: Row, { kind, itemsize }: DType): NumberFn | undefined {
  const big = kind === "u" ? (row.ubig ?? row.big) : row.big;
  const small = kind === "u" ? (row.uint ?? row.int) : row.int;
  if (kind === "b") return row.bool === undefined ? undefined : ofTruths(row.bool);
  if (kind === "f")
    return (itemsize === 8 ? undefined : itemsize === 4 ? row.single : row.half) ?? row.float;
  return itemsize === 8 ? (big as BigFn as unknown as NumberFn | undefined) : small; // bigint arrays hand it bigints
}

/** `fn` of booleans as 0 and 1: any byte but 0 is true. */
function ofTruths(fn: NumberFn): NumberFn {
  return (x, y) => fn(Number(x !== 0), Number(y !== 0));
}

function binary(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, b, out] = data as readonly [Float64Array, Float64Array, Float64Array]; // real types are the row's own
    const [da, db, dout] = step as readonly [number, number, number]; // as many as operands
    for (let k = 0, i = at[0]!, j = at[1]!, q = at[2]!; k < n; k++, i += da, j += db, q += dout) {
      out[q] = fn(a[i]!, b[j]!) as number; // booleans become 0 and 1
    }
  };
}

function unary(fn: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, out] = data as readonly [Float64Array, Float64Array]; // real types are the row's own
    const [da, dout] = step as readonly [number, number]; // as many as operands
    for (let k = 0, i = at[0]!, q = at[1]!; k < n; k++, i += da, q += dout) {
      out[q] = fn(a[i]!, 0) as number; // booleans become 0 and 1
    }
  };
}

function binaryPair(first: NumberFn, second: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, b, out, other] = data as readonly Float64Array[] as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]; // as above
    let [i, j, q, r] = at as readonly number[] as [number, number, number, number]; // as many as operands
    for (let k = 0; k < n; k++, i += step[0]!, j += step[1]!, q += step[2]!, r += step[3]!) {
      const [x, y] = [a[i]!, b[j]!]; // read before an output that is an input is written
      out[q] = first(x, y) as number;
      other[r] = second(x, y) as number;
    }
  };
}

function unaryPair(first: NumberFn, second: NumberFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, out, other] = data as readonly Float64Array[] as [
      Float64Array,
      Float64Array,
      Float64Array,
    ]; // as above
    let [i, q, r] = at as readonly number[] as [number, number, number]; // as many as operands
    for (let k = 0; k < n; k++, i += step[0]!, q += step[1]!, r += step[2]!) {
      const x = a[i]!;
      out[q] = first(x, 0) as number;
      other[r] = second(x, 0) as number;
    }
  };
}

function complexBinary(fn: ComplexFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, b, out] = data as readonly [Float64Array, Float64Array, Float64Array]; // floats in pairs
    const [da, db, dout] = step as readonly [number, number, number]; // as many as operands
    for (let k = 0, i = at[0]!, j = at[1]!, q = at[2]!; k < n; k++, i += da, j += db, q += dout) {
      fn(out, q, a[i]!, a[i + 1]!, b[j]!, b[j + 1]!);
    }
  };
}

function complexUnary(fn: ComplexFn): InnerLoop {
  return (data, at, step, n) => {
    const [a, out] = data as readonly [Float64Array, Float64Array]; // floats in pairs
    const [da, dout] = step as readonly [number, number]; // as many as operands
    for (let k = 0, i = at[0]!, q = at[1]!; k < n; k++, i += da, q += dout)
      fn(out, q, a[i]!, a[i + 1]!, 0, 0);
  };
}

function complexTest(fn: ComplexTestFn, isBinary: boolean): InnerLoop {
  return (data, at, step, n) => {
    const a = data[0]! as Float64Array; // floats in pairs
    const b = data[isBinary ? 1 : 0]! as Float64Array;
    const out: TypedArray = data.at(-1)!;
    const [da, db, dout] = [step[0]!, step[isBinary ? 1 : 0]!, step.at(-1)!];
    for (
      let k = 0, i = at[0]!, j = at[isBinary ? 1 : 0]!, q = at.at(-1)!;
      k < n;
      k++, i += da, j += db, q += dout
    ) {
      (out as Float64Array)[q] = fn(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!) as number; // booleans become 0 and 1
    }
  };
}
