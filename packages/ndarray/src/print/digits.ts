/**
 * The decimal digits of a float: the fewest that tell it from its neighbours, or as many as asked for.
 *
 * Knows float16, float32 and float64 and makes no text. JS finds the shortest digits of a double only, so
 * the narrower formats search for theirs. Cutting digits off rounds the exact binary value, ties to even.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.format_float_positional.html
 */
import type { DTypeName } from "../dtype/dtype.ts";

/** The value `0.d₁d₂d₃… × 10^(exponent+1)`: digits without a dot, and the power of ten of the first. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** How wide a float is; the parts of a complex number are as wide as half of it. */
export type FloatName = "float16" | "float32" | "float64";

/** The float that elements of `name`, or their parts, are. Integers count as doubles. */
export function floatOf(name: DTypeName): FloatName {
  if (name === "float16") return "float16";
  return name === "float32" || name === "complex64" ? "float32" : "float64";
}

/** `x` rounded to the float `name`. */
export function roundTo(x: number, name: FloatName): number {
  return name === "float64" ? x : name === "float32" ? Math.fround(x) : Math.f16round(x);
}

/** The fewest digits that read back as the finite `x ≥ 0` in `name`; among those the nearest to `x`. */
export function shortestDigits(x: number, name: FloatName): Digits {
  if (name === "float64" || x === 0) return parse(x.toExponential());
  const leading = leadingExponent(x);
  for (let lowest = leading; lowest > leading - 9; lowest--) {
    const { quotient } = divided(x, lowest);
    // A power of two has a narrower gap below than above, so the nearest may miss where its neighbour hits.
    for (const near of [quotient, quotient + 1n, quotient - 1n]) {
      if (roundTo(Number(`${near}e${lowest}`), name) !== x) continue;
      const digits = near.toString();
      return { digits: digits.replace(/(?<=.)0+$/, ""), exponent: lowest + digits.length - 1 };
    }
  }
  throw new Error(`internal: ${x} is not a ${name}`); // nine or fewer digits tell every narrower float apart
}

/**
 * The digits of the finite `x > 0` down to `10^lowest`, rounded half to even; `"0"` where nothing is left.
 *
 * Zeros at the end are no digits where rounding carried a one past them, nor, with `isExactEnd`, where `x`
 * itself ends before them.
 */
export function digitsDownTo(x: number, lowest: number, isExactEnd: boolean): Digits {
  const { quotient, isUp, isExact } = divided(x, lowest);
  const digits = quotient.toString();
  const exponent = quotient === 0n ? lowest : lowest + digits.length - 1;
  return {
    digits: isUp || (isExact && isExactEnd) ? digits.replace(/(?<=.)0+$/, "") : digits,
    exponent,
  };
}

/** The power of ten of the first digit of `x`; 0 for 0. */
export function leadingExponent(x: number): number {
  const text = x.toExponential(20); // more digits than a double has, so that 9.99…e22 does not round to 1e23
  return Number(text.slice(text.indexOf("e") + 1));
}

function parse(text: string): Digits {
  const e = text.indexOf("e");
  return { digits: text.slice(0, e).replace(".", ""), exponent: Number(text.slice(e + 1)) };
}

const BITS = new DataView(new ArrayBuffer(8));

/** `x / 10^power` as an integer, ties to even, from the exact bits of `x`; `isUp` where it grew. */
function divided(x: number, power: number): { quotient: bigint; isUp: boolean; isExact: boolean } {
  BITS.setFloat64(0, x);
  const high = BITS.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(BITS.getUint32(4));
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const twos = Math.max(biased, 1) - 1075;
  let above = mantissa;
  let below = 1n;
  if (twos >= 0) above <<= BigInt(twos);
  else below <<= BigInt(-twos);
  if (power >= 0) below *= 10n ** BigInt(power);
  else above *= 10n ** BigInt(-power);
  const quotient = above / below;
  const twice = 2n * (above - quotient * below);
  const isUp = twice > below || (twice === below && (quotient & 1n) === 1n);
  return { quotient: isUp ? quotient + 1n : quotient, isUp, isExact: twice === 0n };
}
