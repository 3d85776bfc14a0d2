/**
 * The elementary functions as ufunc kernels: which formula has which name, for float64 and float32.
 *
 * Knows that float32 without a formula of its own is computed in float64 and rounded once. What is not here runs in the JS tier.
 */
import { DIVISION } from "../js/division.ts";
import { hypot as hypotOfTwo } from "../js/hypot.ts";
import { power as powerOfTwo } from "../js/power.ts";
import { currentTier } from "../tier.ts";
import { arccos, arcsin } from "./arcsine.ts";
import { arctan, arctan2 } from "./arctangent.ts";
import { type Code, call } from "./assembler.ts";
import { type ElementwiseKernel, type WideRound, firstHelper } from "./elementwise.ts";
import { cbrt } from "./cube-root.ts";
import { exp, exp2, expm1, tanh } from "./exponential.ts";
import { floorDivide, fmod, remainder } from "./float-division.ts";
import { cosh, hypot, sinh } from "./hyperbolic.ts";
import { log, log10, log1p, log2 } from "./logarithm.ts";
import type { HostFunction } from "./module.ts";
import { power } from "./power.ts";
import {
  type Formula,
  VECTORS,
  asDoubles,
  carefulFunction,
  carefulSingle,
  onFloats,
  orSquares,
  quickly,
} from "./rounds.ts";
import * as singles from "./singles.ts";
import type { SingleFormula } from "./singles.ts";
import { cos, sin, tan } from "./trigonometry.ts";

interface Elementary {
  readonly formula: Formula;
  /** The same for floats, where it is worth having; else they are computed as doubles. */
  readonly single?: SingleFormula;
  /** What takes the lanes that the formula leaves to the host. */
  readonly host?: (x: number, y: number) => number;
  readonly isBinary?: true;
  /** Only for float64, and only with FMA. */
  readonly needsFma?: true;
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
  cbrt: { formula: cbrt, host: Math.cbrt },
  arctan2: { formula: arctan2, host: Math.atan2, isBinary: true },
  hypot: { formula: hypot, host: hypotOfTwo, isBinary: true },
  power: { formula: power, host: powerOfTwo, isBinary: true },
  fmod: { formula: fmod, host: float("fmod"), isBinary: true, needsFma: true },
  remainder: { formula: remainder, host: float("remainder"), isBinary: true, needsFma: true },
  floor_divide: {
    formula: floorDivide,
    host: float("floor_divide"),
    isBinary: true,
    needsFma: true,
  },
};

/** The JS tier's function of two floats. */
function float(name: string): (x: number, y: number) => number {
  const fn = DIVISION[name]!.float!; // the rows asked for have one
  return (x, y) => Number(fn(x, y));
}

/** A round of one vector. */
function oneVector(formula: (...x: Code[]) => Code, arity: number): WideRound {
  return (_, read, write) =>
    write(0, formula(...Array.from({ length: arity }, (_none, k) => read(k, 0))));
}

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
  if (found.needsFma === true && (output !== "d" || currentTier() !== "wasm-fma")) return null;
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
    return {
      ...kernel,
      vector: (_, ...x) => careful(...x),
      wide: { count: 2 * VECTORS, emit },
      rest: { count: 2, emit: oneVector(careful, arity) },
    };
  }
  if (single !== undefined) {
    // The same formula in every lane, so that no result depends on where an element lies.
    const carefulFloats = carefulSingle(single, careful);
    const again = (x: Code): Code => call(firstHelper(hosts) + 1, x);
    const emit: WideRound = (f, read, write) =>
      quickly(f, (v, x) => single(v, x, again), arity, { read, write }, again, "f32x4");
    return {
      ...kernel,
      helpers: [...kernel.helpers, carefulFloats],
      vector: (_, x) => again(x!),
      wide: { count: 4 * VECTORS, emit },
      rest: { count: 4, emit: oneVector(again, arity) },
    };
  }
  const emit: WideRound = (f, read, write) => {
    const round = asDoubles({ read, write });
    const general = quickly(f, formula, arity, round, careful);
    return name === "power" ? orSquares(f, round, general) : general;
  };
  return {
    ...kernel,
    vector: (f, ...x) => onFloats(f, x, careful),
    wide: { count: 2 * VECTORS, emit },
  };
}
