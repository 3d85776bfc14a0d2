import { arrays, placesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Strided, isC, isF } from "./03-contiguity-flags.ts";

const text = ({ shape, strides, itemsize }: Strided): string =>
  `shape [${shape}], strides [${strides}], itemsize ${itemsize}`;

/** Whether each address follows the one before it. */
function isConsecutive({ shape, strides, itemsize }: Strided): boolean {
  const places = placesOf({ shape, strides, offset: 0 });
  return places.every((place, i) => i === 0 || place === places[i - 1]! + itemsize);
}

const turned = (a: Strided): Strided => ({
  shape: a.shape.toReversed(),
  strides: a.strides.toReversed(),
  itemsize: a.itemsize,
});

/** Short shapes with strides that are often, but not always, those of a contiguous array. */
const layouts = (): fc.Arbitrary<Strided> =>
  fc
    .array(fc.tuple(fc.nat(3), fc.constantFrom(0, 1, 2, 3, 4, 6, -1, 9)), { maxLength: 3 })
    .map((axes) => ({
      shape: axes.map(([n]) => n),
      strides: axes.map(([, stride]) => stride * 4),
      itemsize: 4,
    }));

const fresh: Strided = { shape: [2, 3], strides: [24, 8], itemsize: 8 };
const columns: Strided = { shape: [2, 3], strides: [8, 16], itemsize: 8 };

test("a fresh table is C-contiguous and not F-contiguous", () => {
  expect(isC(fresh), "isC(fresh)").toBe(true);
  expect(isF(fresh), "isF(fresh)").toBe(false);
});

test("its transpose is F-contiguous and not C-contiguous", () => {
  expect(isC(columns), "isC(columns)").toBe(false);
  expect(isF(columns), "isF(columns)").toBe(true);
});

test("every second row or column is neither", () => {
  for (const strides of [
    [48, 8],
    [24, 16],
  ]) {
    expect(
      isC({ shape: [2, 3], strides, itemsize: 8 }),
      "isC({ shape: [2, 3], strides, itemsize: 8 })",
    ).toBe(false);
    expect(
      isF({ shape: [2, 3], strides, itemsize: 8 }),
      "isF({ shape: [2, 3], strides, itemsize: 8 })",
    ).toBe(false);
  }
});

test("a line without gaps is both, a line with gaps neither", () => {
  expect([isC, isF].map((is) => is({ shape: [5], strides: [8], itemsize: 8 }))).toEqual([
    true,
    true,
  ]);
  expect([isC, isF].map((is) => is({ shape: [5], strides: [16], itemsize: 8 }))).toEqual([
    false,
    false,
  ]);
});

test("an axis of length 1 may have any stride", () => {
  expect(
    isC({ shape: [1, 3], strides: [999, 8], itemsize: 8 }),
    "isC({ shape: [1, 3], strides: [999, 8], itemsize: 8 })",
  ).toBe(true);
  expect(
    isF({ shape: [1, 3], strides: [999, 8], itemsize: 8 }),
    "isF({ shape: [1, 3], strides: [999, 8], itemsize: 8 })",
  ).toBe(true);
  expect(
    isC({ shape: [2, 1, 3], strides: [24, -8, 8], itemsize: 8 }),
    "isC({ shape: [2, 1, 3], strides: [24, -8, 8], itemsize: 8 })",
  ).toBe(true);
});

test("backwards is not contiguous, and neither is a stretched axis", () => {
  expect(
    isC({ shape: [3], strides: [-8], itemsize: 8 }),
    "isC({ shape: [3], strides: [-8], itemsize: 8 })",
  ).toBe(false);
  expect(
    isC({ shape: [3], strides: [0], itemsize: 8 }),
    "isC({ shape: [3], strides: [0], itemsize: 8 })",
  ).toBe(false);
});

test("no elements, or one, are contiguous whatever the strides", () => {
  for (const is of [isC, isF]) {
    expect(
      is({ shape: [], strides: [], itemsize: 8 }),
      "is({ shape: [], strides: [], itemsize: 8 })",
    ).toBe(true);
    expect(
      is({ shape: [1, 1], strides: [5, 7], itemsize: 8 }),
      "is({ shape: [1, 1], strides: [5, 7], itemsize: 8 })",
    ).toBe(true);
    expect(
      is({ shape: [2, 0], strides: [-8, 99], itemsize: 8 }),
      "is({ shape: [2, 0], strides: [-8, 99], itemsize: 8 })",
    ).toBe(true);
  }
});

test("isC says whether the addresses, read row by row, are consecutive", () => {
  fc.assert(
    fc.property(layouts(), (a) => {
      expect(isC(a), `isC of ${text(a)}`).toBe(isConsecutive(a));
    }),
    { numRuns: 500 },
  );
});

test("isF says it of reading column by column", () => {
  fc.assert(
    fc.property(layouts(), (a) => {
      expect(isF(a), `isF of ${text(a)}`).toBe(isConsecutive(turned(a)));
    }),
    { numRuns: 500 },
  );
});

test("the flags of every NDArray agree", () => {
  fc.assert(
    fc.property(arrays(), ({ shape, strides, itemsize, flags }) => {
      const a = { shape, strides, itemsize };
      expect(isC(a), `isC of ${text(a)}`).toBe(flags.c_contiguous);
      expect(isF(a), `isF of ${text(a)}`).toBe(flags.f_contiguous);
    }),
  );
});
