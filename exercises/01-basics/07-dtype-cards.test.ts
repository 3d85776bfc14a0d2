import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { answers } from "./07-dtype-cards.ts";

const one = (value: number, dtype: np.DTypeName): np.NDArray => np.full([1], value, { dtype });

/** Each card's truth, computed by the library. */
const CARDS: readonly (readonly [question: string, truth: () => unknown])[] = [
  ["bytes of one complex64", () => np.complex64.itemsize],
  ["the largest int16", () => np.iinfo("int16").max],
  ["the smallest int8", () => np.iinfo("int8").min],
  ["how many values a uint8 has", () => Number(np.iinfo("uint8").max) + 1],
  ["255 + 1 in uint8", () => np.add(one(255, "uint8"), one(1, "uint8")).item(0)],
  ["127 + 1 in int8", () => np.add(one(127, "int8"), one(1, "int8")).item(0)],
  ["the byte of int8 -1 as uint8", () => one(-1, "int8").view("uint8").item(0)],
  ["-2.7 as int32", () => one(-2.7, "float64").astype("int32").item(0)],
  [
    "float32 0.1 equals float64 0.1",
    () => one(0.1, "float32").item(0) === one(0.1, "float64").item(0),
  ],
  ["float64 holds every int32", () => np.can_cast("int32", "float64")],
  ["float32 holds every int32", () => np.can_cast("int32", "float32")],
  ["2 ** 53 + 1 - 2 ** 53 in float64", () => 2 ** 53 + 1 - 2 ** 53],
  ["200 as bool, as int32", () => one(200, "int32").astype("bool").astype("int32").item(0)],
  ["the dtype of int8 + uint8", () => np.promote_types("int8", "uint8").name],
];

test("there is an answer for each of the 14 cards", () => {
  const given = answers();
  expect(given.length).toBe(CARDS.length);
  expect(
    given.filter((answer) => answer === "?").length,
    "cards that are still a question mark",
  ).toBe(0);
});

for (const [k, [question, truth]] of CARDS.entries()) {
  test(`card ${k + 1}: ${question}`, () => {
    const given = answers()[k];
    // Says which answer is wrong, and not which would be right.
    expect(given === truth(), `your answer ${String(given)} is not it; think again`).toBe(true);
  });
}
