import * as np from "@deep-dive/ndarray";
import { arrays, placesOf, views } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mayShareMemory, sharesMemory } from "./05-shares-memory.ts";

/** Every byte of every element, counted from the owner's first. */
const bytesOf = (a: np.NDArray): Set<number> =>
  new Set(placesOf(a).flatMap((at) => Array.from({ length: a.itemsize }, (_, k) => at + k)));

const text = ({ shape, strides, offset }: np.NDArray): string =>
  `(shape [${shape}], strides [${strides}], offset ${offset})`;

/** Two views of one array of any dtype and layout. */
const pairs = (): fc.Arbitrary<[np.NDArray, np.NDArray]> =>
  arrays({ shape: { maxDims: 3, maxSide: 4 } }).chain((a) => fc.tuple(views(a), views(a)));

const line = np.arange(10);

test("the first five and the last six of ten share one element", () => {
  expect(sharesMemory(line.get(":5"), line.get("4:"))).toBe(true);
  expect(mayShareMemory(line.get(":5"), line.get("4:"))).toBe(true);
});

test("the even and the odd places interleave, but share nothing", () => {
  expect(mayShareMemory(line.get("::2"), line.get("1::2"))).toBe(true);
  expect(sharesMemory(line.get("::2"), line.get("1::2"))).toBe(false);
});

test("the first half and the second half only touch", () => {
  expect(mayShareMemory(line.get(":5"), line.get("5:"))).toBe(false);
  expect(mayShareMemory(line.get("5:"), line.get(":5"))).toBe(false);
  expect(sharesMemory(line.get(":5"), line.get("5:"))).toBe(false);
});

test("a reversed half reaches below its own offset", () => {
  const back = line.get("4::-1");
  expect(mayShareMemory(back, line.get(":2"))).toBe(true);
  expect(sharesMemory(back, line.get(":2"))).toBe(true);
  expect(mayShareMemory(back, line.get("5:"))).toBe(false);
});

test("equal arrays in different memory share nothing", () => {
  const a = np.arange(4);
  const b = np.arange(4);
  expect(mayShareMemory(a, b), "mayShareMemory(a, b)").toBe(false);
  expect(sharesMemory(a.get("1:"), b.get("1:"))).toBe(false);
});

test("an array shares memory with itself, with or without a base", () => {
  expect(sharesMemory(line, line), "sharesMemory(line, line)").toBe(true);
  expect(sharesMemory(line.get("2:"), line)).toBe(true);
  expect(sharesMemory(line, line.get("2:"))).toBe(true);
});

test("a byte is shared with the element that it is a part of, and with no other", () => {
  const bytes = line.view("uint8"); // line is int32: four bytes each
  expect(sharesMemory(bytes.get("3:4"), line.get(":1"))).toBe(true);
  expect(sharesMemory(line.get(":1"), bytes.get("3:4"))).toBe(true);
  expect(sharesMemory(bytes.get("4:5"), line.get(":1"))).toBe(false);
  expect(mayShareMemory(bytes.get("4:5"), line.get(":1"))).toBe(false);
});

test("an empty view shares nothing, not even with itself", () => {
  expect(mayShareMemory(line.get("3:3"), line)).toBe(false);
  expect(sharesMemory(line.get("3:3"), line.get("3:3"))).toBe(false);
});

test("0-d views share memory exactly where they are the same element", () => {
  expect(sharesMemory(line.get(3), line.get(-7)), "sharesMemory(line.get(3), line.get(-7))").toBe(
    true,
  );
  expect(sharesMemory(line.get(3), line.get(4)), "sharesMemory(line.get(3), line.get(4))").toBe(
    false,
  );
});

test("sharesMemory says whether the sets of bytes have a byte in common", () => {
  fc.assert(
    fc.property(pairs(), ([a, b]) => {
      const shared = !bytesOf(a).isDisjointFrom(bytesOf(b));
      expect(sharesMemory(a, b), `${text(a)} and ${text(b)}, itemsize ${a.itemsize}`).toBe(shared);
    }),
    { numRuns: 300 },
  );
});

test("mayShareMemory says whether the spans from lowest to highest byte overlap", () => {
  fc.assert(
    fc.property(pairs(), ([a, b]) => {
      const [inA, inB] = [[...bytesOf(a)], [...bytesOf(b)]];
      const overlap =
        inA.length > 0 &&
        inB.length > 0 &&
        Math.min(...inA) <= Math.max(...inB) &&
        Math.min(...inB) <= Math.max(...inA);
      expect(mayShareMemory(a, b), `${text(a)} and ${text(b)}, itemsize ${a.itemsize}`).toBe(
        overlap,
      );
    }),
    { numRuns: 300 },
  );
});

test("the order of the two does not matter", () => {
  fc.assert(
    fc.property(pairs(), ([a, b]) => {
      expect(sharesMemory(a, b)).toBe(sharesMemory(b, a));
      expect(mayShareMemory(a, b)).toBe(mayShareMemory(b, a));
    }),
  );
});
