/**
 * One draw from a distribution: parameters read, a result made, a kernel called for every element.
 *
 * Knows arrays and no distribution; those are the rows of `distributions.ts`.
 */
import { emptyArray } from "../../array/make.ts";
import { NDArray } from "../../array/ndarray.ts";
import {
  type DType,
  type DTypeLike,
  dtype as asDType,
  float32,
  float64,
  int64,
} from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { type Standard, scaleInHeap, selectStandard } from "../../kernels/select-random.ts";
import { sameShape } from "../../layout/broadcast.ts";
import type { Shape } from "../../layout/layout.ts";
import { named, type Parameter, readParameters, readSize } from "./arguments.ts";

/** Makes one number; it gets as many parameters as the distribution has. */
export type Kernel = (bits: Pcg64, a: number, b: number, c: number) => number;

/** A distribution that is a standard one times a factor, plus an offset: what kernels can fill arrays with. */
export interface Linear {
  readonly of: Standard;
  /** The two, from the parameters. */
  readonly terms: (a: number, b: number) => readonly [offset: number, factor: number];
}

/** A distribution of floats as a method: `size` gives an array, none a number. */
export function drawFloats(
  bits: Pcg64,
  args: readonly unknown[],
  parameters: readonly Parameter[],
  kernel: Kernel,
  linear?: Linear,
): number | NDArray {
  return draw(bits, args, parameters, kernel, float64, linear) as number | NDArray; // a float64 scalar is a number
}

/** A distribution of counts as a method: int64, as NumPy's. */
export function drawCounts(
  bits: Pcg64,
  args: readonly unknown[],
  parameters: readonly Parameter[],
  kernel: Kernel,
): bigint | NDArray {
  return draw(bits, args, parameters, kernel, int64) as bigint | NDArray; // an int64 scalar is a bigint
}

function draw(
  bits: Pcg64,
  args: readonly unknown[],
  parameters: readonly Parameter[],
  kernel: Kernel,
  dtype: DType,
  linear?: Linear,
): number | bigint | NDArray {
  const given = named([...parameters.map(([name]) => name), "size"], args);
  const size = readSize(given["size"]);
  const read = readParameters(parameters, given, size);
  const convert = dtype === int64 ? BigInt : (x: number): number => x;
  if (read.kind === "numbers") {
    const [a = 0, b = 0, c = 0] = read.values;
    if (size === null) return convert(kernel(bits, a, b, c));
    const [offset, factor] = linear?.terms(a, b) ?? [0, 1];
    const result = emptyArray(size, dtype);
    if (linear !== undefined && selectStandard(bits, linear.of, result, result.size))
      scaleInHeap(result, result.size, offset, factor);
    else fill(result, () => convert(kernel(bits, a, b, c)));
    return result;
  }
  const [a, b, c] = read.lists;
  const result = emptyArray(read.shape, dtype);
  fill(result, (i) => convert(kernel(bits, a?.[i] ?? 0, b?.[i] ?? 0, c?.[i] ?? 0)));
  return result;
}

/** A kernel for doubles and one for floats: the distributions without parameters know both. */
export interface StandardKernels {
  readonly name: string;
  /** What kernels know it by. */
  readonly fill?: Standard;
  readonly double: (bits: Pcg64) => number;
  readonly float: (bits: Pcg64) => number;
}

/** `size`, `dtype` and `out` as the distributions without parameters take them. */
export function drawStandard(
  bits: Pcg64,
  given: Record<string, unknown>,
  kernels: StandardKernels,
): number | NDArray {
  const dtype = asDType((given["dtype"] ?? "float64") as DTypeLike); // asDType checks what it is given
  if (dtype !== float64 && dtype !== float32) {
    throw new TypeError(`Unsupported dtype dtype('${dtype.name}') for ${kernels.name}`);
  }
  const kernel = dtype === float64 ? kernels.double : kernels.float;
  const size = readSize(given["size"]);
  const out = given["out"];
  if (size === null && out === undefined) return kernel(bits);
  const result = out === undefined ? emptyArray(size!, dtype) : checkedOut(out, dtype, size); // size or out is given
  if (kernels.fill === undefined || !selectStandard(bits, kernels.fill, result, result.size))
    fill(result, () => kernel(bits));
  return result;
}

function checkedOut(out: unknown, dtype: DType, size: Shape | null): NDArray {
  if (!(out instanceof NDArray)) throw new TypeError("return arrays must be of ArrayType");
  if (out.dtype !== dtype) {
    throw new TypeError(
      `Supplied output array has the wrong type. Expected ${dtype.name}, got ${out.dtype.name}`,
    );
  }
  if (!out.layout.isC || !out.isWriteable || out.address % dtype.alignment !== 0) {
    throw new ValueError(
      "Supplied output array must be contiguous, writable, aligned, and in machine byte-order.",
    );
  }
  if (size !== null && !sameShape(size, out.shape))
    throw new ValueError("size must match out.shape when used together");
  return out;
}

/** Writes `make(i)` to element `i` of a fresh or contiguous array. */
export function fill(a: NDArray, make: (i: number) => number | bigint): void {
  const data = a.memory.view(a.dtype) as Float64Array; // `make` gives what the dtype holds
  const start = a.address / a.dtype.alignment;
  for (let i = 0; i < a.size; i++) data[start + i] = make(i) as number; // likewise
}
