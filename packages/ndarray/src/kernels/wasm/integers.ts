/**
 * Arithmetic on integers: they wrap, shifts beyond the width leave nothing, and division is in `integer-division.ts`.
 *
 * Knows one element and one vector of each integer dtype.
 */
import { type Code, type FunctionBuilder, choose, i32, i64, lane, op } from "./assembler.ts";
import type { Expression } from "./elementwise.ts";
import { BITS, type Body, SAME, bitwise, both, twice } from "./forms.ts";
import { firstLane } from "./fold.ts";
import { divisionOf, vectorDivision } from "./integer-division.ts";
import { dividedByOne, wideDividedByOne } from "./integer-reciprocal.ts";
import type { Lanes } from "./lanes.ts";

/** What ufunc `name` does to integers like `lanes`, or null. */
export function ofIntegers(name: string, lanes: Lanes): Body | null {
  const { type, shape, size, isSigned } = lanes;
  const sign = isSigned ? "s" : "u";
  const bits = BITS[name];
  if (bits !== undefined) return bitwise(lanes, bits);
  const constant = (value: number): Code => (type === "i64" ? i64(BigInt(value)) : i32(value));
  switch (name) {
    case "add":
      return both(lanes, "add");
    case "subtract":
      return both(lanes, "sub");
    case "multiply":
      return {
        scalar: (_, x, y) => op(`${type}.mul`, x!, y!),
        vector: size === 1 ? multiplyBytes : (_, x, y) => op(`${shape}.mul`, x!, y!),
      };
    case "square":
      return size === 1
        ? { scalar: twice(type, "mul") }
        : { scalar: twice(type, "mul"), vector: twice(shape, "mul", "v128") };
    case "minimum":
    case "fmin":
      return extreme(lanes, "min", "lt");
    case "maximum":
    case "fmax":
      return extreme(lanes, "max", "gt");
    case "floor_divide":
    case "remainder":
    case "fmod":
      return division(name, lanes);
    case "left_shift":
    case "right_shift": {
      const instruction = name === "left_shift" ? "shl" : `shr_${sign}`;
      return {
        scalar: shift(lanes, instruction, size * 8),
        vector: shiftByOne(lanes, instruction, size * 8),
        patterns: [0b10],
      };
    }
    case "negative":
      return {
        scalar: (_, x) => op(`${type}.sub`, constant(0), x!),
        vector: (_, x) => op(`${shape}.neg`, x!),
      };
    case "invert":
      return {
        scalar: (_, x) => op(`${type}.xor`, x!, constant(-1)),
        vector: (_, x) => op("v128.not", x!),
      };
    case "positive":
    case "conjugate":
    case "floor":
    case "ceil":
    case "trunc":
    case "rint":
      return SAME;
    case "absolute":
      return isSigned
        ? { scalar: (f, x) => absolute(f, lanes, x!), vector: (_, x) => op(`${shape}.abs`, x!) }
        : SAME;
    case "sign":
      return { scalar: (f, x) => integerSign(f, lanes, x!) };
    default:
      return null;
  }
}

function division(name: "floor_divide" | "remainder" | "fmod", lanes: Lanes): Body {
  const scalar = divisionOf(name, lanes);
  if (lanes.size < 8) {
    const bySecond = name === "fmod" ? {} : { bySecond: dividedByOne(name, lanes) };
    return { scalar, vector: vectorDivision(name, lanes), unroll: 1, ...bySecond };
  }
  if (name === "fmod") return { scalar };
  const vector: Expression = (f, x, y) => {
    const [a, b] = [f.local("v128"), f.local("v128")];
    const one = (k: number): Code =>
      scalar(f, lane("i64x2.extract_lane", k, a.get), lane("i64x2.extract_lane", k, b.get));
    const both = lane("i64x2.replace_lane", 1, op("i64x2.splat", one(0)), one(1));
    return [a.set(x!), b.set(y!), both];
  };
  const bySecond = wideDividedByOne(name, lanes, vector);
  return { scalar, vector, unroll: 1, patterns: [0b10], bySecond };
}

