/**
 * Operands that lie anyhow, and running the same on every tier, for the tests of kernels.
 *
 * Knows no kernel. What it makes is held until `letGo`.
 */
import fc from "fast-check";
import { expect } from "vitest";
import { type DType, uint8 } from "../dtype/dtype.ts";
import { heapMemory } from "../memory/heap-memory.ts";
import type { Memory } from "../memory/memory.ts";
import { copyElements } from "./copy.ts";
import { heldBytes } from "./held-bytes.ts";
import type { Operand } from "./operand.ts";
import { type Tier, setTier } from "./tier.ts";
import { randomElements } from "./wasm/random-elements.ts";

export const memory: Memory = heapMemory()!.memory;
const TIERS: readonly Tier[] = ["wasm", "wasm-fma"];

/** How an operand lies: the order of its axes in memory, the gaps between elements, and which axes run backwards. */
export interface Lie {
  readonly order: readonly number[];
  readonly gap: number;
  readonly backwards: readonly boolean[];
  readonly repeated: readonly boolean[];
}

/** Ways to lie in so many axes. */
export const lies = (ndim: number): fc.Arbitrary<Lie> =>
  fc.record({
    order: fc.shuffledSubarray([...Array(ndim).keys()], { minLength: ndim }),
    gap: fc.constantFrom(1, 1, 2),
    backwards: fc.array(fc.boolean(), { minLength: ndim, maxLength: ndim }),
    repeated: fc.array(fc.constantFrom(false, false, true), { minLength: ndim, maxLength: ndim }),
  });

const shapes = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 1, maxLength: 1 }),
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 }),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 0, maxLength: 4 }),
);

/** Random elements that lie so. */
export function operand(
  dtype: DType,
  shape: readonly number[],
  { order, gap, backwards, repeated }: Lie,
  mayRepeat: boolean,
): Operand {
  const strides = shape.map(() => 0);
  let step = dtype.itemsize;
  for (const k of order) {
    strides[k] = step * gap;
    step *= Math.max(1, shape[k]!) * gap;
  }
  const start = heldBytes(step);
  randomElements(memory, dtype, start, step / dtype.itemsize);
  let address = start;
  for (let k = 0; k < shape.length; k++) {
    if (mayRepeat && repeated[k]!) strides[k] = 0;
    else if (backwards[k]!) {
      address += Math.max(0, shape[k]! - 1) * strides[k]!;
      strides[k] = -strides[k]!;
    }
  }
  return { memory, dtype, address, strides };
}

/** C-contiguous. */
export const plain = (ndim: number): Lie => ({
  order: [...Array(ndim).keys()].reverse(),
  gap: 1,
  backwards: Array(ndim).fill(false),
  repeated: Array(ndim).fill(false),
});

/** The elements in C order. */
export function values({ dtype, address, strides }: Operand, shape: readonly number[]): unknown[] {
  const view = memory.view(dtype);
  let places = [address];
  for (let k = 0; k < shape.length; k++)
    places = places.flatMap((p) =>
      Array.from({ length: shape[k]! }, (_, i) => p + i * strides[k]!),
    );
  const parts = Array.from({ length: dtype.components }, (_, c) => c);
  // Which zero, and which nan, is compared elsewhere.
  return places
    .flatMap((p) => parts.map((c) => view[p / dtype.alignment + c]))
    .map((x) => (x === 0 ? 0 : x));
}

/** Runs the same on each tier, each time into a fresh result, and compares with the JS tier. */
export function compare(
  dtype: DType,
  shape: readonly number[],
  lie: Lie,
  run: (out: Operand) => void,
): void {
  const results = (["js", ...TIERS] as const).map((tier) => {
    setTier(tier);
    const out = operand(dtype, shape, lie, false);
    run(out);
    return values(out, shape);
  });
  for (const result of results.slice(1)) expect(result).toEqual(results[0]);
}

/** A shape, and four ways to lie in it. */
export const cases: fc.Arbitrary<[number[], Lie, Lie, Lie]> = shapes.chain((shape) =>
  fc.tuple(fc.constant(shape), lies(shape.length), lies(shape.length), lies(shape.length)),
);

/** Zeros in any shape: one of them, repeated. */
export function operandOfZeros(dtype: DType, shape: readonly number[]): Operand {
  const zero = heldBytes(16);
  memory.bytes.fill(0, zero, zero + 16);
  return { memory, dtype, address: zero, strides: shape.map(() => 0) };
}

/** Elements from 0 to 9, so that no sum rounds. */
export function small(dtype: DType, shape: readonly number[], lie: Lie): Operand {
  const digits = operand(uint8, shape, plain(shape.length), false);
  const size = shape.reduce((x, y) => x * y, 1);
  for (let k = 0; k < size; k++) memory.bytes[digits.address + k]! %= 10;
  const out = operand(dtype, shape, lie, false);
  copyElements(digits, out, shape);
  return out;
}
