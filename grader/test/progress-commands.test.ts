/**
 * Without the watch mode: list, next, hint and reset, as a learner runs them.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stubIdsText } from "../src/course/stubs.ts";
import { FIXTURE_ROOT, PROJECT } from "./fixture.ts";

const root = mkdtempSync(join(tmpdir(), "progress-"));
cpSync(FIXTURE_ROOT, root, { recursive: true });
symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
const exercises = join(root, "exercises");
cpSync(join(exercises, "03-fixture"), join(exercises, ".stubs/03-fixture"), { recursive: true });
writeFileSync(
  join(exercises, "stubs.json"),
  stubIdsText(exercises, ["03-fixture/01-add-one.ts", "03-fixture/02-reversed.ts"]),
);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(PROJECT, "grader/src/cli.ts"), ...args, "--course", root],
    { encoding: "utf8" },
  );
  return { out: stdout, err: stderr, code: status };
}

const kept = (): unknown => JSON.parse(readFileSync(join(root, "progress.json"), "utf8"));

test("next goes to the first exercise that is not passed, then on, and round", () => {
  expect(run("next").out).toMatch(/^3\.01 add-one\nexercises.03-fixture.01-add-one\.ts\n/);
  expect(run("next").out).toMatch(/^3\.02 reversed\n/);
  expect(kept()).toEqual({ current: "3.02", exercises: {} });
});

test("list shows where the learner is, what is passed and which hints were taken", () => {
  writeFileSync(
    join(root, "progress.json"),
    '{ "current": "3.02", "exercises": { "3.01": { "state": "passed", "hints": 1 } } }\n',
  );
  const { out } = run("list");
  expect(out).toMatch(/^ {2}✓ 3\.01 add-one +passed +1 hint$/m);
  expect(out).toMatch(/^> · 3\.02 reversed +pending$/m);
  expect(run("list", "passed").out.trim().split("\n")).toHaveLength(1);
  expect(run("list", "zebra").out).toBe("no exercise matches zebra\n");
});

test("hint shows one more each time, and --all never the answer", () => {
  expect(run("hint", "3.02").out).toMatch(/hint 1 of 3: /);
  expect(run("hint", "3.02").out).toMatch(/hint 2 of 3: /);
  const { out } = run("hint", "3.02", "--all");
  expect(out).toMatch(/hint 3 of 3: /);
  const answer = readFileSync(join(root, "solutions/03-fixture/02-reversed.ts"), "utf8");
  expect(out).not.toContain(answer.split("\n").at(-3));
  expect(run("hint", "3.01").out).toContain("3.01 add-one: passed");
});

test("reset asks; with --yes it keeps the learner's text in a backup that it names", () => {
  const stub = join(exercises, "03-fixture/01-add-one.ts");
  const original = readFileSync(stub, "utf8");
  writeFileSync(stub, "my own text\n");
  expect(run("reset", "3.01")).toMatchObject({ code: 2, err: expect.stringMatching(/say --yes/) });
  expect(readFileSync(stub, "utf8")).toBe("my own text\n");
  const backup = /your text is in (\S+\.bak)/.exec(run("reset", "3.01", "--yes").out)?.[1] ?? "";
  expect(readFileSync(join(root, backup), "utf8")).toBe("my own text\n");
  expect(readFileSync(stub, "utf8")).toBe(original);
});

test("a broken progress file is named, and nothing is written over it", () => {
  writeFileSync(join(root, "progress.json"), "{ half");
  expect(run("next")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^\S+progress\.json is no/),
  });
  expect(readFileSync(join(root, "progress.json"), "utf8")).toBe("{ half");
});
