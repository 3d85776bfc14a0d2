import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as np from "../index.ts";
import { arrays } from "../testing/index.ts";

describe("worked examples", () => {
  test("distinct elements come sorted, with where and how often they occur", () => {
    const [values, index, inverse, counts] = np.unique([3, 1, 3, 2], {
      return_index: true,
      return_inverse: true,
      return_counts: true,
    });
    expect(values!.tolist()).toEqual([1, 2, 3]);
    expect(index!.tolist()).toEqual([1, 3, 0]);
    expect(inverse!.tolist()).toEqual([2, 0, 2, 1]);
    expect(counts!.tolist()).toEqual([1, 1, 2]);
  });

  test("nan is one value, or each is its own", () => {
    expect(np.unique([NaN, 1, NaN]).tolist()).toEqual([1, NaN]);
    expect(np.unique_values([NaN, 1, NaN]).tolist()).toEqual([1, NaN, NaN]);
  });

  test("long lines keep each value once, and all nan or each", () => {
    const list = Array.from({ length: 400 }, (_, k) => (k % 7 === 0 ? NaN : (k * 37) % 11));
    const numbers = [...new Set(list.filter((x) => !Number.isNaN(x)))].sort((x, y) => x - y);
    const nans = list.filter((x) => Number.isNaN(x));
    const [values, counts] = np.unique(list, { return_counts: true });
    expect(values!.tolist()).toEqual([...numbers, NaN]);
    expect(counts!.tolist()).toEqual([
      ...numbers.map((x) => list.filter((y) => y === x).length),
      nans.length,
    ]);
    expect(np.unique_values(list).tolist()).toEqual([...numbers, ...nans]);
  });

  test("rows are distinct as wholes", () => {
    expect(
      np
        .unique(
          [
            [1, 2],
            [0, 5],
            [1, 2],
          ],
          { axis: 0 },
        )
        .tolist(),
    ).toEqual([
      [0, 5],
      [1, 2],
    ]);
  });

  test("nan is in nothing", () => {
    expect(np.isin([1, NaN], [1, NaN]).tolist()).toEqual([true, false]);
  });
});

describe("laws", () => {
  const any = arrays({ shape: { minDims: 0, maxDims: 3 } });

  test("values taken by the inverse give the array back", () => {
    fc.assert(
      fc.property(any, (a) => {
        const { values, inverse_indices, counts, indices } = np.unique_all(a);
        expect(inverse_indices.shape).toEqual(a.shape);
        if (a.size > 0) expect(np.take(values, inverse_indices).tolist()).toEqual(a.tolist());
        if (a.size > 0) expect(np.take(np.ravel(a), indices).tolist()).toEqual(values.tolist());
        expect(np.sum(counts)).toBe(a.size);
      }),
    );
  });

  test("rows taken by the inverse give the array back along any axis", () => {
    fc.assert(
      fc.property(
        arrays({
          dtype: ["int8", "bool", "float32"],
          shape: { minDims: 1, maxDims: 3, minSide: 1, maxSide: 3 },
        }),
        (a) => {
          for (let axis = 0; axis < a.ndim; axis++) {
            const [values, inverse] = np.unique(a, { axis, return_inverse: true });
            expect(np.take(values!, inverse!, { axis }).tolist()).toEqual(a.tolist());
          }
        },
      ),
    );
  });

  const set = fc.array(fc.integer({ min: -6, max: 6 }));
  const sorted = (x: Iterable<number>): number[] => [...new Set(x)].toSorted((p, q) => p - q);

  test("set functions are those of JS sets, sorted", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [s, t] = [new Set(a), new Set(b)];
        expect(np.intersect1d(a, b).tolist()).toEqual(sorted(s.intersection(t)));
        expect(np.union1d(a, b).tolist()).toEqual(sorted(s.union(t)));
        expect(np.setdiff1d(a, b).tolist()).toEqual(sorted(s.difference(t)));
        expect(np.setxor1d(a, b).tolist()).toEqual(sorted(s.symmetricDifference(t)));
        expect(np.isin(a, b).tolist()).toEqual(a.map((x) => t.has(x)));
      }),
    );
  });
});
