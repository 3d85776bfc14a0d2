/**
 * arcsin and arccos on vectors of doubles, within 1 ulp.
 *
 * Up to 1/2 an odd series; beyond, arcsin x = pi/2 - 2 arcsin sqrt((1 - x) / 2), with the root in two words.
 * Arrangement and coefficients: fdlibm's e_asin.c and e_acos.c (Sun Microsystems, 1993), https://netlib.org/fdlibm/
 */
import { type Code, op } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

const TOP = [
  0.16666666666666666, -0.3255658186224009, 0.20121253213486293, -0.04005553450067941,
  0.0007915349942898145, 3.479331075960212e-5,
];
const BOTTOM = [
  1, -2.403394911734414, 2.0209457602335057, -0.6882839716054533, 0.07703815055590194,
];
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17] as const;
const HIGH_HALF = -(2n ** 32n);

interface Parts {
  readonly size: Code;
  readonly isSmall: Code;
  /** (arcsin s - s) / s, for the s whose arcsine is wanted: x, or the root. */
  readonly series: Code;
  /** The root in two words. */
  readonly root: Code;
  readonly rootHigh: Code;
  readonly rootLow: Code;
}

function parts(v: VectorMath, x: Code): Parts {
  const size = v.let(v.abs(x));
  const isSmall = v.let(op("f64x2.lt", size, double(0.5)));
  const half = v.let(v.mul(v.sub(double(1), size), double(0.5)));
  const z = v.let(v.where(isSmall, v.mul(x, x), half));
  const series = v.let(v.div(v.mul(z, v.horner(z, TOP)), v.horner(z, BOTTOM)));
  const root = v.let(op("f64x2.sqrt", half));
  const rootHigh = v.let(op("v128.and", root, repeated(HIGH_HALF)));
  // What the high word leaves; 0 / 0 where the root is 0.
  const left = v.div(v.nmadd(rootHigh, rootHigh, half), v.add(root, rootHigh));
  const rootLow = v.let(op("v128.and", left, op("f64x2.ne", root, double(0))));
  return { size, isSmall, series, root, rootHigh, rootLow };
}

export function arcsin(v: VectorMath, x: Code): Code {
  const { size, isSmall, series, root, rootHigh, rootLow } = parts(v, x);
  const small = v.add(size, v.mul(size, series));
  const quarter = HALF_PI[0] / 2;
  const p = v.sub(
    v.mul(v.mul(double(2), root), series),
    v.sub(double(HALF_PI[1]), v.mul(double(2), rootLow)),
  );
  const q = v.sub(double(quarter), v.mul(double(2), rootHigh));
  const large = v.sub(double(quarter), v.sub(p, q));
  return v.withSign(v.let(v.where(isSmall, small, large)), x);
}

export function arccos(v: VectorMath, x: Code): Code {
  const { isSmall, series, root, rootHigh, rootLow } = parts(v, x);
  const small = v.sub(double(HALF_PI[0]), v.sub(x, v.sub(double(HALF_PI[1]), v.mul(x, series))));
  const positive = v.mul(double(2), v.add(rootHigh, v.add(v.mul(series, root), rootLow)));
  const rest = v.sub(v.mul(series, root), double(HALF_PI[1]));
  const negative = v.sub(double(Math.PI), v.mul(double(2), v.add(root, rest)));
  const isNegative = op("f64x2.lt", x, double(0));
  return v.where(isSmall, small, v.where(isNegative, negative, positive));
}
