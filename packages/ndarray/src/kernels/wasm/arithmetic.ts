/**
 * Arithmetic, elementwise: what each ufunc does to one element and to one vector.
 *
 * Knows the operators that need no table and no polynomial. Integers wrap, division by zero gives 0, and rounding
 * and signs follow NumPy; nan spreads through minimum and maximum, and fmin and fmax pass it over.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { type Code, type FunctionBuilder, f32, f64, i32, i64, op } from "./assembler.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import { divisionOf } from "./integer-division.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

type Body = Pick<ElementwiseKernel, "scalar" | "vector" | "unroll">;

/** The kernel of ufunc `name` on elements like `char` (inputs and output alike), or null. */
export function arithmeticKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  const char = inputs[0]!;
  if (output !== char || [...inputs].some((c) => c !== char)) return null;
  const body = bodyOf(name, lanesOf(char));
  return body === null || (inputs.length === 2) !== BINARY.has(name)
    ? null
    : { inputs, output, ...body };
}

const BINARY = new Set(
  "add subtract multiply divide floor_divide remainder fmod minimum maximum fmin fmax bitwise_and bitwise_or bitwise_xor logical_and logical_or logical_xor left_shift right_shift copysign".split(
    " ",
  ),
);

function bodyOf(name: string, lanes: Lanes): Body | null {
  if (lanes.char === "e") return null;
  if (lanes.char === "?") return ofBools(name);
  if (lanes.type === "v128") return ofComplex(name, lanes);
  return lanes.type === "f32" || lanes.type === "f64"
    ? ofFloats(name, lanes)
    : ofIntegers(name, lanes);
}

/** The instruction `instruction` of the element's type and of the vector's shape. */
function both({ type, shape }: Lanes, instruction: string): Body {
  return {
    scalar: (_, ...x) => op(`${type}.${instruction}`, ...x),
    vector: (_, ...x) => op(`${shape}.${instruction}`, ...x),
  };
}

/** An instruction on all bits of a vector, whatever its lanes. */
function bitwise({ type }: Lanes, instruction: string): Body {
  return {
    scalar: (_, ...x) => op(`${type}.${instruction}`, ...x),
    vector: (_, ...x) => op(`v128.${instruction}`, ...x),
  };
}

const BITS: Readonly<Record<string, string>> = {
  bitwise_and: "and",
  bitwise_or: "or",
  bitwise_xor: "xor",
};

function ofBools(name: string): Body | null {
  const lanes = lanesOf("?");
  const instruction = {
    ...BITS,
    add: "or",
    multiply: "and",
    maximum: "or",
    minimum: "and",
    fmax: "or",
    fmin: "and",
    logical_and: "and",
    logical_or: "or",
    logical_xor: "xor",
  }[name];
  if (instruction !== undefined) return bitwise(lanes, instruction);
  if (name === "logical_not" || name === "invert")
    return {
      scalar: (_, x) => op("i32.eqz", x!),
      vector: (_, x) => op("i8x16.abs", op("i8x16.eq", x!, zero())),
    };
  return name === "absolute" ? { scalar: (_, x) => x!, vector: (_, x) => x! } : null;
}

function zero(): Code {
  return op("i8x16.splat", i32(0));
}

function ofFloats(name: string, lanes: Lanes): Body | null {
  const instruction = FLOAT_INSTRUCTIONS[name];
  if (instruction !== undefined) return both(lanes, instruction);
  const { type, shape } = lanes;
  const number = type === "f64" ? f64 : f32;
  switch (name) {
    case "minimum":
    case "maximum":
      return { ...both(lanes, name === "minimum" ? "min" : "max"), vector: spreadingNan(shape, name === "minimum" ? "pmin" : "pmax") };
    case "fmin":
    case "fmax":
      return { vector: ignoringNan(shape, name === "fmin" ? "min" : "max") };
    case "positive":
    case "conjugate":
      return { scalar: (_, x) => x!, vector: (_, x) => x! };
    case "square":
      return { scalar: twice(type, "mul"), vector: twice(shape, "mul", "v128") };
    case "reciprocal":
      return {
        scalar: (_, x) => op(`${type}.div`, number(1), x!),
        vector: (_, x) => op(`${shape}.div`, op(`${shape}.splat`, number(1)), x!),
      };
    case "sign":
      return { vector: signOf(lanes) };
    case "copysign":
      return {
        scalar: (_, x, y) => op(`${type}.copysign`, x!, y!),
        vector: (_, x, y) => op("v128.bitselect", y!, x!, op(`${shape}.splat`, number(-0))),
      };
    case "deg2rad":
    case "radians":
      return type === "f64" ? scaled(Math.PI / 180) : null; // in float32 the factor itself would be rounded
    case "rad2deg":
    case "degrees":
      return type === "f64" ? scaled(180 / Math.PI) : null;
    default:
      return null;
  }
}

