/**
 * `npm run show` as people use it: a picture, or one line that says what is wrong.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "./fixture.ts";

function show(...args: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(PROJECT, "grader/src/cli.ts"), "show", ...args],
    { encoding: "utf8" },
  );
  return { out: stdout, err: stderr, code: status };
}

test("an expression's array, its memory and its facts are drawn, without colour in a pipe", () => {
  const { out, code } = show(`np.arange(12).reshape([3, 4]).get(":", "::2")`);
  expect(code).toBe(0);
  expect(out).toContain("16 │[ 4]│  5 │[ 6]│  7 │   strides  (16, 8) bytes");
  expect(out).toContain("owner    another array: int32 (12,), 48 bytes");
  expect(out).not.toContain("\u001b");
});

test.each([
  [[], "show takes an expression, such as"],
  [[" "], "show takes an expression, such as"],
  [["np.arange(3"], "np.arange(3: "],
  [["np.nothing(3)"], "np.nothing(3): np.nothing is not a function"],
  [["3"], "3 gives the number 3, not an array"],
  [["[1, 2]"], "[1, 2] gives a list, not an array"],
  [["null"], "null gives null, not an array"],
  [["({})"], "({}) gives an object, not an array"],
  [["np.arange(3).get(5)"], "index 5 is out of bounds for axis 0 with size 3"],
])("what is no array is said in one line: %j", (args, sentence) => {
  const { out, err, code } = show(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(sentence);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});
