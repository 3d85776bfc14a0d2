import * as np from "@deep-dive/ndarray";
import { arrayOf, plainViews, slices, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { sliceView } from "./04-slice-view-1d.ts";

const ten = (): View => ({
  data: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
  shape: [10],
  strides: [1],
  offset: 0,
});
const BACKWARDS: SliceParts = [null, null, -1];

const cases = (): fc.Arbitrary<[View, SliceParts]> =>
  plainViews({ minNdim: 1, maxNdim: 1, maxLength: 8, stretched: false }).chain((view) =>
    fc.tuple(
      fc.constant<View>(view),
      slices(view.shape[0]!).map((s): SliceParts => [s.start, s.stop, s.step]),
    ),
  );

test("2:9:3 of ten shows 2, 5 and 8", () => {
  const view = sliceView(ten(), [2, 9, 3]);
  expect(view.shape).toEqual([3]);
  expect(view.strides).toEqual([3]);
  expect(view.offset).toBe(2);
});

test("::-1 begins at the last and steps back", () => {
  const view = sliceView(ten(), BACKWARDS);
  expect(view.shape).toEqual([10]);
  expect(view.strides).toEqual([-1]);
  expect(view.offset).toBe(9);
});

test("a slice of a slice: ::2 of 1: shows 1, 3, 5, 7, 9", () => {
  expect(valuesOf(sliceView(sliceView(ten(), [1, null, null]), [null, null, 2]))).toEqual([
    1, 3, 5, 7, 9,
  ]);
});

test("an empty slice has its offset inside the memory", () => {
  const everyThird: View = { ...ten(), shape: [4], strides: [3] };
  const none: View = { ...ten(), shape: [0] };
  for (const view of [
    sliceView(ten(), [5, 2, null]),
    sliceView(everyThird, [4, null, null]),
    sliceView(none, BACKWARDS),
  ]) {
    expect(view.shape).toEqual([0]);
    expect(
      view.offset >= 0 && view.offset <= 10,
      `offset ${view.offset} lies in a memory of 10`,
    ).toBe(true);
  }
});

test("writing to the view writes to the original", () => {
  const line = ten();
  const view = sliceView(line, [1, null, 4]);
  view.data[view.offset + view.strides[0]!] = -1; // view[1]
  expect([...line.data]).toEqual([0, 1, 2, 3, 4, -1, 6, 7, 8, 9]);
});

test("the memory is the very same typed array", () => {
  fc.assert(
    fc.property(cases(), ([view, slice]) => {
      expect(sliceView(view, slice).data).toBe(view.data);
    }),
  );
});

test("the elements are NumPy's, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, slice]) => {
      expect(
        valuesOf(sliceView(view, slice)),
        `slice ${slice.map((p) => p ?? "").join(":")}`,
      ).toEqual(
        arrayOf(view)
          .get(np.slice(...slice))
          .tolist(),
      );
    }),
    { numRuns: 300 },
  );
});

test("reversing twice gives the view back", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1, maxNdim: 1, minLength: 1 }), (view) => {
      const twice = sliceView(sliceView(view, BACKWARDS), BACKWARDS);
      expect([twice.shape, twice.strides, twice.offset]).toEqual([
        view.shape,
        view.strides.map((s) => s + 0),
        view.offset,
      ]);
    }),
  );
});

test("a cut at any place gives two parts that have everything between them", () => {
  fc.assert(
    fc.property(
      plainViews({ minNdim: 1, maxNdim: 1 }),
      fc.integer({ min: -6, max: 6 }),
      (view, at) => {
        const parts = [sliceView(view, [null, at, null]), sliceView(view, [at, null, null])];
        expect(parts.flatMap(valuesOf), `cut at ${at}`).toEqual(valuesOf(view));
      },
    ),
  );
});
