import type { Integer } from "../08-integer-wrap.ts";

function lowest(exact: bigint, dtype: Integer): number {
  const bits = Number(/\d+/.exec(dtype)![0]);
  return Number(dtype.startsWith("u") ? BigInt.asUintN(bits, exact) : BigInt.asIntN(bits, exact));
}

export const wrap = (value: number, dtype: Integer): number => lowest(BigInt(value), dtype);
export const add = (a: number, b: number, dtype: Integer): number =>
  lowest(BigInt(a) + BigInt(b), dtype);
export const multiply = (a: number, b: number, dtype: Integer): number =>
  lowest(BigInt(a) * BigInt(b), dtype);
