import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { movingMean, slidingWindow } from "./08-sliding-window.ts";

/** Lines of any dtype and layout, with a window that fits. */
const cases = (): fc.Arbitrary<[np.NDArray, number]> =>
  arrays({ shape: { minDims: 1, maxDims: 1, minSide: 1, maxSide: 8 } }).chain((a) =>
    fc.tuple(fc.constant(a), fc.integer({ min: 1, max: a.size })),
  );

test("windows of two over four numbers", () => {
  expect(slidingWindow(np.asarray([1, 2, 3, 4]), 2).tolist()).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
});

test("a window as long as the signal is one row, of length 1 one column", () => {
  expect(slidingWindow(np.asarray([1, 2, 3]), 3).tolist()).toEqual([[1, 2, 3]]);
  expect(slidingWindow(np.asarray([1, 2, 3]), 1).tolist()).toEqual([[1], [2], [3]]);
});

test("the moving mean of 1, 2, 3, 6 in pairs is 1.5, 2.5, 4.5", () => {
  expect(movingMean(np.asarray([1, 2, 3, 6]), 2).tolist()).toEqual([1.5, 2.5, 4.5]);
});

test("every second element of a signal has windows, too", () => {
  const a = np.arange(10).get("1::2");
  expect(slidingWindow(a, 3).tolist()).toEqual([
    [1, 3, 5],
    [3, 5, 7],
    [5, 7, 9],
  ]);
});

test("a signal backwards has its windows backwards", () => {
  expect(slidingWindow(np.arange(4).get("::-1"), 2).tolist()).toEqual([
    [3, 2],
    [2, 1],
    [1, 0],
  ]);
});

test("a window that does not fit throws, and so does none", () => {
  expect(() => slidingWindow(np.arange(3), 4)).toThrow(np.ValueError);
  expect(() => slidingWindow(np.arange(3), 4)).toThrow(
    "window shape cannot be larger than input array shape",
  );
  expect(() => slidingWindow(np.arange(3), 0)).toThrow("window shape must be at least 1");
});

test("row i is a[i : i + w], in every dtype and layout", () => {
  fc.assert(
    fc.property(cases(), ([a, w]) => {
      const windows = slidingWindow(a, w);
      expect([...windows.shape]).toEqual([a.size - w + 1, w]);
      for (let i = 0; i <= a.size - w; i++) {
        expect(windows.get(i).tolist(), `window ${i} of length ${w}`).toEqual(
          a.get(np.slice(i, i + w)).tolist(),
        );
      }
    }),
  );
});

test("the windows show the signal's own memory", () => {
  fc.assert(
    fc.property(cases(), ([a, w]) => {
      expect(
        np.shares_memory(slidingWindow(a, w), a),
        "slidingWindow(a, w) shares memory with a",
      ).toBe(true);
    }),
  );
});

test("the moving mean is the mean of each window", () => {
  const numbers = arrays({
    dtype: ["float64", "int16"],
    shape: { minDims: 1, maxDims: 1, minSide: 1, maxSide: 8 },
  });
  fc.assert(
    fc.property(numbers, fc.nat(), (a, pick) => {
      const w = 1 + (pick % a.size);
      const means = movingMean(a, w);
      for (let i = 0; i <= a.size - w; i++) {
        expect(Number(means.item(i)), `mean of window ${i}`).toBeCloseTo(
          Number(np.mean(a.get(np.slice(i, i + w)))),
          9,
        );
      }
    }),
  );
});
