import * as np from "@deep-dive/ndarray";
import { arrays, placesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { repeats, stampDiagonal, writable } from "./13-stride-zero-hazard.ts";

const lines = (): fc.Arbitrary<np.NDArray> =>
  arrays({ dtype: ["float64", "int32"], shape: { minDims: 1, maxDims: 1 } });

test("two rows of 1, 2, 3 with zeros on the diagonal", () => {
  expect(stampDiagonal(np.asarray([1, 2, 3]), 2, 0).tolist()).toEqual([
    [0, 2, 3],
    [1, 0, 3],
  ]);
});

test("the row is left as it was, and has no part in the table", () => {
  const row = np.asarray([1, 2, 3]);
  const table = stampDiagonal(row, 3, 0);
  expect(row.tolist()).toEqual([1, 2, 3]);
  expect(np.shares_memory(table, row), "table shares memory with row").toBe(false);
});

test("a read-only row can be stamped as well", () => {
  const row = np.broadcast_to(np.asarray([7]), [3]);
  expect(stampDiagonal(row, 2, 0).tolist()).toEqual([
    [0, 7, 7],
    [7, 0, 7],
  ]);
});

test("a broadcast row repeats, a fresh table does not", () => {
  expect(
    repeats(np.broadcast_to(np.arange(3), [2, 3])),
    "repeats(broadcast_to(arange(3), [2, 3]))",
  ).toBe(true);
  expect(repeats(np.zeros([2, 3])), "repeats(zeros([2, 3]))").toBe(false);
  expect(repeats(np.zeros([2, 3]).T), "repeats(zeros([2, 3]).T)").toBe(false);
});

test("a stride of 0 along an axis of length 1 or 0 repeats nothing", () => {
  expect(
    repeats(np.broadcast_to(np.arange(3), [1, 3])),
    "repeats(broadcast_to(arange(3), [1, 3]))",
  ).toBe(false);
  expect(
    repeats(np.broadcast_to(np.arange(3), [0, 3])),
    "repeats(broadcast_to(arange(3), [0, 3]))",
  ).toBe(false);
  expect(repeats(np.zeros([])), "repeats(zeros([]))").toBe(false);
});

test("repeating along one axis is nothing where another one is empty", () => {
  expect(
    repeats(np.broadcast_to(np.zeros([1, 0]), [4, 0])),
    "repeats(broadcast_to(zeros([1, 0]), [4, 0]))",
  ).toBe(false);
});

test("a slice may be written, so it is not copied", () => {
  const slice = np.arange(10).get("::2");
  expect(writable(slice) === slice, "writable(slice) is slice itself").toBe(true);
});

test("a broadcast view and a frozen array are copied", () => {
  const row = np.broadcast_to(np.arange(3), [2, 3]);
  const copy = writable(row);
  copy.set([0, 0], 9);
  expect(copy.tolist()).toEqual([
    [9, 1, 2],
    [0, 1, 2],
  ]);
  const frozen = np.arange(3);
  frozen.flags.writeable = false;
  expect(
    np.shares_memory(writable(frozen), frozen),
    "writable(frozen) shares memory with frozen",
  ).toBe(false);
  expect(writable(frozen).flags.writeable, "writable(frozen).flags.writeable").toBe(true);
});

test("off the diagonal every row is the row, in every layout", () => {
  fc.assert(
    fc.property(lines(), fc.nat(4), (row, n) => {
      const before = row.tolist() as number[]; // one axis of numbers
      const expected = Array.from({ length: n }, (_, i) =>
        before.map((x, j) => (i === j ? 99 : x)),
      );
      expect(stampDiagonal(row, n, 99).tolist()).toEqual(expected);
      expect(row.tolist(), "the row itself").toEqual(before);
    }),
  );
});

test("an array repeats exactly where two of its elements lie at one address", () => {
  fc.assert(
    fc.property(arrays({ shape: { maxSide: 3 } }), (a) => {
      const places = placesOf(a);
      expect(repeats(a), `shape [${a.shape}], strides [${a.strides}]`).toBe(
        new Set(places).size < places.length,
      );
    }),
  );
});

test("what writable gives has the same elements, and each is written by itself", () => {
  fc.assert(
    fc.property(arrays({ dtype: ["float64", "uint8"], shape: { maxSide: 3 } }), (a) => {
      const before = a.tolist();
      const mine = writable(a);
      expect(mine.tolist()).toEqual(before);
      expect(mine.flags.writeable, "mine.flags.writeable").toBe(true);
      expect(new Set(placesOf(mine)).size, "elements with a place of their own").toBe(mine.size);
      if (a.flags.writeable && new Set(placesOf(a)).size === a.size)
        expect(np.shares_memory(mine, a) || a.size === 0, "copied without need").toBe(true);
    }),
  );
});
