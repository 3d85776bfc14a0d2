/**
 * sin and cos on vectors of doubles within 1 ulp, tan within 2.
 *
 * x = n pi/2 + y with |y| <= pi/4; n's last two bits say which of sin y and cos y it is, and with which sign. pi/2 is
 * subtracted in parts (Cody and Waite), y keeping a second word; beyond LARGE the host's own function takes over.
 * Arrangement and coefficients: fdlibm's k_sin.c and k_cos.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** 33 bits, the next 33 bits, and the rest of pi/2: products with n are exact. */
const PIO2_1 = 1.5707963267341256;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_3 = 2.0222662487959506e-21;

/** Up to here y has all its bits, however near x comes to a multiple of pi/2. */
const LARGE = 2 ** 14;

const MAGIC = 1.5 * 2 ** 52;

const SIN = [
  0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6, -2.5050760253406863e-8,
  1.58969099521155e-10,
];
const SIN_FIRST = -0.16666666666666632;
const COS = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
];

export function sin(v: VectorMath, x: Code): Code {
  return sinOrCos(v, x, 0n);
}

export function cos(v: VectorMath, x: Code): Code {
  return sinOrCos(v, x, 1n);
}

/** tan, from the quotient of the two; what each lost in rounding corrects it. */
export function tan(v: VectorMath, x: Code): Code {
  const { turns, y, rest, z, isLarge } = reduce(v, x);
  const isOdd = v.let(op("i64x2.eq", op("v128.and", turns, repeated(1n)), repeated(1n)));
  const [sine, cosine] = [sinOfReduced(v, y, rest, z), cosOfReduced(v, y, rest, z)];
  const top = v.let(v.where(isOdd, cosine.high, sine.high));
  const bottom = v.let(v.where(isOdd, op("f64x2.neg", sine.high), cosine.high));
  const topLow = v.where(isOdd, cosine.low(), sine.low());
  const bottomLow = v.where(isOdd, op("f64x2.neg", sine.low()), cosine.low());
  const quotient = v.let(v.div(top, bottom));
  const correction = v.div(v.nmadd(quotient, bottomLow, topLow), bottom);
  return v.orHost(
    isLarge,
    [x],
    v.where(op("f64x2.eq", x, double(0)), x, v.add(quotient, correction)),
  );
}

/** sin(x + quarter pi/2). */
function sinOrCos(v: VectorMath, x: Code, quarter: bigint): Code {
  const { turns, y, rest, z, isLarge } = reduce(v, x);
  const turned = quarter === 0n ? turns : v.let(op("i64x2.add", turns, repeated(quarter)));
  const isCos = v.let(op("i64x2.eq", op("v128.and", turned, repeated(1n)), repeated(1n)));
  const sign = op("i64x2.shl", op("v128.and", turned, repeated(2n)), i32(62));
  const value = v.where(isCos, cosOfReduced(v, y, rest, z).high, sinOfReduced(v, y, rest, z).high);
  return v.orHost(isLarge, [x], op("v128.xor", value, sign));
}

interface Reduced {
  /** Its last two bits count the quarters. */
  readonly turns: Code;
  /** What is left, in two words, and the square of the first. */
  readonly y: Code;
  readonly rest: Code;
  readonly z: Code;
  readonly isLarge: Code;
}

function reduce(v: VectorMath, x: Code): Reduced {
  const turns = v.let(v.madd(x, double(2 / Math.PI), double(MAGIC)));
  const n = v.let(v.sub(turns, double(MAGIC)));
  const t = v.let(v.sub(x, v.mul(n, double(PIO2_1))));
  const w = v.let(v.mul(n, double(PIO2_2)));
  const r = v.let(v.sub(t, w));
  const low = v.let(v.sub(v.mul(n, double(PIO2_3)), v.sub(v.sub(t, r), w)));
  const y = v.let(v.sub(r, low));
  const rest = v.let(v.sub(v.sub(r, y), low));
  const isLarge = v.others(op("f64x2.le", v.abs(x), double(LARGE)));
  return { turns, y, rest, z: v.let(v.mul(y, y)), isLarge };
}

/** A value, and what its last rounding took from it. */
interface TwoWords {
  readonly high: Code;
  readonly low: () => Code;
}

function sinOfReduced(v: VectorMath, y: Code, rest: Code, z: Code): TwoWords {
  const cube = v.let(v.mul(z, y));
  const r = v.let(v.horner(z, SIN));
  const correction = v.sub(v.mul(z, v.sub(v.mul(double(0.5), rest), v.mul(cube, r))), rest);
  const small = v.let(v.nmadd(cube, double(SIN_FIRST), correction));
  const high = v.let(v.sub(y, small));
  return { high, low: () => v.sub(v.sub(y, high), small) };
}

function cosOfReduced(v: VectorMath, y: Code, rest: Code, z: Code): TwoWords {
  const r = v.let(v.mul(z, v.horner(z, COS)));
  const half = v.let(v.mul(double(0.5), z));
  const w = v.let(v.sub(double(1), half));
  const small = v.let(v.add(v.sub(v.sub(double(1), w), half), v.sub(v.mul(z, r), v.mul(y, rest))));
  const high = v.let(v.add(w, small));
  return { high, low: () => v.add(v.sub(w, high), small) };
}
