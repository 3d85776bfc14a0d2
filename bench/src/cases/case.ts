/**
 * What a benchmark case is: one operation at one size, told once for each library.
 *
 * Knows no clock. Inputs are made from a formula, so that every library, and NumPy in its own process, gets the
 * same values; results are compared by checksum before anything is timed.
 */
import type * as Np from "@deep-dive/ndarray";

/** The library under test, as its users import it. */
export type Library = typeof Np;
export type Arrays = Readonly<Record<string, Np.NDArray>>;
export type Plain = Readonly<Record<string, Float64Array | Float32Array | Int32Array | Uint8Array>>;

/** How an operand's values follow from its index; see `inputs.ts` and `numpy_peer.py`. */
export type Fill = "unit" | "positive" | "whole" | "mask" | "index";

export interface Operand {
  readonly dtype: "float64" | "float32" | "int32" | "uint8" | "bool";
  readonly shape: readonly number[];
  readonly fill: Fill;
}

/** Any array library whose arrays are made from a typed array; looked up by name, since peers are optional. */
export type PeerCall = (lib: PeerLibrary, args: Readonly<Record<string, PeerArray>>) => unknown;
export type PeerLibrary = Readonly<Record<string, (...args: readonly unknown[]) => PeerArray>>;
export type PeerArray = Readonly<Record<string, (...args: readonly unknown[]) => PeerArray>> & {
  readonly T: PeerArray;
};

/** The parts of @stdlib/ndarray that the rows use: arrays, and loops that take a function of one element. */
export interface StdlibLibrary {
  readonly ndarray: new (
    dtype: string,
    data: Plain[string],
    shape: readonly number[],
    strides: readonly number[],
    offset: number,
    order: "row-major",
  ) => StdlibArray;
  readonly binary: (arrays: readonly StdlibArray[], f: (x: number, y: number) => number) => void;
  readonly unary: (arrays: readonly StdlibArray[], f: (x: number) => number) => void;
  readonly emptyLike: (a: StdlibArray) => StdlibArray;
  readonly zeros: (shape: readonly number[]) => StdlibArray;
  readonly copy: (a: StdlibArray) => StdlibArray;
  readonly transpose: (a: StdlibArray) => StdlibArray;
  readonly slice: (a: StdlibArray, part: object) => StdlibArray;
  readonly Slice: new (start: number, stop: number) => object;
  readonly sum: (a: StdlibArray) => StdlibArray;
}
export interface StdlibArray {
  readonly data: Float64Array;
  readonly length: number;
}
export type StdlibCall = (
  lib: StdlibLibrary,
  args: Readonly<Record<string, StdlibArray>>,
) => unknown;

export interface Case {
  readonly suite: string;
  readonly op: string;
  readonly dtype: string;
  /** Elements of the largest operand. */
  readonly n: number;
  readonly operands: Readonly<Record<string, Operand>>;
  /** A Python expression over `np` and the operands. */
  readonly numpy: string;
  readonly ours: (np: Library, args: Arrays) => unknown;
  readonly numpyTs?: PeerCall;
  readonly stdlib?: StdlibCall;
  /** The careful loop a JS programmer would write, fresh output included. */
  readonly loop?: (args: Plain) => unknown;
  /** Where rounding may differ: how far the checksum may be off, relatively. */
  readonly tolerance?: number;
  /** Views have no elements of their own to dispose or to check. */
  readonly isView?: boolean;
}

/** Two lengths whose product is about `n`, the second the longer. */
export function square(n: number): [rows: number, columns: number] {
  const rows = n <= 10 ? 2 : n <= 1000 ? 25 : n <= 100_000 ? 250 : 1000;
  return [rows, Math.round(n / rows)];
}
