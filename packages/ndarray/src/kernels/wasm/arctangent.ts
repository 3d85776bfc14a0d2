/**
 * arctan and arctan2 on vectors of doubles, within 1 and 2 ulp.
 *
 * arctan x is arctan c plus the arctangent of (x - c) / (1 + c x): with c one of 0, 1/2, 1, 3/2 and infinity, whichever is near, what is
 * left is small, and an odd polynomial does. The division is made once, after its parts were chosen.
 * Arrangement and coefficients: fdlibm's s_atan.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/s_atan.c
 */
import { type Code, op } from "./assembler.ts";
import { double } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

/** From `least` on: arctan c in two words, and c's quotient (a x - b) / (a + b x) as a and b. */
const PIECES = [
  { least: 0.4375, high: 0.4636476090008061, low: 2.2698777452961687e-17, a: 2, b: 1 },
  { least: 0.6875, high: 0.7853981633974483, low: 3.061616997868383e-17, a: 1, b: 1 },
  { least: 1.1875, high: 0.982793723247329, low: 1.3903311031230998e-17, a: 1, b: 1.5 },
  { least: 2.4375, high: 1.5707963267948966, low: 6.123233995736766e-17, a: 0, b: 1 },
] as const;

const EVEN = [
  0.3333333333333293, 0.14285714272503466, 0.09090887133436507, 0.06661073137387531,
  0.049768779946159324, 0.016285820115365782,
];
const ODD = [
  -0.19999999999876483, -0.11111110405462356, -0.0769187620504483, -0.058335701337905735,
  -0.036531572744216916,
];

export function arctan(v: VectorMath, x: Code): Code {
  const size = v.let(v.abs(x));
  let [a, b, high, low] = [double(1), double(0), double(0), double(0)];
  for (const piece of PIECES) {
    const isBeyond = v.let(op("f64x2.ge", size, double(piece.least)));
    const chosen = (value: number, before: Code): Code =>
      v.let(v.where(isBeyond, double(value), before));
    [a, b, high, low] = [
      chosen(piece.a, a),
      chosen(piece.b, b),
      chosen(piece.high, high),
      chosen(piece.low, low),
    ];
  }
  // Beyond every double's tenth digit it is pi/2 all the same, and infinity would make the quotient nan.
  const inside = v.let(op("f64x2.pmin", size, double(2 ** 66)));
  const q = v.let(v.div(v.sub(v.mul(a, inside), b), v.add(a, v.mul(b, inside))));
  const z = v.let(v.mul(q, q));
  const w = v.let(v.mul(z, z));
  const sum = v.add(v.mul(z, v.horner(w, EVEN)), v.mul(w, v.horner(w, ODD)));
  const result = v.sub(high, v.sub(v.sub(v.mul(q, sum), low), q));
  return v.withSign(v.abs(v.let(result)), x);
}

const PI_LOW = 1.2246467991473532e-16;

/** The angle of (x, y), from the arctangent of |y / x|, unless that is tiny, or nan as for two zeros. */
export function arctan2(v: VectorMath, y: Code, x: Code): Code {
  const ratio = v.let(v.abs(v.div(y, x)));
  const isFlat = op("v128.and", op("f64x2.eq", y, double(0)), op("f64x2.gt", v.abs(x), double(0)));
  const others = v.others(op("v128.or", op("f64x2.gt", ratio, double(2 ** -900)), isFlat));
  const angle = v.let(arctan(v, ratio));
  const beyond = v.sub(double(Math.PI), v.sub(angle, double(PI_LOW)));
  const size = v.let(v.where(op("f64x2.lt", x, double(0)), beyond, angle));
  return v.orHost(others, [y, x], v.withSign(size, y));
}
