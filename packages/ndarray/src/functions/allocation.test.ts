/**
 * What functions allocate: the array they return, and nothing else that counts.
 */
import { describe, expect, test } from "vitest";
import * as np from "../index.ts";
import { countDuring } from "../memory/counter.ts";

const matrix = np.reshape(np.arange(24, { dtype: "float64" }), [4, 6]);
const turned = matrix.T;
const line = np.arange(6);
const other = np.reshape(np.arange(24), [6, 4]);
const stacked = np.reshape(np.arange(24), [2, 3, 4]);

const ONE_ARRAY: Record<string, () => unknown> = {
  sum: () => np.sum(matrix, { axis: 0 }),
  "add.reduce": () => np.add.reduce(matrix),
  concat: () => np.concat([matrix, turned.T, matrix]),
  stack: () => np.stack([matrix, matrix]),
  append: () => np.append(turned, matrix),
  block: () =>
    np.block([
      [matrix, matrix],
      [matrix, matrix],
    ]),
  tile: () => np.tile(matrix, [2, 2]),
  repeat: () => np.repeat(turned, 2),
  roll: () => np.roll(turned, 2),
  pad: () => np.pad(matrix, 1),
  "pad by mean": () => np.pad(matrix, 1, { mode: "mean" }),
  "pad by odd reflection": () => np.pad(matrix, 2, { mode: "reflect", reflect_type: "odd" }),
  insert: () => np.insert(matrix, 1, line, { axis: 0 }),
  "insert at several places": () => np.insert(matrix, [1, 2], line, { axis: 0 }),
  delete: () => np.delete(turned, 1),
  diff: () => np.diff(matrix, { n: 3 }),
  gradient: () => np.gradient(matrix, { axis: 0 }),
  "trapezoid by axis": () => np.trapezoid(matrix),
  convolve: () => np.convolve(line, line),
  sort: () => np.sort(turned, { axis: null }),
  argsort: () => np.argsort(matrix),
  searchsorted: () => np.searchsorted(line, matrix),
  unique: () => np.unique(matrix),
  isin: () => np.isin(matrix, line),
  "median by axis": () => np.median(matrix, { axis: 0 }),
  "percentile of a list": () => np.percentile(matrix, [50, 60]),
  "average by axis": () => np.average(matrix, { weights: matrix, axis: 0 }),
  cov: () => np.cov(matrix),
  matmul: () => np.matmul(matrix, other),
  dot: () => np.dot(matrix, other),
  outer: () => np.outer(turned, line),
  vdot: () => np.vdot(turned, other),
  tensordot: () => np.tensordot(matrix, other, { axes: 1 }),
  kron: () => np.kron(matrix, other),
  "trace of a stack": () => np.trace(stacked),
  einsum: () => np.einsum("ij,jk->ki", matrix, other),
};

const NO_ARRAY: Record<string, () => unknown> = {
  split: () => np.split(matrix, 2),
  median: () => np.median(matrix),
  percentile: () => np.percentile(matrix, 50),
  average: () => np.average(matrix, { weights: matrix }),
  trace: () => np.trace(matrix),
  trapezoid: () => np.trapezoid(line),
  "einsum that moves axes": () => np.einsum("ij->ji", matrix),
};

describe("one array is allocated", () => {
  for (const [name, run] of Object.entries(ONE_ARRAY)) {
    test(`by ${name}`, () => {
      expect(countDuring(run).allocations).toBe(1);
    });
  }
});

describe("no array is allocated", () => {
  for (const [name, run] of Object.entries(NO_ARRAY)) {
    test(`by ${name}`, () => {
      expect(countDuring(run).allocations).toBe(0);
    });
  }
});

test("a matrix product reads both factors and writes the result once", () => {
  const { reads, writes } = countDuring(() => np.dot(matrix, other));
  expect([reads, writes]).toEqual([48, 16]);
});
