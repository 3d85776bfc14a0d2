import fc from "fast-check";
import { expect, test } from "vitest";
import { eye, trace, tri } from "./06-eye-diag-tri.ts";

const lengths = (): fc.Arbitrary<number> => fc.nat(5);
const diagonals = (): fc.Arbitrary<number> => fc.integer({ min: -6, max: 6 });

test("eye(2, 3, 1) has its ones at [0, 1] and [1, 2]", () => {
  const a = eye(2, 3, 1);
  expect(a.shape).toEqual([2, 3]);
  expect([...a.data]).toEqual([0, 1, 0, 0, 0, 1]);
});

test("eye(3) is square, with ones on the main diagonal", () => {
  expect([...eye(3).data]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
});

test("tri(3) has ones on the diagonal and below it", () => {
  expect([...tri(3).data]).toEqual([1, 0, 0, 1, 1, 0, 1, 1, 1]);
});

test("the diagonal k = -1 lies below, and k = 9 outside", () => {
  expect([...eye(3, 3, -1).data]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  expect([...eye(2, 2, 9).data]).toEqual([0, 0, 0, 0]);
  expect([...tri(2, 2, 9).data]).toEqual([1, 1, 1, 1]);
  expect([...tri(2, 2, -9).data]).toEqual([0, 0, 0, 0]);
});

test("the trace of 1 2 / 3 4 is 5, and a wide table's ends at its last row", () => {
  expect(trace({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] })).toBe(5);
  expect(trace({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] })).toBe(6);
  expect(trace({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] })).toBe(5);
  expect(trace({ data: new Float64Array(0), shape: [0, 3] })).toBe(0);
});

test("cell [i, j] is 1 exactly where j - i is k", () => {
  fc.assert(
    fc.property(lengths(), lengths(), diagonals(), (n, m, k) => {
      const { data, shape } = eye(n, m, k);
      expect(shape).toEqual([n, m]);
      expect(data.length).toBe(n * m);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < m; j++)
          expect(data[i * m + j], `cell [${i}, ${j}] of eye(${n}, ${m}, ${k})`).toBe(
            Number(j - i === k),
          );
      }
    }),
  );
});

test("tri is the sum of all eyes up to its diagonal", () => {
  fc.assert(
    fc.property(lengths(), lengths(), diagonals(), (n, m, k) => {
      const sum = new Float64Array(n * m);
      for (let d = -n; d <= k; d++) eye(n, m, d).data.forEach((x, at) => (sum[at]! += x));
      expect([...tri(n, m, k).data], `tri(${n}, ${m}, ${k})`).toEqual([...sum]);
    }),
  );
});

test("the trace of a counted table is the sum of i * m + i", () => {
  fc.assert(
    fc.property(lengths(), lengths(), (n, m) => {
      const data = Float64Array.from({ length: n * m }, (_, at) => at);
      let sum = 0;
      for (let i = 0; i < Math.min(n, m); i++) sum += i * m + i;
      expect(trace({ data, shape: [n, m] }), `trace of ${n} x ${m}`).toBe(sum);
    }),
  );
});
