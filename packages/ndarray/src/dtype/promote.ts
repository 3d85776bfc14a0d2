/**
 * Promotion: the dtype that two dtypes meet in, and which casts are safe.
 *
 * Knows dtypes, and Python's three kinds of weak scalars (NEP 50); never an array.
 * Source: https://numpy.org/doc/stable/reference/arrays.promotion.html
 */
import {
  DEFAULT_FLOAT,
  DEFAULT_INT,
  type DType,
  type DTypeLike,
  type DTypeName,
  DTYPES,
  bool,
  complex128,
  complex64,
  dtype as asDType,
  float16,
  float32,
  float64,
  int16,
  int32,
  int64,
} from "./dtype.ts";
import type { Promote } from "./result.ts";

/** A JS scalar beside an array: it brings its kind but no width. */
export type Weak = "bool" | "int" | "float" | "complex";

export type Casting = "no" | "equiv" | "safe" | "same_kind" | "unsafe";

const RANK = { b: 0, u: 1, i: 1, f: 2, c: 3 } as const;

/** The smallest dtype that both can be cast to safely; `float64` where no integer is wide enough. */
export function promoteTypes(a: DType, b: DType): DType {
  return PROMOTED[a.num]![b.num]!;
}

const PROMOTED: readonly (readonly DType[])[] = DTYPES.map((a) =>
  DTYPES.map((b) => computePromotion(a, b)),
);

function computePromotion(a: DType, b: DType): DType {
  if (a === b || b === bool) return a;
  if (a === bool) return b;
  if (RANK[a.kind] < RANK[b.kind]) return computePromotion(b, a);
  if (a.kind === "c")
    return a === complex128 || floatFor(b) === float64 || b === complex128 ? complex128 : complex64;
  if (a.kind === "f") {
    const other = floatFor(b);
    return a.itemsize >= other.itemsize ? a : other;
  }
  if (a.kind === b.kind) return a.itemsize >= b.itemsize ? a : b;
  const [signed, unsigned] = a.kind === "i" ? [a, b] : [b, a];
  if (signed.itemsize > unsigned.itemsize) return signed;
  return [int16, int32, int64, float64][Math.log2(unsigned.itemsize)]!;
}

/** The float that holds every value of `d`, as NumPy counts: 8 bits fit float16, 16 fit float32, more take float64. */
function floatFor(d: DType): DType {
  if (d.kind === "f") return d;
  if (d.kind === "c") return d === complex64 ? float32 : float64;
  return d.itemsize === 1 ? float16 : d.itemsize === 2 ? float32 : float64;
}

/** What a weak scalar becomes beside `other`, or alone (`null`). */
export function resolveWeak(weak: Weak, other: DType | null): DType {
  if (other === null)
    return { bool, int: DEFAULT_INT, float: DEFAULT_FLOAT, complex: complex128 }[weak];
  if (weak === "bool") return bool;
  if (weak === "int") return other === bool ? DEFAULT_INT : other;
  if (weak === "float") return RANK[other.kind] < RANK.f ? DEFAULT_FLOAT : other;
  if (other.kind === "c") return other;
  return other === float32 || other === float16 ? complex64 : complex128;
}

/**
 * The dtype all of them meet in: first the strong ones, then what the weak ones add. Null for none.
 *
 * Of three and more the order matters: uint16, int8 and float32 meet in float32, though the integers alone would
 * need int32. NumPy starts with the highest kind, whatever the order of the arguments.
 */
export function resultDType(strong: readonly DType[], weak: readonly Weak[] = []): DType | null {
  let result: DType | null = null;
  const highestFirst =
    strong.length > 2 ? strong.toSorted((a, b) => RANK[b.kind] - RANK[a.kind]) : strong;
  for (const d of highestFirst) result = result === null ? d : promoteTypes(result, d);
  const base = result;
  for (const w of weak) {
    const d = resolveWeak(w, base);
    result = result === null ? d : promoteTypes(result, d);
  }
  return result;
}

/** Whether `from` may become `to` under NumPy's rule `casting`. */
export function canCast(from: DType, to: DType, casting: Casting = "safe"): boolean {
  if (from === to || casting === "unsafe") return true;
  if (casting === "no" || casting === "equiv") return false;
  if (promoteTypes(from, to) === to) return true;
  if (casting === "safe") return false;
  return SAME_KIND[from.kind] <= SAME_KIND[to.kind];
}

/** A cast of the same kind never goes down this ladder; an unsigned integer may become a signed one. */
const SAME_KIND = { b: 0, u: 1, i: 2, f: 3, c: 4 } as const;

/**
 * The dtype that `type1` and `type2` are both safely cast to.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.promote_types.html
 * @throws {TypeError} when one is no dtype
 * @example promote_types("int32", "float32").name // "float64"
 */
export function promote_types<A extends DTypeName, B extends DTypeName>(
  type1: DTypeLike<A>,
  type2: DTypeLike<B>,
): DType<Promote<A, B>> {
  const result: DType = promoteTypes(asDType(type1) as DType, asDType(type2) as DType); // any two
  return result as DType<Promote<A, B>>; // `Promote` is the same table, for the compiler
}
