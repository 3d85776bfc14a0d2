import * as np from "@deep-dive/ndarray";
import { placesOf, plainView, plainViews, slices, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { assign } from "./09-slice-assign.ts";

const WHOLE: SliceParts = [null, null, null];
const ten = (): View => plainView([10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
/** A line of the same memory. */
const line = (a: View, length: number, offset: number, stride = 1): View => ({
  data: a.data,
  shape: [length],
  strides: [stride],
  offset,
});
const table = (): View => plainView([2, 3], [1, 2, 3, 4, 5, 6]);

/** A view and slices of it, with the slice's own places. The slices come from NumPy, not from sliceNd. */
const cases = (): fc.Arbitrary<{
  view: View;
  parts: SliceParts[];
  shape: readonly number[];
  places: number[];
}> =>
  plainViews({ stretched: false })
    .chain((view) =>
      fc.tuple(fc.constant<View>(view), fc.tuple(...view.shape.map((n) => slices(n)))),
    )
    .map(([view, list]) => {
      const size = valuesOf(view).length;
      const numbers = np.reshape(np.arange(size), view.shape).get(...list);
      const all = placesOf(view);
      const places = [numbers.tolist()].flat(Infinity).map((k) => all[Number(k)]!);
      return {
        view,
        parts: list.map((s): SliceParts => [s.start, s.stop, s.step]),
        shape: numbers.shape,
        places,
      };
    });

test("a[::2] = 0 changes every second element", () => {
  const a = ten();
  assign(a, [[null, null, 2]], 0);
  expect([...a.data]).toEqual([0, 1, 0, 3, 0, 5, 0, 7, 0, 9]);
});

test("a[2:5] = [20, 30, 40] changes three", () => {
  const a = ten();
  assign(a, [[2, 5, null]], plainView([3], [20, 30, 40]));
  expect([...a.data]).toEqual([0, 1, 20, 30, 40, 5, 6, 7, 8, 9]);
});

test("a row is written into every row", () => {
  const a = table();
  assign(a, [WHOLE, [1, null, null]], plainView([2], [8, 9]));
  expect([...a.data]).toEqual([1, 8, 9, 4, 8, 9]);
});

test("a 0-d value is written everywhere", () => {
  const a = table();
  assign(a, [[null, null, -1]], plainView([], [7]));
  expect([...a.data]).toEqual([7, 7, 7, 7, 7, 7]);
});

test("a[1:] = a[:-1] moves everything up by one, as if copied first", () => {
  const a = ten();
  assign(a, [[1, null, null]], line(a, 9, 0));
  expect([...a.data]).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a[:-1] = a[1:] moves everything down, and a[:] = a[::-1] turns it round", () => {
  const a = ten();
  assign(a, [[null, -1, null]], line(a, 9, 1));
  expect([...a.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
  const b = ten();
  assign(b, [WHOLE], line(b, 10, 9, -1));
  expect([...b.data]).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
});

test("a value of the wrong shape throws, and nothing is written", () => {
  const a = table();
  expect(() => assign(a, [WHOLE, [1, null, null]], plainView([3], [7, 8, 9]))).toThrow(
    np.ValueError,
  );
  expect(() => assign(a, [WHOLE, [1, null, null]], plainView([3], [7, 8, 9]))).toThrow(
    "could not broadcast input array from shape (3,) into shape (2,2)",
  );
  expect(() => assign(ten(), [[0, 1, null]], plainView([1, 1], [7]))).toThrow(
    "from shape (1,1) into shape (1,)",
  );
  expect([...a.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("only the places that the slice shows change, in every layout", () => {
  fc.assert(
    fc.property(cases(), ({ view, parts, places }) => {
      const before = Float64Array.from(view.data);
      assign(view, parts, -1);
      const expected = before.map((x, place) => (places.includes(place) ? -1 : x));
      expect([...view.data]).toEqual([...expected]);
    }),
    { numRuns: 200 },
  );
});

test("what was written is read again, element by element", () => {
  fc.assert(
    fc.property(cases(), ({ view, parts, shape, places }) => {
      const values = places.map((_, k) => -1 - k);
      assign(view, parts, plainView(shape, values));
      expect(places.map((place) => view.data[place])).toEqual(values);
    }),
    { numRuns: 200 },
  );
});

test("a slice of the same memory gives what a copy of it gives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.nat(9),
      fc.nat(9),
      fc.constantFrom(1, -1),
      (n, from, to, step) => {
        const a = plainView(
          [16],
          Array.from({ length: 16 }, (_, i) => i),
        );
        const source = {
          ...a,
          shape: [n],
          strides: [step],
          offset: step > 0 ? from : from + n - 1,
        };
        const copy = plainView([n], valuesOf(source));
        const b = { ...a, data: Float64Array.from(a.data) };
        assign(a, [[to, to + n, null]], source);
        assign(b, [[to, to + n, null]], copy);
        expect([...a.data], `${n} elements from ${from} to ${to}`).toEqual([...b.data]);
      },
    ),
  );
});
