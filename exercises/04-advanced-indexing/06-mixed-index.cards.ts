/** Cards about where the axis of the lists lands. */
import type { Card, CardFamily, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

type Part = ":" | number | readonly number[];

const written = (part: Part): string =>
  typeof part === "object" ? `[${part.join(", ")}]` : String(part);

const card = (parts: readonly Part[]): Card => {
  const text = `a[${parts.map(written).join(", ")}]`;
  return {
    id: text,
    prompt: `a has the shape (2, 3, 4, 5). The shape of ${text}?`,
    truth: () =>
      np.zeros([2, 3, 4, 5]).get(...parts.map((p) => (typeof p === "object" ? [...p] : p))).shape,
  };
};

const family = (name: string, ...cards: readonly (readonly Part[])[]): CardFamily => ({
  name,
  cards: cards.map(card),
});

export const deck: Deck = {
  about: "a has the shape (2, 3, 4, 5). The answers are shapes: [2, 3].",
  families: [
    family(
      "one list",
      [":", [0, 1, 2, 0], ":", ":"],
      [":", ":", [3, 3, 0], ":"],
      [":", ":", ":", [4, 0]],
    ),
    family(
      "lists side by side",
      [":", [0, 1], [3, 3], ":"],
      [":", ":", [0, 1, 2], [4, 4, 4]],
      [":", [2, 0, 1, 1], [3, 3, 0, 0], ":"],
    ),
    family(
      "a : between two lists",
      [":", [0, 1, 2], ":", [4, 0, 1]],
      [":", [0, 1, 2, 2], ":", [4, 4, 0, 0]],
      [":", [2, 0, 1, 1, 0], ":", [0, 1, 2, 3, 4]],
    ),
    family(
      "a number and a list, apart",
      [0, ":", [1, 2], ":"],
      [":", 0, ":", [1, 2, 3]],
      [":", [0, 1, 2], ":", 4],
    ),
    family(
      "a number and a list, side by side",
      [":", 0, [1, 2], ":"],
      [":", ":", [0, 3, 3], 1],
      [":", [0, 1, 2, 0], 3, ":"],
    ),
    family("only numbers", [":", 0, ":", 1], [1, ":", ":", 2], [0, ":", 3, ":"]),
    family(
      "a list of length 1 beside a longer one",
      [":", [0], [1, 2, 3], ":"],
      [":", ":", [3, 0], [4]],
      [":", [0, 1, 1, 0], [2], ":"],
    ),
  ],
};
