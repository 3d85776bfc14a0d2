import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as np from "../index.ts";
import { arrays } from "../testing/index.ts";

describe("worked examples", () => {
  test("nan comes last, whichever the direction", () => {
    expect(np.sort([3, NaN, 1, 2]).tolist()).toEqual([1, 2, 3, NaN]);
    expect(np.sort([3, NaN, 1, 2], { descending: true }).tolist()).toEqual([3, 2, 1, NaN]);
  });

  test("zeros of either sign are equal, and keep their order", () => {
    const zeros = Array.from({ length: 40 }, (_, k) => (k % 3 === 0 ? -0 : 0));
    expect(np.sort([1, ...zeros, -1]).tolist()).toEqual([-1, ...zeros, 1]);
  });

  test("equal elements keep their order, whichever the direction", () => {
    expect(np.argsort([2, 1, 2, 1]).tolist()).toEqual([1, 3, 0, 2]);
    expect(np.argsort([2, 1, 2, 1], { descending: true }).tolist()).toEqual([0, 2, 1, 3]);
  });

  test("complex numbers go by real, then by imaginary part", () => {
    const z = [
      { re: 1, im: 2 },
      { re: 0, im: 5 },
      { re: 1, im: -2 },
    ];
    expect(np.sort(z).tolist()).toEqual([z[1], z[2], z[0]]);
  });

  test("64-bit integers are compared exactly", () => {
    expect(np.sort([2n ** 62n + 1n, 2n ** 62n, -(2n ** 63n)]).tolist()).toEqual([
      -(2n ** 63n),
      2n ** 62n,
      2n ** 62n + 1n,
    ]);
  });

  test("a method sorts in place, through a view too", () => {
    const a = np.asarray([
      [3, 1],
      [2, 4],
    ]);
    a.get(":", 0).sort();
    expect(a.tolist()).toEqual([
      [2, 1],
      [3, 4],
    ]);
  });

  test("a read-only array is not sorted in place", () => {
    expect(() => np.broadcast_to([1, 2], [2, 2]).sort()).toThrow("sort array is read-only");
  });
});

const lines = arrays({ shape: { minDims: 1, maxDims: 3 }, elements: "any" });

describe("laws", () => {
  test("taking by argsort sorts", () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (a, descending) => {
        const order = np.argsort(a, { axis: -1, descending });
        expect(np.take_along_axis(a, order, { axis: -1 }).tolist()).toEqual(
          np.sort(a, { descending }).tolist(),
        );
      }),
    );
  });

  test("sorting what is sorted changes nothing", () => {
    fc.assert(
      fc.property(lines, (a) => {
        const once = np.sort(a, { axis: 0 });
        expect(np.sort(once, { axis: 0 }).tolist()).toEqual(once.tolist());
      }),
    );
  });

  test("argsort is a permutation", () => {
    fc.assert(
      fc.property(lines, (a) => {
        const order = np.argsort(a, { axis: null });
        expect([...(order.tolist() as number[])].toSorted((i, j) => i - j)).toEqual(
          Array.from({ length: a.size }, (_, k) => k),
        );
      }),
    );
  });

  test("lexsort of one key is argsort", () => {
    fc.assert(
      fc.property(lines, (a) => {
        expect(np.lexsort([a]).tolist()).toEqual(np.argsort(a).tolist());
      }),
    );
  });

  test("searchsorted finds a place that keeps the order, the leftmost or the rightmost", () => {
    const keys = fc.array(fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(keys, keys, (line, wanted) => {
        const sorted = line.toSorted((x, y) => x - y);
        const left = np.searchsorted(sorted, wanted).tolist() as number[];
        const right = np.searchsorted(sorted, wanted, { side: "right" }).tolist() as number[];
        expect(left).toEqual(wanted.map((x) => sorted.filter((y) => y < x).length));
        expect(right).toEqual(wanted.map((x) => sorted.filter((y) => y <= x).length));
      }),
    );
  });

  test("long lines are ranked as short ones are", () => {
    const big = fc.array(fc.double(), { minLength: 520, maxLength: 900 });
    fc.assert(
      fc.property(big, fc.boolean(), (line, descending) => {
        const order = np.argsort(line, { descending }).tolist() as number[];
        const sign = descending ? -1 : 1;
        const rank = (x: number): number => (Number.isNaN(x) ? Infinity : sign * x);
        const wanted = [...line.keys()].toSorted((i, j) => {
          const [x, y] = [rank(line[i]!), rank(line[j]!)];
          if (Number.isNaN(line[i]!) !== Number.isNaN(line[j]!))
            return Number.isNaN(line[i]!) ? 1 : -1;
          return x === y ? i - j : x < y ? -1 : 1;
        });
        expect(order).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });
});
