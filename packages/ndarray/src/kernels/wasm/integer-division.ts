/**
 * Division of integers as NumPy does it: by zero gives 0, quotients round down, remainders take the divisor's sign.
 *
 * Knows one element, and vectors of all but 64-bit integers. WebAssembly's own division of integers traps on zero and on the
 * most negative number over -1, and there is none for vectors. But floats divide: a quotient of integers that is not whole is
 * at least 1/divisor away from the next whole number, more than a float with twice the integers' bits (or 24, for 16) is off.
 */
import { type Code, type FunctionBuilder, choose, i32, i64, op, shuffle } from "./assembler.ts";
import { double } from "./constants.ts";
import type { Expression } from "./elementwise.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

type Division = "floor_divide" | "remainder" | "fmod";

/** `floor_divide`, `remainder` or `fmod` of two elements. */
export function divisionOf(name: Division, { type, isSigned }: Lanes): Expression {
  const constant = (value: number): Code => (type === "i64" ? i64(BigInt(value)) : i32(value));
  const wide = (flag: Code): Code => (type === "i64" ? op("i64.extend_i32_u", flag) : flag);
  return (f, x, y) => {
    const [a, b, r] = [f.local(type), f.local(type), f.local(type)];
    const isMinusOne = op(`${type}.eq`, b.get, constant(-1));
    /** 1 where the remainder is not zero and its sign is not the divisor's. */
    const isOff = op(
      "i32.and",
      op(`${type}.ne`, r.get, constant(0)),
      op(`${type}.lt_s`, op(`${type}.xor`, r.get, b.get), constant(0)),
    );
    let result: Code;
    if (!isSigned)
      result = op(`${type}.${name === "floor_divide" ? "div_u" : "rem_u"}`, a.get, b.get);
    else if (name === "fmod") result = op(`${type}.rem_s`, a.get, b.get);
    else if (name === "remainder") {
      result = [
        r.set(op(`${type}.rem_s`, a.get, b.get)),
        op(`${type}.add`, r.get, op("select", b.get, constant(0), isOff)),
      ];
    } else {
      const q = f.local(type);
      const quotient = [
        q.set(op(`${type}.div_s`, a.get, b.get)),
        r.set(op(`${type}.sub`, a.get, op(`${type}.mul`, q.get, b.get))),
        op(`${type}.sub`, q.get, wide(isOff)),
      ];
      result = choose(type, isMinusOne, op(`${type}.sub`, constant(0), a.get), quotient);
    }
    return [a.set(x!), b.set(y!), choose(type, op(`${type}.eqz`, b.get), constant(0), result)];
  };
}

/** The same for vectors of integers up to 32 bits. */
export function vectorDivision(name: Division, lanes: Lanes): Expression {
  return (f, x, y) => {
    const [a, b] = [f.local("v128"), f.local("v128")];
    const quotients = { 4: quotient32, 2: quotient16, 1: null }[lanes.size] ?? null;
    const isZero = op(`${lanes.shape}.eq`, b.get, op("i8x16.splat", i32(0)));
    const divided =
      quotients === null
        ? inWords(f, name, lanes, a.get, b.get)
        : ofQuotient(name, lanes, a.get, b.get, quotients(f, name !== "fmod", lanes, a.get, b.get));
    return [a.set(x!), b.set(y!), op("v128.andnot", divided, isZero)];
  };
}

function ofQuotient(name: Division, { shape }: Lanes, a: Code, b: Code, quotient: Code): Code {
  return name === "floor_divide"
    ? quotient
    : op(`${shape}.sub`, a, op(`${shape}.mul`, quotient, b));
}

const LOW_WORDS = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const HIGH_TO_LOW = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** Adding this leaves the integer in the low bits, wrapped as integers wrap. */
const MAGIC = 1.5 * 2 ** 52;

function quotient32(_: FunctionBuilder, isFloor: boolean, lanes: Lanes, a: Code, b: Code): Code {
  const doubles = (v: Code): Code => op(`f64x2.convert_low_i32x4_${lanes.isSigned ? "s" : "u"}`, v);
  const half = (p: Code, q: Code): Code =>
    op(
      "f64x2.add",
      op(`f64x2.${isFloor ? "floor" : "trunc"}`, op("f64x2.div", doubles(p), doubles(q))),
      double(MAGIC),
    );
  const high = (v: Code): Code => shuffle(v, v, HIGH_TO_LOW);
  return shuffle(half(a, b), half(high(a), high(b)), LOW_WORDS);
}

const LOW_HALVES = Array.from({ length: 16 }, (_, k) => 4 * (k >> 1) + (k & 1));

function quotient16(_: FunctionBuilder, isFloor: boolean, lanes: Lanes, a: Code, b: Code): Code {
  const sign = lanes.isSigned ? "s" : "u";
  const floats = (v: Code, half: string): Code =>
    op("f32x4.convert_i32x4_s", op(`i32x4.extend_${half}_i16x8_${sign}`, v));
  const quotient = (half: string): Code =>
    op(
      "i32x4.trunc_sat_f32x4_s",
      op(`f32x4.${isFloor ? "floor" : "trunc"}`, op("f32x4.div", floats(a, half), floats(b, half))),
    );
  return shuffle(quotient("low"), quotient("high"), LOW_HALVES);
}

const LOW_BYTES = Array.from({ length: 16 }, (_, k) => 2 * k);

/** Bytes, divided as words of 16 bits. */
function inWords(f: FunctionBuilder, name: Division, lanes: Lanes, a: Code, b: Code): Code {
  const words = lanesOf(lanes.isSigned ? "h" : "H");
  const sign = lanes.isSigned ? "s" : "u";
  const [p, q] = [f.local("v128"), f.local("v128")];
  const half = (which: string): Code => [
    p.set(op(`i16x8.extend_${which}_i8x16_${sign}`, a)),
    q.set(op(`i16x8.extend_${which}_i8x16_${sign}`, b)),
    ofQuotient(name, words, p.get, q.get, quotient16(f, name !== "fmod", words, p.get, q.get)),
  ];
  return shuffle(half("low"), half("high"), LOW_BYTES);
}
