/**
 * exp, log, sin, cos and tanh on vectors of four floats, within 2 ulp of float32.
 *
 * Half as many terms as for doubles, and twice as many lanes. Only for ordinary numbers: the others are left to the formulas
 * for doubles.
 * Coefficients: Cephes' single precision library (Moshier, 1992), https://netlib.org/cephes/
 */
import { type Code, i32, op } from "./assembler.ts";
import { repeated, single } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** `wide` computes the same by way of doubles. */
export type SingleFormula = (v: VectorMath, x: Code, wide: (x: Code) => Code) => Code;

/** Adding this leaves the nearest integer in the low bits. */
const MAGIC = 1.5 * 2 ** 23;

const EXP = [
  0.50000001201, 0.16666665459, 0.041665795894, 0.0083334519073, 0.0013981999507, 0.00019875691,
];
const LN2 = [0.693359375, -2.1219444e-4] as const;

/** e^x for a value whose power of two is a normal number. */
function power(v: VectorMath, x: Code): Code {
  const bits = v.let(v.madd(x, single(Math.LOG2E), single(MAGIC)));
  const k = v.let(v.sub(bits, single(MAGIC)));
  const high = v.let(v.nmadd(k, single(LN2[0]), x));
  const r = v.let(v.nmadd(k, single(LN2[1]), high));
  const series = v.let(v.madd(v.let(v.mul(r, r)), v.horner(r, EXP), r));
  return op("i32x4.add", v.add(series, single(1)), op("i32x4.shl", bits, i32(23)));
}

export const exp: SingleFormula = (v, x, wide) => {
  const others = v.others(op("f32x4.le", v.abs(x), single(87)));
  return v.repair(others, power(v, x), () => wide(x));
};

const TANH = [
  -0.333332819422, 0.133314422036, -0.0537397155531, 0.0206390887954, -0.00570498872745,
];

/** Near 0 an odd series; else 1 - 2 / (e^(2|x|) + 1), which from 9.1 on rounds to 1. */
export const tanh: SingleFormula = (v, x) => {
  const size = v.let(v.abs(x));
  const square = v.let(v.mul(x, x));
  const small = v.let(v.madd(v.mul(size, square), v.horner(square, TANH), size));
  const inside = v.let(op("f32x4.pmin", size, single(9.5)));
  const large = v.sub(
    single(1),
    v.div(single(2), v.add(v.let(power(v, v.let(v.add(inside, inside)))), single(1))),
  );
  return v.withSign(v.where(op("f32x4.lt", size, single(0.625)), small, large), x);
};

const LOG = [
  0.33333331174, -0.24999993993, 0.20000714765, -0.16668057665, 0.14249322787, -0.12420140846,
  0.1167699874, -0.1151461031, 0.070376836292,
];
const SQRT_HALF = 0x3f3504f33f3504f3n;
const ONE_LESS_SQRT_HALF = 0x004afb0d004afb0dn;
const MANTISSA = 0x007fffff007fffffn;

export const log: SingleFormula = (v, x, wide) => {
  const isOrdinary = op(
    "v128.and",
    op("f32x4.ge", x, single(2 ** -126)),
    op("f32x4.lt", x, single(Infinity)),
  );
  const others = v.others(isOrdinary);
  const shifted = v.let(op("i32x4.add", x, repeated(ONE_LESS_SQRT_HALF)));
  const exponent = op(
    "i32x4.sub",
    op("i32x4.shr_u", shifted, i32(23)),
    op("i32x4.splat", i32(127)),
  );
  const k = v.let(op("f32x4.convert_i32x4_s", exponent));
  const m = op("i32x4.add", op("v128.and", shifted, repeated(MANTISSA)), repeated(SQRT_HALF));
  const f = v.let(v.sub(m, single(1)));
  const square = v.let(v.mul(f, f));
  const series = v.let(v.mul(v.mul(square, f), v.horner(f, LOG)));
  const low = v.let(v.madd(k, single(LN2[1]), series));
  const rest = v.let(v.nmadd(single(0.5), square, low));
  return v.repair(others, v.madd(k, single(LN2[0]), v.add(f, rest)), () => wide(x));
};

/** pi/2 in parts of 12 bits, whose products with 11 bits are exact; and the rest. */
const HALF_PI = [
  1.5703125, 0.0004837512969970703, 7.549533620476723e-8, 2.5633440682570896e-12,
] as const;
/** Up to here y has all its bits. */
const LARGE = 512;

const SIN = [-0.16666654611, 0.0083321608736, -0.00019515295891];
const COS = [0.041666645683, -0.0013887316255, 2.443315711809948e-5];

export const sin: SingleFormula = (v, x, wide) => sinOrCos(v, x, 0n, wide);

export const cos: SingleFormula = (v, x, wide) => sinOrCos(v, x, 0x0000000100000001n, wide);

/** sin(x + quarter pi/2); see `trigonometry.ts`. */
function sinOrCos(v: VectorMath, x: Code, quarter: bigint, wide: (x: Code) => Code): Code {
  const others = v.others(op("f32x4.le", v.abs(x), single(LARGE)));
  const turns = v.let(v.madd(x, single(2 / Math.PI), single(MAGIC)));
  const n = v.let(v.sub(turns, single(MAGIC)));
  let y = x;
  for (const part of HALF_PI) y = v.let(v.nmadd(n, single(part), y));
  const z = v.let(v.mul(y, y));
  const turned = quarter === 0n ? turns : v.let(op("i32x4.add", turns, repeated(quarter)));
  const isCos = v.let(op("i32x4.shr_s", op("i32x4.shl", turned, i32(31)), i32(31)));
  const sign = op("i32x4.shl", op("v128.and", turned, repeated(0x0000000200000002n)), i32(30));
  const sine = v.let(v.withSign(v.let(v.madd(v.mul(z, y), v.horner(z, SIN), y)), y)); // of -0 too
  const flat = v.let(v.nmadd(single(0.5), z, single(1)));
  const cosine = v.let(v.madd(v.mul(z, z), v.horner(z, COS), flat));
  return v.repair(others, op("v128.xor", v.where(isCos, cosine, sine), sign), () => wide(x));
}
