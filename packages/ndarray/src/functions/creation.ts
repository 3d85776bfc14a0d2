/**
 * Creation: arrays from values, from shapes, from sequences.
 *
 * Knows NumPy's names and defaults; a JS number is float64, and whole `arange`s are int32.
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html
 */
import { withoutLeadingOnes } from "../array/access.ts";
import { dtypeOf, toArray } from "../array/convert.ts";
import { type MemoryOrder, copyAs } from "../array/copy.ts";
import { isComplex } from "../array/element.ts";
import { cleared, emptyArray, emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import {
  DEFAULT_FLOAT,
  DEFAULT_INT,
  type DType,
  type DTypeLike,
  type DTypeName,
  complex128,
  dtype as asDType,
  float64,
} from "../dtype/dtype.ts";
import { ValueError, cannotAvoidCopy, cannotFill } from "../errors.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { copyElements } from "../kernels/copy.ts";
import { fillLine } from "../kernels/line.ts";
import { type Shape, contiguous, line } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { type DeviceOption, readOptions } from "../options.ts";

export { copyAs } from "../array/copy.ts";

/** A dtype, or nothing for the default. */
export interface DTypeOption<N extends DTypeName = DTypeName> extends DeviceOption {
  readonly dtype?: DTypeLike<N> | null | undefined;
}

/** One length, or a list of them. */
export type ShapeLike = number | readonly number[];

/** `shape` as a list of lengths. @throws {ValueError} when one is negative or no whole number */
export function toShape(shape: ShapeLike): Shape {
  const lengths = typeof shape === "number" ? [shape] : [...shape];
  for (const n of lengths) {
    if (!Number.isInteger(n))
      throw new TypeError(
        `expected a sequence of integers or a single integer, got '${String(n)}'`,
      );
    if (n < 0) throw new ValueError("negative dimensions are not allowed");
  }
  return lengths;
}

/**
 * `x` as an array: `x` itself where it is one of that dtype, else a fresh one.
 *
 * Nested lists nest the axes; numbers become float64, bigints int64, booleans bool, `{ re, im }` complex128.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.asarray.html
 *
 * @throws {ValueError} when lists are ragged, or when `copy: false` cannot be kept
 * @example asarray([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function asarray<N extends DTypeName = DTypeName>(
  x: unknown,
  options?: DTypeOption<N> & {
    readonly copy?: boolean | null | undefined;
    readonly order?: MemoryOrder | undefined;
  },
): NDArray<N> {
  const given = readOptions("asarray", options, ["dtype", "copy", "order", "device"]);
  const wanted =
    given.dtype === undefined || given.dtype === null ? undefined : asDType(given.dtype);
  const isFresh =
    !(x instanceof NDArray) || (wanted !== undefined && wanted !== (x.dtype as DType)); // dtypes compare by identity
  if (isFresh && given.copy === false) throw new ValueError(cannotAvoidCopy());
  const plain =
    x instanceof NDArray && wanted !== undefined
      ? isFresh
        ? copyAs(x, wanted, "K")
        : x
      : toArray(x, wanted);
  const order = given.order ?? "K";
  const fits =
    order === "K" || order === "A" || (order === "C" ? plain.layout.isC : plain.layout.isF);
  if (!fits && given.copy === false) throw new ValueError(cannotAvoidCopy());
  if (isFresh && plain.ndim === 0 && !(x instanceof NDArray)) return kept(plain) as NDArray<N>; // as below
  const result =
    fits && (isFresh || given.copy !== true) ? plain : copyAs(plain, plain.dtype, order);
  return result as NDArray<N>; // `wanted` is its dtype, and without one N is every dtype
}

/** A 0-d array that the caller keeps, and that is counted, in place of scratch. */
function kept(scalar: NDArray): NDArray {
  const result = emptyArray([], scalar.dtype);
  copyElements(scalar, result, []);
  freeScratch(scalar);
  return result;
}

/** What fresh arrays are made with. */
export interface FreshOptions<N extends DTypeName = DTypeName> extends DTypeOption<N> {
  /** Which axis moves fastest: the last (`"C"`, unless told) or the first. */
  readonly order?: "C" | "F" | undefined;
}

const FRESH = ["dtype", "order", "device"] as const;

/**
 * A fresh array of that shape; its elements are whatever was in memory.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.empty.html
 *
 * @example empty([2, 3]).shape // [2, 3]
 */
export function empty<N extends DTypeName = "float64">(
  shape: ShapeLike,
  options?: FreshOptions<N>,
): NDArray<N> {
  return fresh("empty", shape, options);
}

function fresh<N extends DTypeName>(
  name: string,
  shape: ShapeLike,
  options: FreshOptions<N> | undefined,
): NDArray<N> {
  if (options === undefined && typeof shape === "number" && shape >= 0 && Number.isInteger(shape))
    return emptyLike(line(shape, 8, 8), DEFAULT_FLOAT) as NDArray as NDArray<N>; // N defaults to float64
  const given = readOptions(name, options, FRESH);
  const dtype = asDType(given.dtype ?? (DEFAULT_FLOAT as DType)) as DType<N>; // likewise
  return emptyLike(contiguous(toShape(shape), dtype.itemsize, given.order ?? "C"), dtype);
}

/**
 * A fresh array of zeros.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.zeros.html
 *
 * @example zeros([2], { dtype: "int8" }).tolist() // [0, 0]
 */
export function zeros<N extends DTypeName = "float64">(
  shape: ShapeLike,
  options?: FreshOptions<N>,
): NDArray<N> {
  return cleared(fresh("zeros", shape, options));
}

/**
 * A fresh array of ones.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ones.html
 *
 * @example ones(2).tolist() // [1, 1]
 */
export function ones<N extends DTypeName = "float64">(
  shape: ShapeLike,
  options?: FreshOptions<N>,
): NDArray<N> {
  return filled(fresh("ones", shape, options), 1);
}

/**
 * A fresh array of one value, broadcast; its dtype is the value's where none is given.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.full.html
 *
 * @throws {ValueError} when the value does not broadcast to the shape
 * @example full([2], 7).tolist() // [7, 7]
 */
export function full<N extends DTypeName = DTypeName>(
  shape: ShapeLike,
  fill_value: unknown,
  options?: FreshOptions<N>,
): NDArray<N> {
  if (options === undefined && typeof fill_value === "number")
    return filled(fresh<N>("full", shape, undefined), fill_value);
  const { dtype, order } = readOptions("full", options, FRESH);
  const wanted = dtype ?? ((dtypeOf(fill_value) ?? DEFAULT_FLOAT) as DType<N>); // without a dtype N is every dtype
  return filled(fresh<N>("full", shape, { dtype: wanted, order }), fill_value);
}

/** Bytes that are written element by element where one value fills an array: what follows repeats them while they are in the nearest cache. */
const PATTERN_BYTES = 16384;

/** Writes `value`, broadcast, into every element. */
export function filled<N extends DTypeName>(a: NDArray<N>, value: unknown): NDArray<N> {
  const isDense = a.layout.isC || a.layout.isF;
  if (typeof value === "number" && isDense && (a.dtype as DType) === DEFAULT_FLOAT) {
    const first = a.address / 8;
    a.memory.doubles.fill(value, first, first + Math.min(a.size, PATTERN_BYTES / 8));
    repeatPattern(a);
  } else fillFrom(a, value, isDense);
  noteTraffic(0, a.size);
  return a;
}

function fillFrom(a: NDArray, value: unknown, isDense: boolean): void {
  const source =
    value instanceof NDArray ? value : toArray(value, fillDType(value, a), scratchArray);
  const { memory, dtype, address } = source;
  if (source.ndim === 0 && isDense) {
    const first = { memory: a.memory, dtype: a.dtype, address: a.address, strides: [a.itemsize] };
    const few = Math.min(a.size, PATTERN_BYTES / a.itemsize);
    copyElements({ memory, dtype, address, strides: [0] }, first, [few]);
    repeatPattern(a);
  } else {
    const fitted = withoutLeadingOnes(source, a.ndim);
    const strides = broadcastStrides(fitted.shape, fitted.strides, a.shape);
    if (strides === null) throw new ValueError(cannotFill(source.shape, a.shape));
    copyElements({ memory, dtype, address, strides }, a, a.shape);
  }
  if (source !== value) freeScratch(source);
}

/** Repeats the first PATTERN_BYTES of `a`, whose elements lie side by side, to its end. */
function repeatPattern({ memory, address, nbytes }: NDArray): void {
  const end = address + nbytes;
  for (let at = address + PATTERN_BYTES; at < end; at += PATTERN_BYTES)
    memory.bytes.copyWithin(at, address, address + Math.min(PATTERN_BYTES, end - at));
}

/** The dtype a filling is read with: the array's where whole numbers are checked against it; floats and complex ones are cast. */
function fillDType(value: unknown, { dtype }: NDArray): DType | undefined {
  return typeof value === "number" && !Number.isInteger(value)
    ? float64
    : isComplex(value)
      ? complex128
      : dtype;
}

/**
 * Evenly spaced values from `start` up to, not including, `stop`.
 *
 * int32 where all arguments are whole numbers, int64 for bigints, else float64.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.arange.html
 *
 * @throws {ValueError} when `step` is zero
 * @example arange(2, 10, 3) // [2, 5, 8]
 */
export function arange<N extends DTypeName = DTypeName>(
  start: number | bigint,
  stop?: number | bigint | null | DTypeOption<N>,
  step: number | bigint | DTypeOption<N> = 1,
  options: DTypeOption<N> = NONE,
): NDArray<N> {
  if (stop === undefined && step === 1 && isPlainCount(start) && options === NONE)
    return counting(start) as NDArray as NDArray<N>; // without a dtype N is every dtype
  const last = [stop, step, options].find((x) => typeof x === "object" && x !== null);
  const trailing = readOptions("arange", last, ["dtype", "device"]);
  const given = [start, stop, step].filter((x) => typeof x === "number" || typeof x === "bigint");
  const [from, to] =
    typeof stop === "number" || typeof stop === "bigint" ? [start, stop] : [0, start];
  const by = typeof step === "object" ? 1 : step;
  const isWhole = given.every((x) => typeof x === "bigint" || Number.isInteger(x));
  if (Number(by) === 0) throw new ValueError(`${isWhole ? "" : "float "}division by zero`);
  const natural: DType = given.some((x) => typeof x === "bigint")
    ? asDType("int64")
    : isWhole
      ? DEFAULT_INT
      : DEFAULT_FLOAT;
  const dtype: DType = asDType(trailing.dtype ?? natural);
  // The difference of whole numbers that doubles cannot hold is taken before it becomes one.
  const span = isWhole ? Number(BigInt(to) - BigInt(from)) : Number(to) - Number(from);
  const count = Math.max(0, Math.ceil(span / Number(by)));
  if (!Number.isFinite(count) || count > Number.MAX_SAFE_INTEGER)
    throw new ValueError("Maximum allowed size exceeded");
  const isDirect =
    dtype.kind === "f" ||
    (isWhole && dtype.itemsize < 8 && (dtype.kind === "i" || dtype.kind === "u"));
  const result = emptyArray([count], dtype);
  const values = isDirect ? result : scratchArray([count], isWhole ? natural : DEFAULT_FLOAT);
  if (values.dtype.name === "int64") fillWhole(values, BigInt(from), BigInt(by)); // as its name says
  else {
    // What is to be whole starts whole, and steps from there to the second element made whole, as in NumPy.
    const isCut = !isWhole && (dtype.kind === "i" || dtype.kind === "u");
    const start0 = isCut ? Math.trunc(Number(from)) : Number(from);
    const gap = isCut ? Math.trunc(Number(from) + Number(by)) - start0 : Number(by);
    fillNumbers(values, start0, gap, narrowing(dtype));
  }
  noteTraffic(0, count);
  if (values !== result) {
    copyElements(values, result, result.shape);
    freeScratch(values);
  }
  return result as NDArray<N>; // without a dtype N is every dtype
}

const NONE: object = Object.freeze({});

/** A count that int32 holds: what `arange` is mostly called with. */
function isPlainCount(start: unknown): start is number {
  return typeof start === "number" && Number.isInteger(start) && start >= 0 && start < 2 ** 31;
}

/** 0, 1, … count - 1. */
function counting(count: number): NDArray<"int32"> {
  const result = emptyLike(line(count, 4, 4), DEFAULT_INT);
  fillLine(result, count, 0, 1);
  noteTraffic(0, count);
  return result;
}

function fillWhole(to: NDArray, from: bigint, by: bigint): void {
  const count = to.size;
  if (isExact(from) && isExact(by) && isExact(from + by * BigInt(count))) {
    fillLine(to, count, Number(from), Number(by));
    return;
  }
  const data = to.memory.view(to.dtype) as BigInt64Array; // int64, as the caller has seen
  const first = to.address / 8;
  for (let i = 0; i < count; i++) data[first + i] = from + BigInt(i) * by;
}

/** Whether a double holds it. */
function isExact(n: bigint): boolean {
  return BigInt.asIntN(54, n) === n;
}

/** What rounds to elements of a dtype narrower than double, and how arithmetic in it rounds; null for the others. */
function narrowing({ name }: DType): Narrowing | null {
  if (name === "float16") return { element: Math.f16round, step: Math.fround }; // computed in single precision
  return name === "float32" || name === "complex64"
    ? { element: Math.fround, step: Math.fround }
    : null;
}

interface Narrowing {
  readonly element: (x: number) => number;
  readonly step: (x: number) => number;
}

/** The step is what the first two elements show it to be, rounding included, as in NumPy. */
function fillNumbers(to: NDArray, from: number, by: number, narrow: Narrowing | null): void {
  const data = to.memory.view(to.dtype) as Float64Array; // numbers of whatever width
  const first = to.address / to.itemsize;
  const count = to.size;
  if (narrow === null) {
    const gap = from + by - from;
    const isInt = to.dtype === DEFAULT_INT && (from | 0) === from && (gap | 0) === gap;
    if (isInt || to.dtype === DEFAULT_FLOAT) fillLine(to, count, from, gap);
    else for (let i = 0; i < count; i++) data[first + i] = from + i * gap;
  } else {
    const { element, step } = narrow;
    const start = element(from);
    const gap = step(element(from + by) - start);
    for (let i = 0; i < count; i++) data[first + i] = step(start + step(i * gap));
  }
  if (count > 1) data[first + 1] = from + by;
}
