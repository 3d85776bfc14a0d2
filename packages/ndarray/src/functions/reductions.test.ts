import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Call, differenceFrom } from "../../test/calls.ts";
import { golden } from "../../test/golden.ts";
import * as np from "../index.ts";

test("a sum over all axes is a JS number, along one an array", () => {
  const a = np.asarray([
    [1, 2],
    [3, 4],
  ]);
  expect(np.sum(a)).toBe(10);
  expect(np.sum(a, { axis: 0 }).tolist()).toEqual([4, 6]);
  expect(a.sum(1).tolist()).toEqual([3, 7]);
  expect(np.sum(a, { keepdims: true }).tolist()).toEqual([[10]]);
});

test("sums of 64-bit integers are exact bigints", () => {
  expect(np.sum(np.asarray([2n ** 62n, 2n ** 62n - 1n]))).toBe(2n ** 63n - 1n);
});

test("narrow integers are added in the default integer", () => {
  expect(np.sum(np.full([3], 100, { dtype: "int8" }), { axis: 0 }).dtype.name).toBe("int32");
  expect(np.sum(np.full([3], 100, { dtype: "uint8" }), { axis: 0 }).dtype.name).toBe("uint32");
});

test("a sum of many equal floats is as accurate as pairwise summation", () => {
  const total = np.sum(np.full([1_000_000], 0.1)) as number;
  expect(Math.abs(total - 100_000)).toBeLessThan(1e-9);
});

test("a variance far from zero does not cancel", () => {
  expect(np.var([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(22.5);
});

test("the first nan is the extreme", () => {
  expect(np.argmax([1, Number.NaN, 5, Number.NaN])).toBe(1);
  expect(np.max([1, Number.NaN, 5])).toBeNaN();
});

test("a reduction reads each element once and writes each result once", () => {
  const a = np.zeros([4, 5]);
  const { allocations, reads, writes } = np.testing.count(() => np.var(a, { axis: 0 }));
  expect({ allocations, reads, writes }).toEqual({ allocations: 1, reads: 20, writes: 5 });
  expect(np.testing.count(() => np.sum(a))).toMatchObject({ allocations: 0, reads: 20, writes: 1 });
});

const matrices = (): fc.Arbitrary<number[][]> =>
  fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
      minLength: 1,
      maxLength: 6,
    }),
  );

test("a sum over both axes is the sum of the sums over one", () => {
  fc.assert(
    fc.property(matrices(), (rows) => {
      expect(np.sum(np.sum(rows, { axis: 0 }))).toBe(np.sum(rows));
      expect(np.sum(np.sum(rows, { axis: 1 }))).toBe(np.sum(rows));
    }),
  );
});

test("an axis split in two and folded over both gives what folding the axis gave", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 }),
      (values) => {
        const a = np.asarray(values);
        for (const fold of [np.sum, np.prod, np.max, np.min, np.any, np.all]) {
          expect(fold(np.reshape(a, [3, 4]), { axis: [0, 1] }).item()).toEqual(fold(a));
        }
      },
    ),
  );
});

test("the last running sum is the sum", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), (values) => {
      expect(np.cumsum(values).item(-1)).toBe(np.sum(values));
      expect(np.cumulative_sum(values, { include_initial: true }).size).toBe(values.length + 1);
    }),
  );
});

describe("reductions answer as NumPy's do", () => {
  const cases = golden<Call>("reductions.jsonl");
  test.each([...new Set(cases.map((c) => c.fn))])("%s", (fn) => {
    const failures = cases
      .filter((c) => c.fn === fn)
      .map((c) => [c, differenceFrom(c)] as const)
      .filter(([, why]) => why !== null)
      .map(
        ([c, why]) =>
          `${JSON.stringify(c.args).slice(0, 200)} ${JSON.stringify(c.kw ?? {})}: ${why}`,
      );
    expect(failures).toEqual([]);
  });
});

test("a mean along an axis lies in memory as its array does, whatever the dtype", () => {
  for (const dtype of ["int8", "bool", "float64"] as const) {
    const a = np.ones([2, 3, 4], { dtype }).transpose(1, 0, 2); // answers of NumPy 2.4.6
    const strides = [0, 1, 2].map((axis) => np.mean(a, { axis }).strides);
    expect(strides).toEqual([
      [32, 8],
      [32, 8],
      [8, 24],
    ]);
  }
});
