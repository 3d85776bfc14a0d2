/**
 * What the number types can hold: `finfo` and `iinfo`.
 *
 * Knows dtypes only.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.finfo.html
 */
import { ValueError } from "../errors.ts";
import { type DType, type DTypeLike, bool, dtype as asDType } from "./dtype.ts";

/** Limits of an integer dtype; `bigint` for the 64-bit ones, `number` for the rest. */
export interface IntegerLimits {
  readonly bits: number;
  readonly min: number | bigint;
  readonly max: number | bigint;
  readonly dtype: DType;
  readonly kind: "i" | "u";
}

/** Limits of a float dtype. For a complex one they are those of its parts. */
export interface FloatLimits {
  readonly bits: number;
  /** The gap between 1 and the next larger number. */
  readonly eps: number;
  /** The gap between 1 and the next smaller number. */
  readonly epsneg: number;
  readonly max: number;
  readonly min: number;
  /** The smallest number with full precision. */
  readonly tiny: number;
  readonly smallest_normal: number;
  readonly smallest_subnormal: number;
  /** Decimal digits that survive a round trip. */
  readonly precision: number;
  readonly resolution: number;
  readonly nmant: number;
  /** Bits of the exponent. */
  readonly iexp: number;
  readonly nexp: number;
  /** The exponents of `eps` and `epsneg`. */
  readonly machep: number;
  readonly negep: number;
  /** The exponents of `tiny`, and of the power of two that overflows. */
  readonly minexp: number;
  readonly maxexp: number;
  readonly dtype: DType;
}

const integerLimits = new Map<DType, IntegerLimits>();

/**
 * The smallest and largest value of an integer dtype.
 *
 * @throws {ValueError} when `type` is no integer dtype
 * @example iinfo("int8").max // 127
 */
export function iinfo(type: DTypeLike): IntegerLimits {
  const dtype: DType = asDType(type);
  let limits = integerLimits.get(dtype);
  if (limits === undefined) integerLimits.set(dtype, (limits = makeLimits(dtype)));
  return limits;
}

function makeLimits(dtype: DType): IntegerLimits {
  if (dtype === bool || (dtype.kind !== "i" && dtype.kind !== "u")) {
    throw new ValueError(`Invalid integer data type '${dtype.kind}'.`);
  }
  const bits = dtype.itemsize * 8;
  const top = 2n ** BigInt(dtype.kind === "i" ? bits - 1 : bits);
  const [min, max] = [dtype.kind === "i" ? -top : 0n, top - 1n];
  const width = (x: bigint): number | bigint => (bits === 64 ? x : Number(x));
  return { bits, min: width(min), max: width(max), dtype, kind: dtype.kind };
}

/** Bits of the fraction, smallest exponent, largest exponent. */
const FLOAT_FORMATS: ReadonlyMap<number, readonly [nmant: number, minexp: number, maxexp: number]> =
  new Map([
    [2, [10, -14, 16]],
    [4, [23, -126, 128]],
    [8, [52, -1022, 1024]],
  ]);

/**
 * Precision and range of a float or complex dtype.
 *
 * @throws {ValueError} when `type` is no inexact dtype
 * @example finfo("float32").eps // 1.1920928955078125e-7
 */
export function finfo(type: DTypeLike): FloatLimits {
  const given: DType = asDType(type);
  if (given.kind !== "f" && given.kind !== "c")
    throw new ValueError(`data type '${given.name}' not inexact`);
  const dtype: DType =
    given.kind === "c" ? asDType(given.alignment === 4 ? "float32" : "float64") : given;
  const [nmant, minexp, maxexp] = FLOAT_FORMATS.get(dtype.itemsize)!;
  const exponentBits = dtype.itemsize * 8 - 1 - nmant;
  const eps = 2 ** -nmant;
  const max = (2 - eps) * 2 ** (maxexp - 1);
  const tiny = 2 ** minexp;
  const precision = Math.floor(nmant * Math.log10(2));
  return {
    bits: dtype.itemsize * 8,
    eps,
    epsneg: eps / 2,
    max,
    min: -max,
    tiny,
    smallest_normal: tiny,
    smallest_subnormal: tiny * eps,
    precision,
    resolution: Number(`1e-${precision}`),
    nmant,
    iexp: exponentBits,
    nexp: exponentBits,
    machep: -nmant,
    negep: -nmant - 1,
    minexp,
    maxexp,
    dtype,
  };
}
