import * as np from "@deep-dive/ndarray";
import { broadcastableShapes, shapes as anyShape } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { broadcastShapes } from "./01-broadcast-shapes.ts";

function attempt(shapes: readonly (readonly number[])[]): number[] | "error" {
  try {
    return broadcastShapes(shapes);
  } catch (error) {
    if (error instanceof np.ValueError) return "error";
    throw error;
  }
}

describe("worked examples", () => {
  test("(3, 1) and (4,) make (3, 4)", () => {
    expect(broadcastShapes([[3, 1], [4]])).toEqual([3, 4]);
  });

  test("(8, 1, 6, 1) and (7, 1, 5) make (8, 7, 6, 5)", () => {
    expect(
      broadcastShapes([
        [8, 1, 6, 1],
        [7, 1, 5],
      ]),
    ).toEqual([8, 7, 6, 5]);
  });

  test("(2, 3) and (2,) do not fit: from the right, 3 stands over 2", () => {
    expect(() => broadcastShapes([[2, 3], [2]])).toThrow(np.ValueError);
  });
});

describe("edge cases", () => {
  test("a length 1 stretches to 0 as well", () => {
    expect(broadcastShapes([[1], [0]])).toEqual([0]);
    expect(
      broadcastShapes([
        [0, 3],
        [1, 1],
      ]),
    ).toEqual([0, 3]);
  });

  test("no shapes, and the shape of a 0-d array, give ()", () => {
    expect(broadcastShapes([])).toEqual([]);
    expect(broadcastShapes([[]])).toEqual([]);
  });

  test("three shapes can each bring one axis", () => {
    expect(broadcastShapes([[2, 1, 1], [3, 1], [4]])).toEqual([2, 3, 4]);
  });

  test("a third shape that does not fit is noticed", () => {
    expect(() => broadcastShapes([[3], [1], [4]])).toThrow(
      "cannot broadcast: axis -1 has lengths 3 and 4",
    );
  });

  test("the error names the axis, counted from the right, and both lengths", () => {
    expect(() =>
      broadcastShapes([
        [5, 3, 2],
        [4, 1],
      ]),
    ).toThrow("cannot broadcast: axis -2 has lengths 3 and 4");
    expect(() =>
      broadcastShapes([
        [2, 9],
        [7, 8],
      ]),
    ).toThrow("cannot broadcast: axis -1 has lengths 9 and 8");
  });

  test("the shapes that were passed in are left alone", () => {
    const shapes = [[3, 1], [4]];
    broadcastShapes(shapes);
    expect(shapes).toEqual([[3, 1], [4]]);
  });
});

describe("laws", () => {
  test("a shape with itself, or with (), is itself", () => {
    fc.assert(
      fc.property(anyShape(), (shape) => {
        expect(broadcastShapes([shape, shape])).toEqual(shape);
        expect(broadcastShapes([shape, []])).toEqual(shape);
        expect(broadcastShapes([[], shape])).toEqual(shape);
      }),
    );
  });

  test("the order of the shapes does not matter", () => {
    fc.assert(
      fc.property(anyShape(), anyShape(), (a, b) => {
        expect(attempt([a, b])).toEqual(attempt([b, a]));
      }),
    );
  });

  test("three shapes at once are the same as two and then the third", () => {
    fc.assert(
      fc.property(broadcastableShapes(3), (shapes) => {
        const stepwise = shapes.reduce(
          (sofar, next) => broadcastShapes([sofar, next]),
          [] as number[],
        );
        expect(broadcastShapes(shapes)).toEqual(stepwise);
      }),
    );
  });

  test("two shapes fit exactly when every column agrees or holds a 1", () => {
    fc.assert(
      fc.property(anyShape(), anyShape(), (a, b) => {
        const columns = Math.min(a.length, b.length);
        const fits = Array.from({ length: columns }, (_, k) => [a.at(-1 - k), b.at(-1 - k)]).every(
          ([m, n]) => m === n || m === 1 || n === 1,
        );
        expect(attempt([a, b]) !== "error").toBe(fits);
      }),
    );
  });

  test("NumPy's own addition gives an array of that shape", () => {
    fc.assert(
      fc.property(broadcastableShapes(3), (shapes) => {
        const sum = shapes
          .map((shape) => np.ones(shape))
          .reduce<np.NDArray>((x, y) => np.add(x, y), np.zeros([]));
        expect(broadcastShapes(shapes)).toEqual([...sum.shape]);
      }),
    );
  });
});
