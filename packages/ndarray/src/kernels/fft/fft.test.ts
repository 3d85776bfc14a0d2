import fc from "fast-check";
import { expect, test } from "vitest";
import { complexLines, hermitianLines, realLines } from "./lines.ts";
import { roots } from "./roots.ts";

/** The transform by its definition. */
function direct(x: Float64Array): Float64Array {
  const n = x.length / 2;
  const w = roots(n);
  const out = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const at = 2 * ((j * k) % n);
      out[2 * k] = out[2 * k]! + x[2 * j]! * w[at]! - x[2 * j + 1]! * w[at + 1]!;
      out[2 * k + 1] = out[2 * k + 1]! + x[2 * j]! * w[at + 1]! + x[2 * j + 1]! * w[at]!;
    }
  }
  return out;
}

function worst(a: Float64Array, b: Float64Array): number {
  const largest = b.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-300);
  return a.reduce((m, v, i) => Math.max(m, Math.abs(v - b[i]!)), 0) / largest;
}

const signal = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(i * i + 1) * (1 + (i % 7)));

test("roots of unity lie exactly on the axes and mirror each other", () => {
  expect([...roots(4)].map((v) => v + 0)).toEqual([1, 0, 0, -1, -1, 0, 0, 1]);
  const w = roots(24);
  for (let k = 1; k < 24; k++)
    expect([w[2 * k], w[2 * k + 1]! + 0]).toEqual([w[2 * (24 - k)], 0 - w[2 * (24 - k) + 1]!]);
});

test("every length up to 130, and some large primes, agrees with the definition", () => {
  for (const n of [
    ...Array.from({ length: 130 }, (_, i) => i + 1),
    211,
    257,
    499,
    509,
    1021,
    1030,
  ]) {
    const x = signal(2 * n);
    const y = new Float64Array(2 * n);
    complexLines(x, n, y, n, false, 1);
    expect(worst(y, direct(x)), `n = ${n}`).toBeLessThan(1e-13);
  }
});

test("real lines are the first half of complex ones, and come back", () => {
  for (let n = 1; n <= 70; n++) {
    const x = signal(n);
    const points = Math.floor(n / 2) + 1;
    const half = new Float64Array(2 * points);
    realLines(x, n, half, n, 1);
    const pairs = new Float64Array(2 * n);
    x.forEach((v, i) => (pairs[2 * i] = v));
    expect(worst(half, direct(pairs).slice(0, 2 * points)), `n = ${n}`).toBeLessThan(1e-14);
    const back = new Float64Array(n);
    hermitianLines(half, points, back, n, 1 / n);
    expect(worst(back, x), `n = ${n}`).toBeLessThan(1e-14);
  }
});

test("the inverse undoes the transform, line by line, at any length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3 }), (n, lines) => {
      const x = signal(2 * n * lines);
      const y = new Float64Array(x.length);
      const back = new Float64Array(x.length);
      complexLines(x, n, y, n, false, 1);
      complexLines(y, n, back, n, true, 1 / n);
      expect(worst(back, x)).toBeLessThan(1e-14);
    }),
  );
});

test("lines are cut or filled up with zeros", () => {
  const x = Float64Array.from([1, 0, 2, 0, 3, 0]);
  const cut = new Float64Array(4);
  complexLines(x, 3, cut, 2, false, 1);
  expect([...cut].map((v) => v + 0)).toEqual([3, 0, -1, 0]);
  const filled = new Float64Array(8);
  complexLines(x, 3, filled, 4, false, 1);
  expect([...filled].map((v) => v + 0)).toEqual([6, 0, -2, -2, 2, 0, -2, 2]);
});
