/**
 * Who changes with whom: write into a view, into a copy, into a part of either, and look at the original.
 *
 *     npm run example -- 02-indexing/writing-through
 *
 * Predict each line before you read it. Then add your own: what does a.T.get(0) do? And a.get("...")?
 */
import * as np from "@deep-dive/ndarray";

const fresh = (): np.NDArray => np.reshape(np.arange(6), [2, 3]);

const cases: [text: string, write: (a: np.NDArray) => void][] = [
  ["a[0] = 9", (a) => a.set([0], 9)],
  ["a[0][1] = 9", (a) => a.get(0).set([1], 9)],
  ["a[:, 1] = 9", (a) => a.set([":", 1], 9)],
  ["a.T[2] = 9", (a) => a.T.set([2], 9)],
  ["a[::-1][0] = 9", (a) => a.get("::-1").set([0], 9)],
  ["a.reshape(3, 2)[0] = 9", (a) => np.reshape(a, [3, 2]).set([0], 9)],
  ["a.T.reshape(6)[0] = 9", (a) => np.reshape(a.T, [6]).set([0], 9)],
  ["a[0].copy()[1] = 9", (a) => a.get(0).copy().set([1], 9)],
  ["a[[0]][0] = 9", (a) => a.get([0]).set([0], 9)],
];

console.log("a is [[0, 1, 2], [3, 4, 5]] before each line\n");
for (const [text, write] of cases) {
  const a = fresh();
  write(a);
  const isChanged = !np.array_equal(a, fresh());
  console.log(
    `  ${text.padEnd(26)} ${isChanged ? "writes through" : "a copy        "}   a = ${JSON.stringify(a.tolist())}`,
  );
}
