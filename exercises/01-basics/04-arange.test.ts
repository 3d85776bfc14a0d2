import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arange } from "./04-arange.ts";

const whole = (): fc.Arbitrary<number> => fc.integer({ min: -20, max: 20 });
const steps = (): fc.Arbitrary<number> => fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0);

test("arange(0, 5) counts from 0 to 4", () => {
  expect([...arange(0, 5)]).toEqual([0, 1, 2, 3, 4]);
});

test("arange(10, 0, -4) counts down: 10, 6, 2", () => {
  expect([...arange(10, 0, -4)]).toEqual([10, 6, 2]);
});

test("arange(1, 2, 0.25) stops before 2", () => {
  expect([...arange(1, 2, 0.25)]).toEqual([1, 1.25, 1.5, 1.75]);
});

test("a stop on the wrong side of start gives an empty array", () => {
  expect([...arange(3, 0)]).toEqual([]);
  expect([...arange(0, 3, -1)]).toEqual([]);
  expect([...arange(2, 2)]).toEqual([]);
});

test("a step of zero throws", () => {
  expect(() => arange(0, 5, 0)).toThrow(np.ValueError);
});

test("the length is ceil((stop - start) / step), or 0", () => {
  fc.assert(
    fc.property(whole(), whole(), steps(), (start, stop, step) => {
      const length = Math.max(0, Math.ceil((stop - start) / step));
      expect(arange(start, stop, step).length, `length of arange(${start}, ${stop}, ${step})`).toBe(
        length,
      );
    }),
  );
});

test("every number lies before stop, and the next one would not", () => {
  fc.assert(
    fc.property(whole(), whole(), steps(), (start, stop, step) => {
      const values = arange(start, stop, step);
      const isBefore = (x: number): boolean => (step > 0 ? x < stop : x > stop);
      for (const x of values) expect(isBefore(x), `${x} lies before ${stop}`).toBe(true);
      expect(isBefore(start + values.length * step), "one more would fit").toBe(false);
    }),
  );
});

test("element i is start + i * step exactly, so rounding errors do not add up", () => {
  fc.assert(
    fc.property(
      whole(),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(0.1, -0.1, 0.3, 1 / 3),
      (start, n, step) => {
        const values = arange(start, start + (n - 0.5) * step, step);
        expect(values.length).toBe(n);
        values.forEach((x, i) => expect(x, `element ${i} of ${n}`).toBe(start + i * step));
      },
    ),
  );
});

test("the library's arange has the same elements", () => {
  fc.assert(
    fc.property(whole(), whole(), steps(), (start, stop, step) => {
      expect([...arange(start, stop, step)]).toEqual(np.arange(start, stop, step).tolist());
    }),
  );
});
