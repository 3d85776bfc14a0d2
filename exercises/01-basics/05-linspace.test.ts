import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linspace } from "./05-linspace.ts";

const ends = (): fc.Arbitrary<number> =>
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0); // without -0

test("five numbers from 0 to 1 are quarters", () => {
  expect([...linspace(0, 1, 5)]).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test("without the endpoint, four numbers are quarters", () => {
  expect([...linspace(0, 1, 4, false)]).toEqual([0, 0.25, 0.5, 0.75]);
});

test("it counts down as well", () => {
  expect([...linspace(3, 0, 4)]).toEqual([3, 2, 1, 0]);
});

test("one number is start, none is empty", () => {
  expect([...linspace(2, 9, 1)]).toEqual([2]);
  expect([...linspace(2, 9, 1, false)]).toEqual([2]);
  expect([...linspace(2, 9, 0)]).toEqual([]);
});

test("fewer than none throw", () => {
  expect(() => linspace(0, 1, -1)).toThrow(np.ValueError);
  expect(() => linspace(0, 1, -1)).toThrow("Number of samples, -1, must be non-negative.");
});

test("the last of 50 from 0 to 0.7 is 0.7 to the last digit", () => {
  for (const [start, stop, num] of [
    [0, 0.7, 50],
    [-0.1, 0.3, 7],
    [-0.1, 0.3, 2],
    [1.1, 9.7, 100],
  ] as const) {
    expect(linspace(start, stop, num).at(-1), `last of linspace(${start}, ${stop}, ${num})`).toBe(
      stop,
    );
  }
});

test("the first is start and the last is stop, exactly", () => {
  fc.assert(
    fc.property(ends(), ends(), fc.integer({ min: 2, max: 60 }), (start, stop, num) => {
      const values = linspace(start, stop, num);
      expect(values.length).toBe(num);
      expect(values[0], "first").toBe(start);
      expect(values[num - 1], "last").toBe(stop);
    }),
  );
});

test("the distances are equal, up to rounding", () => {
  fc.assert(
    fc.property(
      ends(),
      ends(),
      fc.integer({ min: 2, max: 60 }),
      fc.boolean(),
      (start, stop, num, endpoint) => {
        const values = linspace(start, stop, num, endpoint);
        const step = (stop - start) / (endpoint ? num - 1 : num);
        const bound = 1e-9 * Math.max(1, Math.abs(start), Math.abs(stop));
        values.forEach((x, i) =>
          expect(Math.abs(x - (start + i * step)), `element ${i}`).toBeLessThanOrEqual(bound),
        );
      },
    ),
  );
});

test("without the endpoint it is one more with the endpoint, less the last", () => {
  fc.assert(
    fc.property(ends(), ends(), fc.integer({ min: 1, max: 60 }), (start, stop, num) => {
      const whole = linspace(start, stop, num + 1).subarray(0, num);
      expect([...linspace(start, stop, num, false)]).toEqual([...whole]);
    }),
  );
});

test("rounding does not add up: element i is start + i * step", () => {
  const values = linspace(0, 1, 1001);
  values.forEach((x, i) => expect(x, `element ${i} of 1001`).toBe(i === 1000 ? 1 : i * (1 / 1000)));
});
