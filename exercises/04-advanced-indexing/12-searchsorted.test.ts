import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { searchsorted } from "./12-searchsorted.ts";

const numbers = (): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom(Infinity, -Infinity, 0.5));
const risen = (): fc.Arbitrary<Float64Array> =>
  fc.array(numbers(), { maxLength: 20 }).map((list) => Float64Array.from(list).sort());
const sides = (): fc.Arbitrary<"left" | "right"> => fc.constantFrom("left", "right");
const place = (sorted: Float64Array, v: number, side: "left" | "right"): number =>
  searchsorted(sorted, Float64Array.of(v), side)[0]!;

const four = Float64Array.of(10, 20, 20, 30);

test("20 among 10, 20, 20, 30 belongs to 1 on the left, to 3 on the right", () => {
  expect(place(four, 20, "left")).toBe(1);
  expect(place(four, 20, "right")).toBe(3);
});

test("15 belongs to 1 on either side", () => {
  expect(place(four, 15, "left")).toBe(1);
  expect(place(four, 15, "right")).toBe(1);
});

test("below all is 0, above all is n", () => {
  expect([...searchsorted(four, Float64Array.of(5, 35), "left")]).toEqual([0, 4]);
  expect([...searchsorted(four, Float64Array.of(5, 35), "right")]).toEqual([0, 4]);
});

test("the ends themselves", () => {
  expect([...searchsorted(four, Float64Array.of(10, 30), "left")]).toEqual([0, 3]);
  expect([...searchsorted(four, Float64Array.of(10, 30), "right")]).toEqual([1, 4]);
});

test("in nothing everything belongs to 0, and nothing wanted gives nothing", () => {
  expect([...searchsorted(new Float64Array(0), Float64Array.of(1, 2))]).toEqual([0, 0]);
  expect([...searchsorted(four, new Float64Array(0))]).toEqual([]);
});

test("left is what you get if you do not say", () => {
  expect([...searchsorted(four, Float64Array.of(20))]).toEqual([1]);
});

test("on the left, all before it are smaller and none behind it is", () => {
  fc.assert(
    fc.property(risen(), numbers(), (sorted, v) => {
      const at = place(sorted, v, "left");
      expect(
        sorted.subarray(0, at).every((x) => x < v),
        `all before ${at} are below ${v}`,
      ).toBe(true);
      expect(
        sorted.subarray(at).every((x) => x >= v),
        `all from ${at} on are ${v} or more`,
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("on the right, none before it is larger and all behind it are", () => {
  fc.assert(
    fc.property(risen(), numbers(), (sorted, v) => {
      const at = place(sorted, v, "right");
      expect(
        sorted.subarray(0, at).every((x) => x <= v),
        `all before ${at} are ${v} or less`,
      ).toBe(true);
      expect(
        sorted.subarray(at).every((x) => x > v),
        `all from ${at} on are above ${v}`,
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("between left and right lie the numbers that are equal", () => {
  fc.assert(
    fc.property(risen(), numbers(), (sorted, v) => {
      const equal = sorted.filter((x) => x === v).length;
      expect(place(sorted, v, "right") - place(sorted, v, "left")).toBe(equal);
    }),
  );
});

test("many at once are one after the other, and they are NumPy's", () => {
  fc.assert(
    fc.property(risen(), fc.array(numbers()), sides(), (sorted, list, side) => {
      const found = [...searchsorted(sorted, Float64Array.from(list), side)];
      expect(found).toEqual(list.map((v) => place(sorted, v, side)));
      expect(found).toEqual(
        np.searchsorted(np.asarray(sorted), np.asarray(Float64Array.from(list)), { side }).tolist(),
      );
    }),
  );
});
