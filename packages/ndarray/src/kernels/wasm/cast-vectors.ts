/**
 * Casts of whole vectors, for the pairs of dtypes that are met most.
 *
 * Knows which instructions widen, narrow and convert; what they do to an element is what `cast.ts` says.
 */
import {
  type Code,
  type FunctionBuilder,
  type Local,
  f32,
  f64,
  i32,
  lane,
  op,
  shuffle,
  when,
} from "./assembler.ts";
import { double, repeated } from "./constants.ts";
import type { ElementwiseKernel, Expression, WideRound } from "./elementwise.ts";
import type { Lanes } from "./lanes.ts";
import { hasPlainTruncation } from "../tier.ts";

/** The round of the cast from `a` to `b`, or null where elements go one by one, as `one` says. */
export function wideCast(
  a: Lanes,
  b: Lanes,
  one: Expression,
): NonNullable<ElementwiseKernel["wide"]> | null {
  const pair = `${a.char}${b.char}`;
  const narrowing = NARROWING[`${a.size}${b.size}`];
  if (a.type.startsWith("i") && b.type.startsWith("i") && narrowing !== undefined) {
    return {
      count: 16 / b.size,
      emit: (_, read, write) => write(0, shuffle(read(0, 0), read(0, 1), narrowing)),
    };
  }
  if (a.type.startsWith("i") && b.type.startsWith("i") && b.size > a.size) {
    return {
      count: 16 / a.size,
      emit: (f, read, write) => widened(f, read(0, 0), a, b.size).map((v, k) => write(k, v)),
    };
  }
  if (pair === "dq") return { count: 4, emit: doublesToLongs(one) };
  const emit = FLOAT_PAIRS[pair];
  if (emit !== undefined) return { count: 4, emit };
  if (a.type === "i32" && a.size < 4 && b.shape.startsWith("f"))
    return { count: 16 / a.size, emit: smallToFloats(a, b) };
  if (a.shape.startsWith("f") && b.type === "i32" && b.char !== "I" && a.type !== "v128")
    return { count: (ROUND[b.size] ?? 1) * (16 / b.size), emit: floatsToIntegers(a, b) };
  return null;
}

/** Which bytes of two vectors are the low halves of their lanes. */
const NARROWING: Readonly<Record<string, readonly number[]>> = {
  21: Array.from({ length: 16 }, (_, k) => 2 * k),
  42: Array.from({ length: 16 }, (_, k) => 4 * (k >> 1) + (k & 1)),
  84: Array.from({ length: 16 }, (_, k) => 8 * (k >> 2) + (k & 3)),
};

const HIGH_TO_LOW = Array.from({ length: 16 }, (_, k) => (k + 8) % 16);
const LOW_HALVES_OF_BOTH = Array.from({ length: 16 }, (_, k) => (k < 8 ? k : k + 8));

function split(instruction: string): WideRound {
  return (f, read, write) => {
    const x = f.local("v128");
    return [
      x.set(read(0, 0)),
      write(0, op(instruction, x.get)),
      write(1, op(instruction, shuffle(x.get, x.get, HIGH_TO_LOW))),
    ];
  };
}

function join(convert: (x: Code) => Code): WideRound {
  return (_, read, write) =>
    write(0, shuffle(convert(read(0, 0)), convert(read(0, 1)), LOW_HALVES_OF_BOTH));
}

const FLOAT_PAIRS: Readonly<Record<string, WideRound>> = {
  fd: split("f64x2.promote_low_f32x4"),
  id: split("f64x2.convert_low_i32x4_s"),
  Id: split("f64x2.convert_low_i32x4_u"),
  if: (_, read, write) => write(0, op("f32x4.convert_i32x4_s", read(0, 0))),
  If: (_, read, write) => write(0, op("f32x4.convert_i32x4_u", read(0, 0))),
  df: join((x) => op("f32x4.demote_f64x2_zero", x)),
};

const SHAPES: Readonly<Record<number, string>> = { 1: "i8x16", 2: "i16x8", 4: "i32x4", 8: "i64x2" };

/** Vectors of integers of `size` bytes from one of smaller integers like `lanes`. */
function widened(
  f: FunctionBuilder,
  v: Code,
  lanes: Pick<Lanes, "size" | "isSigned">,
  size: number,
): Code[] {
  if (lanes.size === size) return [v];
  const x = f.local("v128");
  const wide = { ...lanes, size: 2 * lanes.size };
  const half = (which: string): Code =>
    op(
      `${SHAPES[wide.size]}.extend_${which}_${SHAPES[lanes.size]}_${lanes.isSigned ? "s" : "u"}`,
      x.get,
    );
  return [
    ...widened(f, [x.set(v), half("low")], wide, size),
    ...widened(f, half("high"), wide, size),
  ];
}

