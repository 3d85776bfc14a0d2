/**
 * Powers of integers by squaring; they wrap, and a negative exponent is an error.
 *
 * Knows one element, and vectors that are raised to one and the same power.
 */
import { ValueError, negativePower } from "../../errors.ts";
import { type Code, call, choose, i32, i64, op, when, whileLoop } from "./assembler.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import { firstLane } from "./fold.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import type { HostFunction } from "./module.ts";

/** The kernel of `power` on integers like `char`, or null. */
export function integerPowerKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  if (name !== "power" || inputs !== output + output || !"bBhHiIqQ".includes(output)) return null;
  const lanes = lanesOf(output);
  const kernel = { inputs, output, host: [refusal], scalar: oneByOne(lanes) };
  return lanes.size === 1 ? kernel : { ...kernel, vector: together(lanes), patterns: [0b10] };
}

const refusal: HostFunction = {
  name: "refuse",
  params: [],
  results: ["i32"],
  run: () => {
    throw new ValueError(negativePower());
  },
};

function constant({ type }: Lanes, value: number): Code {
  return type === "i64" ? i64(BigInt(value)) : i32(value);
}

/** Runs `step` with the bits of the exponent, the lowest first: `isOdd` tells each. */
function overBits(
  lanes: Lanes,
  n: { get: Code; set: (value: Code) => Code },
  multiply: Code,
  square: Code,
): Code {
  const { type, isSigned } = lanes;
  const one = constant(lanes, 1);
  const isOdd = op(`${type}.eq`, op(`${type}.and`, n.get, one), one);
  const isLeft = op(`${type}.ne`, n.get, constant(lanes, 0));
  const isNegative = op(`${type}.lt_s`, n.get, constant(lanes, 0));
  return [
    isSigned ? when(choose("i32", isNegative, call(0), i32(0)), []) : [],
    whileLoop(isLeft, [
      when(isOdd, multiply),
      n.set(op(`${type}.shr_u`, n.get, one)),
      when(isLeft, square),
    ]),
  ];
}

function oneByOne(lanes: Lanes): Expression {
  const { type } = lanes;
  return (f, x, y) => {
    const [base, n, result] = [f.local(type), f.local(type), f.local(type)];
    const times = (a: Code, b: Code): Code => op(`${type}.mul`, a, b);
    return [
      base.set(x!),
      n.set(y!),
      result.set(constant(lanes, 1)),
      overBits(
        lanes,
        n,
        result.set(times(result.get, base.get)),
        base.set(times(base.get, base.get)),
      ),
      result.get,
    ];
  };
}

function together(lanes: Lanes): Expression {
  const { type, shape } = lanes;
  return (f, x, y) => {
    const [base, result] = [f.local("v128"), f.local("v128")];
    const n = f.local(type);
    const times = (a: Code, b: Code): Code => op(`${shape}.mul`, a, b);
    return [
      base.set(x!),
      n.set(firstLane(lanes, y!)),
      result.set(op(`${shape}.splat`, constant(lanes, 1))),
      overBits(
        lanes,
        n,
        result.set(times(result.get, base.get)),
        base.set(times(base.get, base.get)),
      ),
      result.get,
    ];
  };
}
