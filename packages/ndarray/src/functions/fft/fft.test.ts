import fc from "fast-check";
import { expect, test } from "vitest";
import { arrayOf, golden, scalars, type Spec } from "../../../test/golden.ts";
import { toArray, toValues } from "../../array/convert.ts";
import type { NDArray } from "../../array/ndarray.ts";
import type { Scalar } from "../../dtype/dtype.ts";
import * as fft from "./fft.ts";

/** Real and imaginary parts of every element, in turn. */
function parts(values: readonly Scalar[]): number[] {
  return values.flatMap((x) => (typeof x === "object" ? [x.re, x.im] : [Number(x)]));
}

function expectClose(
  got: readonly Scalar[],
  want: readonly Scalar[],
  relative: number,
  label = "",
): void {
  const expected = parts(want);
  const largest = Math.max(1, ...expected.map(Math.abs));
  parts(got).forEach((x, i) =>
    expect(Math.abs(x - expected[i]!), label).toBeLessThanOrEqual(relative * largest),
  );
}

test("the transform of four numbers", () => {
  expect(toValues(fft.fft([1, 2, 3, 4]))).toEqual([
    { re: 10, im: 0 },
    { re: -2, im: 2 },
    { re: -2, im: 0 },
    { re: -2, im: -2 },
  ]);
  expect(toValues(fft.irfft(fft.rfft([1, 2, 3, 4])))).toEqual([1, 2, 3, 4]);
});

test("frequencies, and the shift that puts zero in the middle", () => {
  expect(toValues(fft.fftfreq(4, { d: 0.5 }))).toEqual([0, 0.5, -1, -0.5]);
  expect(toValues(fft.fftshift(fft.fftfreq(5)))).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
});

test("nonsense is refused in NumPy's words", () => {
  expect(() => fft.fft([])).toThrow("Invalid number of FFT data points (0) specified.");
  expect(() => fft.fft([1, 2], { n: -1 })).toThrow(
    "Invalid number of FFT data points (-1) specified.",
  );
  expect(() => fft.fft([1, 2], { norm: "x" as "ortho" })).toThrow(
    'Invalid norm value x; should be "backward","ortho" or "forward".',
  );
  expect(() => fft.fftn([[1, 2]], { s: [2], axes: [0, 1] })).toThrow(
    "Shape and axes have different lengths.",
  );
  expect(() => fft.rfft([{ re: 0, im: 1 }])).toThrow(
    expect.objectContaining({ name: "TypeError" }),
  );
  expect(() => fft.fft([1, 2], { axis: 2 })).toThrow(
    expect.objectContaining({ name: "IndexError" }),
  );
});

const signals = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});

test("the inverse undoes every transform", () => {
  fc.assert(
    fc.property(signals, (x) => {
      const n = x.length;
      expectClose(
        toValues(fft.ifft(fft.fft(x))),
        x.map((re) => ({ re, im: 0 })),
        1e-14,
      );
      expectClose(toValues(fft.irfft(fft.rfft(x), { n })), x, 1e-14);
      expectClose(toValues(fft.hfft(fft.ihfft(x), { n })), x, 1e-14);
    }),
  );
});

test("the orthonormal transform keeps the length of a vector", () => {
  fc.assert(
    fc.property(signals, (x) => {
      const y = parts(toValues(fft.fft(x, { norm: "ortho" })));
      expect(Math.hypot(...y)).toBeCloseTo(Math.hypot(...x), 12);
    }),
  );
});

test("a transform of a view is that of its copy", () => {
  const a = toArray([
    [1, 2, 3],
    [4, 5, 7],
  ]);
  expect(toValues(fft.fft(a, { axis: 0 }))).toEqual(toValues(fft.fftn(a, { axes: [0] })));
  expectClose(toValues(fft.fft2(a)), toValues(fft.fft(fft.fft(a), { axis: 0 })), 1e-15);
});

interface Case {
  readonly fn: string;
  readonly a?: Spec;
  readonly n?: number;
  readonly kw: Record<string, unknown>;
  readonly result?: Spec;
  readonly error?: string;
}

const TOLERANCE: Record<string, number> = {
  float16: 2e-3,
  float32: 1e-6,
  complex64: 1e-6,
  float64: 1e-14,
  complex128: 1e-14,
};

test("transforms are NumPy's", () => {
  for (const { fn, a, n, kw, result, error } of golden<Case>("fft.jsonl")) {
    const label = JSON.stringify({ fn, dtype: a?.dtype, shape: a?.shape, n, kw });
    const run = (): NDArray =>
      (Reflect.get(fft, fn) as typeof fft.fft)(a === undefined ? n : arrayOf(a), kw); // the oracle names it
    if (result === undefined) {
      expect(run, label).toThrow(expect.objectContaining({ name: error }));
      continue;
    }
    const got = run();
    expect([got.dtype.name, [...got.shape]], label).toEqual([result.dtype, result.shape]);
    expectClose(toValues(got), scalars(result), TOLERANCE[result.dtype] ?? 0, label);
  }
});
