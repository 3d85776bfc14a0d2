/**
 * Elements for tests of kernels: random ones mixed with those where arithmetic has its corners.
 *
 * Knows memory and dtypes. The sequence is the same in every run.
 */
import type { DType } from "../../dtype/dtype.ts";
import type { Memory } from "../../memory/memory.ts";

const FLOATS = [
  0,
  -0,
  1,
  -1,
  NaN,
  Infinity,
  -Infinity,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  5e-324,
  1e-310,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  1e-40,
];
const INTEGERS = [0, 1, -1, 2, 7, -7, 127, -128, 255, 32767, -32768, 2 ** 31 - 1, -(2 ** 31)];
const WIDE = [0n, 1n, -1n, 3n, -(2n ** 63n), 2n ** 63n - 1n, 2n ** 32n, -5n];

let state = 12345;

/** A whole number from 0 to `n` - 1. */
export function randomBelow(n: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
}

function pick<T>(list: readonly T[]): T {
  return list[randomBelow(list.length)]!;
}

/** Fills `count` elements of `dtype` from `address` on. */
export function randomElements(memory: Memory, dtype: DType, address: number, count: number): void {
  const view = memory.view(dtype) as { [k: number]: number | bigint }; // whichever of the two it holds
  const first = address / dtype.alignment;
  for (let k = 0; k < count * dtype.components; k++) view[first + k] = randomElement(dtype);
}

function randomElement({ kind, itemsize }: DType): number | bigint {
  const kindOfValue = randomBelow(4);
  if (kind === "b") return randomBelow(2);
  if (kind === "f" || kind === "c") {
    if (kindOfValue === 0) return pick(FLOATS);
    return kindOfValue === 1
      ? randomBelow(41) - 20
      : (randomBelow(2 ** 31) - 2 ** 30) * 10 ** (randomBelow(20) - 14);
  }
  if (itemsize === 8)
    return kindOfValue === 0
      ? pick(WIDE)
      : BigInt(randomBelow(2 ** 31) - 2 ** 30) * BigInt(randomBelow(2 ** (8 * kindOfValue)));
  return kindOfValue === 0
    ? pick(INTEGERS)
    : randomBelow(2 ** (8 * kindOfValue)) - 2 ** (8 * kindOfValue - 1);
}
