import { expect, test } from "vitest";
import { record, sumOf, take } from "./04-twice.harness.ts";
import { repeat } from "./04-twice.ts";

test("the callback is called in order", () => {
  take();
  repeat(record, 3);
  expect(take()).toEqual([0, 1, 2]);
});

test("the harness may take the answer itself", () => {
  expect(sumOf(repeat, 5)).toBe(10);
});
