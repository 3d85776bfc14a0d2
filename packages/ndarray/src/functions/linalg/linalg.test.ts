import fc from "fast-check";
import { expect, test } from "vitest";
import { arrayOf, golden, number, scalars, type Spec } from "../../../test/golden.ts";
import { toArray, toValues } from "../../array/convert.ts";
import { NDArray } from "../../array/ndarray.ts";
import type { Scalar } from "../../dtype/dtype.ts";
import { conj, multiply } from "../../ufunc/arithmetic.ts";
import * as linalg from "./linalg.ts";

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
  const largest = Math.max(1, ...expected.filter(Number.isFinite).map(Math.abs));
  parts(got).forEach((x, i) => {
    const y = expected[i]!;
    if (Number.isFinite(y)) expect(Math.abs(x - y), label).toBeLessThanOrEqual(relative * largest);
    else expect(x, label).toBe(y);
  });
}

function expectSame(a: NDArray, b: NDArray, relative: number): void {
  expect(a.shape).toEqual(b.shape);
  expectClose(toValues(a), toValues(b), relative);
}

test("equations, inverses and determinants of small matrices", () => {
  expect(
    toValues(
      linalg.solve(
        [
          [1, 2],
          [3, 5],
        ],
        [1, 2],
      ),
    ).map((x) => Math.round(Number(x) * 1e9) / 1e9),
  ).toEqual([-1, 1]);
  expectClose(
    toValues(
      linalg.inv([
        [1, 2],
        [3, 4],
      ]),
    ),
    [-2, 1, 1.5, -0.5],
    1e-15,
  );
  expectClose(
    toValues(
      linalg.det([
        [1, 2],
        [3, 4],
      ]),
    ),
    [-2],
    1e-15,
  );
});

test("lstsq finds the mean, and what it misses by", () => {
  const [x, residuals, rank, s] = linalg.lstsq([[1], [1]], [1, 3]);
  expectClose(toValues(x), [2], 1e-15);
  expectClose(toValues(residuals), [2], 1e-14);
  expect(rank).toBe(1);
  expectClose(toValues(s), [Math.SQRT2], 1e-15);
});

test("multi_dot multiplies in whatever order, vectors at the ends", () => {
  expect(toValues(linalg.multi_dot([[[1, 2]], [[3], [4]], [[5]]]))).toEqual([55]);
  expect(linalg.multi_dot([[1, 2], [[3], [4]], [5]]).shape).toEqual([]);
  expect(() => linalg.multi_dot([[[1, 2]]])).toThrow("Expecting at least two arrays.");
});

/** Matrices of whole numbers: real, or complex. */
const matrices = (m: number, n: number): fc.Arbitrary<NDArray> => {
  const whole = fc.integer({ min: -9, max: 9 });
  const element = fc.oneof(fc.constant(whole), fc.constant(fc.record({ re: whole, im: whole })));
  return element
    .chain((e: fc.Arbitrary<Scalar>) =>
      fc.array(fc.array(e, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
    )
    .map((x) => toArray(x));
};
const shapes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
const rectangles = shapes.chain(([m, n]) => matrices(m, n));
const squares = shapes.chain(([n]) => matrices(n, n));

test("U S Vh is the matrix, for every shape and rank", () => {
  fc.assert(
    fc.property(rectangles, (a) => {
      const { U, S, Vh } = linalg.svd(a, { full_matrices: false });
      expectSame(linalg.matmul(multiply(U, S), Vh), a, 1e-13);
      const full = linalg.svd(a);
      for (const x of [full.U, full.Vh]) {
        const n = x.shape[0]!;
        expectSame(
          linalg.matmul(x, conj(linalg.matrix_transpose(x))),
          linalg.matrix_power(x, 0),
          1e-13,
        );
        expect(x.shape).toEqual([n, n]);
      }
    }),
  );
});

test("Q R is the matrix", () => {
  fc.assert(
    fc.property(rectangles, (a) => {
      const { Q, R } = linalg.qr(a);
      expectSame(linalg.matmul(Q, R), a, 1e-13);
    }),
  );
});

test("A times eigenvectors is eigenvectors times eigenvalues", () => {
  fc.assert(
    fc.property(squares, (a) => {
      const { eigenvalues, eigenvectors } = linalg.eig(a);
      expectSame(linalg.matmul(a, eigenvectors), multiply(eigenvectors, eigenvalues), 1e-11);
    }),
  );
});

test("a pseudoinverse undoes the matrix on what it reaches", () => {
  fc.assert(
    fc.property(rectangles, (a) => {
      expectSame(linalg.matmul(linalg.matmul(a, linalg.pinv(a)), a), a, 1e-10);
    }),
  );
});

interface Case {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly kw: Record<string, unknown>;
  readonly results?: readonly Spec[];
  readonly error?: string;
  readonly message?: string;
}

const TOLERANCE: Record<string, number> = {
  float16: 2e-3,
  float32: 2e-5,
  complex64: 2e-5,
  float64: 2e-12,
  complex128: 2e-12,
};

function isSpec(x: unknown): x is Spec {
  return typeof x === "object" && x !== null && "dtype" in x;
}

test("answers are NumPy's", () => {
  for (const { fn, args, kw, results, error, message } of golden<Case>("linalg.jsonl")) {
    const label = JSON.stringify({
      fn,
      args: args.map((x) => (isSpec(x) ? `${x.dtype}(${x.shape.join()})` : x)),
      kw,
    });
    const options = Object.fromEntries(
      Object.entries(kw).map(([k, v]) => [k, v === "inf" || v === "-inf" ? number(v) : v]),
    );
    const run = (): unknown =>
      (Reflect.get(linalg, fn) as (...args: unknown[]) => unknown)(
        ...args.map((x) => (isSpec(x) ? arrayOf(x) : x)),
        options,
      ); // the oracle's call
    if (results === undefined) {
      expect(run, label).toThrow(expect.objectContaining({ name: error }));
      if (error !== "TypeError" || fn === "matrix_power") expect(run, label).toThrow(message);
      continue;
    }
    const got = run();
    const list: unknown[] =
      got instanceof NDArray || typeof got !== "object" ? [got] : Object.values(got!);
    results.forEach((want, i) => {
      const x = list[i];
      const array = x instanceof NDArray ? x : toArray(x);
      expect([...array.shape], label).toEqual(want.shape);
      if (x instanceof NDArray && !want.dtype.startsWith("int"))
        expect(array.dtype.name, label).toBe(want.dtype);
      expectClose(toValues(array), scalars(want), TOLERANCE[want.dtype] ?? 0, label);
    });
  }
});
