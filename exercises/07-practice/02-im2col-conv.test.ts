import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convolve as bySevenLoops } from "./02-im2col-conv.naive.ts";
import { convolve } from "./02-im2col-conv.ts";

const small = fc.integer({ min: 1, max: 3 });
/** Images and filters that fit, each in any layout. */
const call = fc
  .tuple(small, small, small, small, fc.nat(3), fc.nat(3))
  .chain(([batch, channels, count, k, more, wider]) =>
    fc.tuple(
      arrays({ dtype: "float64", shape: [batch, channels, k + more, k + wider] }),
      arrays({ dtype: "float64", shape: [count, channels, k, k] }),
    ),
  );

describe("worked examples", () => {
  test("a 2 × 2 filter of ones sums each window", () => {
    const image = np.asarray([
      [
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      ],
    ]);
    expect(convolve(image, np.ones([1, 1, 2, 2])).tolist()).toEqual([
      [
        [
          [12, 16],
          [24, 28],
        ],
      ],
    ]);
  });

  test("the filter is not turned round: [1, 2] meets 1, 10 as 1·1 + 2·10", () => {
    const image = np.asarray([
      [
        [
          [1, 10],
          [0, 0],
        ],
      ],
    ]);
    expect(
      convolve(
        image,
        np.asarray([
          [
            [
              [1, 2],
              [0, 0],
            ],
          ],
        ]),
      ).tolist(),
    ).toEqual([[[[21]]]]);
  });

  test("channels are summed: each has its own slice of the filter", () => {
    const image = np.asarray([[[[1]], [[10]]]]);
    expect(convolve(image, np.asarray([[[[3]], [[4]]]])).tolist()).toEqual([[[[43]]]]);
  });
});

describe("edge cases", () => {
  test("two filters make two pictures of each image", () => {
    const image = np.asarray([[[[5, 6]]], [[[7, 8]]]]);
    const filters = np.asarray([[[[1]]], [[[10]]]]);
    expect(convolve(image, filters).tolist()).toEqual([
      [[[5, 6]], [[50, 60]]],
      [[[7, 8]], [[70, 80]]],
    ]);
  });

  test("a filter as large as the image gives one number", () => {
    expect([...convolve(np.ones([1, 2, 3, 3]), np.ones([4, 2, 3, 3])).shape]).toEqual([1, 4, 1, 1]);
  });

  test("different channels are refused, also 1", () => {
    expect(() => convolve(np.ones([1, 3, 4, 4]), np.ones([1, 1, 2, 2]))).toThrow(
      "images have 3 channels and filters 1",
    );
  });

  test("the inputs are left alone", () => {
    const [images, filters] = [np.ones([1, 1, 3, 3]), np.ones([1, 1, 2, 2])];
    convolve(images, filters);
    expect([np.sum(images), np.sum(filters)]).toEqual([9, 4]);
  });
});

describe("laws", () => {
  test("every number is that of seven loops, in every layout", () => {
    fc.assert(
      fc.property(call, ([images, filters]) => {
        assertClose(convolve(images, filters), bySevenLoops(images, filters), { atol: 1e-9 });
      }),
    );
  });

  test("convolving is linear in the images", () => {
    fc.assert(
      fc.property(call, ([images, filters]) => {
        const twice = convolve(np.multiply(images, 2), filters);
        assertClose(twice, np.multiply(convolve(images, filters), 2), { atol: 1e-9 });
      }),
    );
  });

  test("a moved image has a moved result", () => {
    fc.assert(
      fc.property(call, ([images, filters]) => {
        const moved = np.pad(images, [
          [0, 0],
          [0, 0],
          [1, 0],
          [0, 0],
        ]);
        assertClose(convolve(moved, filters).get(":", ":", "1:"), convolve(images, filters), {
          atol: 1e-9,
        });
      }),
    );
  });
});
