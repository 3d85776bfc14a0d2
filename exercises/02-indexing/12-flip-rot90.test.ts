import * as np from "@deep-dive/ndarray";
import { arrayOf, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import { flip, rot90 } from "./12-flip-rot90.ts";

const table: View = {
  data: Float64Array.of(1, 2, 3, 4, 5, 6),
  shape: [2, 3],
  strides: [3, 1],
  offset: 0,
};
const facts = ({ shape, strides, offset }: View): unknown => [
  shape,
  strides.map((s) => s + 0),
  offset,
];
const shown = (view: View): unknown => [view.shape, valuesOf(view)];

test("flip along axis 1 mirrors left and right", () => {
  const mirrored = flip(table, 1);
  expect([mirrored.shape, mirrored.strides, mirrored.offset]).toEqual([[2, 3], [3, -1], 2]);
  expect(valuesOf(mirrored)).toEqual([3, 2, 1, 6, 5, 4]);
});

test("flip along axis 0 mirrors up and down, axis -1 is the last, -2 the one before it", () => {
  expect(valuesOf(flip(table, 0))).toEqual([4, 5, 6, 1, 2, 3]);
  expect(facts(flip(table, -1))).toEqual(facts(flip(table, 1)));
  expect(facts(flip(table, -2))).toEqual(facts(flip(table, 0)));
});

test("without an axis all are reversed", () => {
  expect(valuesOf(flip(table))).toEqual([6, 5, 4, 3, 2, 1]);
});

test("a quarter turn against the clock brings the right column to the top", () => {
  const turned = rot90(table);
  expect(turned.shape).toEqual([3, 2]);
  expect(valuesOf(turned)).toEqual([3, 6, 2, 5, 1, 4]);
});

test("a half turn reverses both axes, and -1 turns with the clock", () => {
  expect(valuesOf(rot90(table, 2))).toEqual([6, 5, 4, 3, 2, 1]);
  expect(valuesOf(rot90(table, -1))).toEqual([4, 1, 5, 2, 6, 3]);
  expect(shown(rot90(table, 3))).toEqual(shown(rot90(table, -1)));
});

test("an axis that is not there throws, and a line cannot be turned", () => {
  const line: View = { data: Float64Array.of(1, 2), shape: [2], strides: [1], offset: 0 };
  expect(() => flip(table, 2)).toThrow(np.AxisError);
  expect(() => flip(table, -3)).toThrow("axis -3 is out of bounds for array of dimension 2");
  expect(() => rot90(line)).toThrow(np.ValueError);
  expect(() => rot90(line)).toThrow("rot90 needs two axes");
});

test("flipping twice gives the view back, in every layout", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1 }), fc.nat(), (view, pick) => {
      const axis = pick % view.shape.length;
      expect(facts(flip(flip(view, axis), axis)), `axis ${axis}`).toEqual(facts(view));
      expect(facts(flip(flip(view)))).toEqual(facts(view));
    }),
  );
});

test("an empty axis keeps the offset inside the memory", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1 }), fc.nat(), (view, pick) => {
      fc.pre(view.shape.includes(0));
      const { offset } = flip(view, pick % view.shape.length);
      expect(
        offset >= 0 && offset <= view.data.length,
        `offset ${offset} of ${view.data.length}`,
      ).toBe(true);
    }),
  );
});

test("four quarter turns are none, and k turns are k times one", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 2 }), fc.integer({ min: 0, max: 5 }), (view, k) => {
      let step: View = view;
      for (let i = 0; i < k; i++) step = rot90(step, 1);
      expect(shown(rot90(view, k)), `${k} quarter turns`).toEqual(shown(step));
      expect(facts(rot90(view, 4))).toEqual(facts(view));
      expect(shown(rot90(rot90(view, k), -k))).toEqual(shown(view));
    }),
  );
});

test("the elements are NumPy's, and the memory is the same", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 2 }), fc.integer({ min: -5, max: 5 }), (view, k) => {
      const expected = np.rot90(arrayOf(view), { k });
      const turned = rot90(view, k);
      expect(turned.shape).toEqual([...expected.shape]);
      expect(valuesOf(turned)).toEqual([expected.tolist()].flat(Infinity));
      expect(turned.data).toBe(view.data);
      expect(flip(view).data).toBe(view.data);
    }),
  );
});
