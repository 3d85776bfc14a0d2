import fc from "fast-check";
import { expect, test } from "vitest";
import { naiveWindowSums } from "./03-window-sums.naive.ts";
import { windowSums } from "./03-window-sums.ts";

test("windows of two", () => {
  expect([...windowSums(Float64Array.of(1, 2, 3, 4), 2)]).toEqual([3, 5, 7]);
});

test("the sums are those of the naive loop", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (values, width) => {
        fc.pre(width <= values.length);
        const array = Float64Array.from(values);
        expect([...windowSums(array, width)]).toEqual([...naiveWindowSums(array, width)]);
        expect([...array]).toEqual(values);
      },
    ),
  );
});
