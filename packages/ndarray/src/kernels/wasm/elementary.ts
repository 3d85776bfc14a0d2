/**
 * The elementary functions as ufunc kernels: which formula has which name, for float64 and float32.
 *
 * Knows that float32 is computed in float64 and rounded once. What is not here runs in the JS tier.
 */
import { arctan } from "./arctangent.ts";
import { type Code, type FunctionBuilder, op, shuffle } from "./assembler.ts";
import type { ElementwiseKernel } from "./elementwise.ts";
import { exp, exp2, expm1, tanh } from "./exponential.ts";
import { log, log10, log1p, log2 } from "./logarithm.ts";
import type { HostFunction } from "./module.ts";
import { cos, sin, tan } from "./trigonometry.ts";
import { VectorMath } from "./vector-math.ts";

type Formula = (v: VectorMath, x: Code) => Code;

interface Elementary {
  readonly formula: Formula;
  /** What takes the lanes that the formula leaves to the host. */
  readonly host?: (x: number) => number;
}

const FUNCTIONS: Readonly<Record<string, Elementary>> = {
  exp: { formula: exp },
  exp2: { formula: exp2 },
  expm1: { formula: expm1 },
  tanh: { formula: tanh },
  log: { formula: log },
  log1p: { formula: log1p },
  log2: { formula: log2 },
  log10: { formula: log10 },
  arctan: { formula: arctan },
  tan: { formula: tan, host: Math.tan },
  sin: { formula: sin, host: Math.sin },
  cos: { formula: cos, host: Math.cos },
};

/** The kernel of ufunc `name`, or null. */
export function elementaryKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  const found = FUNCTIONS[name];
  if (found === undefined || inputs !== output || !"fd".includes(inputs)) return null;
  const onDoubles = (f: FunctionBuilder, x: Code): Code => {
    const v = new VectorMath(f);
    return v.finish(found.formula(v, v.let(x)));
  };
  const host: HostFunction[] =
    found.host === undefined ? [] : [{ name, params: ["f64"], results: ["f64"], run: found.host }];
  if (inputs === "d")
    return { inputs, output, host, unroll: 1, vector: (f, x) => onDoubles(f, x!) };
  return { inputs, output, host, unroll: 1, vector: (f, x) => onFloats(f, x!, onDoubles) };
}

const HIGH_TO_LOW = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

/** Four floats as two pairs of doubles, and back. */
function onFloats(
  f: FunctionBuilder,
  x: Code,
  onDoubles: (f: FunctionBuilder, x: Code) => Code,
): Code {
  const whole = f.local("v128");
  const low = f.local("v128");
  return [
    whole.set(x),
    low.set(op("f32x4.demote_f64x2_zero", onDoubles(f, op("f64x2.promote_low_f32x4", whole.get)))),
    shuffle(
      low.get,
      op(
        "f32x4.demote_f64x2_zero",
        onDoubles(f, op("f64x2.promote_low_f32x4", shuffle(whole.get, whole.get, HIGH_TO_LOW))),
      ),
      LOW_HALVES,
    ),
  ];
}
