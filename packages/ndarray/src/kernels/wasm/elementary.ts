/**
 * The elementary functions as ufunc kernels: which formula has which name, for float64 and float32.
 *
 * Knows that float32 is computed in float64 and rounded once. What is not here runs in the JS tier.
 */
import { hypot as hypotOfTwo } from "../js/hypot.ts";
import { power as powerOfTwo } from "../js/power.ts";
import { arccos, arcsin } from "./arcsine.ts";
import { arctan } from "./arctangent.ts";
import { type Code, FunctionBuilder, type Local, call, op, shuffle, when } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import { type ElementwiseKernel, firstHelper } from "./elementwise.ts";
import { exp, exp2, expm1, tanh } from "./exponential.ts";
import { cosh, hypot, sinh } from "./hyperbolic.ts";
import { log, log10, log1p, log2 } from "./logarithm.ts";
import type { HostFunction } from "./module.ts";
import { power } from "./power.ts";
import { cos, sin, tan } from "./trigonometry.ts";
import { VectorMath, inTurn } from "./vector-math.ts";

type Formula = (v: VectorMath, x: Code, y: Code) => Code;

interface Elementary {
  readonly formula: Formula;
  /** What takes the lanes that the formula leaves to the host. */
  readonly host?: (x: number, y: number) => number;
  readonly isBinary?: true;
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
  const { formula, host } = found;
  const params = Array.from({ length: arity }, (): "f64" => "f64");
  const hosts: HostFunction[] =
    host === undefined ? [] : [{ name, params, results: ["f64"], run: host }];
  const careful = (...x: readonly Code[]): Code => call(firstHelper(hosts), ...x);
  return {
    inputs,
    output,
    host: hosts,
    helpers: [carefulFunction(formula, arity)],
    vector: output === "d" ? (_, ...x) => careful(...x) : (f, ...x) => onFloats(f, x, careful),
    wide: {
      count: 2 * VECTORS,
      emit: (f, read, write) => {
        const round = output === "d" ? doubles(read, write) : floats(read, write);
        const general = quickly(f, formula, arity, round, careful);
        return name === "power" ? orSquares(f, round, general) : general;
      },
    },
  };
}

/** Vectors of doubles a round: their steps take turns, and each constant is loaded once for all. */
const VECTORS = 4;
const INDICES = Array.from({ length: VECTORS }, (_, j) => j);

/** (v128, …) -> v128, right for every number. */
function carefulFunction(formula: Formula, arity: number): FunctionBuilder {
  const f = new FunctionBuilder(
    null,
    Array.from({ length: arity }, () => "v128"),
    ["v128"],
  );
  const v = new VectorMath(f);
  const [x, y] = f.params as [Local, Local?]; // one or two
  f.body = v.finish(formula(v, x.get, y?.get ?? []));
  return f;
}

/** A round in vectors of doubles, whatever lies in memory. */
interface Round {
  readonly read: (input: number, j: number) => Code;
  readonly write: (j: number, vector: Code) => Code;
}

function doubles(read: Round["read"], write: Round["write"]): Round {
  return { read, write };
}

/** The quick formula on all vectors of a round; if a lane of them is none of its business, the careful one. */
function quickly(
  f: FunctionBuilder,
  formula: Formula,
  arity: number,
  { read, write }: Round,
  careful: (...x: readonly Code[]) => Code,
): Code {
  const ordinary = f.local("v128");
  const formulas = INDICES.map(() => new VectorMath(f, ordinary));
  const results = formulas.map((v, j) => {
    const result = f.local("v128");
    const [x, y] = [v.let(read(0, j)), arity === 2 ? v.let(read(1, j)) : []];
    v.steps.push(result.set(formula(v, x, y)));
    return result;
  });
  const again = results.map((r, j) =>
    r.set(careful(...Array.from({ length: arity }, (_, k) => read(k, j)))),
  );
  return [
    ordinary.set(repeated(-1n)),
    inTurn(formulas),
    formulas[0]!.hasOthers ? when(op("i32.eqz", op("i64x2.all_true", ordinary.get)), again) : [],
    results.map((r, j) => write(j, r.get)),
  ];
}

/** Squares, which need no logarithm, where that is all that is asked for. */
function orSquares(f: FunctionBuilder, { read, write }: Round, general: Code): Code {
  const areTwo = INDICES.map((j) => op("f64x2.eq", read(1, j), double(2)));
  const allAreTwo = op(
    "i64x2.all_true",
    areTwo.reduce((x, y) => op("v128.and", x, y)),
  );
  const x = f.local("v128");
  const squares = INDICES.map((j) => write(j, op("f64x2.mul", x.tee(read(0, j)), x.get)));
  return when(allAreTwo, squares, general);
}

const HIGH_TO_LOW = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

/** Pairs of floats as doubles: half of vector j of the input. */
function promoted(vector: Code, half: number): Code {
  return op("f64x2.promote_low_f32x4", half === 0 ? vector : shuffle(vector, vector, HIGH_TO_LOW));
}

function demoted(low: Code, high: Code): Code {
  return shuffle(
    op("f32x4.demote_f64x2_zero", low),
    op("f32x4.demote_f64x2_zero", high),
    LOW_HALVES,
  );
}

/** Four floats as two pairs of doubles, and back. */
function floats(read: Round["read"], write: Round["write"]): Round {
  const pairs: Code[] = [];
  return {
    read: (input, j) => promoted(read(input, j >> 1), j & 1),
    write: (j, vector) => {
      pairs[j] = vector;
      return j % 2 === 0 ? [] : write(j >> 1, demoted(pairs[j - 1]!, vector));
    },
  };
}

/** The same for one vector. */
function onFloats(
  f: FunctionBuilder,
  operands: readonly Code[],
  onDoubles: (...x: readonly Code[]) => Code,
): Code {
  const whole = operands.map((x) => [f.local("v128"), x] as const);
  const half = (k: number): Code => onDoubles(...whole.map(([x]) => promoted(x.get, k)));
  return [whole.map(([local, x]) => local.set(x)), demoted(half(0), half(1))];
}
