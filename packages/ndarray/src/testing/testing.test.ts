import fc from "fast-check";
import { expect, test } from "vitest";
import * as np from "../index.ts";
import {
  LAYOUTS,
  arrays,
  assertClose,
  axes,
  broadcastableShapes,
  dtypes,
  indices,
  laidOut,
  permutations,
  shapes,
  slices,
  views,
} from "./index.ts";
import { broadcastShapes } from "../layout/broadcast.ts";

test("every layout shows the same elements", () => {
  for (const layout of LAYOUTS.filter((l) => l !== "broadcast")) {
    expect(laidOut([1, 2, 3, 4, 5, 6], [2, 3], np.int32, layout).tolist()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  }
  const stretched = laidOut([1, 2, 3, 4, 5, 6], [2, 3], np.int32, "broadcast");
  expect(stretched.tolist()).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(stretched.strides).toEqual([0, 4]);
  expect(stretched.flags.writeable).toBe(false);
});

test("assertClose names the worst element and its index", () => {
  expect(() =>
    assertClose(
      [
        [1, 2],
        [3.5, 4.25],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ),
  ).toThrow("element [1,0] is 3.5, expected 3: off by 0.5 (the worst of 2 among 4)");
  assertClose([NaN, Infinity, 1 + 1e-9], [NaN, Infinity, 1]);
});

test("generated arrays have the shape and dtype that was asked for", () => {
  fc.assert(
    fc.property(arrays({ dtype: ["int8", "complex64"], shape: [2, 3], writeable: true }), (a) => {
      expect(["int8", "complex64"]).toContain(a.dtype.name);
      expect(a.shape).toEqual([2, 3]);
      expect(a.flags.writeable).toBe(true);
    }),
  );
});

test("every kind of layout, dtype and emptiness comes up", () => {
  const seen = fc.sample(arrays(), 400);
  expect(new Set(seen.map((a) => a.dtype.name)).size).toBe(14);
  expect(seen.some((a) => a.ndim === 0)).toBe(true);
  expect(seen.some((a) => a.size === 0)).toBe(true);
  expect(seen.some((a) => a.strides.some((s) => s < 0))).toBe(true);
  expect(seen.some((a) => a.strides.some((s) => s === 0))).toBe(true);
  expect(seen.some((a) => !a.flags.c_contiguous && !a.flags.f_contiguous)).toBe(true);
});

test("indices are in bounds", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: "int16" }).chain((a) => fc.tuple(fc.constant(a), indices(a.shape))),
      ([a, index]) => {
        expect(a.get(...index).dtype).toBe(np.int16);
      },
    ),
  );
});

test("views have the array's owner", () => {
  fc.assert(
    fc.property(
      arrays().chain((a) => fc.tuple(fc.constant(a), views(a))),
      ([a, view]) => {
        expect(view.base).toBe(a.base ?? a);
      },
    ),
  );
});

test("broadcastable shapes broadcast", () => {
  fc.assert(
    fc.property(broadcastableShapes(3), (all) => {
      expect(broadcastShapes(all).length).toBe(Math.max(...all.map((s) => s.length)));
    }),
  );
});

test("shapes, dtypes, axes, orders and slices keep to their limits", () => {
  fc.assert(
    fc.property(
      shapes({ minDims: 1, maxDims: 3, minSide: 2, maxSide: 4 }),
      dtypes({ kinds: "iu" }),
      axes(3),
      permutations(3),
      slices(4),
      (shape, name, axis, order, s) => {
        expect(shape.every((n) => n >= 2 && n <= 4)).toBe(true);
        expect(name).toMatch(/int/);
        expect(axis >= -3 && axis < 3).toBe(true);
        expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
        expect(s.step).not.toBe(0);
      },
    ),
  );
});
