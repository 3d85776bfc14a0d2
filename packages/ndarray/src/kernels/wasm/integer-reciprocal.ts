/**
 * Division of many integers by one: its reciprocal is computed once, and each quotient is a product.
 *
 * Knows vectors of integers; quotients round down. With floats, x/d is computed as x·(1/d) + (½/|d| - ½) and
 * rounded to the nearest integer: exact quotients and their neighbours below then lie ½/|d| off a tie, far more than a float
 * with twice the integers' bits (or 24, for 16) is off. Unsigned bytes stay integers: x·m + c, shifted.
 */
import {
  type Code,
  type FunctionBuilder,
  type Local,
  choose,
  i32,
  i64,
  lane,
  op,
  shuffle,
} from "./assembler.ts";
import { double, repeated, single } from "./constants.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

type ByOne = NonNullable<ElementwiseKernel["bySecond"]>;

/** `floor_divide` or `remainder` by one number; 0 where that is 0. */
export function dividedByOne(name: "floor_divide" | "remainder", lanes: Lanes): ByOne {
  const division = lanes.char === "B" ? byteDivision : floatDivision;
  return (f, d, before) => {
    const isNotZero = f.keep(
      "v128",
      op(`${lanes.shape}.ne`, d, op("i64x2.splat", i64(0n))),
      before,
    );
    const { quotient, remainder } = division(lanes)(f, d, before);
    const result = name === "floor_divide" ? quotient : remainder;
    return (g, x) => op("v128.and", result(g, x!), isNotZero);
  };
}

interface Division {
  readonly quotient: Expression;
  readonly remainder: Expression;
}

type Divider = (f: FunctionBuilder, d: Code, before: Code[]) => Division;

function floatDivision(lanes: Lanes): Divider {
  if (lanes.size === 1) return inWords;
  return (f, d, before) => {
    const quotient = (lanes.size === 4 ? quotients32 : quotients16)(lanes, f, d, before);
    const { shape } = lanes;
    return {
      quotient,
      remainder: (g, x) => {
        const kept = g.local("v128");
        return [
          kept.set(x!),
          op(`${shape}.sub`, kept.get, op(`${shape}.mul`, quotient(g, kept.get), d)),
        ];
      },
    };
  };
}

const LOW_WORDS = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const HIGH_TO_LOW = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** What a quotient of floats is computed with: 1/d and ½/|d| - ½, and a number that leaves its integer in the low bits. */
function reciprocal(
  shape: "f64x2" | "f32x4",
  f: FunctionBuilder,
  d: Code,
  before: Code[],
): (x: Code) => Code {
  const number = shape === "f64x2" ? double : single;
  const magic = number(1.5 * 2 ** (shape === "f64x2" ? 52 : 23));
  const factor = f.keep("v128", op(`${shape}.div`, number(1), d), before);
  const size = op(`${shape}.mul`, op(`${shape}.abs`, factor), number(0.5));
  const shift = f.keep("v128", op(`${shape}.sub`, size, number(0.5)), before);
  return (x) => op(`${shape}.add`, op(`${shape}.add`, op(`${shape}.mul`, x, factor), shift), magic);
}

function quotients32(lanes: Lanes, f: FunctionBuilder, d: Code, before: Code[]): Expression {
  const doubles = (v: Code): Code => op(`f64x2.convert_low_i32x4_${lanes.isSigned ? "s" : "u"}`, v);
  const rounded = reciprocal("f64x2", f, doubles(d), before);
  return (g, x) => {
    const kept = g.local("v128");
    const high = shuffle(kept.get, kept.get, HIGH_TO_LOW);
    return [kept.set(x!), shuffle(rounded(doubles(kept.get)), rounded(doubles(high)), LOW_WORDS)];
  };
}

const LOW_HALVES = Array.from({ length: 16 }, (_, k) => 4 * (k >> 1) + (k & 1));

function quotients16(lanes: Lanes, f: FunctionBuilder, d: Code, before: Code[]): Expression {
  const floats = (v: Code, half: string): Code =>
    op("f32x4.convert_i32x4_s", op(`i32x4.extend_${half}_i16x8_${lanes.isSigned ? "s" : "u"}`, v));
  const rounded = reciprocal("f32x4", f, floats(d, "low"), before);
  return (g, x) => {
    const kept = g.local("v128");
    const [low, high] = ["low", "high"].map((half) => rounded(floats(kept.get, half))) as [
      Code,
      Code,
    ]; // two in, two out
    return [kept.set(x!), shuffle(low, high, LOW_HALVES)];
  };
}

const LOW_BYTES = Array.from({ length: 16 }, (_, k) => 2 * k);

/** Signed bytes, divided as words of 16 bits. */
const inWords: Divider = (f, d, before) => {
  const word = f.keep("v128", op("i16x8.extend_low_i8x16_s", d), before);
  const { quotient, remainder } = floatDivision(lanesOf("h"))(f, word, before);
  const halves =
    (result: Expression): Expression =>
    (g, x) => {
      const kept = g.local("v128");
      const half = (which: string): Code =>
        result(g, op(`i16x8.extend_${which}_i8x16_s`, kept.get));
      return [kept.set(x!), shuffle(half("low"), half("high"), LOW_BYTES)];
    };
  return { quotient: halves(quotient), remainder: halves(remainder) };
};

