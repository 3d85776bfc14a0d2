/**
 * One draw from a distribution: parameters read, a result made, a kernel called for every element.
 *
 * Knows arrays and no distribution; those are the rows of `distributions.ts`.
 */
import { emptyArray, freeScratch, scratchArray } from "../../array/make.ts";
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
import { copyElements } from "../../kernels/copy.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { type Standard, scaleInHeap, selectStandard } from "../../kernels/select-random.ts";
import { sameShape } from "../../layout/broadcast.ts";
import type { Shape } from "../../layout/layout.ts";
import { type Demands, named, readParameters, readSize } from "./arguments.ts";

/** Makes one number; it gets as many parameters as the distribution has. */
export type Kernel = (bits: Pcg64, a: number, b: number, c: number) => number;

/** How a standard distribution's numbers become those of another: then kernels can draw many of them. */
export interface Derived {
  readonly of: Standard;
  /** The offset and the factor that each is a multiple by, from the parameters; or … */
  readonly linear?: (a: number, b: number) => readonly [offset: number, factor: number];
  /** … what is made of each. */
  readonly map?: (x: number, a: number, b: number) => number;
  /** Whether a zero is drawn again. */
  readonly isNeverZero?: boolean;
}

/** A distribution of floats as a method: `size` gives an array, none a number. */
export function drawFloats(
  bits: Pcg64,
  args: readonly unknown[],
  demands: Demands,
  kernel: Kernel,
  derived?: Derived,
): number | NDArray {
  return draw(bits, args, demands, kernel, float64, derived) as number | NDArray; // a float64 scalar is a number
}

/** A distribution of counts as a method: int64, as NumPy's. */
export function drawCounts(
  bits: Pcg64,
  args: readonly unknown[],
  demands: Demands,
  kernel: Kernel,
): bigint | NDArray {
  return draw(bits, args, demands, kernel, int64) as bigint | NDArray; // an int64 scalar is a bigint
}

function draw(
  bits: Pcg64,
  args: readonly unknown[],
  demands: Demands,
  kernel: Kernel,
  dtype: DType,
  derived?: Derived,
): number | bigint | NDArray {
  const names = demands.names ?? demands.parameters.map(([name]) => name);
  const { read, size } = readParameters(demands, named([...names, "size"], args));
  if (read.kind === "numbers") {
    const [a = 0, b = 0, c = 0] = read.values;
    if (size === null) {
      const drawn = kernel(bits, a, b, c);
      return dtype === int64 ? toCount(drawn) : drawn;
    }
    if (derived !== undefined) return drawDerived(bits, size, kernel, derived, a, b);
    return drawn(size, dtype, () => kernel(bits, a, b, c));
  }
  const [a, b, c] = read.lists;
  return drawn(read.shape, dtype, (i) => kernel(bits, a?.[i] ?? 0, b?.[i] ?? 0, c?.[i] ?? 0));
}

const MOST = 2n ** 63n - 1n;

/** A number as int64, or the largest one. */
function toCount(x: number): bigint {
  return x < 2 ** 63 ? BigInt(x) : MOST;
}

/** A fresh array of what `make` gives. Counts are made as doubles, and converted all at once. */
function drawn(shape: Shape, dtype: DType, make: (i: number) => number): NDArray {
  const result = emptyArray(shape, dtype);
  if (dtype !== int64) {
    fill(result, make);
    return result;
  }
  const counts = scratchArray(shape, float64);
  let most = 0;
  fill(counts, (i) => {
    const count = make(i);
    if (count > most) most = count;
    return count;
  });
  if (most < 2 ** 63) copyElements(counts, result, shape);
  else fill(result, (i) => toCount(counts.memory.doubles[counts.address / 8 + i]!));
  freeScratch(counts);
  return result;
}

function drawDerived(
  bits: Pcg64,
  shape: Shape,
  kernel: Kernel,
  { of, linear, map, isNeverZero = false }: Derived,
  a: number,
  b: number,
): NDArray {
  const [offset, factor] = linear?.(a, b) ?? [0, 1]; // which may throw
  const result = emptyArray(shape, float64);
  if (!selectStandard(bits, of, result, result.size)) {
    fill(result, () => kernel(bits, a, b, 0));
    return result;
  }
  const { doubles } = result.memory;
  const first = result.address / 8;
  const end = first + result.size;
  if (isNeverZero) replaceZeros(bits, doubles.subarray(first, end));
  if (map === undefined) scaleInHeap(result, result.size, offset, factor);
  else for (let i = first; i < end; i++) doubles[i] = map(doubles[i]!, a, b);
  return result;
}

/** Takes zeros out of a sequence of draws, and draws as many behind them. */
function replaceZeros(bits: Pcg64, draws: Float64Array): void {
  for (let zero = draws.indexOf(0); zero >= 0; zero = draws.indexOf(0, zero)) {
    draws.copyWithin(zero, zero + 1);
    draws[draws.length - 1] = bits.nextDouble();
  }
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
