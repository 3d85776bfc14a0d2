/**
 * sinh, cosh and hypot on vectors of doubles, within 2 ulp.
 *
 * Knows e^x (`exponential.ts`). Where e^x leaves the range, the host takes over.
 */
import { type Code, op } from "./assembler.ts";
import { double } from "./constants.ts";
import { exp } from "./exponential.ts";
import type { VectorMath } from "./vector-math.ts";

/** Up to here e^x is a normal number. */
const LARGE = 708;

/** (e^|x| + e^-|x|) / 2. */
export function cosh(v: VectorMath, x: Code): Code {
  const size = v.let(v.abs(x));
  const beyond = v.others(op("f64x2.le", size, double(LARGE)));
  const power = v.let(exp(v, size));
  const half = v.let(v.mul(power, double(0.5)));
  return v.orHost(beyond, [x], v.add(half, v.div(double(0.25), half)));
}

/** (sinh x - x) / x^3 by powers of x^2: 1 / 3!, 1 / 5!, … are enough below 1. */
const SERIES = [
  1 / 6,
  1 / 120,
  1 / 5040,
  1 / 362880,
  1 / 39916800,
  1 / 6227020800,
  1 / 1307674368000,
  1 / 355687428096000,
];

/** Below 1 a series, since the difference of e^x and e^-x would lose digits. */
export function sinh(v: VectorMath, x: Code): Code {
  const size = v.let(v.abs(x));
  const beyond = v.others(op("f64x2.le", size, double(LARGE)));
  const square = v.let(v.mul(x, x));
  const small = v.let(v.madd(v.mul(size, square), v.horner(square, SERIES), size));
  const half = v.let(v.mul(exp(v, size), double(0.5)));
  const large = v.sub(half, v.div(double(0.25), half));
  const result = v.where(op("f64x2.lt", size, double(1)), small, large);
  return v.orHost(beyond, [x], v.withSign(v.let(result), x));
}

/** sqrt(x^2 + y^2), where neither square leaves the range, or both are 0. */
export function hypot(v: VectorMath, x: Code, y: Code): Code {
  const size = v.let(op("f64x2.pmax", v.abs(x), v.abs(y)));
  const isLarge = op(
    "v128.or",
    op("f64x2.gt", size, double(1e-140)),
    op("f64x2.eq", size, double(0)),
  );
  const isInside = op("v128.and", isLarge, op("f64x2.lt", size, double(1e150)));
  const outside = v.others(isInside);
  return v.orHost(outside, [x, y], op("f64x2.sqrt", v.add(v.mul(x, x), v.mul(y, y))));
}
