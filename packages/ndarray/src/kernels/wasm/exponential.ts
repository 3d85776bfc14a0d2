/**
 * exp, exp2, expm1, tanh on vectors of doubles, within 2 ulp.
 *
 * x = k ln 2 + r with |r| <= ln 2 / 2; e^r is a polynomial, and 2^k goes straight into the exponent bits, in two halves
 * so that results beyond the normal numbers come out right. The coefficients are Chebyshev's on that interval.
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2: error 1.3e-17. */
const TAIL = [
  0.5, 0.16666666666666669, 0.041666666666624094, 0.00833333333333006, 0.0013888888917230724,
  0.00019841269863066696, 2.4801521269532122e-5, 2.7557268439678e-6, 2.7620101012098e-7,
  2.5100395159429243e-8,
];

/** e^r for the same r. */
const SERIES = [1, 1, ...TAIL];

/** ln 2 in two parts; the first has 20 trailing zeros, so that its products with k are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Adding this leaves the nearest integer in the low bits; its own are 0. */
const MAGIC = 1.5 * 2 ** 52;

/** x as k and the rest. */
interface Reduced {
  /** A double whose last 12 bits are those of k. */
  readonly bits: Code;
  readonly r: Code;
  /** What rounding took from r. */
  readonly lost: () => Code;
}

function reduce(v: VectorMath, x: Code): Reduced {
  const bits = v.let(v.madd(x, double(Math.LOG2E), double(MAGIC)));
  const k = v.let(v.sub(bits, double(MAGIC)));
  const high = v.let(v.nmadd(k, double(LN2_HIGH), x));
  const r = v.let(v.nmadd(k, double(LN2_LOW), high));
  return { bits, r, lost: () => v.nmadd(k, double(LN2_LOW), v.sub(high, r)) };
}

/** e^r - 1 for a reduced r. */
function expm1OfReduced(v: VectorMath, r: Code): Code {
  return v.let(v.madd(v.let(v.mul(r, r)), v.horner(r, TAIL), r));
}

/** 2^k for k in the low 12 bits, -1022 to 1023. */
function powerOfTwo(bits: Code): Code {
  return op("i64x2.shl", op("i64x2.add", bits, repeated(1023n)), i32(52));
}

/** y * 2^k, for k of twice the range of exponents; rounded once. */
function scale(v: VectorMath, y: Code, bits: Code): Code {
  const half = v.let(op("i32x4.shr_s", bits, i32(1))); // only the low 12 bits of each lane are used
  return v.mul(v.mul(y, powerOfTwo(half)), powerOfTwo(op("i64x2.sub", bits, half)));
}

function clamp(x: Code, low: number, high: number): Code {
  return op("f64x2.pmin", op("f64x2.pmax", x, double(low)), double(high)); // both keep a nan in x
}

/** Up to here e^x is a normal number, and 2^k can simply be added to the exponent. */
const ORDINARY = 708;

export function exp(v: VectorMath, x: Code): Code {
  const extreme = v.others(op("f64x2.le", v.abs(x), double(ORDINARY))); // nan is among them
  const { bits, r } = reduce(v, x);
  const ordinary = op("i64x2.add", v.horner(r, SERIES), op("i64x2.shl", bits, i32(52)));
  return v.repair(extreme, ordinary, () => extremeExp(v, x));
}

function extremeExp(v: VectorMath, x: Code): Code {
  const { bits, r } = reduce(v, v.let(clamp(x, -746, 710)));
  return v.let(scale(v, v.horner(r, SERIES), bits));
}

export function exp2(v: VectorMath, x: Code): Code {
  const extreme = v.others(op("f64x2.le", v.abs(x), double(1021)));
  const { bits, series } = exp2Parts(v, x);
  const ordinary = op("i64x2.add", series, op("i64x2.shl", bits, i32(52)));
  return v.repair(extreme, ordinary, () => {
    const inside = exp2Parts(v, v.let(clamp(x, -1076, 1025)));
    return scale(v, inside.series, inside.bits);
  });
}

function exp2Parts(v: VectorMath, x: Code): { bits: Code; series: Code } {
  const bits = v.let(v.add(x, double(MAGIC)));
  const r = v.let(v.mul(v.sub(x, v.sub(bits, double(MAGIC))), double(Math.LN2)));
  return { bits, series: v.horner(r, SERIES) };
}

/** Up to 60 it is 2^k (e^r - 1) + (2^k - 1), of which only the sum is rounded; beyond, the -1 no longer shows. */
export function expm1(v: VectorMath, x: Code): Code {
  const large = v.others(op("f64x2.le", x, double(60)));
  const { bits, r, lost } = reduce(v, v.let(clamp(x, -50, 61)));
  const power = v.let(powerOfTwo(bits));
  const m = v.let(v.add(expm1OfReduced(v, r), lost()));
  const inside = v.let(v.madd(power, m, v.sub(power, double(1))));
  return v.withSign(
    v.repair(large, inside, () => exp(v, x)),
    x,
  );
}

/** (tanh x - x) / x^3 as a ratio, for |x| < 0.625. Coefficients: Cephes' tanh.c (Moshier), https://netlib.org/cephes/ */
const TANH_TOP = [-1614.6876844170845, -99.28772310019185, -0.9643991794250523];
const TANH_BOTTOM = [4844.063053251255, 2235.4883906010045, 112.81167849163293, 1];

/** Near 0 a ratio of polynomials; else 1 - 2 / (e^(2|x|) + 1), which from 22 on rounds to 1. */
export function tanh(v: VectorMath, x: Code): Code {
  const size = v.let(v.abs(x));
  const square = v.let(v.mul(x, x));
  const ratio = v.div(v.horner(square, TANH_TOP), v.horner(square, TANH_BOTTOM));
  const small = v.let(v.madd(v.mul(x, square), ratio, x));
  const { bits, r } = reduce(v, v.let(v.mul(double(2), op("f64x2.pmin", size, double(22)))));
  const power = v.mul(v.add(double(1), expm1OfReduced(v, r)), powerOfTwo(bits));
  const large = v.sub(double(1), v.div(double(2), v.add(power, double(1))));
  return v.withSign(v.where(op("f64x2.lt", size, double(0.625)), small, large), x);
}
