import * as np from "@deep-dive/ndarray";
import { placesOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import type { Mask } from "./03-boolean-mask.ts";
import { select, where } from "./09-where-select.ts";

const line = (...values: number[]): View => plainView([values.length], values);
const maskOf = (...bits: number[]): Mask => ({
  ...plainView([bits.length], []),
  data: Uint8Array.from(bits),
});

/** `values` in the layout of `like`, in memory of its own. */
function laidOutLike(like: View, values: readonly number[]): View {
  const data = new Float64Array(like.data.length);
  placesOf(like).forEach((place, k) => (data[place] = values[k]!));
  return { ...like, data };
}

/** A mask of the view's shape whose memory runs backwards. */
function maskLike(view: View, bits: readonly boolean[]): Mask {
  const strides = view.shape.map((_, k) => -view.shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return {
    data: Uint8Array.from(bits.toReversed(), Number),
    shape: view.shape,
    strides,
    offset: Math.max(0, bits.length - 1),
  };
}

/** A view, values for a second one of its shape, and some yes or no for each element. */
const cases = (): fc.Arbitrary<{
  a: View;
  b: View;
  mask: Mask;
  other: Mask;
  bits: boolean[];
  otherBits: boolean[];
}> =>
  plainViews().chain((a) => {
    const size = valuesOf(a).length;
    const bits = fc.array(fc.boolean(), { minLength: size, maxLength: size });
    return fc.tuple(bits, bits).map(([x, y]) => ({
      a,
      b: laidOutLike(
        a,
        valuesOf(a).map((v) => -1 - v),
      ),
      mask: maskLike(a, x),
      other: maskLike(a, y),
      bits: x,
      otherBits: y,
    }));
  });

test("a where 1, b where 0", () => {
  expect(valuesOf(where(maskOf(1, 0, 1), line(1, 2, 3), line(10, 20, 30)))).toEqual([1, 20, 3]);
});

test("a number stands for all elements", () => {
  expect(valuesOf(where(maskOf(1, 0, 1), line(1, 2, 3), 0))).toEqual([1, 0, 3]);
  expect(valuesOf(where(maskOf(1, 0), 5, 6))).toEqual([5, 6]);
});

test("the first condition that is 1 wins", () => {
  const picked = select([maskOf(1, 1, 0, 0), maskOf(1, 0, 1, 0)], [10, 20], line(1, 2, 3, 4));
  expect(valuesOf(picked)).toEqual([10, 10, 20, 4]);
});

test("what is not chosen has no influence, not even NaN or infinity", () => {
  expect(valuesOf(where(maskOf(1, 0), line(1, Number.NaN), line(Infinity, 2)))).toEqual([1, 2]);
  expect(valuesOf(select([maskOf(1, 0)], [line(1, Number.NaN)], line(Number.NaN, 2)))).toEqual([
    1, 2,
  ]);
});

test("shapes that differ throw, and the message shows all three", () => {
  expect(() => where(maskOf(1, 0), line(1, 2, 3), line(1, 2))).toThrow(np.ValueError);
  expect(() => where(maskOf(1, 0), line(1, 2, 3), line(1, 2))).toThrow(
    "operands could not be broadcast together with shapes (2,) (3,) (2,)",
  );
  expect(() => where(maskOf(1, 0), 1, line(1, 2, 3))).toThrow("shapes (2,) () (3,)");
  expect(() => where(maskOf(1, 0), plainView([1, 2], [1, 2]), 0)).toThrow("shapes (2,) (1,2) ()");
});

test("a choice for every condition, or it throws", () => {
  expect(() => select([maskOf(1)], [1, 2], 0)).toThrow(np.ValueError);
  expect(() => select([maskOf(1), maskOf(0)], [1], 0)).toThrow(
    "list of cases must be same length as list of conditions",
  );
});

test("a 0-d mask picks one number", () => {
  const yes: Mask = { data: Uint8Array.of(1), shape: [], strides: [], offset: 0 };
  expect(where(yes, 3, 4)).toEqual({ data: Float64Array.of(3), shape: [], strides: [], offset: 0 });
});

test("each element comes from the right side, in every layout", () => {
  fc.assert(
    fc.property(cases(), ({ a, b, mask, bits }) => {
      const [x, y] = [valuesOf(a), valuesOf(b)];
      const picked = where(mask, a, b);
      expect(picked.shape).toEqual(a.shape);
      expect(valuesOf(picked)).toEqual(bits.map((bit, k) => (bit ? x[k] : y[k])));
    }),
    { numRuns: 200 },
  );
});

test("between a and a there is no choice", () => {
  fc.assert(
    fc.property(cases(), ({ a, mask }) => {
      expect(valuesOf(where(mask, a, a))).toEqual(valuesOf(a));
      expect(where(mask, a, a).data).not.toBe(a.data);
    }),
  );
});

test("two conditions are one where inside another", () => {
  fc.assert(
    fc.property(cases(), ({ a, b, mask, other, bits, otherBits }) => {
      const [x, y] = [valuesOf(a), valuesOf(b)];
      const expected = bits.map((bit, k) => (bit ? x[k] : otherBits[k] ? y[k] : 0.5));
      expect(valuesOf(select([mask, other], [a, b], 0.5))).toEqual(expected);
    }),
  );
});