/** Products of bytes: the even ones and the odd ones as 16-bit products, of which the low byte is kept. */
const multiplyBytes: Expression = (f, x, y) => {
  const [a, b] = [f.local("v128"), f.local("v128")];
  const low = op("i16x8.splat", i32(0xff));
  const even = op("v128.and", op("i16x8.mul", a.tee(x!), b.tee(y!)), low);
  const odd = op("i16x8.mul", op("i16x8.shr_u", a.get, i32(8)), op("i16x8.shr_u", b.get, i32(8)));
  return op("v128.or", even, op("i16x8.shl", odd, i32(8)));
};

function extreme(lanes: Lanes, instruction: "min" | "max", better: "lt" | "gt"): Body {
  const { type, shape, isSigned } = lanes;
  const sign = isSigned ? "s" : "u";
  const scalar: Expression = (f, x, y) => {
    const [a, b] = [f.local(type), f.local(type)];
    return [
      a.set(x!),
      b.set(y!),
      op("select", a.get, b.get, op(`${type}.${better}_${sign}`, a.get, b.get)),
    ];
  };
  if (type === "i32")
    return { scalar, vector: (_, x, y) => op(`${shape}.${instruction}_${sign}`, x!, y!) };
  if (!isSigned) return { scalar };
  const vector: Expression = (f, x, y) => {
    const [a, b] = [f.local("v128"), f.local("v128")];
    return [
      a.set(x!),
      b.set(y!),
      op("v128.bitselect", a.get, b.get, op(`i64x2.${better}_s`, a.get, b.get)),
    ];
  };
  return { scalar, vector };
}

/** Shifts by the element's width or more leave 0, or the sign; WebAssembly would take the count modulo 32 or 64. */
function shift({ type, isSigned }: Lanes, instruction: string, width: number): Expression {
  return (f, x, y) => {
    const [a, b] = [f.local(type), f.local(type)];
    const constant = (value: number): Code => (type === "i64" ? i64(BigInt(value)) : i32(value));
    const isLeft = instruction === "shl";
    const beyond =
      isLeft || !isSigned
        ? constant(0)
        : op(`${type}.shr_s`, a.get, constant(type === "i64" ? 63 : 31));
    return [
      a.set(x!),
      b.set(y!),
      op(
        "select",
        op(`${type}.${instruction}`, a.get, b.get),
        beyond,
        op(`${type}.lt_u`, b.get, constant(width)),
      ),
    ];
  };
}

/** The same for vectors, whose lanes can only be shifted by one count: that of the first lane. */
function shiftByOne(lanes: Lanes, instruction: string, width: number): Expression {
  const { type, shape, isSigned } = lanes;
  return (f, x, y) => {
    const a = f.local("v128");
    const count = f.local(type);
    const most = type === "i64" ? i64(BigInt(width - 1)) : i32(width - 1);
    const isBeyond = op(`${type}.gt_u`, count.get, most);
    const by = (code: Code): Code => (type === "i64" ? op("i32.wrap_i64", code) : code);
    const shifted = (code: Code): Code => op(`${shape}.${instruction}`, a.get, by(code));
    const start = [a.set(x!), count.set(firstLane(lanes, y!))];
    if (instruction === "shr_s" && isSigned)
      return [start, shifted(op("select", most, count.get, isBeyond))];
    const none = op("i8x16.splat", i32(0));
    return [start, choose("v128", isBeyond, none, shifted(count.get))];
  };
}

function absolute(f: FunctionBuilder, { type }: Lanes, x: Code): Code {
  const [a, mask] = [f.local(type), f.local(type)];
  const shifted = op(`${type}.shr_s`, a.tee(x), type === "i64" ? i64(63n) : i32(31));
  return op(`${type}.sub`, op(`${type}.xor`, mask.tee(shifted), a.get), mask.get);
}

function integerSign(f: FunctionBuilder, { type, isSigned }: Lanes, x: Code): Code {
  const a = f.local(type);
  const none = type === "i64" ? i64(0n) : i32(0);
  const wide = (code: Code): Code => (type === "i64" ? op("i64.extend_i32_s", code) : code);
  const isPositive = op(`${type}.ne`, a.tee(x), none);
  if (!isSigned) return wide(isPositive);
  return [
    a.set(x),
    wide(op("i32.sub", op(`${type}.gt_s`, a.get, none), op(`${type}.lt_s`, a.get, none))),
  ];
}
