import * as np from "@deep-dive/ndarray";
import { arrays, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grid, outer } from "./10-outer-meshgrid.ts";

const list = arrays({ dtype: "float64", shape: shapes({ minDims: 1, maxDims: 1 }) });
const anyList = arrays({ shape: shapes({ minDims: 1, maxDims: 1 }) });

describe("worked examples", () => {
  test("a small multiplication table", () => {
    expect(outer(np.asarray([1, 2]), np.asarray([10, 20, 30])).tolist()).toEqual([
      [10, 20, 30],
      [20, 40, 60],
    ]);
  });

  test("x runs down the grid", () => {
    expect(grid(np.asarray([1, 2]), np.asarray([7, 8, 9])).x.tolist()).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  test("y runs across the grid", () => {
    expect(grid(np.asarray([1, 2]), np.asarray([7, 8, 9])).y.tolist()).toEqual([
      [7, 8, 9],
      [7, 8, 9],
    ]);
  });
});

describe("edge cases", () => {
  test("two lists of the same length make a square, not a list", () => {
    expect(outer(np.asarray([1, 2]), np.asarray([3, 4])).tolist()).toEqual([
      [3, 4],
      [6, 8],
    ]);
  });

  test("one number each makes a table of one cell", () => {
    expect(outer(np.asarray([3]), np.asarray([5])).tolist()).toEqual([[15]]);
  });

  test("no numbers on one side leave an empty table of the right shape", () => {
    expect([...outer(np.zeros([0]), np.zeros([3])).shape]).toEqual([0, 3]);
    expect([...grid(np.zeros([2]), np.zeros([0])).x.shape]).toEqual([2, 0]);
  });

  test("the grid is read-only, as one write would change a whole line", () => {
    const { x, y } = grid(np.asarray([1, 2]), np.asarray([3]));
    expect([x.flags.writeable, y.flags.writeable]).toEqual([false, false]);
  });
});

describe("laws", () => {
  test("every cell is the product of its row's x and its column's y, in every layout", () => {
    fc.assert(
      fc.property(list, list, (x, y) => {
        const [xs, ys] = [x.tolist() as number[], y.tolist() as number[]];
        const table = outer(x, y);
        expect([...table.shape]).toEqual([xs.length, ys.length]);
        expect(table.tolist()).toEqual(xs.map((p) => ys.map((q) => p * q)));
      }),
    );
  });

  test("outer(y, x) is the transpose of outer(x, y)", () => {
    fc.assert(
      fc.property(list, list, (x, y) => {
        expect(outer(y, x).tolist()).toEqual(outer(x, y).T.tolist());
      }),
    );
  });

  test("the product of the grid's two arrays is the table", () => {
    fc.assert(
      fc.property(list, list, (x, y) => {
        const g = grid(x, y);
        expect(np.multiply(g.x, g.y).tolist()).toEqual(outer(x, y).tolist());
      }),
    );
  });

  test("the grid's arrays are views with their list's dtype", () => {
    fc.assert(
      fc.property(anyList, anyList, (x, y) => {
        const g = grid(x, y);
        expect([g.x.dtype.name, g.y.dtype.name]).toEqual([x.dtype.name, y.dtype.name]);
        if (g.x.size === 0) return;
        expect(np.shares_memory(g.x, x), "the grid's x is a view of x").toBe(true);
        expect(np.shares_memory(g.y, y), "the grid's y is a view of y").toBe(true);
      }),
    );
  });
});
