import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addAt, countAt } from "./08-add-at.ts";

/** Totals, and pairs of an index and a value. Whole numbers, so that sums are exact in any order. */
const cases = (): fc.Arbitrary<{ totals: number[]; pairs: [number, number][] }> =>
  fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      totals: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
      pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.integer({ min: -9, max: 9 })), { maxLength: 20 }),
    }),
  );

const run = (
  totals: readonly number[],
  pairs: readonly (readonly [number, number])[],
): number[] => [
  ...addAt(
    Float64Array.from(totals),
    Int32Array.from(pairs, ([i]) => i),
    Float64Array.from(pairs, ([, v]) => v),
  ),
];

test("three votes, two of them for number 2", () => {
  expect([
    ...addAt(Float64Array.of(0, 0, 0), Int32Array.of(2, 0, 2), Float64Array.of(1, 1, 1)),
  ]).toEqual([1, 0, 2]);
});

test("weights of one place add up, whatever was there", () => {
  expect([
    ...addAt(Float64Array.of(100, 0), Int32Array.of(0, 0, 0), Float64Array.of(1, 2, 3)),
  ]).toEqual([106, 0]);
});

test("2, 0, 2 hold one 0 and two 2", () => {
  expect([...countAt(Int32Array.of(2, 0, 2), 4)]).toEqual([1, 0, 2, 0]);
});

test("nothing to add changes nothing", () => {
  expect([...addAt(Float64Array.of(5, 6), new Int32Array(0), new Float64Array(0))]).toEqual([5, 6]);
  expect([...countAt(new Int32Array(0), 3)]).toEqual([0, 0, 0]);
  expect([...countAt(new Int32Array(0), 0)]).toEqual([]);
});

test("the totals that were passed in are changed and returned", () => {
  const totals = Float64Array.of(1, 1);
  expect(addAt(totals, Int32Array.of(1), Float64Array.of(5))).toBe(totals);
  expect([...totals]).toEqual([1, 6]);
});

test("each place grows by the sum of what is meant for it", () => {
  fc.assert(
    fc.property(cases(), ({ totals, pairs }) => {
      const expected = totals.map((total, place) =>
        pairs.reduce((sum, [i, v]) => (i === place ? sum + v : sum), total),
      );
      expect(run(totals, pairs)).toEqual(expected);
    }),
  );
});

test("the order of the pairs does not matter", () => {
  const shuffled = cases().chain(({ totals, pairs }) =>
    fc.tuple(
      fc.constant(totals),
      fc.constant(pairs),
      fc.shuffledSubarray(pairs, { minLength: pairs.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([totals, pairs, others]) => {
      expect(run(totals, others)).toEqual(run(totals, pairs));
    }),
  );
});

test("adding in two parts is adding at once", () => {
  fc.assert(
    fc.property(cases(), fc.nat(20), ({ totals, pairs }, at) => {
      expect(run(run(totals, pairs.slice(0, at)), pairs.slice(at))).toEqual(run(totals, pairs));
    }),
  );
});

test("the counts are NumPy's bincount, and add up to the number of indices", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7), { maxLength: 30 }), (indices) => {
      const counts = [...countAt(Int32Array.from(indices), 8)];
      expect(counts).toEqual(
        (
          np.bincount(np.asarray(Int32Array.from(indices)), { minlength: 8 }).tolist() as number[]
        ).map(Number),
      );
      expect(counts.reduce((a, b) => a + b, 0)).toBe(indices.length);
    }),
  );
});

test("indices and values are left as they were", () => {
  const indices = Int32Array.of(1, 1);
  const values = Float64Array.of(2, 3);
  addAt(Float64Array.of(0, 0), indices, values);
  countAt(indices, 2);
  expect([[...indices], [...values]]).toEqual([
    [1, 1],
    [2, 3],
  ]);
});
