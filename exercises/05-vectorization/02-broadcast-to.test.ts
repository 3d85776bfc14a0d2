import * as np from "@deep-dive/ndarray";
import { arrays, broadcastableShapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { broadcastTo } from "./02-broadcast-to.ts";

describe("worked examples", () => {
  test("(3,) stretched to (2, 3) repeats the row", () => {
    const view = broadcastTo(np.asarray([1, 2, 3]), [2, 3]);
    expect(view.tolist()).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect([...view.strides], "the strides").toEqual([0, 8]);
  });

  test("(2, 1) stretched to (2, 3) repeats the column", () => {
    const view = broadcastTo(np.asarray([[1], [2]]), [2, 3]);
    expect(view.tolist()).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect([...view.strides], "the strides").toEqual([8, 0]);
  });

  test("a 0-d array fits every shape", () => {
    expect(broadcastTo(np.asarray(7), [2, 2]).tolist()).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });
});

describe("edge cases", () => {
  test("(3,) does not fit (2, 4), and NumPy's sentence says so", () => {
    expect(() => broadcastTo(np.zeros([3]), [2, 4])).toThrow(
      "operands could not be broadcast together with remapped shapes [original->remapped]: (3,) and requested shape (2,4)",
    );
  });

  test("(1, 3) does not fit (3,): axes are never dropped", () => {
    expect(() => broadcastTo(np.zeros([1, 3]), [3])).toThrow(
      "remapped shapes [original->remapped]: (1,3) and requested shape (3,)",
    );
  });

  test("a length 1 stretches to 0, and a length 3 does not", () => {
    expect([...broadcastTo(np.zeros([1]), [0]).shape]).toEqual([0]);
    expect(() => broadcastTo(np.zeros([3]), [0])).toThrow(np.ValueError);
  });

  test("a length 0 stays 0, and does not become 2", () => {
    expect([...broadcastTo(np.zeros([0, 1]), [0, 2]).shape]).toEqual([0, 2]);
    expect(() => broadcastTo(np.zeros([0]), [2])).toThrow(np.ValueError);
  });

  test("every second element of a reversed array is stretched from where it lies", () => {
    const a = np.arange(10).get("::-2"); // 9 7 5 3 1
    expect(broadcastTo(a, [2, 5]).tolist()).toEqual([
      [9, 7, 5, 3, 1],
      [9, 7, 5, 3, 1],
    ]);
  });
});

/** An array in any layout, and a shape that it fits. */
const fitting = broadcastableShapes(2).chain(([small, other]) => {
  const ndim = Math.max(small!.length, other!.length);
  const shape = Array.from({ length: ndim }, (_, k) => {
    const [m, n] = [small!.at(k - ndim) ?? 1, other!.at(k - ndim) ?? 1];
    return m === 1 ? n : m;
  });
  return fc.tuple(arrays({ shape: small! }), fc.constant(shape));
});

describe("laws", () => {
  test("the result has the shape that was asked for, and the dtype of the array", () => {
    fc.assert(
      fc.property(fitting, ([a, shape]) => {
        const view = broadcastTo(a, shape);
        expect([...view.shape]).toEqual(shape);
        expect(view.dtype.name).toBe(a.dtype.name);
      }),
    );
  });

  test("every cell shows the element below it, index 0 where the axis was stretched", () => {
    fc.assert(
      fc.property(fitting, ([a, shape]) => {
        const view = broadcastTo(a, shape);
        for (let flat = 0; flat < view.size; flat++) {
          let rest = flat;
          const index: number[] = [];
          for (let k = shape.length - 1; k >= 0; k--) {
            index.unshift(rest % shape[k]!);
            rest = Math.floor(rest / shape[k]!);
          }
          const below = index
            .slice(shape.length - a.ndim)
            .map((i, k) => (a.shape[k] === 1 ? 0 : i));
          expect(view.item(...index)).toEqual(a.item(...below));
        }
      }),
    );
  });

  test("the result is a view of the array", () => {
    fc.assert(
      fc.property(fitting, ([a, shape]) => {
        fc.pre(a.size > 0 && !shape.includes(0));
        expect(np.shares_memory(broadcastTo(a, shape), a), "shares memory").toBe(true);
      }),
    );
  });

  test("a change of the array shows in the view", () => {
    const a = np.asarray([1, 2, 3]);
    const view = broadcastTo(a, [2, 3]);
    a.set([1], 20);
    expect(view.tolist()).toEqual([
      [1, 20, 3],
      [1, 20, 3],
    ]);
  });

  test("the result is read-only, and the array is not", () => {
    const a = np.zeros([3]);
    expect(broadcastTo(a, [2, 3]).flags.writeable, "writeable").toBe(false);
    expect(broadcastTo(a, [3]).flags.writeable, "writeable").toBe(false);
    expect(a.flags.writeable, "the array itself is writeable").toBe(true);
  });
});
