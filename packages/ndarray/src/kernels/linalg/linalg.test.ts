import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, choleskyComplex } from "./cholesky.ts";
import { eigenComplex, eigenReal } from "./eigen.ts";
import { formQ, reflect, transposed } from "./householder.ts";
import { svdOfRows } from "./jacobi.ts";
import { factorizeComplex, solveFactoredComplex } from "./lu-complex.ts";
import { factorize, solveFactored } from "./lu.ts";
import { eigenSymmetric } from "./symmetric.ts";

type Parts = 1 | 2;

function sample(count: number, seed: number): Float64Array {
  return Float64Array.from(
    { length: count },
    (_, i) => Math.sin((i + 1) * (seed + 1) * 1.7) + 0.1 * Math.cos(i * i * 3.1 + seed),
  );
}

/** The product of matrices by rows; the second one conjugated and transposed if asked. */
function product(
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
  parts: Parts,
  isAdjoint = false,
): Float64Array {
  const out = new Float64Array(m * n * parts);
  const at = (x: Float64Array, i: number, p: number): number => (p < parts ? x[i * parts + p]! : 0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      for (let l = 0; l < k; l++) {
        const p = i * k + l;
        const q = isAdjoint ? j * k + l : l * n + j;
        const sign = isAdjoint ? -1 : 1;
        const o = (i * n + j) * parts;
        out[o] = out[o]! + at(a, p, 0) * at(b, q, 0) - sign * at(a, p, 1) * at(b, q, 1);
        if (parts === 2)
          out[o + 1] = out[o + 1]! + at(a, p, 1) * at(b, q, 0) + sign * at(a, p, 0) * at(b, q, 1);
      }
    }
  }
  return out;
}

function distance(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((worst, x, i) => Math.max(worst, Math.abs(x - b[i]!)), 0);
}

function eye(n: number, parts: Parts): Float64Array {
  const out = new Float64Array(n * n * parts);
  for (let i = 0; i < n; i++) out[(i * n + i) * parts] = 1;
  return out;
}

const sizes = fc.integer({ min: 1, max: 9 });
const parts = fc.constantFrom<Parts>(1, 2);

test("factors solve the equations they were made of", () => {
  fc.assert(
    fc.property(sizes, parts, fc.nat(99), (n, p, seed) => {
      const a = sample(n * n * p, seed);
      const x = sample(n * 2 * p, seed + 1);
      const b = product(a, x, n, n, 2, p);
      for (let i = 0; i < n; i++) a[(i * n + i) * p] = a[(i * n + i) * p]! + 9;
      const rhs = product(a, x, n, n, 2, p);
      const lu = a.slice();
      if (p === 1) solveFactored(lu, factorize(lu, n), n, rhs, 2);
      else solveFactoredComplex(lu, factorizeComplex(lu, n), n, rhs, 2);
      expect(distance(rhs, x)).toBeLessThan(1e-11);
      expect(b.length).toBe(rhs.length);
    }),
  );
});

test("Q is unitary, and Q R is the matrix", () => {
  fc.assert(
    fc.property(sizes, sizes, parts, fc.nat(99), (m, n, p, seed) => {
      const a = sample(m * n * p, seed);
      const columns = transposed(a, m, n, p);
      const taus = reflect(columns, m, n, p);
      const q = transposed(formQ(columns, taus, m, m, p), m, m, p);
      const r = transposed(columns, n, m, p);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < Math.min(i, n); j++) r.fill(0, (i * n + j) * p, (i * n + j + 1) * p);
      expect(distance(product(q, q, m, m, m, p, true), eye(m, p))).toBeLessThan(1e-14);
      expect(distance(product(q, r, m, m, n, p), a)).toBeLessThan(1e-13);
    }),
  );
});

test("the triangular factor of A Aᴴ multiplies back to it", () => {
  fc.assert(
    fc.property(sizes, parts, fc.nat(99), (n, p, seed) => {
      const x = sample(n * n * p, seed);
      for (let i = 0; i < n; i++) x[(i * n + i) * p] = x[(i * n + i) * p]! + 5;
      const a = product(x, x, n, n, n, p, true);
      const l = a.slice();
      expect(p === 1 ? cholesky(l, n) : choleskyComplex(l, n)).toBe(true);
      expect(distance(product(l, l, n, n, n, p, true), a)).toBeLessThan(1e-11);
    }),
  );
  expect(cholesky(Float64Array.from([1, 2, 2, 1]), 2)).toBe(false);
});

