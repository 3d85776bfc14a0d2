import { checkCards, deal } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";
import { arrayOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { deck } from "./06-mixed-index.cards.ts";
import { type Part, answers, mixedIndex } from "./06-mixed-index.ts";

/** 0, 1, 2, … in the shape [2, 3, 4]: element [i, j, k] is 12 i + 4 j + k. */
const cube = (): View =>
  plainView(
    [2, 3, 4],
    Array.from({ length: 24 }, (_, i) => i),
  );

const text = (parts: readonly Part[]): string =>
  `a[${parts.map((p) => (typeof p === "object" ? `[${p}]` : p)).join(", ")}]`;

/** A view, and for each axis the whole of it, a number or a list; all lists have one length, or 1. */
const cases = (): fc.Arbitrary<[View, Part[]]> =>
  fc
    .tuple(
      plainViews({ minNdim: 1, maxNdim: 4, minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .chain(([view, length]) =>
      fc.tuple(
        fc.constant<View>(view),
        fc.tuple(
          ...view.shape.map((n): fc.Arbitrary<Part> => {
            const position = fc.integer({ min: -n, max: n - 1 });
            const list = (count: number): fc.Arbitrary<number[]> =>
              fc.array(position, { minLength: count, maxLength: count });
            return fc.oneof<fc.Arbitrary<Part>[]>(
              fc.constant<Part>(":"),
              fc.constant<Part>(":"),
              position,
              list(length),
              list(1),
            );
          }),
        ),
      ),
    );

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}

test("adjacent lists leave their axis where they are: a[:, [0, 2], [1, 3]]", () => {
  const picked = mixedIndex(cube(), [":", [0, 2], [1, 3]]);
  expect(picked.shape).toEqual([2, 2]);
  expect(valuesOf(picked)).toEqual([1, 11, 13, 23]);
});

test("separated lists put their axis first: a[[0, 1, 1], :, [3, 0, 1]]", () => {
  const picked = mixedIndex(cube(), [[0, 1, 1], ":", [3, 0, 1]]);
  expect(picked.shape).toEqual([3, 3]);
  expect(valuesOf(picked)).toEqual([3, 7, 11, 12, 16, 20, 13, 17, 21]);
});

test("a number beside a list counts as a list: a[0, :, [3, 0]] puts the list's axis first", () => {
  const picked = mixedIndex(cube(), [0, ":", [3, 0]]);
  expect(picked.shape).toEqual([2, 3]);
  expect(valuesOf(picked)).toEqual([3, 7, 11, 0, 4, 8]);
});

test("numbers without a list only drop their axes: a[:, 1, :] and a[1, :, 2]", () => {
  expect(mixedIndex(cube(), [":", 1, ":"]).shape).toEqual([2, 4]);
  expect(valuesOf(mixedIndex(cube(), [1, ":", 2]))).toEqual([14, 18, 22]);
  expect(valuesOf(mixedIndex(cube(), [1, 2, 3]))).toEqual([23]);
});

test("a list of length 1 stays while the others walk", () => {
  expect(valuesOf(mixedIndex(cube(), [[1], [0, 1, 2], 0]))).toEqual([12, 16, 20]);
});

test("lists of different lengths throw, and the message shows their shapes", () => {
  expect(() => mixedIndex(cube(), [[0, 1], [0, 1, 2], ":"])).toThrow(np.IndexError);
  expect(() => mixedIndex(cube(), [[0, 1], [0, 1, 2], ":"])).toThrow(
    "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)",
  );
  expect(() => mixedIndex(cube(), [[0, 1], [0, 1, 2], 3])).toThrow("with shapes (2,) (3,) ()");
});

test("a position outside its axis throws", () => {
  expect(() => mixedIndex(cube(), [":", [0, 3], ":"])).toThrow(
    "index 3 is out of bounds for axis 1 with size 3",
  );
  expect(() => mixedIndex(cube(), [":", ":", -5])).toThrow(
    "index -5 is out of bounds for axis 2 with size 4",
  );
});

test("an empty list picks nothing, and its axis has length 0", () => {
  expect(mixedIndex(cube(), [":", [], ":"]).shape).toEqual([2, 0, 4]);
  expect(mixedIndex(cube(), [[], ":", 1]).shape).toEqual([0, 3]);
});

test("shape and elements are NumPy's, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const expected = arrayOf(view).get(...parts);
      const picked = mixedIndex(view, parts);
      expect(picked.shape, `shape of ${text(parts)} of [${view.shape}]`).toEqual([
        ...expected.shape,
      ]);
      expect(valuesOf(picked), `elements of ${text(parts)}`).toEqual(
        [expected.tolist()].flat(Infinity),
      );
    }),
    { numRuns: 500 },
  );
});

test("the result's memory has as many numbers as the result has elements", () => {
  expect(mixedIndex(cube(), [":", [0, 2], ":"]).data.length).toBe(16);
  expect(mixedIndex(cube(), [1, 2, 3]).data.length).toBe(1);
});

test("the result is a copy, even where numbers and whole axes would allow a view", () => {
  const a = cube();
  mixedIndex(a, [":", 1, ":"]).data.fill(-1);
  mixedIndex(a, [":", ":", ":"]).data.fill(-1);
  expect([...a.data]).toEqual([...cube().data]);
});
