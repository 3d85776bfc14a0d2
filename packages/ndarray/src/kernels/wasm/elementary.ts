/**
 * The elementary functions as ufunc kernels: which formula has which name, for float64 and float32.
 *
 * Knows that float32 without a formula of its own is computed in float64 and rounded once. What is not here runs in the JS tier.
 */
import { hypot as hypotOfTwo } from "../js/hypot.ts";
import { power as powerOfTwo } from "../js/power.ts";
import { arccos, arcsin } from "./arcsine.ts";
import { arctan } from "./arctangent.ts";
import { type Code, call } from "./assembler.ts";
import {
  type ElementwiseKernel,
  type Expression,
  type WideRound,
  firstHelper,
} from "./elementwise.ts";
import { exp, exp2, expm1, tanh } from "./exponential.ts";
import { cosh, hypot, sinh } from "./hyperbolic.ts";
import { log, log10, log1p, log2 } from "./logarithm.ts";
import type { HostFunction } from "./module.ts";
import { power } from "./power.ts";
import {
  type Formula,
  VECTORS,
  asDoubles,
  carefulFunction,
  onFloats,
  orSquares,
  quickly,
} from "./rounds.ts";
import * as singles from "./singles.ts";
import { cos, sin, tan } from "./trigonometry.ts";

interface Elementary {
  readonly formula: Formula;
  /** The same for floats, where it is worth having; else they are computed as doubles. */
  readonly single?: Formula;
  /** What takes the lanes that the formula leaves to the host. */
  readonly host?: (x: number, y: number) => number;
  readonly isBinary?: true;
}

const FUNCTIONS: Readonly<Record<string, Elementary>> = {
  exp: { formula: exp, single: singles.exp },
  exp2: { formula: exp2 },
  expm1: { formula: expm1 },
  tanh: { formula: tanh, single: singles.tanh },
  log: { formula: log, single: singles.log },
  log1p: { formula: log1p },
  log2: { formula: log2 },
  log10: { formula: log10 },
  arctan: { formula: arctan },
  tan: { formula: tan, host: Math.tan },
  sin: { formula: sin, single: singles.sin, host: Math.sin },
  cos: { formula: cos, single: singles.cos, host: Math.cos },
  sinh: { formula: sinh, host: Math.sinh },
  cosh: { formula: cosh, host: Math.cosh },
  arcsin: { formula: arcsin },
  arccos: { formula: arccos },
  hypot: { formula: hypot, host: hypotOfTwo, isBinary: true },
  power: { formula: power, host: powerOfTwo, isBinary: true },
};

/** The kernel of ufunc `name`, or null. */
export function elementaryKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  const found = FUNCTIONS[name];
  const arity = found?.isBinary === true ? 2 : 1;
  if (found === undefined || inputs !== output.repeat(arity) || !"fd".includes(output)) return null;
  const { formula, single, host } = found;
  const params = Array.from({ length: arity }, (): "f64" => "f64");
  const hosts: HostFunction[] =
    host === undefined ? [] : [{ name, params, results: ["f64"], run: host }];
  const careful = (...x: readonly Code[]): Code => call(firstHelper(hosts), ...x);
  const kernel = { inputs, output, host: hosts, helpers: [carefulFunction(formula, arity)] };
  if (output === "d") {
    const emit: WideRound = (f, read, write) => {
      const general = quickly(f, formula, arity, { read, write }, careful);
      return name === "power" ? orSquares(f, { read, write }, general) : general;
    };
    return { ...kernel, vector: (_, ...x) => careful(...x), wide: { count: 2 * VECTORS, emit } };
  }
  const carefulFloats: Expression = (f, ...x) => onFloats(f, x, careful);
  const emit: WideRound = (f, read, write) => {
    if (single !== undefined) {
      const again = (...x: readonly Code[]): Code => carefulFloats(f, ...x);
      return quickly(f, single, arity, { read, write }, again, "f32x4");
    }
    const round = asDoubles({ read, write });
    const general = quickly(f, formula, arity, round, careful);
    return name === "power" ? orSquares(f, round, general) : general;
  };
  const count = (single === undefined ? 2 : 4) * VECTORS;
  return { ...kernel, vector: carefulFloats, wide: { count, emit } };
}
