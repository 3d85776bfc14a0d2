/**
 * Formulas as loops: several vectors a round, by the quick form of a formula where all of them are ordinary numbers.
 *
 * Knows how a formula is applied to vectors of doubles, and to floats by way of doubles. The careful form is a function of its own:
 * the quick loop then has the registers to itself.
 */
import { type Code, FunctionBuilder, type Local, op, shuffle, when } from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { SingleFormula } from "./singles.ts";
import { VectorMath, inTurn } from "./vector-math.ts";

export type Formula = (v: VectorMath, x: Code, y: Code) => Code;

/** Vectors a round: their steps take turns, and each constant is loaded once for all. */
export const VECTORS = 4;
const INDICES = Array.from({ length: VECTORS }, (_, j) => j);

/** Where a round's vectors come from and go to, whatever lies in memory. */
export interface Round {
  readonly read: (input: number, j: number) => Code;
  readonly write: (j: number, vector: Code) => Code;
}

/** (v128, …) -> v128 on doubles, right for every number. */
export function carefulFunction(formula: Formula, arity: number): FunctionBuilder {
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

/** The same on four floats; `onDoubles` is the careful function. */
export function carefulSingle(
  formula: SingleFormula,
  onDoubles: (x: Code) => Code,
): FunctionBuilder {
  const f = new FunctionBuilder(null, ["v128"], ["v128"]);
  const v = new VectorMath(f, null, "f32x4");
  f.body = v.finish(formula(v, f.params[0]!.get, (x) => onFloats(f, [x], onDoubles)));
  return f;
}

/** The quick formula on all vectors of a round; if a lane of them is none of its business, the careful one. */
export function quickly(
  f: FunctionBuilder,
  formula: Formula,
  arity: number,
  { read, write }: Round,
  careful: (...x: readonly Code[]) => Code,
  shape: "f64x2" | "f32x4" = "f64x2",
): Code {
  const ordinary = f.local("v128");
  const formulas = INDICES.map(() => new VectorMath(f, ordinary, shape));
  const results = formulas.map((v, j) => {
    const result = f.local("v128");
    const [x, y] = [v.let(read(0, j)), arity === 2 ? v.let(read(1, j)) : []];
    v.steps.push(result.set(formula(v, x, y)));
    return result;
  });
  const again = results.map((r, j) =>
    r.set(careful(...Array.from({ length: arity }, (_, k) => read(k, j)))),
  );
  const areAll = op(shape === "f64x2" ? "i64x2.all_true" : "i32x4.all_true", ordinary.get);
  return [
    ordinary.set(repeated(-1n)),
    inTurn(formulas),
    formulas[0]!.hasOthers ? when(op("i32.eqz", areAll), again) : [],
    results.map((r, j) => write(j, r.get)),
  ];
}

/** Squares, which need no logarithm, where that is all that is asked for. */
export function orSquares(f: FunctionBuilder, { read, write }: Round, general: Code): Code {
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

/** A round of floats as a round of doubles. */
export function asDoubles({ read, write }: Round): Round {
  const pairs: Code[] = [];
  return {
    read: (input, j) => promoted(read(input, j >> 1), j & 1),
    write: (j, vector) => {
      pairs[j] = vector;
      return j % 2 === 0 ? [] : write(j >> 1, demoted(pairs[j - 1]!, vector));
    },
  };
}

/** Four floats as two pairs of doubles, and back. */
export function onFloats(
  f: FunctionBuilder,
  operands: readonly Code[],
  onDoubles: (...x: readonly Code[]) => Code,
): Code {
  const whole = operands.map((x) => [f.local("v128"), x] as const);
  const half = (k: number): Code => onDoubles(...whole.map(([x]) => promoted(x.get, k)));
  return [whole.map(([local, x]) => local.set(x)), demoted(half(0), half(1))];
}
