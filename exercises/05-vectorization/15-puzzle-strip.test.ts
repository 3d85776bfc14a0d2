import * as np from "@deep-dive/ndarray";
import { arrays, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bincount,
  cumsum,
  diag,
  diff,
  eye,
  ones,
  outer,
  roll,
  sum,
  triu,
} from "./15-puzzle-strip.ts";

const list = arrays({ dtype: "float64", shape: shapes({ minDims: 1, maxDims: 1, minSide: 1 }) });
const size = fc.integer({ min: 1, max: 6 });

/** The shape has to match exactly: (1, n) is not (n,), and an answer is not stretched to fit. */
function expectArray(actual: np.NDArray, expected: np.NDArray): void {
  expect([...actual.shape]).toEqual([...expected.shape]);
  expect(np.add(actual, 0).tolist()).toEqual(np.add(expected, 0).tolist()); // + 0 makes -0 into 0
}

describe("worked examples", () => {
  test("ones(3) is [1, 1, 1], float64", () => {
    expect([ones(3).tolist(), ones(3).dtype.name]).toEqual([[1, 1, 1], "float64"]);
  });

  test("sum([1, 2, 3]) is [6], an array of one number", () => {
    expect(sum(np.asarray([1, 2, 3])).tolist()).toEqual([6]);
  });

  test("outer([1, 2], [3, 4, 5]) is a table", () => {
    expect(outer(np.asarray([1, 2]), np.asarray([3, 4, 5])).tolist()).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });

  test("eye(2) is [[1, 0], [0, 1]], float64", () => {
    expect([eye(2).tolist(), eye(2).dtype.name]).toEqual([
      [
        [1, 0],
        [0, 1],
      ],
      "float64",
    ]);
  });

  test("the diagonal of [[1, 2], [3, 4]] is [1, 4]", () => {
    expect(
      diag(
        np.asarray([
          [1, 2],
          [3, 4],
        ]),
      ).tolist(),
    ).toEqual([1, 4]);
  });

  test("triu(3) has six ones, float64", () => {
    expect([triu(3).tolist(), triu(3).dtype.name]).toEqual([
      [
        [1, 1, 1],
        [0, 1, 1],
        [0, 0, 1],
      ],
      "float64",
    ]);
  });

  test("cumsum([1, 2, 3]) is [1, 3, 6]", () => {
    expect(cumsum(np.asarray([1, 2, 3])).tolist()).toEqual([1, 3, 6]);
  });

  test("diff([1, 4, 9]) is [1, 3, 5]", () => {
    expect(diff(np.asarray([1, 4, 9])).tolist()).toEqual([1, 3, 5]);
  });

  test("roll([1, 2, 3]) is [2, 3, 1]", () => {
    expect(roll(np.asarray([1, 2, 3])).tolist()).toEqual([2, 3, 1]);
  });

  test("in [2, 0, 2] there is one 0, no 1, and two 2", () => {
    const counts = bincount(np.asarray([2, 0, 2], { dtype: "int32" }), 4);
    expect([counts.tolist(), counts.dtype.name]).toEqual([[1, 0, 2, 0], "float64"]);
  });
});

describe("laws", () => {
  test("ones, eye and triu are NumPy's for every n", () => {
    fc.assert(
      fc.property(size, (n) => {
        expectArray(ones(n), np.ones([n]));
        expectArray(eye(n), np.eye(n));
        expectArray(triu(n), np.triu(np.ones([n, n])));
      }),
    );
  });

  test("sum, cumsum, diff and roll are NumPy's in every layout", () => {
    fc.assert(
      fc.property(list, (a) => {
        expectArray(sum(a), np.asarray(np.sum(a, { keepdims: true })));
        expectArray(cumsum(a), np.cumsum(a));
        expectArray(diff(a), np.diff(a, { prepend: 0 }));
        expectArray(roll(a), np.roll(a, -1));
      }),
    );
  });

  test("outer and diag are NumPy's in every layout", () => {
    fc.assert(
      fc.property(
        list,
        list,
        size.chain((n) => arrays({ dtype: "float64", shape: [n, n] })),
        (a, b, square) => {
          expectArray(outer(a, b), np.outer(a, b));
          expectArray(diag(square), np.diagonal(square));
        },
      ),
    );
  });

  test("the counts of bincount add up to the number of elements", () => {
    fc.assert(
      fc.property(
        arrays({
          dtype: "int32",
          shape: shapes({ minDims: 1, maxDims: 1, minSide: 1 }),
          elements: fc.nat(5),
        }),
        (a) => {
          const counts = bincount(a, 6);
          expectArray(counts, np.bincount(a, { minlength: 6 }));
          expect(np.sum(counts)).toBe(a.size);
        },
      ),
    );
  });
});
