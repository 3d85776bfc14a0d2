import fc from "fast-check";
import { expect, test } from "vitest";
import { addOne } from "./01-add-one.ts";

test("one and one is two", () => {
  expect(addOne(1)).toBe(2);
});

test("the result is above its argument", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), (n) => {
      expect(addOne(n)).toBe(n + 1);
    }),
  );
});
