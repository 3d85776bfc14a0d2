import type { Integer } from "../08-integer-wrap.ts";

const CELL = {
  int8: new Int8Array(1),
  int16: new Int16Array(1),
  int32: new Int32Array(1),
  uint8: new Uint8Array(1),
  uint16: new Uint16Array(1),
  uint32: new Uint32Array(1),
} as const;

/** Writing into a typed array does exactly this. */
export function wrap(value: number, dtype: Integer): number {
  const cell = CELL[dtype];
  cell[0] = value;
  return cell[0]!;
}

export function add(a: number, b: number, dtype: Integer): number {
  return wrap(a + b, dtype);
}

/** Schoolbook: the upper 16 bits of b times a only matter below 2 ** 32. */
export function multiply(a: number, b: number, dtype: Integer): number {
  const [high, low] = [Math.floor(b / 65536), ((b % 65536) + 65536) % 65536];
  return wrap(((a * high) % 65536) * 65536 + a * low, dtype);
}
