/**
 * Writing formulas on vectors of two doubles.
 *
 * Knows how intermediate values get names (locals) and how polynomials are summed; no function in particular.
 * A formula is a sequence of steps, so it is written as TypeScript statements, each `let` adding one to the code.
 */
import { currentTier } from "../tier.ts";
import { type Code, type FunctionBuilder, call, choose, f64, lane, op, when } from "./assembler.ts";
import { double } from "./constants.ts";

export class VectorMath {
  readonly #function: FunctionBuilder;
  readonly #steps: Code[] = [];
  readonly #hasFma = currentTier() === "wasm-fma";

  constructor(f: FunctionBuilder) {
    this.#function = f;
  }

  /** Computes a value once; what comes back reads it. */
  let(value: Code): Code {
    const local = this.#function.local("v128");
    this.#steps.push(local.set(value));
    return local.get;
  }

  /** All steps so far, and then `result`. */
  finish(result: Code): Code {
    return [this.#steps, result];
  }

  add(x: Code, y: Code): Code {
    return op("f64x2.add", x, y);
  }

  sub(x: Code, y: Code): Code {
    return op("f64x2.sub", x, y);
  }

  mul(x: Code, y: Code): Code {
    return op("f64x2.mul", x, y);
  }

  div(x: Code, y: Code): Code {
    return op("f64x2.div", x, y);
  }

  /** x * y + z, rounded once where the tier has FMA: nothing may depend on which. */
  madd(x: Code, y: Code, z: Code): Code {
    return this.#hasFma
      ? op("f64x2.relaxed_madd", x, y, z)
      : op("f64x2.add", op("f64x2.mul", x, y), z);
  }

  /** z - x * y, likewise. */
  nmadd(x: Code, y: Code, z: Code): Code {
    return this.#hasFma
      ? op("f64x2.relaxed_nmadd", x, y, z)
      : op("f64x2.sub", z, op("f64x2.mul", x, y));
  }

  /** `then` where the mask is set. */
  where(mask: Code, then: Code, otherwise: Code): Code {
    return op("v128.bitselect", then, otherwise, mask);
  }

  abs(x: Code): Code {
    return op("f64x2.abs", x);
  }

  /** |size| with the sign of `sign`. */
  withSign(size: Code, sign: Code): Code {
    return op("v128.bitselect", sign, size, double(-0));
  }

  /** c[0] + c[1] x + …, one step after the other: few registers, long latency. */
  horner(x: Code, coefficients: readonly number[]): Code {
    return coefficients
      .slice(0, -1)
      .reduceRight<Code>((sum, c) => this.madd(sum, x, double(c)), double(coefficients.at(-1)!)); // never empty
  }

  /** The same by halves, with powers of x (Estrin): the halves do not wait for each other. */
  estrin(x: Code, coefficients: readonly number[]): Code {
    let terms: Code[] = coefficients.map((c) => double(c));
    for (let power = x; terms.length > 1; power = this.let(this.mul(power, power))) {
      const pairs: Code[] = [];
      for (let k = 0; k < terms.length; k += 2) {
        const low = terms[k]!;
        pairs.push(k + 1 < terms.length ? this.let(this.madd(terms[k + 1]!, power, low)) : low);
      }
      if (pairs.length === 1) return pairs[0]!;
      terms = pairs;
    }
    return terms[0]!;
  }

  /**
   * `result`, but where the mask is set what host function 0 gives for `x`. Costs next to nothing while no lane needs it.
   */
  orHost(mask: Code, x: Code, result: Code): Code {
    const local = this.#function.local("v128");
    this.#steps.push(local.set(result));
    const patch = (k: number): Code => {
      const isAsked = lane("i32x4.extract_lane", 2 * k, mask);
      const value = choose(
        "f64",
        isAsked,
        call(0, lane("f64x2.extract_lane", k, x)),
        lane("f64x2.extract_lane", k, local.get),
      );
      return local.set(lane("f64x2.replace_lane", k, local.get, value));
    };
    this.#steps.push(when(op("v128.any_true", mask), [patch(0), patch(1)]));
    return local.get;
  }

  /** `result`; only if some lane of the mask is set, what `repair` makes of it, in steps of its own. */
  rarely(mask: Code, result: Code, repair: (inner: VectorMath, current: Code) => Code): Code {
    const local = this.#function.local("v128");
    const inner = new VectorMath(this.#function);
    const value = repair(inner, local.get);
    const repaired = inner.finish(value);
    this.#steps.push(local.set(result), when(op("v128.any_true", mask), local.set(repaired)));
    return local.get;
  }

  /** A vector of one number, not from memory: for where a constant is met once. */
  splat(value: number): Code {
    return op("f64x2.splat", f64(value));
  }
}
