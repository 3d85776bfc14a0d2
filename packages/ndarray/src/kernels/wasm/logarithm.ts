/**
 * log on vectors of doubles, within 1 ulp.
 *
 * x = 2^k m with m in [sqrt 1/2, sqrt 2); with f = m - 1 and s = f / (2 + f), log m = 2 atanh s, an odd polynomial in s.
 * Arrangement and coefficients: fdlibm's e_log.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/e_log.c
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

const EVEN = [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586];
const ODD = [0.3999999999940942, 0.22222198432149784, 0.15313837699209373];

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** The bits of sqrt(1/2), so that mantissas are cut there. */
const SQRT_HALF = 0x3fe6a09e00000000n;
const ONE = 0x3ff0000000000000n;
const MANTISSA = 0x000fffffffffffffn;
/** 2^52, whose low bits can take an integer. */
const TWO_52 = 0x4330000000000000n;

export function log(v: VectorMath, x: Code): Code {
  const isTiny = v.let(op("f64x2.lt", x, double(2 ** -1022)));
  const scaled = v.rarely(isTiny, x, (w, y) => w.where(isTiny, w.mul(y, double(2 ** 54)), y));
  const shifted = v.let(op("i64x2.add", scaled, repeated(ONE - SQRT_HALF)));
  const exponent = op("v128.or", op("i64x2.shr_u", shifted, i32(52)), repeated(TWO_52));
  const bias = v.let(v.where(isTiny, double(2 ** 52 + 1023 + 54), double(2 ** 52 + 1023)));
  const k = v.let(v.sub(exponent, bias));
  const m = op("i64x2.add", op("v128.and", shifted, repeated(MANTISSA)), repeated(SQRT_HALF));
  const f = v.let(v.sub(m, double(1)));
  const s = v.let(v.div(f, v.add(double(2), f)));
  const z = v.let(v.mul(s, s));
  const w = v.let(v.mul(z, z));
  const odd = v.mul(w, v.horner(w, ODD));
  const series = v.let(v.madd(z, v.horner(w, EVEN), odd));
  const half = v.let(v.mul(double(0.5), v.mul(f, f)));
  const inner = v.madd(s, v.add(half, series), v.mul(k, double(LN2_LOW)));
  const result = v.let(v.sub(v.mul(k, double(LN2_HIGH)), v.sub(v.sub(half, inner), f)));
  const isOrdinary = op("v128.and", op("f64x2.gt", x, double(0)), op("f64x2.lt", x, double(Infinity)));
  return v.rarely(v.let(op("v128.not", isOrdinary)), result, (w, y) => special(w, x, y));
}

/** 0 gives -inf, negative numbers nan; inf and nan are themselves. */
function special(v: VectorMath, x: Code, y: Code): Code {
  const isLarge = op("v128.or", op("f64x2.eq", x, double(Infinity)), op("f64x2.ne", x, x));
  const positive = v.where(isLarge, x, v.where(op("f64x2.eq", x, double(0)), double(-Infinity), y));
  return v.where(op("f64x2.lt", x, double(0)), double(NaN), positive);
}
