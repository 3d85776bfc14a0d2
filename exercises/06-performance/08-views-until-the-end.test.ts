import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { thumbnail } from "./08-views-until-the-end.ts";

const nine = (): np.NDArray =>
  np.asarray([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);

/** An image in any layout and dtype, with a rectangle inside it. */
const call = fc.tuple(fc.nat(6), fc.nat(6), fc.option(fc.nat(3))).chain(([h, w, channels]) =>
  fc.tuple(
    arrays({ shape: channels === null ? [h, w] : [h, w, channels] }),
    fc.nat(h).chain((top) => fc.tuple(fc.constant(top), fc.nat(h - top))),
    fc.nat(w).chain((left) => fc.tuple(fc.constant(left), fc.nat(w - left))),
  ),
);

describe("worked examples", () => {
  test("the corners of three by three, mirrored", () => {
    expect(thumbnail(nine(), 0, 0, 3, 3).tolist()).toEqual([
      [3, 1],
      [9, 7],
    ]);
  });

  test("two by two in the lower right corner leaves one pixel, the right one", () => {
    expect(thumbnail(nine(), 1, 1, 2, 2).tolist()).toEqual([[6]]);
  });

  test("a single row", () => {
    expect(thumbnail(np.asarray([[1, 2, 3, 4, 5]]), 0, 1, 1, 4).tolist()).toEqual([[5, 3]]);
  });
});

describe("edge cases", () => {
  test("channels stay together, in their order", () => {
    const image = np.asarray([
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    ]);
    expect(thumbnail(image, 0, 0, 1, 3).tolist()).toEqual([
      [
        [3, 30],
        [1, 10],
      ],
    ]);
  });

  test("an empty rectangle gives an empty picture", () => {
    expect([...thumbnail(nine(), 1, 1, 0, 2).shape]).toEqual([0, 1]);
    expect([...thumbnail(nine(), 3, 0, 0, 3).shape]).toEqual([0, 2]);
  });

  test("a rectangle that reaches outside is refused", () => {
    for (const [top, left, height, width] of [
      [1, 0, 3, 1],
      [0, 1, 1, 3],
      [-1, 0, 1, 1],
      [0, -1, 1, 1],
    ] as const) {
      expect(() => thumbnail(nine(), top, left, height, width)).toThrow(
        "rectangle outside of the image",
      );
    }
  });

  test("a rectangle as wide as the image", () => {
    expect(thumbnail(nine(), 0, 0, 1, 3).tolist()).toEqual([[3, 1]]);
  });

  test("the result does not share the image's memory", () => {
    const image = nine();
    const small = thumbnail(image, 0, 0, 3, 3);
    small.set(["..."], 0);
    expect(image.tolist()).toEqual(nine().tolist());
  });
});

describe("laws", () => {
  test("pixel (i, j) is row top + 2i and column left + width - 1 - 2j, in every layout and dtype", () => {
    fc.assert(
      fc.property(call, ([image, [top, height], [left, width]]) => {
        const small = thumbnail(image, top, left, height, width);
        expect([...small.shape]).toEqual([
          Math.ceil(height / 2),
          Math.ceil(width / 2),
          ...image.shape.slice(2),
        ]);
        expect(small.dtype.name).toBe(image.dtype.name);
        for (let i = 0; 2 * i < height; i++) {
          for (let j = 0; 2 * j < width; j++) {
            expect(small.get(i, j).tolist()).toEqual(
              image.get(top + 2 * i, left + width - 1 - 2 * j).tolist(),
            );
          }
        }
      }),
    );
  });

  test("the result is fresh and in C order", () => {
    fc.assert(
      fc.property(call, ([image, [top, height], [left, width]]) => {
        const small = thumbnail(image, top, left, height, width);
        expect(small.flags.c_contiguous, "in C order").toBe(true);
        expect(np.shares_memory(small, image), "shares memory with the image").toBe(false);
      }),
    );
  });
});
