/**
 * Partitions: the places asked for hold what sorting puts there, and everything else lies on its side of them.
 */
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type DType, float32, float64, int16, int32, int64, uint32 } from "../dtype/dtype.ts";
import { heapMemory } from "../memory/heap-memory.ts";
import { copyElements } from "./copy.ts";
import { heldBytes, letGo } from "./held-bytes.ts";
import type { Operand } from "./operand.ts";
import { partitionLines } from "./partition.ts";
import { setTier } from "./tier.ts";

const memory = heapMemory()!.memory;

afterEach(() => {
  setTier(undefined);
  letGo();
});

/** Rows that are hard for one part or another, by what is at place `i` of `n`; `u` is random. */
const PATTERNS: readonly ((i: number, n: number, u: number) => number)[] = [
  (_i, _n, u) => u * 1e9 - 5e8,
  (_i, _n, u) => Math.floor(u * 3),
  (_i, _n, u) => Math.floor(u * 9),
  (i) => i,
  (i, n) => n - i,
  () => 7,
  (i, n) => Math.min(i, n - i),
  (i, _n, u) => (i % 5 === 0 ? Number.NaN : u * 1000),
  (i, _n, u) => (i % 3 === 0 ? -0 : Math.floor(u * 2) - 1),
  (_i, _n, u) => Math.exp(u * 700),
];

/** Anywhere from the front (0) to the end (1) of a row, evenly. */
const parts = fc.integer({ min: 0, max: 999 }).map((k) => k / 1000);

const rows = fc.record({
  pattern: fc.constantFrom(...PATTERNS),
  n: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 3000 })),
  seed: fc.integer(),
  at: parts,
  other: parts,
  isAtStep: fc.boolean(),
  width: fc.constantFrom(0, 1, 1, 40),
  step: fc.constantFrom(1, 2, -1),
});

/** A line of `dtype` whose elements lie `step` apart, with these doubles cast. */
function lineOf(dtype: DType, list: Float64Array, step: number): Operand {
  const n = list.length;
  const given = heldBytes(8 * n);
  (memory.view(float64) as Float64Array).set(list, given / 8);
  const start = heldBytes(n * Math.abs(step) * dtype.itemsize);
  const address = step < 0 ? start + (n - 1) * dtype.itemsize : start;
  const line = { memory, dtype, address, strides: [step * dtype.itemsize] };
  copyElements({ memory, dtype: float64, address: given, strides: [8] }, line, [n]);
  return line;
}

function valuesOf({ dtype, address, strides }: Operand, n: number): number[] {
  const data = memory.view(dtype);
  return Array.from({ length: n }, (_, k) =>
    Number(data[(address + k * strides[0]!) / dtype.itemsize]),
  );
}

/** In order of value, nan last; -0 equals 0. */
function ordered(list: readonly number[]): number[] {
  return list
    .map((x) => x + 0)
    .sort((x, y) => (Number.isNaN(x) ? (Number.isNaN(y) ? 0 : 1) : Number.isNaN(y) ? -1 : x - y));
}

test.each([float64, float32, int32, uint32, int16, int64])(
  "lines of %s, on every tier",
  (dtype) => {
    fc.assert(
      fc.property(rows, fc.constantFrom("js", "wasm", "wasm-fma"), (row, tier) => {
        setTier(tier);
        const { pattern, n, step } = row;
        let state = row.seed | 1;
        const list = Float64Array.from({ length: n }, (_, i) => {
          state = (Math.imul(state, 1664525) + 1013904223) | 0;
          const x = pattern(i, n, (state >>> 0) / 2 ** 32);
          return dtype.kind === "f" ? x : Math.floor(Math.min(Math.abs(x) || 0, 30000));
        });
        const line = lineOf(dtype, list, step);
        const sorted = ordered(valuesOf(line, n));
        let first = Math.floor(row.at * n);
        // Steps between values are where rows are cut.
        while (row.isAtStep && first > 0 && sorted[first] === sorted[first + 1]) first -= 1;
        const last = Math.min(n - 1, first + row.width);
        partitionLines(line, [n], 0, first, last);
        const found = valuesOf(line, n).map((x) => x + 0);
        expect(found.slice(first, last + 1)).toEqual(sorted.slice(first, last + 1));
        expect(ordered(found.slice(0, first))).toEqual(sorted.slice(0, first));
        expect(ordered(found.slice(last + 1))).toEqual(sorted.slice(last + 1));
        const other = Math.floor(row.other * n);
        partitionLines(line, [n], 0, other, other);
        const both = valuesOf(line, n).map((x) => x + 0);
        expect([both[other], ...both.slice(first, last + 1)]).toEqual([
          sorted[other],
          ...sorted.slice(first, last + 1),
        ]);
        letGo();
      }),
      { numRuns: 500 },
    );
  },
);
