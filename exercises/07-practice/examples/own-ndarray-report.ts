/**
 * What your own ndarray (7.10) can do, on one page worth sharing.
 *
 *     npm run example -- 07-practice/own-ndarray-report
 *
 * It runs your file as it is; what is not written yet shows as a gap. The points come from `npm run grade -- 7.10`.
 */
import * as np from "@deep-dive/ndarray";
import { add as naiveAdd } from "../10-own-ndarray.naive.ts";
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
  showViews();
  showTimes();
} else console.log("\nWhen all of them are right, this page shows memory and times as well.");

/** Which numbers in memory each view reads: all of them look at the same six. */
function showViews(): void {
  const a = table();
  const rows: readonly (readonly [numpy: string, view: ReturnType<typeof mine.array>])[] = [
    ["a", a],
    ["a.T", mine.transpose(a)],
    [
      "a[:, ::-1]",
      mine.index(a, [
        [null, null, null],
        [null, null, -1],
      ]),
    ],
    ["a.T[1:]", mine.index(mine.transpose(a), [[1, null, null]])],
  ];
  console.log("\nOne memory, four arrays; [x] is read\n");
  for (const [numpy, view] of rows) {
    const read = new Set(([mine.toList(view)] as unknown[]).flat(Infinity)); // here each number is its own place
    const cells = Array.from(a.data, (v) => (read.has(v) ? `[${v}]` : ` ${v} `)).join("");
    const own = view.data === a.data ? "no copy" : "a copy!";
    console.log(
      `  ${numpy.padEnd(12)} ${cells}   shape (${view.shape.join(", ")}), strides (${view.strides.join(", ")}), from ${view.offset}: ${own}`,
    );
  }
}

/** Your addition beside the naive one and the library's, in turns, so that all see the same machine. */
function showTimes(): void {
  const n = 100;
  const numbers = Array.from({ length: n * n }, (_, i) => i);
  const [big, row] = [mine.reshape(mine.array(numbers), [n, n]), mine.array(numbers.slice(0, n))];
  const [npBig, npRow] = [np.asarray(big.data).reshape([n, n]), np.asarray(row.data)];
  const ways: Readonly<Record<string, () => unknown>> = {
    "a place for every element": () => naiveAdd(big, row),
    yours: () => mine.add(big, row),
    "@deep-dive/ndarray": () => np.add(npBig, npRow),
  };
  const rounds = Array.from({ length: 25 }, () =>
    Object.values(ways).map((run) => {
      const start = performance.now();
      run();
      return ((performance.now() - start) * 1e6) / (n * n);
    }),
  ).slice(5); // the first ones warm up
  console.log(`\n(${n}, ${n}) + (${n},): nanoseconds an element\n`);
  for (const [k, name] of Object.keys(ways).entries()) {
    const median = rounds.map((round) => round[k]!).sort((p, q) => p - q)[10]!;
    console.log(
      `  ${name.padEnd(26)} ${median.toFixed(1).padStart(6)} ${"#".repeat(Math.max(1, Math.min(40, Math.round(median / 2))))}`,
    );
  }
}
