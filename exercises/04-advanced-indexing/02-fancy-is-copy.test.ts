import { checkCards, deal } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";
import { placesOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { deck } from "./02-fancy-is-copy.cards.ts";
import { answers, getRows, setRows } from "./02-fancy-is-copy.ts";

const table = (): View => plainView([3, 2], [0, 1, 2, 3, 4, 5]);
const cases = (stretched: boolean): fc.Arbitrary<[View, number[]]> =>
  plainViews({ minNdim: 1, stretched }).chain((view) => {
    const n = view.shape[0]!;
    const position = fc.integer({ min: -n, max: Math.max(-n, n - 1) });
    return fc.tuple(fc.constant<View>(view), fc.array(position, { maxLength: n === 0 ? 0 : 4 }));
  });
/** The places of row i. */
const rowPlaces = (view: View, i: number): number[] => {
  const n = view.shape[0]!;
  return placesOf({
    shape: view.shape.slice(1),
    strides: view.strides.slice(1),
    offset: view.offset + (i < 0 ? i + n : i) * view.strides[0]!,
  });
};

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}

test("rows 2, 0 and 2 again", () => {
  const rows = getRows(table(), [2, 0, -1]);
  expect(rows.shape).toEqual([3, 2]);
  expect(valuesOf(rows)).toEqual([4, 5, 0, 1, 4, 5]);
});

test("9 into the rows 0 and -1", () => {
  const a = table();
  setRows(a, [0, -1], 9);
  expect([...a.data]).toEqual([9, 9, 2, 3, 9, 9]);
});

test("where a row is named twice, the last one stays", () => {
  const a = table();
  setRows(a, [1, 1], plainView([2, 2], [10, 11, 20, 21]));
  expect([...a.data]).toEqual([0, 1, 20, 21, 4, 5]);
});

test("a row that is not there throws, and nothing is written", () => {
  const a = table();
  expect(() => getRows(a, [0, 3])).toThrow(np.IndexError);
  expect(() => setRows(a, [0, -4], 9)).toThrow("index -4 is out of bounds for axis 0 with size 3");
  expect([...a.data]).toEqual([0, 1, 2, 3, 4, 5]);
});

test("what is read is a copy: writing to it leaves the view as it was", () => {
  fc.assert(
    fc.property(cases(true), ([view, rows]) => {
      const before = [...view.data];
      const copy = getRows(view, rows);
      expect(copy.data).not.toBe(view.data);
      copy.data.fill(-1);
      expect([...view.data]).toEqual(before);
    }),
  );
});

test("row k of what is read is row rows[k], in every layout", () => {
  fc.assert(
    fc.property(cases(true), ([view, rows]) => {
      const picked = getRows(view, rows);
      expect(picked.shape).toEqual(view.shape.with(0, rows.length));
      expect(valuesOf(picked)).toEqual(
        rows.flatMap((i) => rowPlaces(view, i).map((place) => view.data[place]!)),
      );
    }),
  );
});

test("writing changes the named rows and nothing else, in every layout", () => {
  fc.assert(
    fc.property(cases(false), ([view, rows]) => {
      const places = new Set(rows.flatMap((i) => rowPlaces(view, i)));
      const expected = [...view.data].map((x, place) => (places.has(place) ? -1 : x));
      setRows(view, rows, -1);
      expect([...view.data]).toEqual(expected);
    }),
  );
});

test("what was written into each row is read again, the last of equals", () => {
  fc.assert(
    fc.property(cases(false), ([view, rows]) => {
      const size = rowPlaces(view, 0).length;
      const values = Array.from({ length: rows.length * size }, (_, k) => -1 - k);
      setRows(view, rows, plainView(view.shape.with(0, rows.length), values));
      const n = view.shape[0]!;
      for (const i of rows) {
        const last = rows.findLastIndex((j) => (j + n) % n === (i + n) % n);
        expect(rowPlaces(view, i).map((place) => view.data[place])).toEqual(
          values.slice(last * size, (last + 1) * size),
        );
      }
    }),
  );
});
