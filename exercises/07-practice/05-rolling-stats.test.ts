import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rollingMax, rollingVariance } from "./05-rolling-stats.ts";

const signal = fc
  .array(fc.integer({ min: -50, max: 50 }), { maxLength: 40 })
  .map((list) => Float64Array.from(list));
const window = fc.integer({ min: 1, max: 10 });

function windows(x: Float64Array, w: number): Float64Array[] {
  return Array.from({ length: Math.max(0, x.length - w + 1) }, (_, i) => x.subarray(i, i + w));
}

function varianceOf(x: Float64Array): number {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  return x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length;
}

describe("worked examples", () => {
  test("the largest of each three", () => {
    expect(rollingMax(Float64Array.of(1, 3, 2, 0, 5, 4), 3)).toEqual(Float64Array.of(3, 3, 5, 5));
  });

  test("the variance of each pair", () => {
    expect(rollingVariance(Float64Array.of(1, 3, 3, 7), 2)).toEqual(Float64Array.of(1, 0, 4));
  });

  test("a falling signal: each window's first number is its largest", () => {
    expect(rollingMax(Float64Array.of(5, 4, 3, 2), 2)).toEqual(Float64Array.of(5, 4, 3));
  });
});

describe("edge cases", () => {
  test("a window of one: the numbers themselves, and no variance", () => {
    expect(rollingMax(Float64Array.of(2, -1), 1)).toEqual(Float64Array.of(2, -1));
    expect(rollingVariance(Float64Array.of(2, -1), 1)).toEqual(Float64Array.of(0, 0));
  });

  test("a window as long as the signal gives one number, a longer one none", () => {
    expect(rollingMax(Float64Array.of(1, 9, 2), 3)).toEqual(Float64Array.of(9));
    expect(rollingMax(Float64Array.of(1, 9, 2), 4)).toEqual(new Float64Array(0));
    expect(rollingVariance(Float64Array.of(1, 9, 2), 4)).toEqual(new Float64Array(0));
  });

  test("the largest of negative numbers is negative", () => {
    expect(rollingMax(Float64Array.of(-3, -5, -4), 2)).toEqual(Float64Array.of(-3, -4));
  });

  test("equal maxima: one may leave while the other stays", () => {
    expect(rollingMax(Float64Array.of(7, 1, 7, 1, 1, 1), 3)).toEqual(Float64Array.of(7, 7, 7, 1));
  });

  test("no variance is negative, also where rounding would have it so", () => {
    const x = Float64Array.from({ length: 60 }, (_, i) => (i < 30 ? Math.sin(i) * 1000 : 0.1));
    expect(rollingVariance(x, 4).filter((v) => !(v >= 0))).toEqual(new Float64Array());
  });

  test("the signal is left alone", () => {
    const x = Float64Array.of(1, 3, 2);
    rollingMax(x, 2);
    rollingVariance(x, 2);
    expect(x).toEqual(Float64Array.of(1, 3, 2));
  });
});

describe("laws", () => {
  test("every maximum is that of its window", () => {
    fc.assert(
      fc.property(signal, window, (x, w) => {
        expect([...rollingMax(x, w)]).toEqual(windows(x, w).map((part) => Math.max(...part)));
      }),
    );
  });

  test("every variance is that of its window", () => {
    fc.assert(
      fc.property(signal, window, (x, w) => {
        const expected = windows(x, w).map(varianceOf);
        const actual = rollingVariance(x, w);
        expect(actual.length).toBe(expected.length);
        for (const [i, v] of actual.entries())
          expect(Math.abs(v - expected[i]!), `window ${i}`).toBeLessThan(1e-8);
      }),
    );
  });

  test("a larger window has maxima at least as large", () => {
    fc.assert(
      fc.property(signal, window, (x, w) => {
        const [small, large] = [rollingMax(x, w), rollingMax(x, w + 1)];
        for (const [i, v] of large.entries())
          expect(v, `window ${i}`).toBeGreaterThanOrEqual(Math.max(small[i]!, small[i + 1]!));
      }),
    );
  });
});
