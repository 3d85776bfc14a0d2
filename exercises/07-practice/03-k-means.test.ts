import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign, kMeans, update } from "./03-k-means.ts";

type Points = number[][];
const nested = (a: np.NDArray): Points => a.tolist() as Points;
const distance2 = (p: number[], q: number[]): number =>
  p.reduce((sum, v, k) => sum + (v - q[k]!) ** 2, 0);

/** Points and centres of one dimension, each in any layout. */
const cloud = fc
  .tuple(fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, k, d]) =>
    fc.tuple(
      arrays({ dtype: "float64", shape: [n, d] }),
      arrays({ dtype: "float64", shape: [k, d] }),
    ),
  );

const two = (): np.NDArray =>
  np.asarray([
    [0, 0],
    [0, 2],
    [10, 0],
    [10, 2],
  ]);

describe("worked examples", () => {
  test("each point goes to the nearer of two centres", () => {
    expect(
      assign(
        two(),
        np.asarray([
          [1, 1],
          [9, 1],
        ]),
      ).tolist(),
    ).toEqual([0, 0, 1, 1]);
  });

  test("each centre goes to the mean of its points", () => {
    const labels = np.asarray([0, 0, 1, 1], { dtype: "int32" });
    expect(
      update(
        two(),
        labels,
        np.asarray([
          [1, 1],
          [9, 1],
        ]),
      ).tolist(),
    ).toEqual([
      [0, 1],
      [10, 1],
    ]);
  });

  test("two pairs of points are two clusters, each point 1 from its centre", () => {
    const { centres, labels, inertia } = kMeans(
      two(),
      np.asarray([
        [0, 0],
        [1, 0],
      ]),
      20,
    );
    expect([centres.tolist(), labels.tolist(), inertia]).toEqual([
      [
        [0, 1],
        [10, 1],
      ],
      [0, 0, 1, 1],
      4,
    ]);
  });
});

describe("edge cases", () => {
  test("of equally near centres the first is taken", () => {
    expect(assign(np.asarray([[0]]), np.asarray([[5], [-5], [5]])).tolist()).toEqual([0]);
  });

  test("a cluster without points keeps its centre", () => {
    const labels = np.asarray([0, 0, 0, 0], { dtype: "int32" });
    expect(
      update(
        two(),
        labels,
        np.asarray([
          [1, 1],
          [99, 98],
        ]),
      ).tolist(),
    ).toEqual([
      [5, 1],
      [99, 98],
    ]);
  });

  test("labels are int32, and no points have none", () => {
    expect(assign(two(), np.asarray([[1, 1]])).dtype.name).toBe("int32");
    expect(assign(np.zeros([0, 2]), np.asarray([[1, 1]])).tolist()).toEqual([]);
  });

  test("with no steps the centres stay, and the labels are theirs", () => {
    const { centres, labels, inertia } = kMeans(
      two(),
      np.asarray([
        [0, 1],
        [10, 5],
      ]),
      0,
    );
    expect([centres.tolist(), labels.tolist(), inertia]).toEqual([
      [
        [0, 1],
        [10, 5],
      ],
      [0, 0, 1, 1],
      36,
    ]);
  });

  test("the inputs are left alone", () => {
    const [points, centres] = [
      two(),
      np.asarray([
        [0, 0],
        [1, 0],
      ]),
    ];
    kMeans(points, centres, 5);
    expect([points.tolist(), centres.tolist()]).toEqual([
      two().tolist(),
      [
        [0, 0],
        [1, 0],
      ],
    ]);
  });
});

describe("laws", () => {
  test("every label names the nearest centre, in every layout", () => {
    fc.assert(
      fc.property(cloud, ([points, centres]) => {
        const means = nested(centres);
        const expected = nested(points).map((p) => {
          const all = means.map((c) => distance2(p, c));
          return all.indexOf(Math.min(...all));
        });
        expect(assign(points, centres).tolist()).toEqual(expected);
      }),
    );
  });

  test("every centre is the mean of its points, or where it was", () => {
    fc.assert(
      fc.property(cloud, ([points, centres]) => {
        const labels = assign(points, centres);
        const marks = labels.tolist() as number[];
        const expected = nested(centres).map((old, k) => {
          const mine = nested(points).filter((_, i) => marks[i] === k);
          return mine.length === 0
            ? old
            : old.map((_, axis) => mine.reduce((sum, p) => sum + p[axis]!, 0) / mine.length);
        });
        assertClose(update(points, labels, centres), expected, { atol: 1e-9 });
      }),
    );
  });

  test("another step never makes the inertia larger", () => {
    fc.assert(
      fc.property(cloud, fc.nat(4), ([points, centres], steps) => {
        const fewer = kMeans(points, centres, steps).inertia;
        expect(kMeans(points, centres, steps + 1).inertia).toBeLessThanOrEqual(fewer + 1e-9);
      }),
    );
  });

  test("so many steps are so many updates, each with the labels of the centres before it", () => {
    fc.assert(
      fc.property(cloud, fc.integer({ min: 1, max: 4 }), ([points, centres], steps) => {
        let means = centres as np.NDArray;
        for (let step = 0; step < steps; step++)
          means = update(points, assign(points, means), means);
        assertClose(kMeans(points, centres, steps).centres, means, { atol: 1e-9 });
      }),
    );
  });

  test("the inertia is that of the centres and labels that are returned", () => {
    fc.assert(
      fc.property(cloud, fc.nat(3), ([points, centres], steps) => {
        const result = kMeans(points, centres, steps);
        const [means, marks] = [nested(result.centres), result.labels.tolist() as number[]];
        const expected = nested(points).reduce(
          (sum, p, i) => sum + distance2(p, means[marks[i]!]!),
          0,
        );
        expect(result.inertia).toBeCloseTo(expected, 7);
        expect(result.labels.tolist()).toEqual(assign(points, result.centres).tolist());
      }),
    );
  });
});
