/** The course's self-check, on the tiny course and on broken copies of it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { strayFiles } from "../src/course/files.ts";
import { findCourse } from "../src/course/find.ts";
import { exampleFindings } from "../src/course/worked-examples.ts";
import { selfCheck } from "../src/judge/self-check.ts";
import { FIXTURE_ROOT, PROJECT, openFixture } from "./fixture.ts";

test("a course that is as it says has no findings", async () => {
  const { course, options } = await openFixture();
  const result = await selfCheck(course.exercises, options);
  expect(result.findings).toEqual([]);
  expect(result.leftOut).toBe(1);
  expect(strayFiles(course)).toEqual([]);
});

test("each way in which a course may be wrong is found", async () => {
  const { options } = await openFixture();
  const root = mkdtempSync(join(PROJECT, ".cache/broken-course-"));
  try {
    cpSync(FIXTURE_ROOT, root, { recursive: true });
    const edit = (file: string, change: (text: string) => string): void =>
      writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));
    edit("exercises/03-fixture/01-add-one.ts", (text) => text.replace("// TODO:", "// perhaps:"));
    edit("solutions/03-fixture/01-add-one.wrong/text.ts", (text) =>
      text.replace("one and one is two", "no such test"),
    );
    edit("solutions/03-fixture/01-add-one.wrong/adds-two.ts", (text) =>
      text.replace("n + 2", "n + 1"),
    );
    edit("solutions/03-fixture/02-reversed.wrong/copies.ts", (text) =>
      text.split("\n").slice(1).join("\n"),
    );
    edit("solutions/03-fixture/03-window-sums.right/by-differences.ts", () =>
      readFileSync(join(root, "exercises/03-fixture/03-window-sums.naive.ts"), "utf8").replace(
        "naiveWindowSums",
        "windowSums",
      ),
    );
    edit(
      "solutions/03-fixture/04-twice.ts",
      () => 'export { naiveWindowSums as repeat } from "./03-window-sums.naive.ts";\n',
    );
    edit("solutions/03-fixture/topic.ts", (text) => text.replace('"the rule"', '""'));
    writeFileSync(join(root, "exercises/03-fixture/stray.ts"), "");
    rmSync(join(root, "solutions/03-fixture/01-add-one.right/one-first.ts"));
    writeFileSync(
      join(root, "solutions/03-fixture/equivalents.json"),
      '{ "3.01": { "return n + 9;": "no such mutant", "return n - 1;": " " } }',
    );
    const course = await findCourse(root);
    const { findings } = await selfCheck(course.exercises, { ...options, course });
    const all = [...strayFiles(course), ...findings].join("\n");
    for (const part of [
      "stray.ts: belongs to no exercise",
      "01-add-one.ts: no // TODO: says the first step",
      "01-add-one.ts: hint 2 is empty",
      "01-add-one.ts: fewer than two right answers written differently",
      'of 3.01, "return n + 9;" is no mutant of the reference answer',
      'of 3.01, "return n - 1;" has no reason',
      "adds-two.ts: nothing catches it",
      'text.ts: is not caught by "no such test" but by "one and one is two"',
      "copies.ts: line 1 is not // caught by",
      "by-differences.ts: gets 7 of 10 points: touches 10860 (limit 1000)",
      "04-twice.ts: gets 0 of 3 points: forbidden",
    ]) {
      expect(all).toContain(part);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("fewer than three examples before the first law are noticed", async () => {
  const { course } = await openFixture();
  const findings = course.exercises.flatMap((placement) => exampleFindings(course, placement));
  expect(findings).toContain(
    "exercises/03-fixture/01-add-one.ts: fewer than three worked examples before the first law",
  );
  expect(findings.join()).not.toContain("02-reversed"); // five examples, no law
});

test("an absent course has no exercises", async () => {
  expect((await findCourse(mkdtempSync(join(tmpdir(), "deep-dive-none-")))).exercises).toEqual([]);
});
