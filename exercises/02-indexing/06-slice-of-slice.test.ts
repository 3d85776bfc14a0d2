import * as np from "@deep-dive/ndarray";
import { slices } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SliceParts } from "./03-slice-indices.ts";
import { compose } from "./06-slice-of-slice.ts";

const pick = (n: number, ...chain: SliceParts[]): unknown =>
  chain.reduce((a, s) => a.get(np.slice(...s)), np.arange(n)).tolist();
const text = (s: SliceParts): string => s.map((part) => part ?? "").join(":");
const parts = (n: number): fc.Arbitrary<SliceParts> =>
  slices(n).map((s): SliceParts => [s.start, s.stop, s.step]);
const WHOLE: SliceParts = [null, null, null];
const BACKWARDS: SliceParts = [null, null, -1];

test("1: and then ::2 is 1::2", () => {
  expect(pick(10, compose([1, null, null], [null, null, 2], 10))).toEqual([1, 3, 5, 7, 9]);
});

test("::2 and then ::3 is ::6", () => {
  expect(pick(20, compose([null, null, 2], [null, null, 3], 20))).toEqual([0, 6, 12, 18]);
});

test("backwards twice is forwards", () => {
  expect(pick(4, compose(BACKWARDS, BACKWARDS, 4))).toEqual([0, 1, 2, 3]);
});

test("a walk down to position 0 has an open stop", () => {
  expect(pick(5, compose(WHOLE, BACKWARDS, 5))).toEqual([4, 3, 2, 1, 0]);
  expect(pick(6, compose([0, 4, null], BACKWARDS, 6))).toEqual([3, 2, 1, 0]);
});

test("the second slice counts from the end of the first, not of the axis", () => {
  expect(pick(10, compose([2, 8, null], [-2, null, null], 10))).toEqual([6, 7]);
});

test("nothing stays nothing", () => {
  expect(pick(5, compose([5, null, null], WHOLE, 5))).toEqual([]);
  expect(pick(5, compose(WHOLE, [3, 1, null], 5))).toEqual([]);
  expect(pick(0, compose(BACKWARDS, BACKWARDS, 0))).toEqual([]);
});

test("a[s][t] is a[compose(s, t)], for all slices", () => {
  fc.assert(
    fc.property(
      fc.nat(9).chain((n) => fc.tuple(fc.constant(n), parts(n), parts(n))),
      ([n, s, t]) => {
        const both = compose(s, t, n);
        expect(pick(n, both), `${text(s)} then ${text(t)} of ${n} as ${text(both)}`).toEqual(
          pick(n, s, t),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("the whole slice, before or after, changes nothing", () => {
  fc.assert(
    fc.property(
      fc.nat(9).chain((n) => fc.tuple(fc.constant(n), parts(n))),
      ([n, s]) => {
        expect(pick(n, compose(WHOLE, s, n))).toEqual(pick(n, s));
        expect(pick(n, compose(s, WHOLE, n))).toEqual(pick(n, s));
      },
    ),
  );
});

test("three slices can be composed from either end", () => {
  const chain = fc.nat(9).chain((n) => fc.tuple(fc.constant(n), parts(n), parts(n), parts(n)));
  fc.assert(
    fc.property(chain, ([n, r, s, t]) => {
      const inner = (pick(n, r) as unknown[]).length; // a slice of a line gives a list
      expect(pick(n, compose(compose(r, s, n), t, n))).toEqual(
        pick(n, compose(r, compose(s, t, inner), n)),
      );
    }),
  );
});
