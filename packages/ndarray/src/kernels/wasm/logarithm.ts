/**
 * log, log1p, log2 and log10 on vectors of doubles, within 2 ulp.
 *
 * x = 2^k m with m in [sqrt 1/2, sqrt 2); with f = m - 1 and s = f / (2 + f), log m = 2 atanh s, an odd polynomial in s.
 * Arrangement and coefficients: fdlibm's e_log.c, s_log1p.c and e_log2.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/
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

/** x as 2^k (1 + f). */
interface Split {
  readonly k: Code;
  readonly f: Code;
}

/** The split of a positive number, subnormal ones included. */
function split(v: VectorMath, x: Code): Split {
  const isTiny = v.others(op("f64x2.ge", x, double(2 ** -1022)));
  const scaled = v.repair(isTiny, x, (y) => v.mul(y, double(2 ** 54)));
  const shifted = v.let(op("i64x2.add", scaled, repeated(ONE - SQRT_HALF)));
  const exponent = op("v128.or", op("i64x2.shr_u", shifted, i32(52)), repeated(TWO_52));
  const bias = v.repair(isTiny, double(2 ** 52 + 1023), () => double(2 ** 52 + 1023 + 54));
  const m = op("i64x2.add", op("v128.and", shifted, repeated(MANTISSA)), repeated(SQRT_HALF));
  return { k: v.let(v.sub(exponent, bias)), f: v.let(v.sub(m, double(1))) };
}

/** log(1 + f) is f - half + s (half + series): its parts. */
interface Parts {
  readonly half: Code;
  readonly s: Code;
  readonly series: Code;
}

function parts(v: VectorMath, f: Code): Parts {
  const s = v.let(v.div(f, v.add(double(2), f)));
  const z = v.let(v.mul(s, s));
  const w = v.let(v.mul(z, z));
  const odd = v.mul(w, v.horner(w, ODD));
  const series = v.let(v.madd(z, v.horner(w, EVEN), odd));
  return { s, series, half: v.let(v.mul(double(0.5), v.mul(f, f))) };
}

export function log(v: VectorMath, x: Code): Code {
  const { k, f } = split(v, x);
  const { half, s, series } = parts(v, f);
  const inner = v.madd(s, v.add(half, series), v.mul(k, double(LN2_LOW)));
  return orSpecial(v, x, v.sub(v.mul(k, double(LN2_HIGH)), v.sub(v.sub(half, inner), f)));
}

/** log(1 + x): of u = 1 + x, with what rounding took from u put back; near 0 the sum is never made. */
export function log1p(v: VectorMath, x: Code): Code {
  const u = v.let(v.add(double(1), x));
  const isSmall = v.let(
    op("v128.and", op("f64x2.gt", x, double(-0.2928)), op("f64x2.lt", x, double(0.4142))),
  );
  const whole = split(v, u);
  const f = v.let(v.where(isSmall, x, whole.f));
  const k = v.let(op("v128.andnot", whole.k, isSmall));
  const isBig = op("f64x2.ge", v.abs(x), double(2));
  const lost = v.let(v.where(isBig, v.sub(double(1), v.sub(u, x)), v.sub(x, v.sub(u, double(1)))));
  const correction = op("v128.andnot", v.div(lost, u), isSmall);
  const { half, s, series } = parts(v, f);
  const inner = v.madd(s, v.add(half, series), v.add(v.mul(k, double(LN2_LOW)), correction));
  const result = v.withSign(
    v.abs(v.let(v.sub(v.mul(k, double(LN2_HIGH)), v.sub(v.sub(half, inner), f)))),
    x,
  );
  return orSpecial(v, u, v.let(result));
}

/** 1 / ln 2 and 1 / ln 10 in two parts; products of the first with 32 bits are exact. */
const LOG2_E = [1.4426950407214463, 1.6751713164886512e-10] as const;
const LOG10_E = [0.4342944818781689, 2.5082946711645275e-11] as const;
/** log10 2 likewise. */
const LOG10_2 = [0.30102999566361177, 3.694239077158931e-13] as const;

export function log2(v: VectorMath, x: Code): Code {
  return logarithm(v, x, LOG2_E, [1, 0]);
}

export function log10(v: VectorMath, x: Code): Code {
  return logarithm(v, x, LOG10_E, LOG10_2);
}

/** log(1 + f) in two words, times a constant in two words, plus k times another. */
function logarithm(
  v: VectorMath,
  x: Code,
  [eHigh, eLow]: readonly [number, number],
  [twoHigh, twoLow]: readonly [number, number],
): Code {
  const { k, f } = split(v, x);
  const { half, s, series } = parts(v, f);
  const high = v.let(op("v128.and", v.sub(f, half), repeated(-(2n ** 32n))));
  const low = v.let(v.add(v.sub(v.sub(f, high), half), v.mul(s, v.add(half, series))));
  const fromF = v.let(v.mul(high, double(eHigh)));
  const fromK = v.let(v.mul(k, double(twoHigh)));
  const small = v.add(v.mul(v.add(low, high), double(eLow)), v.mul(low, double(eHigh)));
  const sum = v.let(v.add(fromK, fromF));
  const rest = v.add(v.add(v.sub(fromK, sum), fromF), v.add(v.mul(k, double(twoLow)), small));
  return orSpecial(v, x, v.let(v.add(rest, sum)));
}

/** 0 gives -inf, negative numbers nan; inf and nan are themselves. */
function orSpecial(v: VectorMath, x: Code, result: Code): Code {
  const isOrdinary = op(
    "v128.and",
    op("f64x2.gt", x, double(0)),
    op("f64x2.lt", x, double(Infinity)),
  );
  return v.repair(v.others(isOrdinary), result, (y) => {
    const isLarge = op("v128.or", op("f64x2.eq", x, double(Infinity)), op("f64x2.ne", x, x));
    const positive = v.where(
      isLarge,
      x,
      v.where(op("f64x2.eq", x, double(0)), double(-Infinity), y),
    );
    return v.where(op("f64x2.lt", x, double(0)), double(NaN), positive);
  });
}
