import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { reversed } from "./02-reversed.ts";

test("the elements come in the opposite order", () => {
  expect(reversed(np.asarray([1, 2, 3])).tolist()).toEqual([3, 2, 1]);
});

test("twice reversed is the same", () => {
  const a = np.arange(12).reshape([3, 4]);
  expect(reversed(reversed(a)).tolist()).toEqual(a.tolist());
});

test("the result is a view, and shows what is written to its argument", () => {
  const a = np.arange(4);
  const view = reversed(a);
  expect(view.base === a).toBe(true);
  expect(view.strides).toEqual([-4]);
  a.set([0], 9);
  expect(view.item(3)).toBe(9);
});

test("the argument is unchanged", () => {
  const a = np.arange(6);
  reversed(a);
  expect(a.tolist()).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a 0-d array has no axis to reverse", () => {
  expect(() => reversed(np.asarray(1))).toThrow(np.AxisError);
});
