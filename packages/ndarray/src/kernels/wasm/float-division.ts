/**
 * floor_divide, remainder and fmod on vectors of doubles, to the last bit.
 *
 * Knows that x - q y is exact when q is the whole quotient: it is rounded once, by FMA, and needs no more digits than y has. A quotient
 * that was rounded up to the next whole number is one too large; then y is put back. So this is only for the tier with FMA.
 */
import { type Code, i32, op } from "./assembler.ts";
import { double } from "./constants.ts";
import type { VectorMath } from "./vector-math.ts";

interface Division {
  /** x / y, rounded. */
  readonly ratio: Code;
  /** What C's fmod gives: the sign is x's. */
  readonly rest: Code;
  /** Where the rest is not zero, and its sign is not y's. */
  readonly isOff: Code;
  /** The lanes this is not made for. */
  readonly others: Code;
}

function divide(v: VectorMath, x: Code, y: Code): Division {
  const ratio = v.let(v.div(x, y));
  const [sizeX, sizeY] = [v.let(v.abs(x)), v.let(v.abs(y))];
  const isInside = op(
    "v128.and",
    op("f64x2.gt", sizeY, double(2 ** -900)),
    op("f64x2.lt", op("f64x2.pmax", sizeX, sizeY), double(2 ** 1000)),
  );
  const others = v.others(op("v128.and", isInside, op("f64x2.lt", v.abs(ratio), double(2 ** 52))));
  const r = v.let(v.nmadd(op("f64x2.trunc", ratio), y, x));
  const isPast = op("f64x2.lt", op("v128.xor", r, op("v128.and", x, double(-0))), double(0));
  const size = v.let(v.sub(v.abs(r), sizeY));
  const rest = v.let(v.withSign(v.where(isPast, v.abs(size), r), x));
  const differs = op("i64x2.shr_s", op("v128.xor", rest, y), i32(63));
  const isOff = v.let(op("v128.and", differs, op("f64x2.ne", rest, double(0))));
  return { ratio, rest, isOff, others };
}

export function fmod(v: VectorMath, x: Code, y: Code): Code {
  const { rest, others } = divide(v, x, y);
  return v.orHost(others, [x, y], rest);
}

export function remainder(v: VectorMath, x: Code, y: Code): Code {
  const { rest, isOff, others } = divide(v, x, y);
  const moved = v.add(rest, op("v128.and", y, isOff));
  const isZero = op("f64x2.eq", rest, double(0));
  return v.orHost(others, [x, y], v.where(isZero, v.withSign(double(0), y), moved));
}

export function floorDivide(v: VectorMath, x: Code, y: Code): Code {
  const { ratio, rest, isOff, others } = divide(v, x, y);
  const whole = v.div(v.sub(x, rest), y);
  const quotient = v.let(v.sub(whole, op("v128.and", double(1), isOff)));
  const floor = v.let(op("f64x2.floor", quotient));
  const isNearNext = op("f64x2.gt", v.sub(quotient, floor), double(0.5));
  const rounded = v.add(floor, op("v128.and", double(1), isNearNext));
  const isZero = op("f64x2.eq", quotient, double(0));
  return v.orHost(others, [x, y], v.where(isZero, v.withSign(double(0), ratio), rounded));
}
