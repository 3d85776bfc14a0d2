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

/** ln 2 in two parts; the first has 20 trailing zeros, so that its products with k are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Adding this leaves the nearest integer in the low bits. */
const MAGIC = 1.5 * 2 ** 52;
const MAGIC_BITS = 0x4338000000000000n;

/** x as k (a double, and bits whose low 12 are k) and the rest. */
interface Reduced {
  readonly k: Code;
  readonly bits: Code;
  readonly r: Code;
  /** What rounding took from r. */
  readonly lost: () => Code;
}

function reduce(v: VectorMath, x: Code): Reduced {
  const shifted = v.let(v.madd(x, double(Math.LOG2E), double(MAGIC)));
  const k = v.let(v.sub(shifted, double(MAGIC)));
  const high = v.let(v.nmadd(k, double(LN2_HIGH), x));
  const r = v.let(v.nmadd(k, double(LN2_LOW), high));
  return {
    k,
    bits: v.let(op("i64x2.sub", shifted, repeated(MAGIC_BITS))),
    r,
    lost: () => v.nmadd(k, double(LN2_LOW), v.sub(high, r)),
  };
}

/** e^r - 1 for a reduced r. */
function expm1OfReduced(v: VectorMath, r: Code): Code {
  return v.let(v.madd(v.let(v.mul(r, r)), v.estrin(r, TAIL), r));
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
  const { bits, r } = reduce(v, x);
  const ordinary = op(
    "i64x2.add",
    v.add(double(1), expm1OfReduced(v, r)),
    op("i64x2.shl", bits, i32(52)),
  );
  const isExtreme = v.let(op("v128.not", op("f64x2.le", v.abs(x), double(ORDINARY)))); // nan too
  return v.rarely(isExtreme, ordinary, (w, y) => w.where(isExtreme, extremeExp(w, x), y));
}

function extremeExp(v: VectorMath, x: Code): Code {
  const { bits, r } = reduce(v, v.let(clamp(x, -746, 710)));
  return v.let(scale(v, v.let(v.add(double(1), expm1OfReduced(v, r))), bits));
}

export function exp2(v: VectorMath, x: Code): Code {
  const inside = v.let(clamp(x, -1076, 1025));
  const shifted = v.let(v.add(inside, double(MAGIC)));
  const r = v.let(v.mul(v.sub(inside, v.sub(shifted, double(MAGIC))), double(Math.LN2)));
  const bits = v.let(op("i64x2.sub", shifted, repeated(MAGIC_BITS)));
  return scale(v, v.let(v.add(double(1), expm1OfReduced(v, r))), bits);
}

/** e^x - 1 for -50 <= x <= 700: 2^k (e^r - 1) + (2^k - 1), of which only the sum is rounded. */
function expm1Inside(v: VectorMath, x: Code): Code {
  const { bits, r, lost } = reduce(v, x);
  const power = v.let(powerOfTwo(bits));
  const m = v.let(v.add(expm1OfReduced(v, r), lost()));
  return v.let(v.madd(power, m, v.sub(power, double(1))));
}

/** Beyond 60 the -1 no longer shows, and e^x with its scaling in two halves takes over. */
export function expm1(v: VectorMath, x: Code): Code {
  const inside = expm1Inside(v, v.let(clamp(x, -50, 61)));
  const isLarge = v.let(op("f64x2.gt", x, double(60)));
  const large = exp(v, x);
  return v.withSign(v.where(isLarge, large, inside), x);
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
