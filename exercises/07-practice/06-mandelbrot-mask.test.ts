import * as np from "@deep-dive/ndarray";
import { arrays, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mandelbrot } from "./06-mandelbrot-mask.ts";

/** One point, by the definition. */
function count(re: number, im: number, steps: number): number {
  let [x, y] = [0, 0];
  for (let step = 0; step < steps; step++) {
    [x, y] = [x * x - y * y + re, 2 * x * y + im];
    if (x * x + y * y > 4) return step;
  }
  return steps;
}

const flat = (a: np.NDArray): number[] => [a.tolist()].flat(Infinity) as number[];

/** Points on a fine grid around the set, where counts differ from neighbour to neighbour. */
const coordinate = fc.integer({ min: -160, max: 160 }).map((n) => n / 64);
const points = shapes({ maxDims: 3 }).chain((shape) =>
  fc.tuple(
    arrays({ dtype: "float64", shape, elements: coordinate }),
    arrays({ dtype: "float64", shape, elements: coordinate }),
  ),
);

describe("worked examples", () => {
  test("0 never escapes", () => {
    expect(mandelbrot(np.asarray([0]), np.asarray([0]), 10).tolist()).toEqual([10]);
  });

  test("2.5 is outside after its first step, and 1 after its third: 1, 2, 5", () => {
    expect(mandelbrot(np.asarray([2.5, 1]), np.asarray([0, 0]), 10).tolist()).toEqual([0, 2]);
  });

  test("-2 stays at distance 2, which has not escaped", () => {
    expect(mandelbrot(np.asarray([-2]), np.asarray([0]), 50).tolist()).toEqual([50]);
  });
});

describe("edge cases", () => {
  test("with no steps every count is 0", () => {
    expect(mandelbrot(np.asarray([0, 9]), np.asarray([0, 9]), 0).tolist()).toEqual([0, 0]);
  });

  test("all points may escape at once", () => {
    expect(mandelbrot(np.full([2, 2], 9), np.zeros([2, 2]), 5).tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("no points, and a single 0-d point", () => {
    expect([...mandelbrot(np.zeros([0, 3]), np.zeros([0, 3]), 5).shape]).toEqual([0, 3]);
    expect(mandelbrot(np.asarray(0), np.asarray(0), 5).tolist()).toBe(5);
  });

  test("counts are int32", () => {
    expect(mandelbrot(np.zeros([2]), np.zeros([2]), 3).dtype.name).toBe("int32");
  });

  test("the inputs are left alone", () => {
    const [re, im] = [np.asarray([0.5, 3]), np.asarray([0, 1])];
    mandelbrot(re, im, 5);
    expect([re.tolist(), im.tolist()]).toEqual([
      [0.5, 3],
      [0, 1],
    ]);
  });
});

describe("laws", () => {
  test("every count is that of its own point, in every layout", () => {
    fc.assert(
      fc.property(points, fc.nat(30), ([re, im], steps) => {
        const counts = mandelbrot(re, im, steps);
        expect([...counts.shape]).toEqual([...re.shape]);
        const ys = flat(im);
        expect(flat(counts)).toEqual(flat(re).map((x, i) => count(x, ys[i]!, steps)));
      }),
    );
  });

  test("the set is its own mirror image below the real axis", () => {
    fc.assert(
      fc.property(points, ([re, im]) => {
        expect(mandelbrot(re, np.negative(im), 20).tolist()).toEqual(
          mandelbrot(re, im, 20).tolist(),
        );
      }),
    );
  });

  test("with fewer steps a count is cut off, and otherwise the same", () => {
    fc.assert(
      fc.property(points, fc.nat(20), ([re, im], fewer) => {
        const long = mandelbrot(re, im, 20);
        expect(mandelbrot(re, im, fewer).tolist()).toEqual(np.minimum(long, fewer).tolist());
      }),
    );
  });
});
