/**
 * Two steps of PCG64 at once: vectors multiply what two scalar steps would wait for one multiplier to do.
 *
 * The lower half of the state does not depend on the upper one, so that of the second step is known early; the upper halves of the
 * products of both come from 32-bit products, side by side.
 */
import { type Code, type FunctionBuilder, i32, i64, lane, op, shuffle } from "./assembler.ts";
import { MASK, MULTIPLIER_HIGH, MULTIPLIER_LOW, type Stream, foldedBits } from "./pcg64.ts";

/** The lower halves of two 64-bit lanes, then their upper ones. */
const HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15];

export interface Pair {
  readonly step: Code;
  /** The 64 bits of either step, behind both. */
  readonly first: Code;
  readonly second: Code;
}

/** Two steps of `stream` in `f`; what is to run once before any of them goes to `before`. */
export function twoSteps(f: FunctionBuilder, stream: Stream, before: Code[]): Pair {
  const { low, high, addLow, addHigh } = stream;
  const multiply = products(f, before);
  const step: Code[] = [];
  const next = (x: Code): Code => op("i64.add", op("i64.mul", x, i64(MULTIPLIER_LOW)), addLow.get);
  const start = f.keep("i64", low.get, step);
  const middle = f.keep("i64", next(start), step);
  step.push(low.set(next(middle)));
  const lows = lane("i64x2.replace_lane", 1, op("i64x2.splat", start), middle);
  const carried = f.keep("v128", multiply(lows, step), step);
  const upperHalf = (k: number, from: Code, to: Code): Code => {
    const crossed = op("i64.mul", from, i64(MULTIPLIER_HIGH));
    const carry = op("i64.extend_i32_u", op("i64.lt_u", to, addLow.get));
    const added = op("i64.add", lane("i64x2.extract_lane", k, carried), addHigh.get);
    const known = op("i64.add", added, op("i64.add", crossed, carry));
    return op("i64.add", known, op("i64.mul", high.get, i64(MULTIPLIER_LOW))); // last, as the other half waits for it
  };
  step.push(high.set(upperHalf(0, start, middle)));
  const first = f.keep("i64", foldedBits(high.get, middle), step);
  step.push(high.set(upperHalf(1, middle, low.get)));
  return { step, first, second: foldedBits(high.get, low.get) };
}

/** The upper halves of the 128-bit products of two lanes with the lower half of the multiplier. */
function products(f: FunctionBuilder, before: Code[]): (lanes: Code, into: Code[]) => Code {
  const splat = (half: bigint): Code =>
    f.keep("v128", op("i32x4.splat", i32(Number(half))), before);
  const multiplier = { low: splat(MULTIPLIER_LOW & MASK), high: splat(MULTIPLIER_LOW >> 32n) };
  const mask = f.keep("v128", op("i64x2.splat", i64(MASK)), before);
  const upper = (x: Code): Code => op("i64x2.shr_u", x, i32(32));
  return (lanes, into) => {
    const kept = f.keep("v128", lanes, into);
    const halves = f.keep("v128", shuffle(kept, kept, HALVES), into);
    const lowTimes = (x: Code): Code => op("i64x2.extmul_low_i32x4_u", halves, x);
    const highTimes = (x: Code): Code => op("i64x2.extmul_high_i32x4_u", halves, x);
    const t = op("i64x2.add", highTimes(multiplier.low), upper(lowTimes(multiplier.low)));
    const inner = f.keep("v128", t, into);
    const u = op("i64x2.add", lowTimes(multiplier.high), op("v128.and", inner, mask));
    return op("i64x2.add", op("i64x2.add", highTimes(multiplier.high), upper(inner)), upper(u));
  };
}
