import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type SliceParts, sliceIndices } from "./03-slice-indices.ts";

/** The positions that counting from start to stop passes. */
function positions([start, stop, step]: readonly [number, number, number]): number[] {
  const found: number[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) found.push(i);
  return found;
}

const text = (parts: SliceParts): string => parts.map((p) => p ?? "").join(":");

const lengths = (): fc.Arbitrary<number> => fc.nat(6);
const parts = (): fc.Arbitrary<[number | null, number | null, number | null]> =>
  fc.tuple(
    fc.option(fc.integer({ min: -9, max: 9 })),
    fc.option(fc.integer({ min: -9, max: 9 })),
    fc.option(fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0)),
  );

test("1: of five elements counts 1, 2, 3, 4", () => {
  expect(sliceIndices([1, null, null], 5)).toEqual([1, 5, 1]);
});

test("::-1 of five elements counts from 4 down to 0", () => {
  expect(sliceIndices([null, null, -1], 5)).toEqual([4, -1, -1]);
});

test("-2: counts from the end, and 2:99 stops at the end", () => {
  expect(sliceIndices([-2, null, null], 5)).toEqual([3, 5, 1]);
  expect(sliceIndices([2, 99, null], 5)).toEqual([2, 5, 1]);
});

test("a start far before the first element begins at the first, it does not wrap again", () => {
  expect(sliceIndices([-99, null, null], 5)).toEqual([0, 5, 1]);
  expect(sliceIndices([-7, 4, 2], 5)).toEqual([0, 4, 2]);
});

test("a start beyond the end leaves nothing", () => {
  expect(sliceIndices([9, null, null], 5)).toEqual([5, 5, 1]);
});

test("going down, a start beyond the end begins at the last element", () => {
  expect(sliceIndices([9, 0, -2], 5)).toEqual([4, 0, -2]);
});

test("going down, -99 as stop is the place before the first element", () => {
  expect(sliceIndices([3, -99, -1], 5)).toEqual([3, -1, -1]);
});

test("a stop of 0 is 0, not an open end", () => {
  expect(sliceIndices([null, 0, null], 5)).toEqual([0, 0, 1]);
  expect(sliceIndices([4, 0, -1], 5)).toEqual([4, 0, -1]);
});

test("a step of zero throws", () => {
  expect(() => sliceIndices([null, null, 0], 5)).toThrow(np.ValueError);
  expect(() => sliceIndices([null, null, 0], 5)).toThrow("slice step cannot be zero");
});

test("no position lies outside the axis", () => {
  fc.assert(
    fc.property(parts(), lengths(), (s, n) => {
      for (const i of positions(sliceIndices(s, n))) {
        expect(i >= 0 && i < n, `${text(s)} of ${n} elements passes ${i}`).toBe(true);
      }
    }),
  );
});

test("start and stop lie between -1 and n, and the step is kept", () => {
  fc.assert(
    fc.property(parts(), lengths(), (s, n) => {
      const [start, stop, step] = sliceIndices(s, n);
      const [lowest, highest] = step > 0 ? [0, n] : [-1, n - 1];
      expect(step).toBe(s[2] ?? 1);
      for (const edge of [start, stop]) {
        expect(
          edge >= lowest && edge <= highest,
          `${text(s)} of ${n} elements has the edge ${edge}`,
        ).toBe(true);
      }
    }),
  );
});

test("the positions are those whose elements NumPy's a[start:stop:step] has", () => {
  fc.assert(
    fc.property(parts(), lengths(), (s, n) => {
      const sliced = np.arange(n).get(np.slice(...s));
      expect(positions(sliceIndices(s, n)), `${text(s)} of ${n} elements`).toEqual(sliced.tolist());
    }),
    { numRuns: 300 },
  );
});
