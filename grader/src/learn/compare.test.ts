import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { compared } from "./compare.ts";

const yours = "one\ntwo\nthree\n";
const reference = "one\n2\nthree\nfour\n";

test("in two columns, lines that differ stand beside each other and are marked", () => {
  const lines = compared(yours, reference, { width: 100, color: false });
  expect(lines.map((line) => line.replaceAll(/ +/g, " ").trim())).toEqual([
    "yours │ reference",
    expect.stringMatching(/^─+┼─+$/),
    "one │ one",
    "- two │ + 2",
    "three │ three",
    "│ + four",
  ]);
});

test("a narrow window gets a patch", () => {
  const lines = compared(yours, reference, { width: 60, color: false });
  expect(lines).toContain("-two");
  expect(lines).toContain("+four");
});

test.each([60, 100, 160])("at %i columns no line is wider, in colour or without", (width) => {
  const long = `${"x".repeat(300)}\n`;
  const wide = compared(long, `y${long}`, { width, color: true }).map(stripVTControlCharacters);
  if (width >= 100) expect(Math.max(...wide.map((l) => l.length))).toBeLessThanOrEqual(width);
});

test("what would move the cursor is shown, not done", () => {
  expect(compared("\u001b[2J\n", "", { width: 100, color: false }).join("")).not.toContain(
    "\u001b",
  );
});