/**
 * Unsigned bytes, the even ones and the odd ones as words: x/d = (x·m + c) >> s, where 2^s is 256 times the largest power
 * of two in d, m = ⌊2^s/d⌋, and r is what that leaves. x·m falls short by r·⌊255/d⌋ at most where the quotient is exact: c
 * makes up for it. Where so much would lift the x below a multiple too (they have r + m of room), m + 1 needs no c.
 * All d and x have been tried: every quotient is right, and no sum passes 16 bits.
 */
const byteDivision = (): Divider => (f, d, before) => {
  const [byte, shift, m, r, c] = [0, 1, 2, 3, 4].map(() => f.local("i32")) as FiveNumbers; // five in, five out
  const isEnough = f.local("i32");
  before.push(
    byte.set(lane("i8x16.extract_lane_u", 0, d)),
    byte.set(op("select", byte.get, i32(1), byte.get)), // what is divided by 0 is cleared later
    shift.set(op("i32.sub", i32(39), op("i32.clz", byte.get))),
    m.set(op("i32.div_u", op("i32.shl", i32(1), shift.get), byte.get)),
    r.set(op("i32.rem_u", op("i32.shl", i32(1), shift.get), byte.get)),
    c.set(op("i32.mul", r.get, op("i32.div_u", i32(255), byte.get))),
    isEnough.set(op("i32.lt_u", c.get, op("i32.add", r.get, m.get))),
    c.set(op("i32.mul", c.get, isEnough.get)),
    m.set(op("i32.add", m.get, op("i32.eqz", isEnough.get))),
  );
  const words = (x: Code): Code => f.keep("v128", op("i16x8.splat", x), before);
  const [factor, addend, divisor] = [words(m.get), words(c.get), words(byte.get)];
  const quotient: Expression = (_, x) =>
    op("i16x8.shr_u", op("i16x8.add", op("i16x8.mul", x!, factor), addend), shift.get);
  return {
    quotient: evenAndOdd(quotient),
    remainder: evenAndOdd((g, x) => {
      const kept = g.local("v128");
      return [
        kept.set(x!),
        op("i16x8.sub", kept.get, op("i16x8.mul", quotient(g, kept.get), divisor)),
      ];
    }),
  };
};

/**
 * The same for integers of 64 bits: with doubles where both numbers are below 2^50, which leaves them bits enough, else one by
 * one, as `slowly` divides a vector.
 */
export function wideDividedByOne(
  name: "floor_divide" | "remainder",
  { isSigned }: Lanes,
  slowly: Expression,
): ByOne {
  const isSmall = (v: Code): Code => {
    const beyond = isSigned
      ? op("i64x2.shr_u", op("i64x2.add", v, repeated(2n ** 50n)), i32(51))
      : op("i64x2.shr_u", v, i32(50));
    return op("i32.eqz", op("v128.any_true", beyond));
  };
  return (f, d, before) => {
    const isFit = f.local("i32");
    const isNotZero = op("i64x2.all_true", d);
    before.push(isFit.set(op("i32.and", isSmall(d), isNotZero)));
    const divisor = f.keep("v128", toDoubles(d), before);
    const rounded = reciprocal("f64x2", f, divisor, before);
    return (g, x) => {
      const [kept, a] = [g.local("v128"), g.local("v128")];
      const quotient = op("f64x2.sub", rounded(a.get), double(MAGIC));
      const rest = op("f64x2.sub", a.get, op("f64x2.mul", quotient, divisor));
      const quickly = [
        a.set(toDoubles(kept.get)),
        fromMagic(name === "floor_divide" ? rounded(a.get) : op("f64x2.add", rest, double(MAGIC))),
      ];
      const areSmall = op("i32.and", isFit.get, isSmall(kept.get));
      return [kept.set(x!), choose("v128", areSmall, quickly, slowly(g, kept.get, d))];
    };
  };
}

/** Integers up to 2^51 fit the low bits of this number. */
const MAGIC = 1.5 * 2 ** 52;
const MAGIC_BITS = 0x4338000000000000n;

function toDoubles(integers: Code): Code {
  return op("f64x2.sub", op("i64x2.add", integers, repeated(MAGIC_BITS)), double(MAGIC));
}

function fromMagic(doubles: Code): Code {
  return op("i64x2.sub", doubles, repeated(MAGIC_BITS));
}

type FiveNumbers = [Local, Local, Local, Local, Local];

/** What `result` gives for the even bytes and for the odd ones, each a word. */
function evenAndOdd(result: Expression): Expression {
  return (g, x) => {
    const kept = g.local("v128");
    const even = op("v128.and", kept.get, repeated(0x00ff_00ff_00ff_00ffn));
    const odd = op("i16x8.shr_u", kept.get, i32(8));
    return [kept.set(x!), op("v128.or", result(g, even), op("i16x8.shl", result(g, odd), i32(8)))];
  };
}
