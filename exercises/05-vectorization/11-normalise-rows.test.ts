import * as np from "@deep-dive/ndarray";
import { arrays, assertClose, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseRows } from "./11-normalise-rows.ts";

/** Counts, in every layout, rows of zeros among them. */
const counts = arrays({ dtype: "float64", shape: shapes({ minDims: 1 }), elements: fc.nat(9) });

const rowsOf = (a: np.NDArray): number[][] => {
  const width = a.shape.at(-1)!;
  const flat = [a.tolist()].flat(Infinity) as number[];
  return Array.from({ length: width === 0 ? 0 : flat.length / width }, (_, i) =>
    flat.slice(i * width, (i + 1) * width),
  );
};

describe("worked examples", () => {
  test("each row of a rectangle is divided by its own sum", () => {
    expect(
      normaliseRows(
        np.asarray([
          [1, 1, 2],
          [2, 0, 6],
        ]),
      ).tolist(),
    ).toEqual([
      [0.25, 0.25, 0.5],
      [0.25, 0, 0.75],
    ]);
  });

  test("a square is divided by rows too, not by columns", () => {
    expect(
      normaliseRows(
        np.asarray([
          [1, 3],
          [4, 4],
        ]),
      ).tolist(),
    ).toEqual([
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
  });

  test("a list is one row", () => {
    expect(normaliseRows(np.asarray([1, 3])).tolist()).toEqual([0.25, 0.75]);
  });
});

describe("edge cases", () => {
  test("a row of zeros stays a row of zeros", () => {
    expect(
      normaliseRows(
        np.asarray([
          [0, 0],
          [1, 1],
        ]),
      ).tolist(),
    ).toEqual([
      [0, 0],
      [0.5, 0.5],
    ]);
    expect(normaliseRows(np.zeros([3])).tolist()).toEqual([0, 0, 0]);
  });

  test("three axes: the rows lie along the last one", () => {
    const a = np.asarray([
      [
        [1, 1],
        [1, 3],
      ],
      [
        [4, 4],
        [0, 5],
      ],
    ]);
    expect(normaliseRows(a).tolist()).toEqual([
      [
        [0.5, 0.5],
        [0.25, 0.75],
      ],
      [
        [0.5, 0.5],
        [0, 1],
      ],
    ]);
  });

  test("empty arrays stay empty", () => {
    expect([...normaliseRows(np.zeros([0, 3])).shape]).toEqual([0, 3]);
    expect([...normaliseRows(np.zeros([2, 0])).shape]).toEqual([2, 0]);
  });

  test("the array is left alone", () => {
    const a = np.asarray([[1, 3]]);
    expect(np.shares_memory(normaliseRows(a), a), "shares memory with the input").toBe(false);
    expect(a.tolist()).toEqual([[1, 3]]);
  });
});

describe("laws", () => {
  test("the shape stays the same", () => {
    fc.assert(
      fc.property(counts, (a) => {
        expect([...normaliseRows(a).shape]).toEqual([...a.shape]);
      }),
    );
  });

  test("every row is its own numbers over their sum, in every layout", () => {
    fc.assert(
      fc.property(counts, (a) => {
        const result = rowsOf(normaliseRows(a));
        for (const [i, row] of rowsOf(a).entries()) {
          const sum = row.reduce((s, v) => s + v, 0);
          assertClose(
            result[i]!,
            row.map((v) => (sum === 0 ? 0 : v / sum)),
            { atol: 1e-12 },
          );
        }
      }),
    );
  });

  test("doing it twice is doing it once", () => {
    fc.assert(
      fc.property(counts, (a) => {
        const once = normaliseRows(a);
        if (a.size > 0) assertClose(normaliseRows(once), once, { atol: 1e-12 });
      }),
    );
  });
});
