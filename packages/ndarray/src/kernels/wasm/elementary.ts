/**
 * The elementary functions as ufunc kernels: which formula has which name, for float64 and float32.
 *
 * Knows that float32 is computed in float64 and rounded once. What is not here runs in the JS tier.
 */
import { arctan } from "./arctangent.ts";
import { type Code, FunctionBuilder, call, op, shuffle, when } from "./assembler.ts";
import { repeated } from "./constants.ts";
import { type ElementwiseKernel, firstHelper } from "./elementwise.ts";
import { exp, exp2, expm1, tanh } from "./exponential.ts";
import { log, log10, log1p, log2 } from "./logarithm.ts";
import type { HostFunction } from "./module.ts";
import { cos, sin, tan } from "./trigonometry.ts";
import { VectorMath, inTurn } from "./vector-math.ts";

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
  const host: HostFunction[] =
    found.host === undefined ? [] : [{ name, params: ["f64"], results: ["f64"], run: found.host }];
  const careful = carefulFunction(found.formula);
  const onDoubles = (x: Code): Code => call(firstHelper(host), x);
  return {
    inputs,
    output,
    host,
    helpers: [careful],
    vector: inputs === "d" ? (_, x) => onDoubles(x!) : (f, x) => onFloats(f, x!, onDoubles),
    wide: {
      count: 2 * VECTORS,
      emit: (f, read, write) =>
        inputs === "d"
          ? quickly(f, found.formula, (j) => read(0, j), onDoubles, write)
          : quicklyOnFloats(f, found.formula, read, onDoubles, write),
    },
  };
}

/** Vectors of doubles a round: their steps take turns, and each constant is loaded once for all. */
const VECTORS = 4;
const INDICES = Array.from({ length: VECTORS }, (_, j) => j);

/** (v128) -> v128, right for every number. */
function carefulFunction(formula: Formula): FunctionBuilder {
  const f = new FunctionBuilder(null, ["v128"], ["v128"]);
  const v = new VectorMath(f);
  f.body = v.finish(formula(v, f.params[0]!.get));
  return f;
}

/** The quick formula on all vectors of a round; if a lane of them is none of its business, the careful one. */
function quickly(
  f: FunctionBuilder,
  formula: Formula,
  read: (j: number) => Code,
  careful: (x: Code) => Code,
  write: (j: number, vector: Code) => Code,
): Code {
  const ordinary = f.local("v128");
  const formulas = INDICES.map(() => new VectorMath(f, ordinary));
  const results = formulas.map((v, j) => {
    const result = f.local("v128");
    v.steps.push(result.set(formula(v, v.let(read(j)))));
    return result;
  });
  const again = results.map((r, j) => r.set(careful(read(j))));
  return [
    ordinary.set(repeated(-1n)),
    inTurn(formulas),
    formulas[0]!.hasOthers ? when(op("i32.eqz", op("i64x2.all_true", ordinary.get)), again) : [],
    results.map((r, j) => write(j, r.get)),
  ];
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

function quicklyOnFloats(
  f: FunctionBuilder,
  formula: Formula,
  read: (input: number, j: number) => Code,
  careful: (x: Code) => Code,
  write: (j: number, vector: Code) => Code,
): Code {
  const pairs: Code[] = [];
  return quickly(
    f,
    formula,
    (j) => promoted(read(0, j >> 1), j & 1),
    careful,
    (j, vector) => {
      pairs[j] = vector;
      return j % 2 === 0 ? [] : write(j >> 1, demoted(pairs[j - 1]!, vector));
    },
  );
}

/** Four floats as two pairs of doubles, and back. */
function onFloats(f: FunctionBuilder, x: Code, onDoubles: (x: Code) => Code): Code {
  const whole = f.local("v128");
  return [
    whole.set(x),
    demoted(onDoubles(promoted(whole.get, 0)), onDoubles(promoted(whole.get, 1))),
  ];
}
