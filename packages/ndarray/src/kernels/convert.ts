/**
 * Element conversion as C does it: what a value of one dtype becomes in another.
 *
 * Knows scalars only. The parts of complex values are converted one by one, so these functions see plain
 * numbers and bigints. Float to integer truncates; what does not fit gives what x86 gives NumPy.
 */
import type { DType } from "../dtype/dtype.ts";

export type Convert = (value: number | bigint) => number | bigint;

const INT64_MIN = -(2n ** 63n);

/** A function from a component of `from` to a component of `to`, or null where the typed array converts by itself. */
export function converter(from: DType, to: DType): Convert | null {
  const source = classOf(from);
  const target = classOf(to);
  if (target === "bool")
    return from.kind === "b"
      ? null
      : source === "big"
        ? (x) => Number(x !== 0n)
        : (x) => Number(x !== 0);
  if (source === "bool") return target === "big" ? (x) => BigInt(x !== 0) : (x) => Number(x !== 0);
  if (source === "big") return target === "big" ? null : target === "float" ? Number : narrow;
  if (target === "big") {
    if (source !== "float") return (x) => BigInt(x);
    return to.kind === "u" ? floatToUint64 : floatToInt64;
  }
  if (source === "float" && target === "int") return to.num === 6 ? floatToUint32 : floatToInt32;
  return null;
}

function classOf({ kind, itemsize }: DType): "bool" | "int" | "big" | "float" {
  if (kind === "b") return "bool";
  if (kind === "f" || kind === "c") return "float";
  return itemsize === 8 ? "big" : "int";
}

function narrow(x: number | bigint): number {
  return Number(BigInt.asIntN(32, x as bigint)); // only 64-bit integers come here
}

function floatToInt32(x: number | bigint): number {
  const t = Math.trunc(Number(x));
  return t >= -2147483648 && t <= 2147483647 ? t : -2147483648;
}

function floatToUint32(x: number | bigint): number {
  return Number(BigInt.asUintN(32, floatToInt64(x)));
}

function floatToInt64(x: number | bigint): bigint {
  const t = Math.trunc(Number(x));
  return t >= -(2 ** 63) && t < 2 ** 63 ? BigInt(t) : INT64_MIN;
}

function floatToUint64(x: number | bigint): bigint {
  const t = Math.trunc(Number(x));
  if (t >= 2 ** 64) return 0n;
  return t >= 2 ** 63 ? BigInt(t) : floatToInt64(x);
}
