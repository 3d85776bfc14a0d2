import * as np from "@deep-dive/ndarray";
import { arrays, broadcastableShapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matmul } from "./13-matmul-batched.ts";

const side = fc.integer({ min: 0, max: 3 });

/** Two stacks whose batches broadcast and whose matrices fit, each in any layout. */
const pair = fc
  .tuple(broadcastableShapes(2, { maxDims: 2, maxSide: 3 }), side, side, side)
  .chain(([[s, t], n, k, m]) =>
    fc.tuple(
      arrays({ dtype: "float64", shape: [...s!, n, k] }),
      arrays({ dtype: "float64", shape: [...t!, k, m] }),
    ),
  );
/** Three that can be multiplied one after the other. */
const three = fc
  .tuple(side, side, side, side)
  .chain(([n, k, l, m]) =>
    fc.tuple(
      arrays({ dtype: "float64", shape: [n, k] }),
      arrays({ dtype: "float64", shape: [2, k, l] }),
      arrays({ dtype: "float64", shape: [l, m] }),
    ),
  );

describe("worked examples", () => {
  test("rows times columns", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(
      matmul(
        a,
        np.asarray([
          [5, 6],
          [7, 8],
        ]),
      ).tolist(),
    ).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  test("a (1, 3) times a (3, 1) is one number, in a matrix", () => {
    expect(matmul(np.asarray([[1, 2, 3]]), np.asarray([[4], [5], [6]])).tolist()).toEqual([[32]]);
  });

  test("one matrix meets every matrix of a stack", () => {
    const stack = np.asarray([
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ]);
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(matmul(stack, a).tolist()).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [3, 4],
        [1, 2],
      ],
    ]);
  });
});

describe("edge cases", () => {
  test("(10, 1, 2, 3) times (4, 3, 5) is (10, 4, 2, 5)", () => {
    expect([...matmul(np.ones([10, 1, 2, 3]), np.ones([4, 3, 5])).shape]).toEqual([10, 4, 2, 5]);
  });

  test("the inner lengths must be equal, and 1 does not stretch there", () => {
    const sentence =
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 4 is different from 3)";
    expect(() => matmul(np.zeros([2, 3]), np.zeros([4, 2]))).toThrow(sentence);
    expect(() => matmul(np.zeros([2, 1]), np.zeros([4, 2]))).toThrow(np.ValueError);
  });

  test("batches that do not fit are an error", () => {
    expect(() => matmul(np.zeros([2, 1, 1]), np.zeros([3, 1, 1]))).toThrow(
      "cannot broadcast: axis -1 has lengths 2 and 3",
    );
  });

  test("a sum of no products is 0", () => {
    expect(matmul(np.zeros([2, 0]), np.zeros([0, 2])).tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("the inputs are left alone", () => {
    const [a, b] = [np.asarray([[1, 2]]), np.asarray([[3], [4]])];
    matmul(a, b);
    expect([a.tolist(), b.tolist()]).toEqual([[[1, 2]], [[3], [4]]]);
  });
});

describe("laws", () => {
  test("every product is NumPy's, in every layout and batch", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [result, expected] = [matmul(a, b), np.matmul(a, b)];
        expect([...result.shape]).toEqual([...expected.shape]);
        expect(np.add(result, 0).tolist()).toEqual(np.add(expected, 0).tolist()); // + 0 makes -0 into 0
      }),
    );
  });

  test("the identity changes nothing", () => {
    fc.assert(
      fc.property(pair, ([a]) => {
        expect(np.add(matmul(a, np.eye(a.shape.at(-1)!)), 0).tolist()).toEqual(
          np.add(a, 0).tolist(),
        );
      }),
    );
  });

  test("(AB)ᵀ = BᵀAᵀ for every matrix of the stack", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const turned = matmul(b.mT, a.mT).mT;
        expect(np.add(turned, 0).tolist()).toEqual(np.add(matmul(a, b), 0).tolist());
      }),
    );
  });

  test("(AB)C = A(BC)", () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(np.add(matmul(matmul(a, b), c), 0).tolist()).toEqual(
          np.add(matmul(a, matmul(b, c)), 0).tolist(),
        );
      }),
    );
  });
});
