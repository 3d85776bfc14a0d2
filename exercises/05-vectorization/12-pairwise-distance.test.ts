import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairwiseDistance } from "./12-pairwise-distance.ts";

const matrix = (a: np.NDArray): number[][] => a.tolist() as number[][];

/** The definition, one number at a time. */
function byLoops(x: number[][], y: number[][]): number[][] {
  return x.map((p) => y.map((q) => Math.sqrt(p.reduce((sum, v, k) => sum + (v - q[k]!) ** 2, 0))));
}

/** Two sets of points of one dimension, each in any layout; sets may be empty, points may have no coordinates. */
const twoSets = fc
  .tuple(fc.nat(5), fc.nat(5), fc.nat(4))
  .chain(([n, m, d]) =>
    fc.tuple(
      arrays({ dtype: "float64", shape: [n, d] }),
      arrays({ dtype: "float64", shape: [m, d] }),
    ),
  );

describe("worked examples", () => {
  test("from (0, 0) to (3, 4) it is 5", () => {
    expect(matrix(pairwiseDistance(np.asarray([[0, 0]]), np.asarray([[3, 4]])))).toEqual([[5]]);
  });

  test("one row for each point of x, one column for each of y", () => {
    const x = np.asarray([[0], [10]]);
    const y = np.asarray([[1], [2], [3]]);
    expect(matrix(pairwiseDistance(x, y))).toEqual([
      [1, 2, 3],
      [9, 8, 7],
    ]);
  });

  test("the corners of a unit square are 1 or √2 apart", () => {
    const corners = np.asarray([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(matrix(pairwiseDistance(corners, corners))).toEqual([
      [0, 1, Math.SQRT2],
      [1, 0, 1],
      [Math.SQRT2, 1, 0],
    ]);
  });
});

describe("edge cases", () => {
  test("points of 2 and of 3 coordinates have no distance", () => {
    expect(() => pairwiseDistance(np.zeros([4, 2]), np.zeros([4, 3]))).toThrow(
      "points have 2 and 3 coordinates",
    );
  });

  test("points of 1 and of 3 coordinates have none either: 1 must not stretch here", () => {
    expect(() => pairwiseDistance(np.zeros([4, 1]), np.zeros([4, 3]))).toThrow(np.ValueError);
  });

  test("no points on one side leave an empty row or column", () => {
    expect([...pairwiseDistance(np.zeros([0, 3]), np.zeros([2, 3])).shape]).toEqual([0, 2]);
    expect([...pairwiseDistance(np.zeros([2, 3]), np.zeros([0, 3])).shape]).toEqual([2, 0]);
  });

  test("points far from the origin keep their distances", () => {
    const far = np.asarray([
      [1e8, 1e8],
      [1e8 + 3, 1e8 + 4],
    ]);
    expect(matrix(pairwiseDistance(far, far))).toEqual([
      [0, 5],
      [5, 0],
    ]);
  });

  test("the inputs are left alone", () => {
    const x = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    const y = np.asarray([[5, 6]]);
    pairwiseDistance(x, y);
    expect([x.tolist(), y.tolist()]).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ]);
  });
});

describe("laws", () => {
  test("every cell is what the definition says, in every layout", () => {
    fc.assert(
      fc.property(twoSets, ([x, y]) => {
        const result = pairwiseDistance(x, y);
        expect([...result.shape]).toEqual([x.shape[0], y.shape[0]]);
        expect(result.dtype.name).toBe("float64");
        const expected = byLoops(matrix(x), matrix(y));
        for (const [i, row] of expected.entries()) {
          for (const [j, value] of row.entries()) expect(result.item(i, j)).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  test("no distance is negative, and from a point to itself it is exactly 0", () => {
    fc.assert(
      fc.property(arrays({ dtype: "float64", shape: { minDims: 2, maxDims: 2 } }), (x) => {
        const result = matrix(pairwiseDistance(x, x));
        expect(result.flat().filter((v) => !(v >= 0))).toEqual([]);
        expect(result.map((row, i) => row[i]).filter((v) => v !== 0)).toEqual([]);
      }),
    );
  });

  test("y to x is the transpose of x to y", () => {
    fc.assert(
      fc.property(twoSets, ([x, y]) => {
        expect(pairwiseDistance(y, x).tolist()).toEqual(pairwiseDistance(x, y).T.tolist());
      }),
    );
  });

  test("moving all points together changes nothing", () => {
    fc.assert(
      fc.property(twoSets, fc.integer({ min: -1_000_000, max: 1_000_000 }), ([x, y], shift) => {
        const moved = pairwiseDistance(np.add(x, shift), np.add(y, shift));
        expect(moved.tolist()).toEqual(pairwiseDistance(x, y).tolist());
      }),
    );
  });
});
