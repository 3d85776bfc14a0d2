/**
 * Casts, elementwise: every dtype but float16 to every other, as C converts them on x86.
 *
 * Knows one element of any pair, and vectors of the pairs that are met most. What does not fit wraps for integers;
 * a float that no 32-bit (64-bit) integer can hold gives the most negative one, which then wraps.
 */
import { type Code, choose, f32, f64, i32, i64, lane, op } from "./assembler.ts";
import { comparisonKernel } from "./comparison.ts";
import { wideCast } from "./cast-vectors.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import { type Lanes, bitsOf, lanesOf } from "./lanes.ts";

/** The kernel that casts `from` to `to`; equal letters give a copy. Null where float16 is involved. */
export function castKernel(from: string, to: string): ElementwiseKernel | null {
  const [a, b] = [lanesOf(from), lanesOf(to)];
  if (from === to || isReinterpretation(a, b)) return copyKernel(bitsOf(a));
  if (from === "e" || to === "e") return null;
  const kernel = { inputs: from, output: to };
  if (from === "?" && b.size === 1) return { ...copyKernel(a), output: to };
  if (to === "?")
    return a.type === "v128"
      ? { ...kernel, scalar: (_, x) => complexToBool(a, x!) }
      : comparisonKernel("cast", from, to);
  if (a.type === "v128" || b.type === "v128")
    return { ...kernel, scalar: (_, x) => withComplex(a, b, x!) };
  const one: Expression = (f, x) => number(a, b, keepFloat(f.local(a.type), x!));
  const wide = wideCast(a, b, one);
  return {
    ...kernel,
    scalar: one,
    ...(wide === null ? {} : { wide }),
  };
}

/** Integers of one width hold the same bits, signed or not. */
function isReinterpretation(a: Lanes, b: Lanes): boolean {
  return (
    a.size === b.size &&
    a.type === b.type &&
    a.type.startsWith("i") &&
    a.char !== "?" &&
    b.char !== "?" &&
    a.char !== "e" &&
    b.char !== "e"
  );
}

function copyKernel({ char }: Lanes): ElementwiseKernel {
  return { inputs: char, output: char, scalar: (_, x) => x!, vector: (_, x) => x! };
}

/** An operand that conversions may read several times. */
interface Kept {
  readonly first: Code;
  readonly again: Code;
}

function keepFloat(local: { get: Code; tee: (value: Code) => Code }, value: Code): Kept {
  return { first: local.tee(value), again: local.get };
}

/** A real number as another. */
function number(a: Lanes, b: Lanes, { first, again }: Kept): Code {
  const sign = a.isSigned ? "s" : "u";
  const isInteger = a.type === "i32" || a.type === "i64";
  if (isInteger && (b.type === "f32" || b.type === "f64"))
    return op(`${b.type}.convert_${a.type}_${sign}`, first);
  if (isInteger) {
    if (a.type === b.type) return first;
    return b.type === "i64" ? op(`i64.extend_i32_${sign}`, first) : op("i32.wrap_i64", first);
  }
  if (b.type === "f64") return op("f64.promote_f32", first);
  if (b.type === "f32") return op("f32.demote_f64", first);
  return truncated(a, b, { first, again });
}

function truncated(a: Lanes, b: Lanes, { first, again }: Kept): Code {
  const literal = a.type === "f64" ? f64 : f32;
  const below = (code: Code, bound: number): Code => op(`${a.type}.lt`, code, literal(bound));
  if (b.type === "i32" && b.char !== "I") {
    return choose(
      "i32",
      below(first, 2 ** 31),
      op(`i32.trunc_sat_${a.type}_s`, again),
      i32(-(2 ** 31)),
    );
  }
  const lowest = i64(-(2n ** 63n));
  const beyond = choose(
    "i64",
    op(`${a.type}.ge`, again, literal(2 ** 63)),
    choose("i64", below(again, 2 ** 64), op(`i64.trunc_sat_${a.type}_u`, again), i64(0n)),
    lowest,
  );
  const whole = choose(
    "i64",
    below(first, 2 ** 63),
    op(`i64.trunc_sat_${a.type}_s`, again),
    b.char === "Q" ? beyond : lowest,
  );
  return b.char === "I" ? op("i32.wrap_i64", whole) : whole;
}

function complexToBool({ shape }: Lanes, x: Code): Code {
  return op(
    "v128.any_true",
    op(`${shape}.ne`, x, op(`${shape}.splat`, shape === "f64x2" ? f64(0) : f32(0))),
  );
}

/** Casts from or to complex: the imaginary part is dropped, or 0. */
function withComplex(a: Lanes, b: Lanes, x: Code): Code {
  if (a.type === "v128" && b.type === "v128")
    return op(a.size < b.size ? "f64x2.promote_low_f32x4" : "f32x4.demote_f64x2_zero", x);
  if (a.type === "v128") {
    const part = lanesOf(a.char === "D" ? "d" : "f");
    const real = lane(`${a.shape}.extract_lane`, 0, x);
    return part.type === b.type ? real : number(part, b, { first: real, again: real });
  }
  const part = lanesOf(b.char === "D" ? "d" : "f");
  const real = a.type === part.type ? x : number(a, part, { first: x, again: x });
  return lane(
    `${b.shape}.replace_lane`,
    0,
    op(`${b.shape}.splat`, part.type === "f64" ? f64(0) : f32(0)),
    real,
  );
}