test("singular vectors are unitary, and put together give the matrix", () => {
  fc.assert(
    fc.property(sizes, sizes, parts, fc.nat(99), fc.boolean(), (m, n, p, seed, isDeficient) => {
      const a = sample(m * n * p, seed);
      if (isDeficient) for (let j = 0; j < n * p; j++) a[j + (m - 1) * n * p] = a[j]!;
      const { u, s, v } = svdOfRows(a, m, n, p)!;
      const k = Math.min(m, n);
      expect([...s]).toEqual([...s].sort((x, y) => y - x));
      expect(
        distance(product(conjugated(u, p), conjugated(u, p), k, m, k, p, true), eye(k, p)),
      ).toBeLessThan(1e-13);
      expect(
        distance(product(conjugated(v, p), conjugated(v, p), k, n, k, p, true), eye(k, p)),
      ).toBeLessThan(1e-13);
      const us = transposed(
        u.map((x, i) => x * s[Math.floor(i / (m * p))]!),
        k,
        m,
        p,
      );
      expect(distance(product(us, transposed(v, k, n, p), m, k, n, p, true), a)).toBeLessThan(
        1e-13,
      );
    }),
  );
});

test("columns of equal length and with many zeros are all brought to right angles", () => {
  expect([...svdOfRows(Float64Array.of(1, 0, 0, 0, 1, 1, 0, 0, 1), 3, 3, 1)!.s]).toEqual(
    [(Math.sqrt(5) + 1) / 2, 1, (Math.sqrt(5) - 1) / 2].map((x) => expect.closeTo(x, 14)),
  );
  const sparse = fc.array(fc.constantFrom(0, 0, 0, 1, -1), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(sparse, (list) => {
      const a = Float64Array.from(list);
      const { u, s, v } = svdOfRows(a, 5, 5, 1)!;
      const us = transposed(
        u.map((x, i) => x * s[Math.floor(i / 5)]!),
        5,
        5,
        1,
      );
      expect(distance(product(us, transposed(v, 5, 5, 1), 5, 5, 5, 1, true), a)).toBeLessThan(
        1e-14,
      );
      expect(distance(product(u, u, 5, 5, 5, 1, true), eye(5, 1))).toBeLessThan(1e-14);
    }),
  );
});

test("eigenvectors of a symmetric matrix are unitary and scaled by their values", () => {
  fc.assert(
    fc.property(sizes, parts, fc.nat(99), (n, p, seed) => {
      const x = sample(n * n * p, seed);
      const a = transposed(conjugated(x, p), n, n, p).map((y, i) => y + x[i]!);
      const { values, vectors } = eigenSymmetric(a.slice(), n, p)!;
      expect(distance(product(vectors, vectors, n, n, n, p, true), eye(n, p))).toBeLessThan(1e-13);
      const scaled = transposed(vectors, n, n, p).map((y, i) => y * values[Math.floor(i / p) % n]!);
      expect(distance(product(a, transposed(vectors, n, n, p), n, n, n, p), scaled)).toBeLessThan(
        1e-12,
      );
      expect([...values]).toEqual([...values].sort((y, z) => y - z));
    }),
  );
});

test("A takes each eigenvector to its value times the vector", () => {
  fc.assert(
    fc.property(sizes, parts, fc.nat(99), (n, p, seed) => {
      const a = sample(n * n * p, seed);
      const wide =
        p === 2
          ? a
          : Float64Array.from({ length: 2 * a.length }, (_, i) => (i % 2 === 0 ? a[i / 2]! : 0));
      const { values, vectors } = (p === 1 ? eigenReal : eigenComplex)(a.slice(), n)!;
      const columns = transposed(vectors, n, n, 2);
      const scaled = columns.map((x, i) => {
        const k = Math.floor(i / 2) % n;
        return i % 2 === 0
          ? x * values[2 * k]! - columns[i + 1]! * values[2 * k + 1]!
          : x * values[2 * k]! + columns[i - 1]! * values[2 * k + 1]!;
      });
      expect(distance(product(wide, columns, n, n, n, 2), scaled)).toBeLessThan(1e-12);
      for (let k = 0; k < n; k++)
        expect(Math.hypot(...vectors.subarray(2 * k * n, 2 * (k + 1) * n))).toBeCloseTo(1, 13);
    }),
  );
});

function conjugated(a: Float64Array, p: Parts): Float64Array {
  return p === 1 ? a : a.map((x, i) => (i % 2 === 1 ? -x : x));
}
