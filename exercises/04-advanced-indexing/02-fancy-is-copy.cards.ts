/** Cards about which of two lines that look alike changes `a`. */
import type { Card, CardFamily, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

/** A line, what it does, and the element whose value is asked. */
type Line = readonly [text: string, run: (a: np.NDArray) => void, at: number];

const card = ([text, run, at]: Line): Card => ({
  id: `${text} then a[${at}]`,
  prompt: `a = [0, 1, 2, 3, 4]. After  ${text}  what is a[${at}]?`,
  shows: () => np.arange(5),
  truth: () => {
    const a = np.arange(5);
    run(a);
    return Number(a.item(at));
  },
});

const family = (
  name: string,
  line: (i: number, value: number) => Line,
  pairs: readonly (readonly [i: number, value: number])[],
): CardFamily => ({ name, cards: pairs.map(([i, value]) => card(line(i, value))) });

const PLACES = [
  [0, 9],
  [1, 7],
  [2, 8],
  [3, 6],
] as const;
const HIGH = [
  [1, 9],
  [2, 7],
  [3, 8],
] as const;

export const deck: Deck = {
  about: "Each card begins with a = [0, 1, 2, 3, 4]. The answer is the element asked for.",
  families: [
    family(
      "writing to what a list picked",
      (i, v) => [`b = a[[${i}, ${i + 1}]]; b[0] = ${v}`, (a) => a.get([i, i + 1]).set([0], v), i],
      PLACES,
    ),
    family(
      "assigning through a list",
      (i, v) => [`a[[${i}, ${i + 1}]] = ${v}`, (a) => a.set([[i, i + 1]], v), i + 1],
      PLACES,
    ),
    family(
      "writing to a slice",
      (i, v) => [`b = a[${i}:${i + 2}]; b[0] = ${v}`, (a) => a.get(`${i}:${i + 2}`).set([0], v), i],
      PLACES,
    ),
    family(
      "two brackets, the list first",
      (i, v) => [`a[[${i}, ${i + 1}]][0] = ${v}`, (a) => a.get([i, i + 1]).set([0], v), i],
      PLACES,
    ),
    family(
      "two brackets, the list last",
      (i, v) => [`a[${i}:${i + 2}][[0]] = ${v}`, (a) => a.get(`${i}:${i + 2}`).set([[0]], v), i],
      PLACES,
    ),
    family(
      "two brackets, the mask first",
      (i, v) => [`a[a > ${i}][:] = ${v}`, (a) => a.get(np.greater(a, i)).set([":"], v), i + 1],
      HIGH,
    ),
    family(
      "assigning through a mask",
      (i, v) => [`a[a > ${i}] = ${v}`, (a) => a.set([np.greater(a, i)], v), i + 1],
      HIGH,
    ),
    family(
      "adding in place to what a list picked",
      (i, v) => [
        `b = a[[${i}]]; b += ${v}`,
        (a) => {
          const b = a.get([i]);
          np.add(b, v, { out: b });
        },
        i,
      ],
      PLACES,
    ),
    family(
      "adding twice to one place",
      (i, v) => [`a[[${i}, ${i}]] += ${v}`, (a) => a.set([[i, i]], np.add(a.get([i, i]), v)), i],
      PLACES,
    ),
  ],
};
