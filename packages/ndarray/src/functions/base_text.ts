/**
 * Whole numbers as text in other bases.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.io.html#base-n-representations
 */
import { ValueError } from "../errors.ts";
import { readOptions } from "../options.ts";

export interface BinaryReprOptions {
  /** How many digits: zeros in front, and negative numbers as their two's complement. */
  readonly width?: number | null | undefined;
}

/**
 * A whole number in binary, with a minus sign where it is negative and no width is given.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.binary_repr.html
 *
 * @throws {ValueError} when the width is too small
 * @example binary_repr(-3, { width: 4 }) // "1101"
 */
export function binary_repr(num: number | bigint, options: BinaryReprOptions = {}): string {
  const { width = null } = readOptions("binary_repr", options, ["width"]);
  const n = BigInt(num);
  if (width === null) return n.toString(2);
  const needed =
    n < 0n ? (-n - 1n).toString(2).replace(/^0$/, "").length + 1 : n.toString(2).length;
  if (needed > width && n !== 0n)
    throw new ValueError(`Insufficient bit width=${width} provided for binwidth=${needed}`);
  return BigInt.asUintN(width, n).toString(2).padStart(width, "0");
}

export interface BaseReprOptions {
  /** From 2 to 36; 2 unless told. */
  readonly base?: number | undefined;
  /** How many zeros to put in front. */
  readonly padding?: number | undefined;
}

/**
 * A whole number in any base up to 36, with capital letters for digits above 9.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.base_repr.html
 *
 * @throws {ValueError} when the base is none of 2 to 36
 * @example base_repr(255, { base: 16 }) // "FF"
 */
export function base_repr(number: number | bigint, options: BaseReprOptions = {}): string {
  const { base = 2, padding = 0 } = readOptions("base_repr", options, ["base", "padding"]);
  if (base > 36) throw new ValueError("Bases greater than 36 not handled in base_repr.");
  if (base < 2) throw new ValueError("Bases less than 2 not handled in base_repr.");
  const n = BigInt(number);
  const digits = (n < 0n ? -n : n).toString(base).toUpperCase();
  // NumPy gives no digit for zero where padding is asked: the padding stands for it.
  return `${n < 0n ? "-" : ""}${"0".repeat(padding)}${n === 0n && padding > 0 ? "" : digits}`;
}
