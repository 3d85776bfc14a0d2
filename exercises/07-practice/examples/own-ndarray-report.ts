/**
 * What your own ndarray (7.10) can do, on one page worth sharing.
 *
 *     npm run example -- 07-practice/own-ndarray-report
 *
 * It runs your file as it is; what is not written yet shows as a gap. The points come from `npm run grade -- 7.10`.
 */
import * as mine from "../10-own-ndarray.ts";

const table = (): ReturnType<typeof mine.array> =>
  mine.array([
    [0, 1, 2],
    [3, 4, 5],
  ]);

/** What is asked, how NumPy writes it, and what NumPy answers. */
const feats: readonly (readonly [numpy: string, run: () => unknown, answer: unknown])[] = [
  [
    "a = np.array([[0, 1, 2], [3, 4, 5]])",
    () => mine.toList(table()),
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
  ],
  ["a[1, ::-1]", () => mine.toList(mine.index(table(), [1, [null, null, -1]])), [5, 4, 3]],
  [
    "a[:, None, 1:].shape",
    () => [...mine.index(table(), [[null, null, null], null, [1, null, null]]).shape],
    [2, 1, 2],
  ],
  [
    "a.T",
    () => mine.toList(mine.transpose(table())),
    [
      [0, 3],
      [1, 4],
      [2, 5],
    ],
  ],
  [
    "a.T.reshape(-1)",
    () => mine.toList(mine.reshape(mine.transpose(table()), [-1])),
    [0, 3, 1, 4, 2, 5],
  ],
  [
    "np.take(a, [2, 0], axis=1)",
    () => mine.toList(mine.take(table(), [2, 0], 1)),
    [
      [2, 0],
      [5, 3],
    ],
  ],
  [
    "a + [[10], [20]]",
    () => mine.toList(mine.add(table(), mine.array([[10], [20]]))),
    [
      [10, 11, 12],
      [23, 24, 25],
    ],
  ],
  [
    "a * a[0]",
    () => mine.toList(mine.multiply(table(), mine.index(table(), [0]))),
    [
      [0, 1, 4],
      [0, 4, 10],
    ],
  ],
  ["a.sum(axis=0)", () => mine.toList(mine.sum(table(), [0], false)), [3, 5, 7]],
  ["a.sum(axis=1, keepdims=True)", () => mine.toList(mine.sum(table(), [1], true)), [[3], [12]]],
  [
    "a @ a.T",
    () => mine.toList(mine.matmul(table(), mine.transpose(table()))),
    [
      [5, 14],
      [14, 50],
    ],
  ],
];

console.log("MY OWN NDARRAY\n");
let count = 0;
for (const [numpy, run, answer] of feats) {
  let said: string;
  try {
    said = JSON.stringify(run());
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  const isRight = said === JSON.stringify(answer);
  count += Number(isRight);
  console.log(`${isRight ? "✓" : "·"} ${numpy.padEnd(38)} ${said}`);
}
console.log(
  `\n${"█".repeat(count * 3)}${"░".repeat((feats.length - count) * 3)} ${count} of ${feats.length}`,
);
if (count === feats.length) {
  const n = 300;
  const big = mine.reshape(mine.array(Array.from({ length: n * n }, (_, i) => i)), [n, n]);
  const row = mine.array(Array.from({ length: n }, (_, i) => i));
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < 200) {
    mine.add(big, row);
    calls += 1;
  }
  const nsPerElement = ((performance.now() - start) * 1e6) / (calls * n * n);
  console.log(
    `a (${n}, ${n}) + (${n},) takes ${nsPerElement.toFixed(1)} ns an element here; transpose, index and reshape take none.`,
  );
}
