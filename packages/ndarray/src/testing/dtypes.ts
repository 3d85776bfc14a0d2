/**
 * Arbitraries of dtypes and of the elements they hold.
 *
 * Knows dtypes and JS scalars; never an array.
 */
import fc from "fast-check";
import {
  DTYPES,
  type DTypeName,
  type Kind,
  type Scalar,
  dtype as asDType,
} from "../dtype/dtype.ts";
import { iinfo } from "../dtype/limits.ts";

/** Which dtypes: by kind (`"iu"` are the integers), by name, or all fourteen. */
export interface DTypeLimits {
  /** Letters of the kinds wanted: b, i, u, f, c. */
  readonly kinds?: string;
}

/** Names of dtypes. @example dtypes({ kinds: "iu" }) // int8 … uint64 */
export function dtypes(limits: DTypeLimits = {}): fc.Arbitrary<DTypeName> {
  const { kinds = "biufc" } = limits;
  return fc.constantFrom(...DTYPES.filter((d) => kinds.includes(d.kind)).map((d) => d.name));
}

/**
 * Which values: `"small"` are whole numbers and halves that every float computes with exactly, and that no
 * integer overflows at once; `"any"` is everything the dtype can hold, with nan, infinities and -0.
 */
export type ElementChoice = "small" | "any";

/** Elements of one dtype, as JS values: booleans, bigints for 64 bits, `{ re, im }`, or numbers. */
export function elements(dtype: DTypeName, choice: ElementChoice = "small"): fc.Arbitrary<Scalar> {
  const { kind, itemsize } = asDType(dtype);
  if (kind === "b") return fc.boolean();
  if (kind === "c") {
    const part = floats(itemsize / 2, choice);
    return fc.tuple(part, part).map(([re, im]) => ({ re, im }));
  }
  return kind === "f" ? floats(itemsize, choice) : integers(dtype, kind, choice);
}

function integers(
  dtype: DTypeName,
  kind: Kind,
  choice: ElementChoice,
): fc.Arbitrary<number | bigint> {
  const { min, max, bits } = iinfo(dtype);
  if (bits === 64) {
    const most = 9n;
    return choice === "any"
      ? fc.bigInt({ min: BigInt(min), max: BigInt(max) })
      : fc.bigInt({ min: kind === "u" ? 0n : -most, max: most });
  }
  return choice === "any"
    ? fc.integer({ min: Number(min), max: Number(max) })
    : fc.integer({ min: kind === "u" ? 0 : -9, max: 9 });
}

function floats(itemsize: number, choice: ElementChoice): fc.Arbitrary<number> {
  if (choice === "small") return fc.integer({ min: -16, max: 16 }).map((n) => n / 2);
  if (itemsize === 8) return fc.double();
  return itemsize === 4 ? fc.float() : fc.float().map((x) => Math.f16round(x));
}
