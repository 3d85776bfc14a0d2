import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blur, gray, thumbnail } from "./01-image-pipeline.ts";

const rows = (a: np.NDArray): number[][] => a.tolist() as number[][];

function grayByLoops(image: np.NDArray): number[][] {
  return (image.tolist() as number[][][]).map((row) =>
    row.map(([r, g, b]) => 0.299 * r! + 0.587 * g! + 0.114 * b!),
  );
}

function blurByLoops(picture: number[][]): number[][] {
  return picture.slice(2).map((row, i) =>
    row.slice(2).map((_, j) => {
      let sum = 0;
      for (const di of [0, 1, 2]) for (const dj of [0, 1, 2]) sum += picture[i + di]![j + dj]!;
      return sum / 9;
    }),
  );
}

function expectClose(actual: np.NDArray, expected: number[][]): void {
  assertClose(actual, expected, { atol: 1e-9 });
}

const side = fc.integer({ min: 3, max: 7 });
/** Images in every layout, with every brightness. */
const image = fc
  .tuple(side, side)
  .chain(([h, w]) => arrays({ dtype: "uint8", shape: [h, w, 3], elements: "any" }));
const picture = fc.tuple(side, side).chain(([h, w]) => arrays({ dtype: "float64", shape: [h, w] }));

describe("worked examples", () => {
  test("white is 255, black is 0", () => {
    const image = np.asarray(
      [
        [
          [255, 255, 255],
          [0, 0, 0],
        ],
      ],
      { dtype: "uint8" },
    );
    expectClose(gray(image), [[255, 0]]);
  });

  test("pure red, green and blue have the three weights", () => {
    const image = np.asarray(
      [
        [
          [100, 0, 0],
          [0, 100, 0],
          [0, 0, 100],
        ],
      ],
      { dtype: "uint8" },
    );
    expectClose(gray(image), [[29.9, 58.7, 11.4]]);
  });

  test("one bright pixel among nine becomes a ninth of it", () => {
    expectClose(
      blur(
        np.asarray([
          [0, 0, 0],
          [0, 90, 0],
          [0, 0, 0],
        ]),
      ),
      [[10]],
    );
  });
});

describe("edge cases", () => {
  test("bright colours do not wrap at 256", () => {
    expectClose(gray(np.full([1, 1, 3], 200, { dtype: "uint8" })), [[200]]);
  });

  test("the smallest image gives one pixel", () => {
    expectClose(thumbnail(np.full([3, 3, 3], 50, { dtype: "uint8" })), [[50]]);
  });

  test("5 × 6 pixels give 2 × 2: the first row and column are kept", () => {
    const red = np.zeros([5, 6, 3], { dtype: "uint8" });
    red.set([0, 0, 0], 90); // of all the windows that are kept, only the first sees this pixel
    expectClose(thumbnail(red), [
      [2.99, 0],
      [0, 0],
    ]);
  });

  test("no pixels at all are still float64 of shape (0, 4)", () => {
    const empty = gray(np.zeros([0, 4, 3], { dtype: "uint8" }));
    expect([...empty.shape]).toEqual([0, 4]);
    expect(empty.dtype.name).toBe("float64");
  });
});

describe("laws", () => {
  test("gray is what the formula says, pixel by pixel", () => {
    fc.assert(
      fc.property(image, (a) => {
        expectClose(gray(a), grayByLoops(a));
      }),
    );
  });

  test("blur is the mean of nine, pixel by pixel", () => {
    fc.assert(
      fc.property(picture, (a) => {
        expectClose(blur(a), blurByLoops(rows(a)));
      }),
    );
  });

  test("blurring is linear: blur(2a + 1) = 2 blur(a) + 1", () => {
    fc.assert(
      fc.property(picture, (a) => {
        const right = rows(blur(a)).map((row) => row.map((v) => 2 * v + 1));
        expectClose(blur(np.add(np.multiply(a, 2), 1)), right);
      }),
    );
  });

  test("the thumbnail is every second pixel of the blurred grey image", () => {
    fc.assert(
      fc.property(image, (a) => {
        const blurred = blurByLoops(grayByLoops(a));
        expectClose(
          thumbnail(a),
          blurred.filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0)),
        );
      }),
    );
  });

  test("no function changes what it was given", () => {
    fc.assert(
      fc.property(image, picture, (a, p) => {
        const before = [a.tolist(), p.tolist()];
        gray(a);
        blur(p);
        thumbnail(a);
        expect([a.tolist(), p.tolist()]).toEqual(before);
      }),
    );
  });
});
