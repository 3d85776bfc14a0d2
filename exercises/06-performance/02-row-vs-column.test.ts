import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnSums as byColumns } from "./02-row-vs-column.naive.ts";
import { columnSums } from "./02-row-vs-column.ts";

/** A matrix of whole numbers, so that every order of adding gives the same sum. */
const matrix = fc.tuple(fc.nat(6), fc.nat(6)).chain(([rows, cols]) =>
  fc
    .array(fc.integer({ min: -99, max: 99 }), { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => ({
      a: Float64Array.from(values),
      rows,
      cols,
    })),
);

describe("worked examples", () => {
  test("two rows of three", () => {
    expect(columnSums(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3)).toEqual(Float64Array.of(5, 7, 9));
  });

  test("the same numbers as three rows of two", () => {
    expect(columnSums(Float64Array.of(1, 2, 3, 4, 5, 6), 3, 2)).toEqual(Float64Array.of(9, 12));
  });

  test("a single column", () => {
    expect(columnSums(Float64Array.of(1, 2, 3), 3, 1)).toEqual(Float64Array.of(6));
  });
});

describe("edge cases", () => {
  test("no rows: every sum is 0", () => {
    expect(columnSums(new Float64Array(0), 0, 3)).toEqual(new Float64Array(3));
  });

  test("no columns: no sums", () => {
    expect(columnSums(new Float64Array(0), 3, 0)).toEqual(new Float64Array(0));
  });

  test("a nan spoils its own column only", () => {
    expect(columnSums(Float64Array.of(NaN, 2, 3, 4), 2, 2)).toEqual(Float64Array.of(NaN, 6));
  });

  test("the matrix is left alone", () => {
    const a = Float64Array.of(1, 2, 3, 4);
    columnSums(a, 2, 2);
    expect(a).toEqual(Float64Array.of(1, 2, 3, 4));
  });
});

describe("laws", () => {
  test("every sum is what the naive loop gets", () => {
    fc.assert(
      fc.property(matrix, ({ a, rows, cols }) => {
        expect(columnSums(a, rows, cols)).toEqual(byColumns(a, rows, cols));
      }),
    );
  });

  test("the sums of two matrices add up to the sums of their sum", () => {
    fc.assert(
      fc.property(matrix, ({ a, rows, cols }) => {
        const twice = columnSums(
          a.map((x) => x + x),
          rows,
          cols,
        );
        expect(twice).toEqual(columnSums(a, rows, cols).map((x) => x + x));
      }),
    );
  });
});
