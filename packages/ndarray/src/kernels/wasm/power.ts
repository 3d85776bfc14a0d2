/**
 * x ** y on vectors of doubles, within 1 ulp.
 *
 * 2 ** (y log2 x), with the logarithm in two words: y multiplies its error by up to a thousand. x = 2^n m with m near 1 or near 3/2, and
 * log m is an odd series in s = (m - b) / (m + b). Words that are multiplied have their low halves cut off, so that no product is
 * rounded. The power of a negative number is that of its size, with the sign of an
 * odd exponent. Whatever is no real number, or leaves the normal ones, is left to the host.
 * Arrangement and coefficients: fdlibm's e_pow.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/e_pow.c
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

const LOG = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534,
  0.23066074577556175, 0.20697501780033842,
];
const EXP = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
];
/** 2 / (3 ln 2), ln 2, and log2 of 3/2, each in two words. */
const CP = [0.9617966939259756, 0.9617967009544373, -7.028461650952758e-9] as const;
const LN2 = [0.6931471805599453, 0.6931471824645996, -1.904654299957768e-9] as const;
const LOG2_OF_3_HALVES = [0.5849624872207642, 1.350039202129749e-8] as const;

const MANTISSA = 0x000fffffffffffffn;
const ONE = 0x3ff0000000000000n;
const HIGH_HALF = -(2n ** 32n);
/** 2^52, whose low bits can take an integer; and what leaves the nearest integer in the low bits. */
const TWO_52 = 0x4330000000000000n;
const MAGIC = 1.5 * 2 ** 52;

/** Bounds of m: up to the first it is near 1, up to the second near 3/2, beyond that half of it is near 1. */
const NEAR_ONE = 1.2247447967529297;
const NEAR_3_HALVES = 1.732050895690918;

export function power(v: VectorMath, x: Code, y: Code): Code {
  const size = v.let(v.abs(x));
  const isNormal = op(
    "v128.and",
    op("f64x2.ge", size, double(2 ** -1022)),
    op("f64x2.lt", size, double(Infinity)),
  );
  const isReal = op("v128.or", op("f64x2.ge", x, double(0)), isWhole(v, y));
  const isSmall = op("f64x2.lt", v.abs(y), double(2 ** 60)); // so that no product overflows
  const odd = v.others(op("v128.and", op("v128.and", isNormal, isReal), isSmall));
  const log = log2(v, size);
  const yHigh = v.let(highHalf(y));
  const low = v.let(v.add(v.mul(v.sub(y, yHigh), log.high), v.mul(y, log.low)));
  const high = v.let(v.mul(yHigh, log.high));
  const extreme = v.others(op("f64x2.le", v.abs(v.add(high, low)), double(1021)));
  const isOdd = op("v128.not", isWhole(v, v.mul(y, double(0.5))));
  const sign = op("v128.and", op("v128.and", x, double(-0)), isOdd);
  // As in `orSquares`, so that no result depends on where an element lies.
  const general = op("v128.xor", exp2(v, high, low), sign);
  const result = v.where(op("f64x2.eq", y, double(2)), v.mul(x, x), general);
  return v.orHost(v.either(odd, extreme), [x, y], result);
}

function isWhole(v: VectorMath, x: Code): Code {
  const kept = v.let(x);
  return op("f64x2.eq", op("f64x2.floor", kept), kept);
}

interface TwoWords {
  readonly high: Code;
  readonly low: Code;
}

function highHalf(x: Code): Code {
  return op("v128.and", x, repeated(HIGH_HALF));
}

/** log2 x, whose high word has its low half cut off. */
function log2(v: VectorMath, x: Code): TwoWords {
  const m = v.let(op("v128.or", op("v128.and", x, repeated(MANTISSA)), repeated(ONE)));
  const isMiddle = v.let(
    op("v128.and", op("f64x2.ge", m, double(NEAR_ONE)), op("f64x2.lt", m, double(NEAR_3_HALVES))),
  );
  const isUpper = v.let(op("f64x2.ge", m, double(NEAR_3_HALVES)));
  const a = v.let(v.where(isUpper, v.mul(m, double(0.5)), m));
  const exponent = op("v128.or", op("i64x2.shr_u", x, i32(52)), repeated(TWO_52));
  const n = v.let(
    v.sub(exponent, v.where(isUpper, double(2 ** 52 + 1022), double(2 ** 52 + 1023))),
  );
  const b = v.let(v.where(isMiddle, double(1.5), double(1)));

  const top = v.let(v.sub(a, b));
  const bottom = v.let(v.add(a, b));
  const inverse = v.let(v.div(double(1), bottom));
  const s = v.let(v.mul(top, inverse));
  const sHigh = v.let(highHalf(s));
  const bottomHigh = v.let(highHalf(bottom));
  const bottomLow = v.sub(a, v.sub(bottomHigh, b));
  const sLow = v.let(
    v.mul(inverse, v.sub(v.sub(top, v.mul(sHigh, bottomHigh)), v.mul(sHigh, bottomLow))),
  );

  const z = v.let(v.mul(s, s));
  const series = v.mul(v.mul(z, z), v.horner(z, LOG));
  const r = v.let(v.add(series, v.mul(sLow, v.add(sHigh, s))));
  const square = v.let(v.mul(sHigh, sHigh));
  const tHigh = v.let(highHalf(v.add(v.add(double(3), square), r)));
  const tLow = v.sub(r, v.sub(v.sub(tHigh, double(3)), square));
  const u = v.let(v.mul(sHigh, tHigh));
  const w = v.let(v.add(v.mul(sLow, tHigh), v.mul(tLow, s)));
  const pHigh = v.let(highHalf(v.add(u, w)));
  const pLow = v.sub(w, v.sub(pHigh, u));

  const [offsetHigh, offsetLow] = LOG2_OF_3_HALVES.map((part) =>
    v.let(op("v128.and", double(part), isMiddle)),
  ) as [Code, Code]; // two words
  const zHigh = v.let(v.mul(double(CP[1]), pHigh));
  const zLow = v.let(
    v.add(v.add(v.mul(double(CP[2]), pHigh), v.mul(pLow, double(CP[0]))), offsetLow),
  );
  const high = v.let(highHalf(v.add(v.add(v.add(zHigh, zLow), offsetHigh), n)));
  const low = v.let(v.sub(zLow, v.sub(v.sub(v.sub(high, n), offsetHigh), zHigh)));
  return { high, low };
}

/** 2 ** (high + low), where that is a normal number. */
function exp2(v: VectorMath, high: Code, low: Code): Code {
  const bits = v.let(v.add(v.add(high, low), double(MAGIC)));
  const rest = v.let(v.sub(high, v.sub(bits, double(MAGIC))));
  const t = v.let(highHalf(v.add(low, rest)));
  const u = v.let(v.mul(t, double(LN2[1])));
  const w = v.let(
    v.add(v.mul(v.sub(low, v.sub(t, rest)), double(LN2[0])), v.mul(t, double(LN2[2]))),
  );
  const z = v.let(v.add(u, w));
  const lost = v.let(v.sub(w, v.sub(z, u)));
  const square = v.let(v.mul(z, z));
  const t1 = v.let(v.sub(z, v.mul(square, v.horner(square, EXP))));
  const quotient = v.div(v.mul(z, t1), v.sub(t1, double(2)));
  const r = v.sub(quotient, v.add(lost, v.mul(z, lost)));
  return op("i64x2.add", v.sub(double(1), v.sub(r, z)), op("i64x2.shl", bits, i32(52)));
}
