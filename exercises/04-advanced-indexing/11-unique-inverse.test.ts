import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unique } from "./11-unique-inverse.ts";

const lists = (): fc.Arbitrary<number[]> =>
  fc.array(
    fc.oneof(fc.integer({ min: -4, max: 12 }), fc.constantFrom(0.5, -0.5, Infinity, -Infinity)),
    { maxLength: 24 },
  );
const withNaN = (): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(Number.NaN, -0)), {
    maxLength: 12,
  });

test("30, 10, 30 has two values", () => {
  const { values, inverse, counts } = unique(Float64Array.of(30, 10, 30));
  expect([...values]).toEqual([10, 30]);
  expect([...inverse]).toEqual([1, 0, 1]);
  expect([...counts]).toEqual([1, 2]);
});

test("9 comes before 10", () => {
  expect([...unique(Float64Array.of(10, 9, 100)).values]).toEqual([9, 10, 100]);
});

test("nothing has no values", () => {
  const { values, inverse, counts } = unique(new Float64Array(0));
  expect([values.length, inverse.length, counts.length]).toEqual([0, 0, 0]);
});

test("all NaN are one value, the last", () => {
  const { values, inverse, counts } = unique(Float64Array.of(Number.NaN, 1, Number.NaN));
  expect([...values]).toEqual([1, Number.NaN]);
  expect([...inverse]).toEqual([1, 0, 1]);
  expect([...counts]).toEqual([1, 2]);
});

test("0 and -0 are one value", () => {
  const { inverse, counts } = unique(Float64Array.of(0, -0, 0));
  expect([...inverse]).toEqual([0, 0, 0]);
  expect([...counts]).toEqual([3]);
});

test("the input is left as it was", () => {
  const a = Float64Array.of(3, 1, 2);
  unique(a);
  expect([...a]).toEqual([3, 1, 2]);
});

test("the values rise strictly", () => {
  fc.assert(
    fc.property(lists(), (list) => {
      const { values } = unique(Float64Array.from(list));
      for (let i = 1; i < values.length; i++)
        expect(values[i - 1]! < values[i]!, `${values[i - 1]} before ${values[i]}`).toBe(true);
    }),
  );
});

test("the inverse gives the input back", () => {
  fc.assert(
    fc.property(fc.oneof(lists(), withNaN()), (list) => {
      const { values, inverse } = unique(Float64Array.from(list));
      expect([...inverse].map((k) => values[k]! + 0)).toEqual(list.map((x) => x + 0));
    }),
  );
});

test("the counts count, and add up to the length", () => {
  fc.assert(
    fc.property(fc.oneof(lists(), withNaN()), (list) => {
      const { values, counts } = unique(Float64Array.from(list));
      const expected = [...values].map(
        (v) => list.filter((x) => x === v || (Number.isNaN(x) && Number.isNaN(v))).length,
      );
      expect([...counts]).toEqual(expected);
      expect([...counts].reduce((a, b) => a + b, 0)).toBe(list.length);
    }),
  );
});

test("a shuffled input has the same values and counts", () => {
  fc.assert(
    fc.property(
      lists().chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, other]) => {
        const [a, b] = [unique(Float64Array.from(list)), unique(Float64Array.from(other))];
        expect([[...a.values], [...a.counts]]).toEqual([[...b.values], [...b.counts]]);
      },
    ),
  );
});

test("values, inverse and counts are NumPy's", () => {
  fc.assert(
    fc.property(lists(), (list) => {
      const expected = np.unique_all(np.asarray(Float64Array.from(list)));
      const { values, inverse, counts } = unique(Float64Array.from(list));
      expect([...values]).toEqual(expected.values.tolist());
      expect([...inverse]).toEqual(expected.inverse_indices.tolist());
      expect([...counts]).toEqual(expected.counts.tolist());
    }),
  );
});
