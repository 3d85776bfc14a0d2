import fc from "fast-check";
import { expect, test } from "vitest";
import type { Flat } from "./01-nested-to-array.ts";
import { allclose, arrayEqual } from "./13-equal-vs-close.ts";

const line = (...values: number[]): Flat => ({
  data: Float64Array.from(values),
  shape: [values.length],
});
const values = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0),
  );

/** The rule for one pair, written out case by case. */
function isClose(x: number, y: number, { atol = 1e-8, rtol = 1e-5, equalNan = false }): boolean {
  if (Number.isNaN(x) || Number.isNaN(y)) return equalNan && Number.isNaN(x) && Number.isNaN(y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return x === y;
  return Math.abs(x - y) <= atol + rtol * Math.abs(y);
}

test("0.1 + 0.2 is close to 0.3, and not equal to it", () => {
  expect(allclose(line(0.1 + 0.2), line(0.3)), "allclose(line(0.1 + 0.2), line(0.3))").toBe(true);
  expect(arrayEqual(line(0.1 + 0.2), line(0.3)), "arrayEqual(line(0.1 + 0.2), line(0.3))").toBe(
    false,
  );
});

test("another shape is not equal, though the elements are", () => {
  const data = Float64Array.of(1, 2, 3, 4);
  expect(
    arrayEqual({ data, shape: [4] }, { data, shape: [2, 2] }),
    "arrayEqual({ data, shape: [4] }, { data, shape: [2, 2] })",
  ).toBe(false);
  expect(
    arrayEqual({ data, shape: [4] }, { data, shape: [1, 4] }),
    "arrayEqual({ data, shape: [4] }, { data, shape: [1, 4] })",
  ).toBe(false);
  expect(
    arrayEqual({ data, shape: [2, 2] }, { data: data.slice(), shape: [2, 2] }),
    "arrayEqual({ data, shape: [2, 2] }, { data: data.slice(), shape: [2, 2] })",
  ).toBe(true);
});

test("shapes are compared length by length, not as text", () => {
  const none = new Float64Array(0);
  expect(
    arrayEqual({ data: none, shape: [0, 2] }, { data: none, shape: [0, 3] }),
    "arrayEqual({ data: none, shape: [0, 2] }, { data: none, shape: [0, 3] })",
  ).toBe(false);
  expect(
    arrayEqual({ data: none, shape: [0] }, { data: none, shape: [0, 0] }),
    "arrayEqual({ data: none, shape: [0] }, { data: none, shape: [0, 0] })",
  ).toBe(false);
});

test("NaN equals nothing, unless you say so", () => {
  const a = line(1, Number.NaN);
  expect(arrayEqual(a, a), "arrayEqual(a, a)").toBe(false);
  expect(arrayEqual(a, a, true), "arrayEqual(a, a, true)").toBe(true);
  expect(allclose(a, a), "allclose(a, a)").toBe(false);
  expect(allclose(a, a, { equalNan: true }), "allclose(a, a, { equalNan: true })").toBe(true);
  expect(arrayEqual(line(Number.NaN), line(0), true), "arrayEqual(line(NaN), line(0), true)").toBe(
    false,
  );
});

test("0 and -0 are equal", () => {
  expect(arrayEqual(line(0), line(-0)), "arrayEqual(line(0), line(-0))").toBe(true);
});

test("infinity is close to itself and to nothing else", () => {
  expect(allclose(line(Infinity), line(Infinity)), "allclose(line(Infinity), line(Infinity))").toBe(
    true,
  );
  expect(
    allclose(line(Infinity), line(-Infinity)),
    "allclose(line(Infinity), line(-Infinity))",
  ).toBe(false);
  expect(allclose(line(1e300), line(Infinity)), "allclose(line(1e300), line(Infinity))").toBe(
    false,
  );
  expect(allclose(line(Infinity), line(1e300)), "allclose(line(Infinity), line(1e300))").toBe(
    false,
  );
});

test("swapping the two can change the answer: 10 and 11 with rtol 0.095", () => {
  expect(
    allclose(line(10), line(11), { rtol: 0.095, atol: 0 }),
    "allclose(line(10), line(11), { rtol: 0.095, atol: 0 })",
  ).toBe(true);
  expect(
    allclose(line(11), line(10), { rtol: 0.095, atol: 0 }),
    "allclose(line(11), line(10), { rtol: 0.095, atol: 0 })",
  ).toBe(false);
});

test("near zero only atol helps", () => {
  expect(allclose(line(1e-9), line(0)), "allclose(line(1e-9), line(0))").toBe(true);
  expect(
    allclose(line(1e-9), line(0), { atol: 0 }),
    "allclose(line(1e-9), line(0), { atol: 0 })",
  ).toBe(false);
});

test("the two tolerances add up: 1.15 is within 0.1 + 0.1 of 1, and 1.25 is not", () => {
  expect(
    allclose(line(1.15), line(1), { atol: 0.1, rtol: 0.1 }),
    "allclose(line(1.15), line(1), { atol: 0.1, rtol: 0.1 })",
  ).toBe(true);
  expect(
    allclose(line(1.25), line(1), { atol: 0.1, rtol: 0.1 }),
    "allclose(line(1.25), line(1), { atol: 0.1, rtol: 0.1 })",
  ).toBe(false);
});

test("exactly at the limit is close", () => {
  expect(
    allclose(line(1.5), line(1), { atol: 0.5, rtol: 0 }),
    "allclose(line(1.5), line(1), { atol: 0.5, rtol: 0 })",
  ).toBe(true);
});

test("one element out of many decides", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (list, pick) => {
      const at = pick % list.length;
      const other = list.with(at, list[at]! + 1);
      expect(arrayEqual(line(...list), line(...other)), `differ at ${at}`).toBe(false);
      expect(allclose(line(...list), line(...other), { rtol: 0 }), `differ at ${at}`).toBe(false);
    }),
  );
});

test("the rule holds for every pair of numbers", () => {
  fc.assert(
    fc.property(values(), values(), fc.boolean(), (x, y, equalNan) => {
      expect(allclose(line(x), line(y), { equalNan }), `${x} close to ${y}`).toBe(
        isClose(x, y, { equalNan }),
      );
      expect(arrayEqual(line(x), line(y), equalNan), `${x} equal to ${y}`).toBe(
        x === y || (equalNan && Number.isNaN(x) && Number.isNaN(y)),
      );
    }),
    { numRuns: 300 },
  );
});

test("arrays without elements are equal and close", () => {
  expect(arrayEqual(line(), line()), "arrayEqual(line(), line())").toBe(true);
  expect(allclose(line(), line()), "allclose(line(), line())").toBe(true);
});
