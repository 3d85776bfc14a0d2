import fc from "fast-check";
import { expect, test } from "vitest";
import "../methods/core.ts";
import { toValues } from "../array/convert.ts";
import { DTYPES } from "../dtype/dtype.ts";
import { arange, full, ones, zeros } from "./creation.ts";
import { full_like } from "./like.ts";
import { linspace } from "./numeric_ranges.ts";

const sizes = fc.integer({ min: 0, max: 40_000 });

test("one value fills arrays of every size and dtype", () => {
  fc.assert(
    fc.property(sizes, fc.constantFrom(...DTYPES), (n, dtype) => {
      const a = full(n, 1, { dtype });
      expect(a.dtype).toBe(dtype);
      const [one] = toValues(full(1, 1, { dtype }));
      expect(toValues(a).every((x) => JSON.stringify(x, text) === JSON.stringify(one, text))).toBe(
        true,
      );
      expect(toValues(a)).toHaveLength(n);
    }),
    { numRuns: 20 },
  );
});

function text(_: string, x: unknown): unknown {
  return typeof x === "bigint" ? `${x}n` : x;
}

test("doubles are filled alike by every name, in either order", () => {
  fc.assert(
    fc.property(fc.nat(70), fc.nat(70), fc.constantFrom("C", "F"), (m, n, order) => {
      const want = Array.from({ length: m * n }, () => 2.5);
      expect(toValues(full([m, n], 2.5, { order }))).toEqual(want);
      expect(toValues(full_like(zeros([m, n], { order }), 2.5))).toEqual(want);
      expect(toValues(full([m, n], [[2.5]], { order }))).toEqual(want);
      expect(toValues(ones([m, n], { order }))).toEqual(want.map(() => 1));
    }),
    { numRuns: 30 },
  );
  expect(toValues(ones(5000))).toEqual(Array.from({ length: 5000 }, () => 1));
});

test("a list of values is repeated along the axes it lacks", () => {
  expect(full([2, 3], [1, 2, 3]).tolist()).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

test("samples between two numbers are those between two arrays of one element", () => {
  const ends = fc.oneof(fc.double(), fc.integer({ min: -9, max: 9 }), fc.constant(5e-324));
  const counts = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(ends, ends, counts, fc.boolean(), (start, stop, num, endpoint) => {
      const plain = linspace(start, stop, num, { endpoint });
      expect(plain.shape).toEqual([num]);
      expect(toValues(plain)).toEqual(toValues(linspace([start], [stop], num, { endpoint })));
    }),
  );
});

test("a range is its first value and multiples of the step", () => {
  const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  const counts = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 2 ** 40 }), counts, (start, step, count) => {
      const stop = start + step * count;
      const want = Array.from({ length: count }, (_, i) => start + i * step);
      expect(toValues(arange(start, stop, step, { dtype: "float64" }))).toEqual(want);
      expect(toValues(arange(start, stop, step))).toEqual(want.map((x) => x | 0));
      const wide = arange(BigInt(start), BigInt(stop), BigInt(step));
      expect(toValues(wide)).toEqual(want.map(BigInt));
      const far = 2n ** 62n;
      expect(toValues(arange(far, far + 3n))).toEqual([far, far + 1n, far + 2n]);
    }),
  );
});
