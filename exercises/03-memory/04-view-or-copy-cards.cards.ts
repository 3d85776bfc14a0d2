/** Cards about who shares memory with whom. */
import type { Card, CardFamily, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

type Program = readonly [text: string, run: (a: np.NDArray) => np.NDArray];

const card = ([text, run]: Program): Card => ({
  id: text,
  prompt: `${text}: a view of a, or a copy?`,
  choices: ["view", "copy"],
  shows: () => np.ones([4, 6]),
  truth: () => {
    const a = np.ones([4, 6]);
    return np.shares_memory(run(a), a) ? "view" : "copy";
  },
});

const family = (name: string, ...programs: readonly Program[]): CardFamily => ({
  name,
  cards: programs.map(card),
});

export const deck: Deck = {
  about:
    'a is a fresh float64 array of shape (4, 6), order C, full of ones. Does the result show a\'s memory? "view" or "copy".',
  families: [
    family(
      "a slice",
      ["a[1:3]", (a) => a.get("1:3")],
      ["a[:, 2]", (a) => a.get(":", 2)],
      ["a[::-1]", (a) => a.get("::-1")],
      ["a[::2, 1:]", (a) => a.get("::2", "1:")],
    ),
    family(
      "a list of positions",
      ["a[[1, 2]]", (a) => a.get([1, 2])],
      ["a[[0]]", (a) => a.get([0])],
      ["a[:, [0, 1]]", (a) => a.get(":", [0, 1])],
      ["np.take(a, [0, 1], axis=0)", (a) => np.take(a, [0, 1], { axis: 0 })],
    ),
    family(
      "a mask",
      ["a[a > 0]", (a) => a.get(np.greater(a, 0))],
      ["a[a == 1]", (a) => a.get(np.equal(a, 1))],
      ["np.extract(a > 0, a)", (a) => np.extract(np.greater(a, 0), a)],
    ),
    family(
      "axes changing places",
      ["a.T", (a) => a.T],
      ["np.swapaxes(a, 0, 1)", (a) => np.swapaxes(a, 0, 1)],
      ["np.moveaxis(a, 0, 1)", (a) => np.moveaxis(a, 0, 1)],
      ["np.flip(a)", (a) => np.flip(a)],
    ),
    family(
      "reshape of a fresh array",
      ["a.reshape(3, 8)", (a) => np.reshape(a, [3, 8])],
      ["a.reshape(-1)", (a) => np.reshape(a, [-1])],
      ["a.reshape(2, 2, 6)", (a) => np.reshape(a, [2, 2, 6])],
    ),
    family(
      "reshape of a transpose, across its axes",
      ["a.T.reshape(24)", (a) => np.reshape(a.T, [24])],
      ["a.T.reshape(3, 8)", (a) => np.reshape(a.T, [3, 8])],
      ["a.T.reshape(4, 6)", (a) => np.reshape(a.T, [4, 6])],
    ),
    family(
      "reshape that only cuts an axis",
      ["a.T.reshape(6, 2, 2)", (a) => np.reshape(a.T, [6, 2, 2])],
      ["a.T.reshape(2, 3, 4)", (a) => np.reshape(a.T, [2, 3, 4])],
      ["a[:, 1:5].reshape(4, 2, 2)", (a) => np.reshape(a.get(":", "1:5"), [4, 2, 2])],
    ),
    family(
      "reshape of a view with equal gaps",
      ["a[:, ::2].reshape(-1)", (a) => np.reshape(a.get(":", "::2"), [-1])],
      ["a[:, ::3].reshape(8)", (a) => np.reshape(a.get(":", "::3"), [8])],
      ["a[:, 1::2].reshape(12)", (a) => np.reshape(a.get(":", "1::2"), [12])],
    ),
    family(
      "ravel",
      ["a.ravel()", (a) => a.ravel()],
      ["a[1:3].ravel()", (a) => a.get("1:3").ravel()],
      ["a[0].ravel()", (a) => a.get(0).ravel()],
    ),
    family(
      "flatten",
      ["a.flatten()", (a) => a.flatten()],
      ["a[0].flatten()", (a) => a.get(0).flatten()],
      ["a.reshape(-1).flatten()", (a) => np.reshape(a, [-1]).flatten()],
    ),
    family(
      "arithmetic",
      ["a + 0", (a) => np.add(a, 0)],
      ["a * 1", (a) => np.multiply(a, 1)],
      ["-a", (a) => np.negative(a)],
    ),
    family(
      "astype to the same dtype",
      ["a.astype('float64')", (a) => a.astype("float64")],
      ["a.T.astype('float64')", (a) => a.T.astype("float64")],
      ["a[1:].astype('float64')", (a) => a.get("1:").astype("float64")],
    ),
    family(
      "asarray of an array",
      ["np.asarray(a)", (a) => np.asarray(a)],
      ["np.asarray(a.T)", (a) => np.asarray(a.T)],
      ["np.ascontiguousarray(a)", (a) => np.ascontiguousarray(a)],
    ),
    family(
      "one axis more",
      ["a[..., None]", (a) => a.get("...", null)],
      ["np.expand_dims(a, 0)", (a) => np.expand_dims(a, 0)],
      ["a[None]", (a) => a.get(null)],
    ),
    family(
      "broadcast_to",
      ["np.broadcast_to(a, (3, 4, 6))", (a) => np.broadcast_to(a, [3, 4, 6])],
      ["np.broadcast_to(a[0], (4, 6))", (a) => np.broadcast_to(a.get(0), [4, 6])],
    ),
    family(
      "the same bytes as another dtype",
      ["a.view('uint8')", (a) => a.view("uint8")],
      ["a.view('int64')", (a) => a.view("int64")],
      ["a[1:].view('float32')", (a) => a.get("1:").view("float32")],
    ),
    family(
      "joining",
      ["np.concat([a])", (a) => np.concat([a])],
      ["np.stack([a])", (a) => np.stack([a])],
      ["np.repeat(a, 1)", (a) => np.repeat(a, 1)],
    ),
  ],
};
