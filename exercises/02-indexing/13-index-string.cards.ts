/** Cards about the facts of a view, told by its index alone. */
import type { Card, CardFamily, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

type Fact = "shape" | "strides" | "offset";

const card = (text: string, fact: Fact, view: (a: np.NDArray) => np.NDArray): Card => ({
  id: `${fact} of ${text}`,
  prompt: fact === "shape" ? `The shape of ${text}?` : `The ${fact} of ${text}, in elements?`,
  shows: () => np.arange(24).reshape([4, 6]).copy(),
  truth: () => {
    const shown = view(np.zeros([4, 6]));
    if (fact === "shape") return shown.shape;
    return fact === "offset" ? shown.offset / 8 : shown.strides.map((stride) => stride / 8);
  },
});

/** One family a fact: each asks it of different slices. */
const families = (
  name: string,
  facts: readonly Fact[],
  slices: readonly (readonly (string | number)[])[],
): CardFamily[] =>
  facts.map((fact) => ({
    name: `${name}: ${fact}`,
    cards: slices.map((parts) => card(`a[${parts.join(", ")}]`, fact, (a) => a.get(...parts))),
  }));

const transposed = (fact: Fact): CardFamily => ({
  name: `the transpose in steps: ${fact}`,
  cards: ["::2", "1::2", "::3", "::5"].map((slice) =>
    card(`a.T[${slice}]`, fact, (a) => a.T.get(slice)),
  ),
});

export const deck: Deck = {
  about:
    "a has the shape (4, 6), strides (6, 1) and offset 0, in elements. Shapes and strides are lists, [2, 6]; an offset is a number.",
  families: [
    ...families("some rows", ["shape", "offset"], [["1:3"], ["2:"], ["1:"], ["3:"]]),
    ...families(
      "one column",
      ["strides", "offset"],
      [
        [":", 2],
        [":", 5],
        [":", -1],
        [":", -3],
      ],
    ),
    ...families(
      "steps on both axes",
      ["shape", "strides"],
      [
        ["::2", "::3"],
        ["1::2", "::2"],
        ["::3", "1::2"],
        ["::2", "::4"],
      ],
    ),
    ...families(
      "walking back",
      ["strides", "offset"],
      [["::-1"], ["::-2"], ["::-1", "::2"], ["2::-1"]],
    ),
    ...families(
      "one row, cut",
      ["shape", "offset"],
      [
        [1, "-2:"],
        [2, "1:4"],
        [-1, "2:"],
        [3, ":-1"],
      ],
    ),
    transposed("shape"),
    transposed("strides"),
  ],
};
