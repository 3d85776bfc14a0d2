import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as np from "../index.ts";

describe("worked examples", () => {
  test("a median lies in the middle, between two of an even number", () => {
    expect(np.median([5, 1, 3])).toBe(3);
    expect(np.median([5, 1, 3, 2])).toBe(2.5);
    expect(
      np
        .median(
          [
            [1, 2],
            [3, 5],
          ],
          { axis: 0 },
        )
        .tolist(),
    ).toEqual([2, 3.5]);
  });

  test("a list of q gives an array, whose first axis is theirs", () => {
    expect(np.percentile([1, 2, 3], [0, 50, 100]).tolist()).toEqual([1, 2, 3]);
    expect(np.quantile(np.zeros([2, 3]), [0.1, 0.2], { axis: 1 }).shape).toEqual([2, 2]);
  });

  test("a nan in the line gives nan, unless it is skipped", () => {
    expect(np.percentile([1, NaN, 3], 50)).toBe(NaN);
    expect(np.nanpercentile([1, NaN, 3], 50)).toBe(2);
    expect(
      np
        .nanmedian(
          [
            [1, NaN],
            [3, NaN],
          ],
          { axis: 0 },
        )
        .tolist(),
    ).toEqual([2, NaN]);
  });

  test("weights that sum to zero average nothing", () => {
    expect(() => np.average([1, 2], { weights: [1, -1] })).toThrow(
      "Weights sum to zero, can't be normalized",
    );
  });

  test("the last bin has both its edges", () => {
    expect(np.histogram([0, 1, 2], { bins: [0, 1, 2] })[0].tolist()).toEqual([1, 2]);
  });
});

const line = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 40 });

describe("laws", () => {
  test("the half quantile is the median, and the ends are the extremes", () => {
    fc.assert(
      fc.property(line, (x) => {
        expect(np.quantile(x, 0.5)).toBe(np.median(x));
        expect(np.percentile(x, [0, 100]).tolist()).toEqual([Math.min(...x), Math.max(...x)]);
      }),
    );
  });

  test("quantiles rise with q, whatever the method", () => {
    const methods = [
      "inverted_cdf",
      "averaged_inverted_cdf",
      "closest_observation",
      "hazen",
      "weibull",
      "linear",
      "lower",
      "midpoint",
      "nearest",
    ] as const;
    fc.assert(
      fc.property(line, fc.constantFrom(...methods), (x, method) => {
        const values = np.quantile(x, [0, 0.1, 0.3, 0.5, 0.8, 1], { method }).tolist() as number[];
        for (let k = 1; k < values.length; k++)
          expect(values[k]! + 1e-9).toBeGreaterThanOrEqual(values[k - 1]!);
      }),
    );
  });

  test("a histogram counts every element within its range once", () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 12 }), (x, bins) => {
        expect(np.sum(np.histogram(x, { bins })[0])).toBe(x.length);
      }),
    );
  });

  test("a histogram counts what lies between two edges, wherever they lie", () => {
    const gaps = fc.array(fc.constantFrom(1, 1, 1.25, 0.75, 3), { minLength: 1, maxLength: 8 });
    const quarters = fc.array(fc.integer({ min: -8, max: 48 }), { maxLength: 40 });
    fc.assert(
      fc.property(gaps, quarters, (widths, list) => {
        const edges = widths.reduce((found, w) => [...found, found.at(-1)! + w], [0]);
        const x = [...list.map((k) => k / 4), NaN];
        const last = edges.length - 2;
        expect(np.histogram(x, { bins: edges })[0].tolist()).toEqual(
          widths.map(
            (_, k) =>
              x.filter(
                (v) => v >= edges[k]! && (k === last ? v <= edges[k + 1]! : v < edges[k + 1]!),
              ).length,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("equal weights change no average", () => {
    fc.assert(
      fc.property(line, (x) => {
        expect(Math.abs(np.average(x, { weights: x.map(() => 2) }) - np.average(x))).toBeLessThan(
          1e-12 * 100,
        );
      }),
    );
  });
});
