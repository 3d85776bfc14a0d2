import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { answers } from "./02-address-cards.ts";

/** Each card: a real array, and the index asked for. */
const CARDS: readonly (readonly [
  question: string,
  make: () => np.NDArray,
  index: readonly number[],
])[] = [
  ["[1, 2] of float64 (3, 4), order C", () => np.zeros([3, 4]), [1, 2]],
  ["[1, 2] of float64 (3, 4), order F", () => np.zeros([3, 4], { order: "F" }), [1, 2]],
  ["[2, 0, 1] of int16 (3, 4, 5)", () => np.zeros([3, 4, 5], { dtype: "int16" }), [2, 0, 1]],
  [
    "[0, 1] of int32 (3, 4) from row 1 on",
    () => np.zeros([3, 4], { dtype: "int32" }).get("1:"),
    [0, 1],
  ],
  ["[1] of float32 (5,) backwards", () => np.zeros([5], { dtype: "float32" }).get("::-1"), [1]],
  ["[3, 1] of the transpose of float64 (3, 4)", () => np.zeros([3, 4]).T, [3, 1]],
  [
    "[1, 1] of every second row and every third column from 1",
    () => np.zeros([6, 6]).get("::2", "1::3"),
    [1, 1],
  ],
  [
    "[3, 2] of int32 (3,) broadcast to (4, 3)",
    () => np.broadcast_to(np.zeros([3], { dtype: "int32" }), [4, 3]),
    [3, 2],
  ],
  [
    "[1, 0] of complex128 (2, 2), order F",
    () => np.zeros([2, 2], { dtype: "complex128", order: "F" }),
    [1, 0],
  ],
  [
    "[2] of the imaginary parts of complex64 (4,)",
    () => np.zeros([4], { dtype: "complex64" }).imag,
    [2],
  ],
];

const address = (a: np.NDArray, index: readonly number[]): number =>
  index.reduce((at, i, axis) => at + i * a.strides[axis]!, a.offset);

test("there is an answer for each of the ten cards", () => {
  expect(answers().length).toBe(CARDS.length);
  expect(
    answers().filter((answer) => Number.isNaN(answer)).length,
    "cards that are still NaN",
  ).toBe(0);
});

for (const [k, [question, make, index]] of CARDS.entries()) {
  test(`card ${k + 1}: ${question}`, () => {
    const given = answers()[k];
    // Says which answer is wrong, and not which would be right.
    expect(given === address(make(), index), `not byte ${given}; think again`).toBe(true);
  });
}
