/**
 * Writing formulas on vectors of two doubles, or of four floats.
 *
 * Knows how intermediate values get names (locals) and how polynomials are summed; no function in particular.
 * A formula is a sequence of steps, so it is written as TypeScript statements, each `let` adding one to the code.
 */
import { currentTier } from "../tier.ts";
import {
  type Code,
  type FunctionBuilder,
  type Local,
  call,
  choose,
  lane,
  op,
  when,
} from "./assembler.ts";
import { double, single } from "./constants.ts";

export class VectorMath {
  readonly #function: FunctionBuilder;
  readonly #ordinary: Local | null;
  readonly #shape: "f64x2" | "f32x4";
  readonly #constant: (value: number) => Code;
  readonly #hasFma = currentTier() === "wasm-fma";
  readonly steps: Code[] = [];
  /** Whether the formula is not made for all numbers. */
  hasOthers = false;

  /**
   * Careful unless `ordinary` is given: then nothing is repaired, and that mask loses the lanes that would need it.
   */
  constructor(
    f: FunctionBuilder,
    ordinary: Local | null = null,
    shape: "f64x2" | "f32x4" = "f64x2",
  ) {
    this.#function = f;
    this.#ordinary = ordinary;
    this.#shape = shape;
    this.#constant = shape === "f64x2" ? double : single;
  }

  /** Computes a value once; what comes back reads it. */
  let(value: Code): Code {
    const local = this.#function.local("v128");
    this.steps.push(local.set(value));
    return local.get;
  }

  /** All steps so far, and then `result`. */
  finish(result: Code): Code {
    return [this.steps, result];
  }

  add(x: Code, y: Code): Code {
    return op(`${this.#shape}.add`, x, y);
  }

  sub(x: Code, y: Code): Code {
    return op(`${this.#shape}.sub`, x, y);
  }

  mul(x: Code, y: Code): Code {
    return op(`${this.#shape}.mul`, x, y);
  }

  div(x: Code, y: Code): Code {
    return op(`${this.#shape}.div`, x, y);
  }

  /** x * y + z, rounded once where the tier has FMA: nothing may depend on which. */
  madd(x: Code, y: Code, z: Code): Code {
    return this.#hasFma ? op(`${this.#shape}.relaxed_madd`, x, y, z) : this.add(this.mul(x, y), z);
  }

  /** z - x * y, likewise. */
  nmadd(x: Code, y: Code, z: Code): Code {
    return this.#hasFma ? op(`${this.#shape}.relaxed_nmadd`, x, y, z) : this.sub(z, this.mul(x, y));
  }

  /** `then` where the mask is set. */
  where(mask: Code, then: Code, otherwise: Code): Code {
    return op("v128.bitselect", then, otherwise, mask);
  }

  abs(x: Code): Code {
    return op(`${this.#shape}.abs`, x);
  }

  /** |size| with the sign of `sign`. */
  withSign(size: Code, sign: Code): Code {
    return op("v128.bitselect", sign, size, this.#constant(-0));
  }

  /** c[0] + c[1] x + …, one step after the other: few registers, long latency, which `inTurn` hides. */
  horner(x: Code, coefficients: readonly number[]): Code {
    return coefficients.slice(0, -1).reduceRight<Code>(
      (sum, c) => this.let(this.madd(sum, x, this.#constant(c))),
      this.#constant(coefficients.at(-1)!), // never empty
    );
  }

  /** Says which lanes a formula is made for; the mask of the others comes back, for `orHost` and `repair`. */
  others(isOrdinary: Code): Code {
    if (this.#ordinary === null) return this.let(op("v128.not", isOrdinary));
    this.hasOthers = true;
    this.steps.push(this.#ordinary.set(op("v128.and", this.#ordinary.get, isOrdinary)));
    return [];
  }

  /** The others of either. */
  either(these: Code, those: Code): Code {
    return this.#ordinary === null ? this.let(op("v128.or", these, those)) : [];
  }

  /** `result`, but in the lanes of `others` what host function 0 gives for `operands`. */
  orHost(others: Code, operands: readonly Code[], result: Code): Code {
    if (this.#ordinary !== null) return result;
    const local = this.#function.local("v128");
    this.steps.push(local.set(result));
    const patch = (k: number): Code => {
      const isAsked = lane("i32x4.extract_lane", 2 * k, others);
      const value = choose(
        "f64",
        isAsked,
        call(0, ...operands.map((x) => lane("f64x2.extract_lane", k, x))),
        lane("f64x2.extract_lane", k, local.get),
      );
      return local.set(lane("f64x2.replace_lane", k, local.get, value));
    };
    this.steps.push(when(op("v128.any_true", others), [patch(0), patch(1)]));
    return local.get;
  }

  /** `result`, but in the lanes of `others` what `repair` makes of it. */
  repair(others: Code, result: Code, repair: (current: Code) => Code): Code {
    if (this.#ordinary !== null) return result;
    const current = this.let(result);
    return this.let(this.where(others, repair(current), current));
  }
}

/** The steps of the same formula on several vectors, taking turns: while one waits for a result, the others go on. */
export function inTurn(formulas: readonly VectorMath[]): Code {
  return formulas[0]!.steps.map((_, k) => formulas.map((v) => v.steps[k]!)); // as many steps in each
}
