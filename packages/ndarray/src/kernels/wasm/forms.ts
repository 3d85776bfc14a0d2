/**
 * Small pieces that the tables of arithmetic share: the forms an operation takes for one element and for a vector.
 *
 * Knows lanes and instructions by name, no ufunc in particular.
 */
import { op } from "./assembler.ts";
import type { ElementwiseKernel, Expression } from "./elementwise.ts";
import type { Lanes } from "./lanes.ts";

/** What an operation does; the dtypes are told elsewhere. */
export type Body = Pick<
  ElementwiseKernel,
  "scalar" | "vector" | "bySecond" | "unroll" | "patterns"
>;

/** The instruction `instruction` of the element's type and of the vector's shape. */
export function both({ type, shape }: Lanes, instruction: string): Body {
  return {
    scalar: (_, ...x) => op(`${type}.${instruction}`, ...x),
    vector: (_, ...x) => op(`${shape}.${instruction}`, ...x),
  };
}

/** An instruction on all bits of a vector, whatever its lanes. */
export function bitwise({ type }: Lanes, instruction: string): Body {
  return {
    scalar: (_, ...x) => op(`${type}.${instruction}`, ...x),
    vector: (_, ...x) => op(`v128.${instruction}`, ...x),
  };
}

/** Operations on bits, whatever they stand for. */
export const BITS: Readonly<Record<string, string>> = {
  bitwise_and: "and",
  bitwise_or: "or",
  bitwise_xor: "xor",
};

/** `x` combined with itself, computed once. */
export function twice(
  prefix: string,
  instruction: string,
  type: "f32" | "f64" | "i32" | "i64" | "v128" = prefix as "f64",
): Expression {
  return (f, x) => {
    const kept = f.local(type);
    return op(`${prefix}.${instruction}`, kept.tee(x!), kept.get);
  };
}

/** The element, or the vector, as it is. */
export const SAME: Body = { scalar: (_, x) => x!, vector: (_, x) => x! };
