import { checkCards, deal } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";
import {
  type BasicPart,
  arrayOf,
  basicIndices,
  plainViews,
  valuesOf,
} from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import { deck } from "./13-index-string.cards.ts";
import { answers, parse, show } from "./13-index-string.ts";

const written = (part: BasicPart): string => (part === null ? "None" : String(part));
const blanks = (): fc.Arbitrary<string> => fc.constantFrom("", " ", "  ");

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}

test("1:-1:2, ..., None has three parts", () => {
  expect(parse("1:-1:2, ..., None")).toEqual([[1, -1, 2], "...", null]);
});

test("open slices have nulls", () => {
  expect(parse(":")).toEqual([[null, null, null]]);
  expect(parse("::2,1:, :-3")).toEqual([
    [null, null, 2],
    [1, null, null],
    [null, -3, null],
  ]);
  expect(parse("::")).toEqual([[null, null, null]]);
  expect(parse(" 1 : 2 ")).toEqual([[1, 2, null]]);
});

test("integers are integers, with or without a sign", () => {
  expect(parse("0, -1,+2")).toEqual([0, -1, 2]);
});

test("empty text is no part, and one comma may follow the last part", () => {
  expect(parse("")).toEqual([]);
  expect(parse("  ")).toEqual([]);
  expect(parse("1,")).toEqual([1]);
});

test("anything else throws and is named", () => {
  expect(() => parse("1, x")).toThrow(np.ValueError);
  expect(() => parse("1, x")).toThrow("invalid index part: x");
  for (const text of [
    "1.5",
    "1:2:3:4",
    "..",
    "none",
    "1 2",
    ",",
    "1,,2",
    "a:b",
    "1e3",
    "- 1",
    "0x1",
    "[1]",
  ]) {
    expect(() => parse(text), `parse("${text}")`).toThrow(np.ValueError);
  }
});

test("reading what was written gives it back, whatever the blanks", () => {
  fc.assert(
    fc.property(basicIndices([3, 4, 5]), blanks(), blanks(), (parts, before, after) => {
      const text = parts.map((part) => before + written(part) + after).join(",");
      const expected = parts.map((part) =>
        part instanceof np.Slice ? [part.start, part.stop, part.step] : part,
      );
      expect(parse(text), `parse("${text}")`).toEqual(expected);
    }),
  );
});

test("show(a, text) is NumPy's a[text], in every layout", () => {
  const cases = plainViews().chain((view) =>
    fc.tuple(fc.constant<View>(view), basicIndices(view.shape)),
  );
  fc.assert(
    fc.property(cases, ([view, parts]) => {
      const expected = arrayOf(view).get(...parts);
      const shown = show(view, parts.map(written).join(", "));
      expect(shown.shape).toEqual([...expected.shape]);
      expect(valuesOf(shown)).toEqual([expected.tolist()].flat(Infinity));
      expect(shown.data).toBe(view.data);
    }),
  );
});
