/**
 * Arithmetic, elementwise: what each ufunc does to one element and to one vector.
 *
 * Knows the operators that need no table and no polynomial. Integers wrap, division by zero gives 0, and rounding
 * and signs follow NumPy; nan spreads through minimum and maximum, and fmin and fmax pass it over.
 * Source: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { type Code, f32, f64, i32, op } from "./assembler.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import { BITS, type Body, SAME, bitwise, both, twice } from "./forms.ts";
import { ofComplex } from "./complex.ts";
import { ofIntegers } from "./integers.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

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

/** `clip`: the larger of x and the lower bound, and the smaller of that and the upper one; nan wins throughout. */
export function clipKernel(name: string, inputs: string, output: string): ElementwiseKernel | null {
  if (name !== "clip" || inputs !== output.repeat(3)) return null;
  const [larger, smaller] = ["maximum", "minimum"].map((n) =>
    arithmeticKernel(n, output + output, output),
  ) as [ElementwiseKernel | null, ElementwiseKernel | null]; // two in, two out
  if (larger === null || smaller === null) return null;
  const compose =
    (outer: Expression, inner: Expression): Expression =>
    (f, x, low, high) =>
      outer(f, inner(f, x!, low!), high!);
  return {
    inputs,
    output,
    patterns: [0b000, 0b110],
    ...(larger.scalar === undefined || smaller.scalar === undefined
      ? {}
      : { scalar: compose(smaller.scalar, larger.scalar) }),
    ...(larger.vector === undefined || smaller.vector === undefined
      ? {}
      : { vector: compose(smaller.vector, larger.vector) }),
  };
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
  return name === "absolute" ? SAME : null;
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
      return {
        ...both(lanes, name === "minimum" ? "min" : "max"),
        vector: spreadingNan(shape, name === "minimum" ? "pmin" : "pmax"),
      };
    case "fmin":
    case "fmax":
      return { vector: ignoringNan(shape, name === "fmin" ? "min" : "max") };
    case "positive":
    case "conjugate":
      return SAME;
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

/** A double times a constant. */
function scaled(factor: number): Body {
  return {
    scalar: (_, x) => op("f64.mul", x!, f64(factor)),
    vector: (_, x) => op("f64x2.mul", x!, op("f64x2.splat", f64(factor))),
  };
}

/** min or max where nan wins: "y < x ? y : x" keeps a nan in x, and all bits set are a nan wherever there is one in y. */
function spreadingNan(shape: string, instruction: "pmin" | "pmax"): Expression {
  return (f, x, y) => {
    const b = f.local("v128");
    return op(
      "v128.or",
      op(`${shape}.${instruction}`, x!, b.tee(y!)),
      op(`${shape}.ne`, b.get, b.get),
    );
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