function smallToFloats(a: Lanes, b: Lanes): WideRound {
  return (f, read, write) => {
    const integers = widened(f, read(0, 0), a, 4);
    if (b.type === "f32") return integers.map((v, k) => write(k, op("f32x4.convert_i32x4_s", v)));
    const x = f.local("v128");
    return integers.map((v, k) => [
      x.set(v),
      write(2 * k, op("f64x2.convert_low_i32x4_s", x.get)),
      write(2 * k + 1, op("f64x2.convert_low_i32x4_s", shuffle(x.get, x.get, HIGH_TO_LOW))),
    ]);
  };
}

/** Four floats as 32-bit integers; what does not fit, and nan, is the most negative one. */
function fourIntegers(f: FunctionBuilder, a: Lanes, part: (j: number) => Code): Code {
  if (hasPlainTruncation()) {
    if (a.type === "f32") return op("i32x4.relaxed_trunc_f32x4_s", part(0));
    const whole = (j: number): Code => op("i32x4.relaxed_trunc_f64x2_s_zero", part(j));
    return shuffle(whole(0), whole(1), LOW_HALVES_OF_BOTH);
  }
  const lowest = op("i32x4.splat", i32(-(2 ** 31)));
  const limit = op(`${a.shape}.splat`, a.type === "f64" ? f64(2 ** 31) : f32(2 ** 31));
  if (a.type === "f32") {
    const x = f.local("v128");
    const whole = op("i32x4.trunc_sat_f32x4_s", x.tee(part(0)));
    return op("v128.bitselect", whole, lowest, op("f32x4.lt", x.get, limit));
  }
  const [x, y] = [f.local("v128"), f.local("v128")];
  const whole = (v: Code): Code => op("i32x4.trunc_sat_f64x2_s_zero", v);
  const fits = (v: Code): Code => op("f64x2.lt", v, limit);
  return op(
    "v128.bitselect",
    shuffle(whole(x.tee(part(0))), whole(y.tee(part(1))), LOW_HALVES_OF_BOTH),
    lowest,
    shuffle(fits(x.get), fits(y.get), NARROWING[84]!),
  );
}

/** Vectors of integers that a round writes, by their size: narrow ones read enough as it is. */
const ROUND: Readonly<Record<number, number>> = { 4: 4 };

function floatsToIntegers(a: Lanes, b: Lanes): WideRound {
  return (f, read, write) => {
    const perFour = a.size / 4;
    const perVector = 4 / b.size;
    const fours = (from: number): Code[] =>
      Array.from({ length: perVector }, (_, k) =>
        fourIntegers(f, a, (j) => read(0, perFour * (from + k) + j)),
      );
    return Array.from({ length: ROUND[b.size] ?? 1 }, (_, v) =>
      write(v, narrowed(fours(v * perVector), b.size)),
    );
  };
}

/** The low bytes of 32-bit integers: one vector of integers of `size` bytes. */
function narrowed(vectors: readonly Code[], size: number): Code {
  if (size === 4) return vectors[0]!;
  const pairs = Array.from({ length: vectors.length / 2 }, (_, k) =>
    shuffle(vectors[2 * k]!, vectors[2 * k + 1]!, NARROWING[42]!),
  );
  return pairs.length === 1 ? pairs[0]! : shuffle(pairs[0]!, pairs[1]!, NARROWING[21]!);
}

/** Adding this leaves an integer up to 2^51 in the low bits. */
const MAGIC = 1.5 * 2 ** 52;
const MAGIC_BITS = 0x4338000000000000n;

/** There is no instruction for 64 bits, but up to 2^51 an addition does it; beyond, elements go one by one. */
function doublesToLongs(one: Expression): WideRound {
  return (f, read, write) => {
    const vectors = [f.local("v128"), f.local("v128")];
    const [x, y] = vectors as [Local, Local]; // two
    const isSmall = ({ get }: Local): Code => op("f64x2.lt", op("f64x2.abs", get), double(2 ** 51));
    const whole = ({ get }: Local): Code =>
      op("i64x2.sub", op("f64x2.add", op("f64x2.trunc", get), double(MAGIC)), repeated(MAGIC_BITS));
    const single = ({ get }: Local): Code => {
      const part = (k: number): Code => one(f, lane("f64x2.extract_lane", k, get));
      return lane("i64x2.replace_lane", 1, op("i64x2.splat", part(0)), part(1));
    };
    return [
      vectors.map((v, j) => v.set(read(0, j))),
      when(
        op("i64x2.all_true", op("v128.and", isSmall(x), isSmall(y))),
        vectors.map((v) => v.set(whole(v))),
        vectors.map((v) => v.set(single(v))),
      ),
      vectors.map((v, j) => write(j, v.get)),
    ];
  };
}
