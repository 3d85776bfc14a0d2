/**
 * `integers`: whole numbers in a range, of every integer dtype.
 *
 * Knows ranges and dtypes. Widths share no bits: each dtype takes from the stream what NumPy takes for it.
 * Rules: https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.integers.html
 */
import { toArray, toValues } from "../../array/convert.ts";
import { emptyArray, freeScratch, scratchArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import {
  DEFAULT_INT,
  type DType,
  type DTypeLike,
  dtype as asDType,
  int64,
  uint32,
  uint64,
} from "../../dtype/dtype.ts";
import { iinfo } from "../../dtype/limits.ts";
import { ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { NarrowSource, bounded32, bounded64 } from "../../kernels/random/bounded.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { selectBounded } from "../../kernels/select-random.ts";
import type { Shape } from "../../layout/layout.ts";
import { lineUp } from "../../ufunc/call.ts";
import { broadcast_shapes } from "../broadcasting.ts";
import { checkSize, readSize } from "./arguments.ts";
import { fill } from "./draw.ts";

/** See `Generator.integers`; `given` holds low, high, size, dtype and endpoint by name. */
export function drawIntegers(
  bits: Pcg64,
  given: Record<string, unknown>,
): boolean | number | bigint | NDArray {
  const dtype = asDType((given["dtype"] ?? DEFAULT_INT) as DTypeLike); // asDType checks what it is given
  if (!"biu".includes(dtype.kind))
    throw new TypeError(`Unsupported dtype dtype('${dtype.name}') for integers`);
  const first = given["high"] === undefined ? 0 : given["low"];
  const last = given["high"] ?? given["low"];
  if (last === undefined) throw new TypeError("missing required argument 'low'");
  const isClosed = given["endpoint"] === true;
  const size = readSize(given["size"]);
  const source = sourceOf(bits, dtype);

  if (isPlain(first) && isPlain(last)) {
    if (size?.includes(0) === true) return emptyArray(size, dtype);
    const isFromZero = given["high"] === undefined;
    const { low, range } = checkedRange(whole(first), whole(last), isClosed, dtype, isFromZero);
    if (size === null) {
      const drawn = source(low, range)();
      return dtype.kind === "b" ? drawn !== 0 : drawn;
    }
    const result = emptyArray(size, dtype);
    if (!selectBounded(bits, result, result.size, low, range)) fill(result, source(low, range));
    return result;
  }
  const lows = toArray(first);
  const highs = toArray(last);
  const shape = broadcast_shapes(lows.shape, highs.shape, ...(size === null ? [] : [size]));
  checkSize(size, shape);
  const result = emptyArray(shape, dtype);
  const bottoms = wholes(lows, result.shape);
  const tops = wholes(highs, result.shape);
  const isFromZero = given["high"] === undefined;
  const ranges = bottoms.map((low, i) => checkedRange(low, tops[i]!, isClosed, dtype, isFromZero));
  fill(result, (i) => source(ranges[i]!.low, ranges[i]!.range)());
  return result;
}

/** See `Generator.bytes`. */
export function drawBytes(bits: Pcg64, length: number): Uint8Array {
  const count = Math.trunc((length - 1) / 4) + 1; // one word even for no bytes, as NumPy takes it from the stream
  const words = scratchArray([count], uint32);
  if (!selectBounded(bits, words, count, 0n, 0xffffffffn)) fill(words, () => bits.next32());
  const bytes = words.memory.bytes.slice(words.address, words.address + length);
  freeScratch(words);
  return bytes;
}

type Plain = number | bigint | boolean;

function isPlain(x: unknown): x is Plain {
  return typeof x === "number" || typeof x === "bigint" || typeof x === "boolean";
}

function whole(x: Plain): bigint {
  return BigInt(typeof x === "number" ? Math.trunc(x) : x);
}

function wholes(a: NDArray, shape: Shape): bigint[] {
  const spread = scratchArray(shape, a.dtype);
  copyElements(lineUp(a, shape), spread, shape);
  const values = toValues(spread).map((x) => whole(x as Plain)); // bounds are not complex
  freeScratch(spread);
  return values;
}

/** The lowest number, and how far the highest lies above it. */
function checkedRange(
  low: bigint,
  high: bigint,
  isClosed: boolean,
  dtype: DType,
  isFromZero: boolean,
): { low: bigint; range: bigint } {
  const { min, max } = dtype.kind === "b" ? { min: 0, max: 1 } : iinfo(dtype);
  const last = isClosed ? high : high - 1n;
  if (low < BigInt(min)) throw new ValueError(`low is out of bounds for ${dtype.name}`);
  if (last > BigInt(max)) throw new ValueError(`high is out of bounds for ${dtype.name}`);
  if (low > last) {
    const [least, sign] = isFromZero
      ? ["high", isClosed ? "< 0" : "<= 0"]
      : ["low", isClosed ? "> high" : ">= high"];
    throw new ValueError(`${least} ${sign}`);
  }
  return { low, range: last - low };
}

/** For a range, what makes one number after the other; narrow dtypes go on with the bits that are left over. */
function sourceOf(
  bits: Pcg64,
  dtype: DType,
): (low: bigint, range: bigint) => () => number | bigint {
  if (dtype === int64 || dtype === uint64) {
    return (low, range) => () => low + bounded64(bits, range);
  }
  const narrow =
    dtype.kind === "b" ? 1 : dtype.itemsize === 1 ? 8 : dtype.itemsize === 2 ? 16 : null;
  const pieces = narrow === null ? null : new NarrowSource(bits, narrow);
  return (low, range) => {
    const first = Number(low);
    const width = Number(range);
    return pieces === null
      ? () => first + bounded32(bits, width)
      : () => first + pieces.next(width);
  };
}