const FLOAT_INSTRUCTIONS: Readonly<Record<string, string>> = {
  add: "add",
  subtract: "sub",
  multiply: "mul",
  divide: "div",
  negative: "neg",
  absolute: "abs",
  fabs: "abs",
  sqrt: "sqrt",
  floor: "floor",
  ceil: "ceil",
  trunc: "trunc",
  rint: "nearest",
};

/** `x` combined with itself, computed once. */
function twice(
  prefix: string,
  instruction: string,
  type: "f32" | "f64" | "i32" | "i64" | "v128" = prefix as "f64",
): Expression {
  return (f, x) => {
    const kept = f.local(type);
    return op(`${prefix}.${instruction}`, kept.tee(x!), kept.get);
  };
}

/** A double times a constant. */
function scaled(factor: number): Body {
  return { scalar: (_, x) => op("f64.mul", x!, f64(factor)), vector: (_, x) => op("f64x2.mul", x!, op("f64x2.splat", f64(factor))) };
}

/** min or max where nan wins: "y < x ? y : x" keeps a nan in x, and all bits set are a nan wherever there is one in y. */
function spreadingNan(shape: string, instruction: "pmin" | "pmax"): Expression {
  return (f, x, y) => {
    const b = f.local("v128");
    return op("v128.or", op(`${shape}.${instruction}`, x!, b.tee(y!)), op(`${shape}.ne`, b.get, b.get));
  };
}

/** min or max where nan loses: each nan is replaced by the other operand. */
function ignoringNan(shape: string, instruction: "min" | "max"): Expression {
  return (f, x, y) => {
    const [a, b] = [f.local("v128"), f.local("v128")];
    const better = op(`${shape}.${instruction}`, a.get, b.get);
    const unlessNanInA = op("v128.bitselect", b.get, better, op(`${shape}.ne`, a.get, a.get));
    return [
      a.set(x!),
      b.set(y!),
      op("v128.bitselect", a.get, unlessNanInA, op(`${shape}.ne`, b.get, b.get)),
    ];
  };
}

/** -1, 0 or 1; nan stays nan, and both zeros give 0. */
function signOf({ type, shape }: Lanes): Expression {
  const number = type === "f64" ? f64 : f32;
  return (f, x) => {
    const a = f.local("v128");
    const none = op(`${shape}.splat`, number(0));
    const one = op(`${shape}.splat`, number(1));
    const isPositive = op("v128.and", op(`${shape}.gt`, a.tee(x!), none), one);
    const isNegative = op("v128.and", op(`${shape}.lt`, a.get, none), one);
    const sign = op(`${shape}.sub`, isPositive, isNegative);
    return op("v128.or", sign, op("v128.and", a.get, op(`${shape}.ne`, a.get, a.get)));
  };
}

function ofIntegers(name: string, lanes: Lanes): Body | null {
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
      return { scalar: twice(type, "mul") };
    case "minimum":
    case "fmin":
      return extreme(lanes, "min", "lt");
    case "maximum":
    case "fmax":
      return extreme(lanes, "max", "gt");
    case "floor_divide":
    case "remainder":
    case "fmod":
      return { scalar: divisionOf(name, lanes) };
    case "left_shift":
    case "right_shift":
      return { scalar: shift(lanes, name === "left_shift" ? "shl" : `shr_${sign}`, size * 8) };
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
      return { scalar: (_, x) => x!, vector: (_, x) => x! };
    case "absolute":
      return isSigned
        ? { scalar: (f, x) => absolute(f, lanes, x!), vector: (_, x) => op(`${shape}.abs`, x!) }
        : { scalar: (_, x) => x!, vector: (_, x) => x! };
    case "sign":
      return { scalar: (f, x) => integerSign(f, lanes, x!) };
    default:
      return null;
  }
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

function ofComplex(name: string, { shape }: Lanes): Body | null {
  switch (name) {
    case "add":
      return { vector: (_, x, y) => op(`${shape}.add`, x!, y!) };
    case "subtract":
      return { vector: (_, x, y) => op(`${shape}.sub`, x!, y!) };
    case "negative":
      return { vector: (_, x) => op(`${shape}.neg`, x!) };
    case "positive":
      return { vector: (_, x) => x! };
    default:
      return null;
  }
}
