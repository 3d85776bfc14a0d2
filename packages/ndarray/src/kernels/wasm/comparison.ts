/**
 * Comparisons, elementwise: elements of any dtype in, bools out.
 *
 * Knows masks: a comparison fills a lane with ones, and sixteen lanes of any width narrow to sixteen bytes. The
 * logical ufuncs and isnan and its kin are comparisons too: with zero, with themselves, with infinity.
 */
import {
  type Code,
  type FunctionBuilder,
  f32,
  f64,
  i32,
  i64,
  lane,
  op,
  shuffle,
} from "./assembler.ts";
import type { ElementwiseKernel, WideRound } from "./elementwise.ts";
import { type Lanes, lanesOf } from "./lanes.ts";

/** A test of one vector (or one of each input): a mask of ones where it holds. */
type Mask = (f: FunctionBuilder, lanes: Lanes, ...x: readonly Code[]) => Code;

/** The kernel of ufunc `name` from elements like `inputs` to bool, or null. */
export function comparisonKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  const lanes = lanesOf(inputs[0]!);
  if (
    output !== "?" ||
    [...inputs].some((c) => c !== inputs[0]) ||
    lanes.char === "e" ||
    lanes.type === "v128"
  )
    return null;
  const mask = (inputs.length === 2 ? BINARY : UNARY)[name] ?? null;
  if (mask === null || (FLOATS_ONLY.has(name) && !lanes.shape.startsWith("f"))) return null;
  const vector = (f: FunctionBuilder, ...x: readonly Code[]): Code => mask(f, lanes, ...x);
  return {
    inputs,
    output,
    scalar: oneElement(lanes, vector),
    wide: { count: 16, emit: sixteen(lanes, vector, inputs.length) },
  };
}

const FLOATS_ONLY = new Set(["isnan", "isinf", "isfinite", "signbit"]);

const BINARY: Readonly<Record<string, Mask>> = {
  equal: compare("eq"),
  not_equal: compare("ne"),
  less: compare("lt"),
  less_equal: compare("le"),
  greater: compare("gt"),
  greater_equal: compare("ge"),
  logical_and: (f, lanes, x, y) => op("v128.and", isNotZero(f, lanes, x!), isNotZero(f, lanes, y!)),
  logical_or: (f, lanes, x, y) => op("v128.or", isNotZero(f, lanes, x!), isNotZero(f, lanes, y!)),
  logical_xor: (f, lanes, x, y) => op("v128.xor", isNotZero(f, lanes, x!), isNotZero(f, lanes, y!)),
};

const UNARY: Readonly<Record<string, Mask>> = {
  logical_not: (f, lanes, x) => compare("eq")(f, lanes, x!, constant(lanes, 0)),
  cast: (f, lanes, x) => isNotZero(f, lanes, x!),
  isnan: (f, { shape }, x) => {
    const a = f.local("v128");
    return op(`${shape}.ne`, a.tee(x!), a.get);
  },
  isinf: (_, lanes, x) =>
    op(`${lanes.shape}.eq`, op(`${lanes.shape}.abs`, x!), constant(lanes, Infinity)),
  isfinite: (_, lanes, x) =>
    op(`${lanes.shape}.lt`, op(`${lanes.shape}.abs`, x!), constant(lanes, Infinity)),
  signbit: (_, { size }, x) =>
    size === 4 ? op("i32x4.shr_s", x!, i32(31)) : op("i64x2.shr_s", x!, i32(63)),
};

function isNotZero(f: FunctionBuilder, lanes: Lanes, x: Code): Code {
  return compare("ne")(f, lanes, x, constant(lanes, 0));
}

function constant({ type, shape }: Lanes, value: number): Code {
  const scalar =
    type === "f64"
      ? f64(value)
      : type === "f32"
        ? f32(value)
        : type === "i64"
          ? i64(BigInt(value))
          : i32(value);
  return op(`${shape}.splat`, scalar);
}

function compare(relation: "eq" | "ne" | "lt" | "le" | "gt" | "ge"): Mask {
  return (_, { type, shape, isSigned }, x, y) => {
    const isFloat = shape.startsWith("f");
    if (isFloat || relation === "eq" || relation === "ne")
      return op(`${shape}.${relation}`, x!, y!);
    if (type === "i32") return op(`${shape}.${relation}_${isSigned ? "s" : "u"}`, x!, y!);
    if (isSigned) return op(`i64x2.${relation}_s`, x!, y!);
    // There is no unsigned comparison of 64-bit lanes: flipping the top bits keeps the order and makes it signed.
    const top = op("i64x2.splat", i64(-(2n ** 63n)));
    return op(`i64x2.${relation}_s`, op("v128.xor", x!, top), op("v128.xor", y!, top));
  };
}

/** The bool of a single element: lane 0 of the mask. */
function oneElement(
  { type, splat }: Lanes,
  mask: (f: FunctionBuilder, ...x: readonly Code[]) => Code,
): NonNullable<ElementwiseKernel["scalar"]> {
  return (f, ...x) => {
    const inputs = x.map((code) => [f.local(type), code] as const);
    const vectors = inputs.map(([local, code]) => splat(local.tee(code)));
    return op("i32.and", lane("i8x16.extract_lane_u", 0, mask(f, ...vectors)), i32(1));
  };
}

function sixteen(
  lanes: Lanes,
  mask: (f: FunctionBuilder, ...x: readonly Code[]) => Code,
  inputs: number,
): WideRound {
  return (f, read, write) => {
    const masks = Array.from({ length: lanes.size }, (_, j) =>
      mask(f, ...Array.from({ length: inputs }, (_unused, k) => read(k, j))),
    );
    // A mask is 0 or -1 in every byte; its absolute value is the bool.
    return write(0, op("i8x16.abs", narrow(masks, lanes.size)));
  };
}

/** Sixteen masks of `size` bytes, in as many vectors, as one vector of bytes. */
function narrow(masks: readonly Code[], size: number): Code {
  if (size === 1) return masks[0]!;
  const pairs = Array.from({ length: masks.length / 2 }, (_, k) =>
    halve(masks[2 * k]!, masks[2 * k + 1]!, size),
  );
  return narrow(pairs, size / 2);
}

const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

function halve(low: Code, high: Code, size: number): Code {
  if (size === 8) return shuffle(low, high, LOW_HALVES);
  return op(size === 4 ? "i16x8.narrow_i32x4_s" : "i8x16.narrow_i16x8_s", low, high);
}
