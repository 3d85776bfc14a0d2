/**
 * The absolute value of complex numbers: hypot of the parts, taken apart on the way.
 *
 * Knows complex128 and complex64; the latter is computed in doubles and rounded once.
 */
import { hypot as hypotOfTwo } from "../js/hypot.ts";
import { type Code, call, lane, op, shuffle } from "./assembler.ts";
import { type ElementwiseKernel, type Expression, firstHelper } from "./elementwise.ts";
import { hypot } from "./hyperbolic.ts";
import type { HostFunction } from "./module.ts";
import { VECTORS, asDoubles, carefulFunction, quickly } from "./rounds.ts";

/** The kernel of `absolute` from complex numbers to their floats, or null. */
export function modulusKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  const isWide = inputs === "D" && output === "d";
  if (name !== "absolute" || !(isWide || (inputs === "F" && output === "f"))) return null;
  const host: HostFunction[] = [
    { name: "hypot", params: ["f64", "f64"], results: ["f64"], run: hypotOfTwo },
  ];
  const careful = (...parts: readonly Code[]): Code => call(firstHelper(host), ...parts);
  const scalar: Expression = (f, z) => {
    const v = f.local("v128");
    const parts = [v.set(isWide ? z! : op("f64x2.promote_low_f32x4", z!)), v.get];
    const first = shuffle(parts, v.get, FIRSTS);
    const size = lane("f64x2.extract_lane", 0, careful(first, shuffle(v.get, v.get, SECONDS)));
    return isWide ? size : op("f32.demote_f64", size);
  };
  return {
    inputs,
    output,
    host,
    helpers: [carefulFunction(hypot, 2)],
    scalar,
    wide: {
      count: 2 * VECTORS,
      emit: (f, read, write) => {
        const round = isWide
          ? { read: (k: number, j: number) => partsOfTwo(read, k, j), write }
          : {
              read: (k: number, j: number) => partsOfFloats(read, k, j),
              write: asDoubles({ read, write }).write,
            };
        return quickly(f, hypot, 2, round, careful);
      },
    },
  };
}

const FIRSTS = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const SECONDS = FIRSTS.map((k) => k + 8);

/** The real (k = 0) or imaginary parts of numbers 2j and 2j + 1. */
function partsOfTwo(read: (input: number, j: number) => Code, k: number, j: number): Code {
  return shuffle(read(0, 2 * j), read(0, 2 * j + 1), k === 0 ? FIRSTS : SECONDS);
}

const REALS = [0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11];

function partsOfFloats(read: (input: number, j: number) => Code, k: number, j: number): Code {
  const both = read(0, j);
  return op(
    "f64x2.promote_low_f32x4",
    shuffle(
      both,
      both,
      REALS.map((p) => p + 4 * k),
    ),
  );
}
