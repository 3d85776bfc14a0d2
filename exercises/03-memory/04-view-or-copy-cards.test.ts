import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { answers } from "./04-view-or-copy-cards.ts";

/** Each card as a program; whether the memory is shared is found out by running it. */
const CARDS: readonly (readonly [text: string, run: (a: np.NDArray) => np.NDArray])[] = [
  ["a[1:3]", (a) => a.get("1:3")],
  ["a[[1, 2]]", (a) => a.get([1, 2])],
  ["a.T", (a) => a.T],
  ["a.reshape(3, 8)", (a) => np.reshape(a, [3, 8])],
  ["a.T.reshape(24)", (a) => np.reshape(a.T, [24])],
  ["a[a > 0]", (a) => a.get(np.greater(a, 0))],
  ["a.ravel()", (a) => a.ravel()],
  ["a.flatten()", (a) => a.flatten()],
  ["a[:, ::2].reshape(-1)", (a) => np.reshape(a.get(":", "::2"), [-1])],
  ["a + 0", (a) => np.add(a, 0)],
  ['a.astype("float64")', (a) => a.astype("float64")],
  ["np.asarray(a)", (a) => np.asarray(a)],
  ["a[..., None]", (a) => a.get("...", null)],
  ["np.broadcast_to(a, (3, 4, 6))", (a) => np.broadcast_to(a, [3, 4, 6])],
  ['a.view("uint8")', (a) => a.view("uint8")],
  ["np.concat([a])", (a) => np.concat([a])],
];

test("each of the 16 cards says view or copy", () => {
  expect(answers().length).toBe(CARDS.length);
  expect(
    answers().filter((answer) => answer !== "view" && answer !== "copy").length,
    'cards that say neither "view" nor "copy"',
  ).toBe(0);
});

for (const [k, [text, run]] of CARDS.entries()) {
  test(`card ${k + 1}: ${text}`, () => {
    const a = np.ones([4, 6]);
    const truth = np.shares_memory(run(a), a) ? "view" : "copy";
    expect(answers()[k] === truth, `${text} is not a ${answers()[k]}`).toBe(true);
  });
}
