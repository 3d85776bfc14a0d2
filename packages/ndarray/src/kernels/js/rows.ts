/**
 * What a row of the scalar tables is: one operation, told for each class of numbers.
 *
 * Knows JS scalars only. These functions are the reference that every faster kernel is tested against.
 * Integer results may lie outside their dtype: the typed array that takes them wraps, as C does.
 */

/** Three kinds of elements as JS sees them; complex ones travel as parts. */
export type NumberFn = (x: number, y: number) => number | boolean;
export type BigFn = (x: bigint, y: bigint) => bigint | number | boolean;
/** Writes the result's parts to `out[q]` and `out[q + 1]`. */
export type ComplexFn = (
  out: Float64Array,
  q: number,
  xr: number,
  xi: number,
  yr: number,
  yi: number,
) => void;
/** Complex in, anything real out. */
export type ComplexTestFn = (xr: number, xi: number, yr: number, yi: number) => number | boolean;

/** One operation. Unary ones ignore `y`. A class that is missing has no loop. */
export interface Row {
  /** bool elements, 0 or 1. */
  readonly bool?: NumberFn;
  /** Integers of up to 32 bits. */
  readonly int?: NumberFn;
  /** Unsigned integers of up to 32 bits, where they differ from `int`. */
  readonly uint?: NumberFn;
  /** 64-bit integers. */
  readonly big?: BigFn;
  /** Unsigned 64-bit integers, where they differ from `big`. */
  readonly ubig?: BigFn;
  readonly float?: NumberFn;
  /** float32 and float16, where the width of the type matters to the result. */
  readonly single?: NumberFn;
  readonly half?: NumberFn;
  readonly complex?: ComplexFn;
  readonly complexTest?: ComplexTestFn;
  /** For operations with two outputs: one row each. */
  readonly pair?: readonly [Row, Row];
  /** For operations with three inputs: the first row takes x and y, the second its result and the third input. */
  readonly chain?: readonly [Row, Row];
}

/** Operations by name. */
export type Rows = Readonly<Record<string, Row>>;
