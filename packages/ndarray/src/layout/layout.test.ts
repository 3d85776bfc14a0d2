import fc from "fast-check";
import { expect, test } from "vitest";
import { broadcastableShapes, permutations, shapes } from "../testing/index.ts";
import { broadcastShapes, broadcastStrides } from "./broadcast.ts";
import { coalesce, mergeAxes } from "./coalesce.ts";
import { Layout, contiguous, contiguousStrides, extent, keepOrder } from "./layout.ts";
import { overlaps } from "./overlap.ts";
import { axisOrder, diagonalView, expanded, flipped, movedOrder, permuted } from "./permute.ts";
import { reshapedStrides, resolveShape } from "./reshape.ts";
import { rewidened, stridedWithin, windowed } from "./windows.ts";

test("C and F strides of a shape", () => {
  expect(contiguousStrides([2, 3, 4], 8)).toEqual([96, 32, 8]);
  expect(contiguousStrides([2, 3, 4], 8, "F")).toEqual([8, 16, 48]);
  expect(contiguousStrides([2, 0, 4], 1)).toEqual([4, 4, 1]);
});

test("a reshape is a view where groups of axes are evenly spaced", () => {
  const turned = new Layout([3, 2], [8, 24], 8);
  expect(reshapedStrides(turned, [6])).toBe(null);
  expect(reshapedStrides(turned, [6], "F")).toEqual([8]);
  expect(reshapedStrides(new Layout([4, 3], [48, 8], 8), [2, 2, 3])).toEqual([96, 48, 8]);
  expect(resolveShape([2, -1], 6)).toEqual([2, 3]);
  expect(() => resolveShape([4, -1], 6)).toThrow(
    "cannot reshape array of size 6 into shape (4,newaxis)",
  );
});

test("permuting, moving, flipping, and the diagonal", () => {
  const layout = contiguous([2, 3, 4], 1);
  expect(permuted(layout, [2, 0, 1]).strides).toEqual([1, 12, 4]);
  expect(axisOrder(null, 3)).toEqual([2, 1, 0]);
  expect(movedOrder([0], [2], 3)).toEqual([1, 2, 0]);
  expect(flipped(layout, [1])).toMatchObject({ layout: { strides: [12, -4, 1] }, shift: 8 });
  expect(diagonalView(layout, 1, 1, 2)).toMatchObject({
    layout: { shape: [2, 3], strides: [12, 5] },
    shift: 1,
  });
  expect(expanded(layout, [0, -1]).shape).toEqual([1, 2, 3, 4, 1]);
});

test("windows, other widths, and strides by hand stay within their bytes", () => {
  const layout = contiguous([5], 4);
  expect(windowed(layout, [3], null)).toMatchObject({ shape: [3, 3], strides: [4, 4] });
  expect(rewidened(layout, 1)).toMatchObject({ shape: [20], strides: [1] });
  expect(() => rewidened(new Layout([5], [8], 4), 1)).toThrow("the last axis must be contiguous");
  expect(() => stridedWithin([3], [8], 4, 0, 19)).toThrow("reach bytes 0 to 20");
});

test("a shape broadcast with itself is itself, and the order of shapes does not matter", () => {
  fc.assert(
    fc.property(broadcastableShapes(3), ([a, b, c]) => {
      expect(broadcastShapes([a!, a!])).toEqual(a);
      expect(broadcastShapes([a!, b!])).toEqual(broadcastShapes([b!, a!]));
      expect(broadcastShapes([broadcastShapes([a!, b!]), c!])).toEqual(
        broadcastShapes([a!, broadcastShapes([b!, c!])]),
      );
    }),
  );
});

test("a stretched axis has stride 0, the others keep theirs", () => {
  expect(broadcastStrides([3, 1], [8, 8], [2, 3, 4])).toEqual([0, 8, 0]);
  expect(broadcastStrides([3], [8], [4])).toBe(null);
});

/** The address of every element, in C order. */
function addresses({
  shape,
  strides,
}: {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}): number[] {
  return shape.reduceRight<number[]>(
    (inner, n, k) =>
      Array.from({ length: n }, (_, i) => inner.map((at) => at + i * strides[k]!)).flat(),
    [0],
  );
}

const layouts = shapes({ maxDims: 4, maxSide: 4 }).chain((shape) =>
  permutations(shape.length).map((order) => permuted(contiguous(shape, 2), order)),
);

test("coalescing visits the same elements, merging visits them in the same order", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const merged = mergeAxes(layout.shape, [layout.strides]);
      expect(addresses({ shape: merged.shape, strides: merged.strides[0]! })).toEqual(
        addresses(layout),
      );
      const nest = coalesce(layout.shape, [layout.strides]);
      expect(
        addresses({ shape: nest.shape, strides: nest.strides[0]! }).toSorted((a, b) => a - b),
      ).toEqual(addresses(layout).toSorted((a, b) => a - b));
      if (layout.size > 0) expect(nest.shape.length).toBeLessThanOrEqual(1); // a permuted block of memory is one row
    }),
  );
});

test("keeping the order of a dense layout gives its strides again", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const kept = keepOrder(layout.shape, layout.strides, layout.itemsize);
      expect(addresses(kept).toSorted((a, b) => a - b)).toEqual(
        addresses(contiguous(layout.shape, 2)),
      );
      if (layout.size > 0) {
        for (const [k, n] of layout.shape.entries())
          if (n > 1) expect(kept.strides[k]).toBe(layout.strides[k]);
      }
    }),
  );
});

test("the extent holds every element and nothing more", () => {
  fc.assert(
    fc.property(layouts, fc.boolean(), (layout, isBackwards) => {
      const seen = isBackwards ? flipped(layout, [...layout.shape.keys()]).layout : layout;
      const at = addresses(seen);
      expect(extent(seen)).toEqual(
        at.length === 0 ? [0, 0] : [Math.min(...at), Math.max(...at) + 2],
      );
    }),
  );
});

test("overlap is symmetric, and exact down to the byte", () => {
  const strided = fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -9, max: 9 })), {
        maxLength: 3,
      }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(30),
    )
    .map(([axes, itemsize, address]) => ({
      address: address + 100,
      layout: new Layout(
        axes.map(([n]) => n),
        axes.map(([, s]) => s),
        itemsize,
      ),
    }));
  const bytes = (x: { address: number; layout: Layout }): Set<number> =>
    new Set(
      addresses(x.layout).flatMap((at) =>
        Array.from({ length: x.layout.itemsize }, (_, b) => x.address + at + b),
      ),
    );
  fc.assert(
    fc.property(strided, strided, (a, b) => {
      expect(overlaps(a, b)).toBe(!bytes(a).isDisjointFrom(bytes(b)));
      expect(overlaps(b, a)).toBe(overlaps(a, b));
    }),
    { numRuns: 500 },
  );
});
