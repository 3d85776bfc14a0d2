import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Walk, coalesce } from "./11-coalesce-axes.ts";

/** The places that every operand visits, in order. */
function visited({ shape, strides }: Walk): number[][] {
  return strides.map((steps) => {
    let places = [0];
    for (const [k, length] of shape.entries()) {
      places = places.flatMap((place) => Array.from({ length }, (_, i) => place + i * steps[k]!));
    }
    return places;
  });
}

/** Strides of a C-ordered array, in elements. */
const cStrides = (shape: readonly number[]): number[] =>
  shape.map((_, k) => shape.slice(k + 1).reduce((product, n) => product * n, 1));

/** Walks as they occur: C strides, of which some axes are stretched, reversed, or belong to a larger array. */
const walks: fc.Arbitrary<Walk> = fc
  .tuple(
    fc.array(fc.constantFrom(0, 1, 1, 2, 2, 3), { maxLength: 5 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([shape, operands]) =>
    fc
      .array(
        fc.array(fc.constantFrom("as is", "as is", "as is", "stretched", "reversed", "sliced"), {
          minLength: 5,
          maxLength: 5,
        }),
        {
          minLength: operands,
          maxLength: operands,
        },
      )
      .map((kinds) => ({
        shape,
        strides: kinds.map((kind) => {
          const owner = cStrides(
            shape.map((n, k) => (kind[k] === "sliced" ? n + 1 : kind[k] === "stretched" ? 1 : n)),
          );
          return owner.map((s, k) =>
            kind[k] === "stretched" ? 0 : kind[k] === "reversed" ? -s : s,
          );
        }),
      })),
  );

/** The fewest axes there can be, by trying every way to cut the axes into runs. */
function fewest({ shape, strides }: Walk): number {
  if (shape.includes(0)) return 1;
  const axes = shape.flatMap((n, k) => (n === 1 ? [] : [k]));
  const fits = (k: number, next: number): boolean =>
    strides.every((s) => s[k] === shape[next]! * s[next]!);
  return axes.length === 0
    ? 0
    : axes.length - axes.slice(1).filter((next, i) => fits(axes[i]!, next)).length;
}

describe("worked examples", () => {
  test("rows side by side are one long row", () => {
    expect(coalesce({ shape: [1000, 3], strides: [[3, 1]] })).toEqual({
      shape: [3000],
      strides: [[1]],
    });
  });

  test("the left half of a matrix keeps its two axes", () => {
    const half = { shape: [4, 3], strides: [[6, 1]] };
    expect(coalesce(half)).toEqual(half);
  });

  test("a column beside a matrix keeps them too: both operands must agree", () => {
    const sum = {
      shape: [4, 3],
      strides: [
        [3, 1],
        [1, 0],
      ],
    };
    expect(coalesce(sum)).toEqual(sum);
  });
});

describe("edge cases", () => {
  test("an axis of length 1 is dropped, whatever its stride", () => {
    expect(coalesce({ shape: [4, 1, 3], strides: [[3, 99, 1]] })).toEqual({
      shape: [12],
      strides: [[1]],
    });
    expect(
      coalesce({
        shape: [1, 5],
        strides: [
          [0, 2],
          [7, 1],
        ],
      }),
    ).toEqual({ shape: [5], strides: [[2], [1]] });
  });

  test("one element needs no axis", () => {
    expect(
      coalesce({
        shape: [1, 1],
        strides: [
          [5, 5],
          [0, 0],
        ],
      }),
    ).toEqual({ shape: [], strides: [[], []] });
    expect(coalesce({ shape: [], strides: [[]] })).toEqual({ shape: [], strides: [[]] });
  });

  test("a walk over nothing is one axis of length 0", () => {
    expect(
      coalesce({
        shape: [3, 0, 2],
        strides: [
          [0, 2, 1],
          [9, 9, 9],
        ],
      }),
    ).toEqual({ shape: [0], strides: [[0], [0]] });
  });

  test("a stretched operand merges along axes that are both stretched", () => {
    expect(
      coalesce({
        shape: [2, 3, 4],
        strides: [
          [12, 4, 1],
          [0, 0, 0],
        ],
      }),
    ).toEqual({ shape: [24], strides: [[1], [0]] });
  });

  test("reversed along all axes is one reversed axis", () => {
    expect(coalesce({ shape: [2, 3], strides: [[-3, -1]] })).toEqual({
      shape: [6],
      strides: [[-1]],
    });
  });

  test("three axes of which only the outer two merge", () => {
    expect(coalesce({ shape: [2, 3, 4], strides: [[24, 8, 1]] })).toEqual({
      shape: [6, 4],
      strides: [[8, 1]],
    });
  });
});

describe("laws", () => {
  test("the same places are visited in the same order", () => {
    fc.assert(
      fc.property(walks, (walk) => {
        expect(visited(coalesce(walk))).toEqual(visited(walk));
      }),
    );
  });

  test("no way to merge leaves fewer axes", () => {
    fc.assert(
      fc.property(walks, (walk) => {
        expect(coalesce(walk).shape.length).toBe(fewest(walk));
      }),
    );
  });

  test("twice is once", () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const once = coalesce(walk);
        expect(coalesce(once)).toEqual(once);
      }),
    );
  });

  test("the walk is left alone", () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const before = structuredClone(walk);
        coalesce(walk);
        expect(walk).toEqual(before);
      }),
    );
  });
});
