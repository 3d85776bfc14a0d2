/**
 * The cube root on vectors of doubles, within 1 ulp.
 *
 * A third of the exponent's bits is a guess within 5 per cent; a polynomial makes it good to 23 bits, and one step of Newton's to all.
 * The root is cut to 23 bits before, so that its square is exact.
 * Arrangement and coefficients: FreeBSD's s_cbrt.c (Sun Microsystems and Bruce Evans), https://github.com/freebsd/freebsd-src
 */
import { type Code, i32, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** What the upper half of the guess has besides a third of that of x. */
const OFFSET = 715094163;
const LOW = [1.8759518242717701, -1.8849797954337717, 1.621429720105354] as const;
const HIGH = [-0.758397934778766, 0.14599619288661245] as const;

/** 2^52, whose low bits can take an integer. */
const TWO_52 = 0x4330000000000000n;

export function cbrt(v: VectorMath, x: Code): Code {
  const size = v.let(v.abs(x));
  const isNormal = op(
    "v128.and",
    op("f64x2.ge", size, double(2 ** -1022)),
    op("f64x2.lt", size, double(Infinity)),
  );
  const others = v.others(isNormal);
  const upper = v.let(op("v128.or", op("i64x2.shr_u", size, i32(32)), repeated(TWO_52)));
  const third = v.mul(v.sub(upper, double(2 ** 52)), double(1 / 3));
  const guess = v.let(v.add(op("f64x2.floor", third), double(2 ** 52 + OFFSET)));
  const t = v.let(op("i64x2.shl", guess, i32(32)));

  const r = v.let(v.mul(v.mul(t, t), v.div(t, size)));
  const low = v.horner(r, LOW);
  const high = v.mul(v.mul(v.mul(r, r), r), v.horner(r, HIGH));
  const better = v.let(v.mul(t, v.add(low, high)));
  const cut = v.let(
    op("v128.and", op("i64x2.add", better, repeated(0x80000000n)), repeated(-(2n ** 30n))),
  );
  const quotient = v.let(v.div(size, v.mul(cut, cut)));
  const step = v.div(v.sub(quotient, cut), v.add(v.add(cut, cut), quotient));
  return v.orHost(others, [x], v.withSign(v.let(v.madd(cut, step, cut)), x));
}
