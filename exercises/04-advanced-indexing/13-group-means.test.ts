import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupMeans, oneHot, topK } from "./13-group-means.ts";

const int32 = (...labels: number[]): np.NDArray => np.asarray(Int32Array.from(labels));
const list = (a: np.NDArray): number[] => (a.tolist() as number[]).map(Number); // one axis of numbers

/** A line of whole numbers in any layout, labels for it in any layout, and how many groups there are. */
const cases = (): fc.Arbitrary<[np.NDArray, np.NDArray, number]> =>
  fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 5 })).chain(([n, groups]) =>
    fc.tuple(
      arrays({
        dtype: ["float64", "int16"],
        shape: [n],
        elements: fc.integer({ min: -9, max: 9 }),
      }),
      arrays({ dtype: "int32", shape: [n], elements: fc.nat(groups - 1) }),
      fc.constant(groups),
    ),
  );

test("1 and 6 in group 0, 2 in group 2, nothing in group 1", () => {
  expect(groupMeans(np.asarray([1, 2, 6]), int32(0, 2, 0), 3).tolist()).toEqual([
    3.5,
    Number.NaN,
    2,
  ]);
});

test("the three largest of 3, 9, 4, 9 are at 1, 3 and 2", () => {
  expect(topK(np.asarray([3, 9, 4, 9]), 3).tolist()).toEqual([1, 3, 2]);
});

test("labels 2 and 0 of three, one-hot", () => {
  const table = oneHot(int32(2, 0), 3);
  expect(table.tolist()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(table.dtype.name).toBe("float64");
});

test("a group without values is NaN, the last ones too", () => {
  expect(groupMeans(np.asarray([4]), int32(0), 4).tolist()).toEqual([
    4,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

test("no values, none picked, no labels", () => {
  expect(groupMeans(np.zeros([0]), int32(), 2).tolist()).toEqual([Number.NaN, Number.NaN]);
  expect(topK(np.asarray([1, 2]), 0).tolist()).toEqual([]);
  expect([...oneHot(int32(), 3).shape]).toEqual([0, 3]);
});

test("unsigned values are not negated away: the largest uint8 comes first", () => {
  expect(topK(np.asarray(Uint8Array.of(0, 200, 3)), 2).tolist()).toEqual([1, 2]);
});

test("each group's mean is the mean of its values, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([values, labels, groups]) => {
      const [v, l] = [list(values), list(labels)];
      const means = list(groupMeans(values, labels, groups));
      expect(means.length).toBe(groups);
      for (let g = 0; g < groups; g++) {
        const mine = v.filter((_, k) => l[k] === g);
        if (mine.length === 0) expect(means[g], `mean of group ${g}`).toBeNaN();
        else
          expect(means[g], `mean of group ${g}`).toBeCloseTo(
            mine.reduce((a, b) => a + b, 0) / mine.length,
            9,
          );
      }
    }),
  );
});

test("topK is the start of a stable sort from the largest", () => {
  fc.assert(
    fc.property(cases(), fc.nat(8), ([values], pick) => {
      const v = list(values);
      const k = pick % (v.length + 1);
      const expected = [...v.keys()].sort((i, j) => v[j]! - v[i]! || i - j).slice(0, k);
      expect(list(topK(values, k)), `the ${k} largest of [${v}]`).toEqual(expected);
    }),
  );
});

test("each row of oneHot has its 1 in the column of its label", () => {
  fc.assert(
    fc.property(cases(), ([, labels, groups]) => {
      const expected = list(labels).map((label) =>
        Array.from({ length: groups }, (_, g) => Number(g === label)),
      );
      expect(oneHot(labels, groups).tolist()).toEqual(expected);
    }),
  );
});

test("the inputs are left as they were", () => {
  fc.assert(
    fc.property(cases(), ([values, labels, groups]) => {
      const before = [values.tolist(), labels.tolist()];
      groupMeans(values, labels, groups);
      topK(values, 1 % (values.size + 1));
      oneHot(labels, groups);
      expect([values.tolist(), labels.tolist()]).toEqual(before);
    }),
  );
});
