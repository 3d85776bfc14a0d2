/** The command line as people use it: targets, submissions, bad input, exit codes. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { GradeRecord } from "../src/judge/record.ts";
import { FIXTURE_ROOT, PROJECT } from "./fixture.ts";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, "grader/src/cli.ts"), ...args],
    { encoding: "utf8", cwd: tmpdir(), env: { PATH: process.env["PATH"] ?? "" } },
  );
  return { code: status, out: stdout, err: stderr };
}

const grade = (...args: string[]): Ran =>
  run("grade", "--course", FIXTURE_ROOT, "--no-timing", ...args);

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), "deep-dive-cli-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

function recordOf(submission: string, ...args: string[]): { ran: Ran; record: GradeRecord } {
  const json = join(folder(), "out.json");
  const ran = grade("--submission", submission, "--json", json, ...args);
  return { ran, record: JSON.parse(readFileSync(json, "utf8")) as GradeRecord };
}

const oneLine = ({ code, err, out }: Ran): void => {
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/\n\s+at /);
};

describe("bad usage is one line and exit 2", () => {
  test.each([
    ["an unknown target", ["nosuch"], "nosuch"],
    ["a missing submission folder", ["--submission", "/nowhere/at/all"], "there is no folder"],
    ["an empty submission folder", ["--submission", folder()], "is empty"],
    [
      "a submission that is a file",
      ["--submission", join(FIXTURE_ROOT, "solutions/03-fixture/topic.ts")],
      "not a folder",
    ],
    ["a folder without topics", ["--submission", folder({ "a.txt": "x" })], "no topic folder"],
    ["an unknown option", ["--bogus"], "--bogus"],
    ["a seed that is no number", ["--seed", "x"], "--seed"],
    ["a minimum below zero", ["--min=-1"], "--min"],
    ["two sources", ["--solutions", "--submission", "."], "exclude each other"],
    [
      "a record that cannot be written",
      ["--json", "/nowhere/at/all/out.json"],
      "there is no folder",
    ],
    ["an isolation that does not exist", ["--isolation", "none"], "--isolation"],
  ])("%s", (_, args, words) => {
    const ran = grade(...args);
    oneLine(ran);
    expect(ran.err).toContain(words);
  });

  test("an unknown command", () => {
    oneLine(run("frobnicate"));
  });
});

describe("a submission", () => {
  let solved: ReturnType<typeof recordOf>;

  beforeAll(() => {
    const path = folder();
    cpSync(join(FIXTURE_ROOT, "solutions/03-fixture"), join(path, "03-fixture"), {
      recursive: true,
    });
    solved = recordOf(path);
  });

  test("of right answers gets full points and a record of the documented shape", () => {
    const { ran, record } = solved;
    expect(ran.code).toBe(0);
    expect(record).toMatchObject({
      schema: "deep-dive/grade/v1",
      isolation: "process",
      points: 25,
      openPoints: 0,
      maxPoints: 25,
    });
    expect(record.topics).toEqual([{ id: "03-fixture", points: 25, openPoints: 0, maxPoints: 25 }]);
    expect(record.exercises.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["3.01", "passed"],
      ["3.02", "passed"],
      ["3.03", "passed"],
      ["3.04", "passed"],
    ]);
  });

  test("graded again with the same seed gets the same verdicts from the kept ones", () => {
    const again = recordOf(solved.record.submission);
    expect(again.record.exercises.every(({ cached }) => cached === true)).toBe(true);
    expect(again.record.exercises.map(({ verdict, points }) => [verdict, points])).toEqual(
      solved.record.exercises.map(({ verdict, points }) => [verdict, points]),
    );
  });

  test("below --min exits 1, at it 0", () => {
    expect(grade("--submission", solved.record.submission, "--min", "26").code).toBe(1);
    expect(grade("--submission", solved.record.submission, "--min", "25").code).toBe(0);
  });

  test("targets choose topics and exercises by any of their names", () => {
    for (const target of ["3", "fixture", "03-fixture", "3.01", "3.1", "add-one"])
      expect(grade(target).out).toContain("3.01 add-one");
    expect(grade("3.02").out).not.toContain("3.01");
    expect(grade("--track", "fast").out).not.toContain("3.02");
  });

  test("the table fits 80 columns and has no colours on a pipe", () => {
    const { ran } = solved;
    for (const line of ran.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(ran.out).not.toContain("\u001b");
  });
});

test("stubs and missing files are not started", () => {
  const path = folder();
  cpSync(
    join(FIXTURE_ROOT, "exercises/03-fixture/01-add-one.ts"),
    join(path, "03-fixture/01-add-one.ts"),
  );
  const { ran, record } = recordOf(path);
  expect(ran.code).toBe(0);
  expect(record.exercises.map(({ verdict }) => verdict)).toEqual([
    "not-started",
    "not-started",
    "not-started",
    "not-started",
  ]);
  expect(record.points).toBe(0);
});

test("a folder with its own configuration, links and odd names is read for its stub files alone", () => {
  const secret = folder({ "secret.ts": "export const addOne = (n: number) => n + 1;" });
  const path = folder({
    "03-fixture/02-reversed.ts": "export const nothing = 1;\n",
    "03-fixture/__proto__/x.ts": "throw 1;",
    "03-fixture/01-add-one.test.ts": "throw new Error('mine');",
    "vitest.config.ts": "throw new Error('config');",
    "package.json": '{"type":"commonjs","exports":{}}',
    "node_modules/vitest/index.js": "throw new Error('vitest');",
    "node_modules/@deep-dive/ndarray/index.js": "throw new Error('library');",
    "tsconfig.json": "not json",
    ".env": "VITE_X=1",
  });
  symlinkSync(join(secret, "secret.ts"), join(path, "03-fixture/01-add-one.ts"));
  symlinkSync("/dev/zero", join(path, "03-fixture/03-window-sums.ts"));
  mkdirSync(join(path, "03-fixture/04-twice.ts"));
  const { ran, record } = recordOf(path);
  expect(ran.code).toBe(0);
  expect(
    record.exercises.map(({ verdict, message }) => `${verdict} ${message ?? ""}`.trim()),
  ).toEqual([
    "crashed it is a link, not a file",
    "failed",
    "crashed it is a link, not a file",
    "crashed it is no regular file",
  ]);
});

test("each bad file gets its own verdict and a line, and the others are graded", () => {
  const path = folder({
    "03-fixture/01-add-one.ts": "export function addOne(n: number) { for (;;) n += 1; }\n",
    "03-fixture/02-reversed.ts": "export function reversed( {\n",
    "03-fixture/03-window-sums.ts": 'export function windowSums() { throw "no error"; }\n',
    "03-fixture/04-twice.ts": readFileSync(
      join(FIXTURE_ROOT, "solutions/03-fixture/04-twice.ts"),
      "utf8",
    ).replace("./01-add-one.ts", "../03-fixture/01-add-one.ts"),
  });
  const { ran, record } = recordOf(path);
  expect(ran.code).toBe(0);
  expect(record.exercises.map(({ verdict }) => verdict)).toEqual([
    "timed-out",
    "syntax-error",
    "failed",
    "timed-out",
  ]);
  expect(record.exercises[1]?.message).toMatch(/^02-reversed\.ts:1:\d+ /);
  expect(record.exercises[2]?.tests[0]?.message).toContain("no error");
  expect(ran.out).toContain("npm run grade -- 3.01");
});

test("a file too large, one that is no text, and one with imports it may not have", () => {
  const path = folder({
    "03-fixture/01-add-one.ts": `//${"x".repeat(300_000)}\n`,
    "03-fixture/02-reversed.ts": "export const x = 1;\0",
    "03-fixture/03-window-sums.ts": 'import "node:fs";\n',
    "03-fixture/04-twice.ts":
      'import { naiveWindowSums } from "./03-window-sums.naive.ts";\nexport const repeat = naiveWindowSums;\n',
  });
  const { record } = recordOf(path);
  expect(record.exercises.map(({ verdict, message }) => [verdict, message])).toEqual([
    ["crashed", expect.stringContaining("limit 262144")],
    ["crashed", "it is not text"],
    ["forbidden", expect.stringContaining("03-window-sums.ts:1:1 imports")],
    ["forbidden", expect.stringContaining("imports")],
  ]);
});

test("an answer that fails because a lower exercise is not started says which", () => {
  const path = folder({
    "03-fixture/04-twice.ts":
      'import { addOne } from "./01-add-one.ts";\nexport const repeat = (f: (n: number) => number, n: number): number => addOne(f(n));\n',
  });
  const { ran, record } = recordOf(path, "3.04");
  expect(record.exercises[0]?.message).toBe("it builds on 3.01 add-one, which is not started yet");
  expect(ran.out).toContain("it builds on 3.01 add-one, which is not started yet");
  expect(ran.out).toMatch(/^ {2}· .*░ \d of \d$/m); // a run of one exercise ends with its card
});

test("a failing law shows its counterexample, and the same seed the same one", () => {
  const path = folder({
    "03-fixture/01-add-one.ts":
      "export const addOne = (n: number): number => (n > 37 ? 0 : n + 1);\n",
  });
  const [first, second] = [
    recordOf(path, "--seed", "7", "--force", "3.01"),
    recordOf(path, "--seed", "7", "--force", "3.01"),
  ];
  const test = first.record.exercises[0]?.tests[1];
  expect(test).toMatchObject({ verdict: "failed", counterexample: "38", seed: 7 });
  expect(second.record.exercises[0]?.tests[1]).toEqual(test);
  expect(first.ran.out).toContain("npm run grade -- 3.01 --submission");
  expect(first.ran.out).toContain("--seed 7");
});

test("hidden tests decide points and stay hidden", () => {
  const path = folder({
    "03-fixture/01-add-one.ts":
      "export const addOne = (n: number): number => (n === 123456 ? 0 : n + 1);\n",
  });
  const hidden = folder({
    "03-fixture/01-add-one.test.ts":
      'import { expect, test } from "vitest";\nimport { addOne } from "./01-add-one.ts";\ntest("the secret case", () => {\n  expect(addOne(123456)).toBe(123457);\n});\n',
  });
  const { ran, record } = recordOf(path, "--hidden", hidden, "3.01");
  expect(record.exercises[0]).toMatchObject({ verdict: "failed", points: 0 });
  expect(ran.out).not.toContain("secret case");
  expect(
    grade("--submission", path, "--hidden", hidden, "3.01", "--reveal", "names").out,
  ).toContain("the secret case");
});

test("what is printed during a hidden test stays hidden, and hidden seeds run the course's own tests again", () => {
  const path = folder({
    "03-fixture/01-add-one.ts":
      "export function addOne(n: number): number {\n  if (Math.abs(n) > 1000) console.log(`saw ${n}`);\n  return n + 1;\n}\n",
  });
  const hidden = folder({
    "03-fixture/01-add-one.test.ts":
      'import { expect, test } from "vitest";\nimport { addOne } from "./01-add-one.ts";\ntest("the secret case", () => {\n  expect(addOne(654321)).toBe(0);\n});\n',
    "seeds.txt": "11\n12\n",
  });
  const { ran, record } = recordOf(path, "--hidden", hidden, "3.01");
  expect(JSON.stringify(record) + ran.out).not.toMatch(/654321|secret case|hidden seed/);
  const tests = record.exercises[0]!.tests;
  expect(tests).toHaveLength(3 * tests.filter((t) => t.hidden !== true).length + 1);
  const named = recordOf(path, "--hidden", hidden, "3.01", "--reveal", "names").record;
  expect(JSON.stringify(named)).toMatch(/hidden seed 2/);
  expect(JSON.stringify(named)).not.toContain("654321");
});

test("a hidden folder with nothing in it, a stray test or a bad seed is bad usage", () => {
  const say = (files: Readonly<Record<string, string>>): string =>
    grade("--hidden", folder(files), "3.01").err;
  expect(say({ "notes.md": "x" })).toMatch(
    /holds no test such as 03-fixture.*and no seeds\.txt\n$/,
  );
  expect(say({ "03-fixture/99-x.test.ts": "" })).toMatch(/belongs to no exercise\n$/);
  expect(say({ "seeds.txt": "7\nx\n" })).toMatch(/line 2: "x" is no whole number below/);
});
