import * as np from "@deep-dive/ndarray";
import { arrays, LAYOUTS, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineInPlace } from "./06-no-temporaries.ts";

/** Two writeable arrays of one shape, each in a layout of its own. */
const pair = shapes().chain((shape) =>
  fc.tuple(
    arrays({ dtype: "float64", shape, writeable: true }),
    arrays({ dtype: "float64", shape, writeable: true }),
  ),
);

const flat = (a: np.NDArray): number[] => [a.tolist()].flat(Infinity) as number[];

describe("worked examples", () => {
  test("(2 + 1) * (-2 / 2) = -3 and (4 + 1) * (-4 / 2) = -10", () => {
    const a = np.asarray([2, 4]);
    combineInPlace(a, np.asarray([1, 1]));
    expect(a.tolist()).toEqual([-3, -10]);
  });

  test("(1 + 3) * (-1 / 2) = -2, in a matrix", () => {
    const a = np.asarray([
      [1, 1],
      [1, 1],
    ]);
    combineInPlace(
      a,
      np.asarray([
        [3, 3],
        [3, 3],
      ]),
    );
    expect(a.tolist()).toEqual([
      [-2, -2],
      [-2, -2],
    ]);
  });

  test("a 0-d array", () => {
    const a = np.asarray(6);
    combineInPlace(a, np.asarray(-4));
    expect(a.item()).toBe(-6);
  });
});

describe("edge cases", () => {
  test("empty arrays stay empty", () => {
    const a = np.zeros([0, 3]);
    combineInPlace(a, np.zeros([0, 3]));
    expect([...a.shape]).toEqual([0, 3]);
  });

  test("only the elements of the view are written", () => {
    const whole = np.asarray([2, 100, 4, 100]);
    combineInPlace(whole.get("::2"), np.asarray([1, 1]));
    expect(whole.tolist()).toEqual([-3, 100, -10, 100]);
  });

  test("nothing is returned: the result is in a", () => {
    expect(combineInPlace(np.asarray([2]), np.asarray([1]))).toBeUndefined();
  });
});

describe("laws", () => {
  test("a becomes what the formula says, cell by cell, in every layout", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [x, y] = [flat(a), flat(b)];
        combineInPlace(a, b);
        expect(np.asarray(flat(a)).tolist()).toEqual(x.map((v, i) => (v + y[i]!) * (-v / 2)));
      }),
    );
  });

  test("where b is -a the result is 0", () => {
    fc.assert(
      fc.property(
        arrays({ dtype: "float64", layout: LAYOUTS.filter((l) => l !== "broadcast") }),
        (a) => {
          const b = np.negative(a);
          combineInPlace(a, b);
          expect(flat(a).filter((v) => v !== 0)).toEqual([]);
        },
      ),
    );
  });
});
