/**
 * A small class, graded twice: results, gradebook, resumption, and one broken submission that costs only itself.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const PROJECT = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const FILE = "01-basics/02-size-ndim-nbytes.ts";
const home = mkdtempSync(join(tmpdir(), "class-"));
const [submissions, out, roster] = [
  join(home, "submissions"),
  join(home, "out"),
  join(home, "roster.csv"),
];

function gradeClass(...more: readonly string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  const args = [
    "--disable-warning=ExperimentalWarning",
    join(PROJECT, "grader", "src", "cli.ts"),
    "class",
    submissions,
    "--roster",
    roster,
    "--out",
    out,
    "1.02",
    "--no-timing",
    ...more,
  ];
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}

function handIn(student: string, text: string): void {
  mkdirSync(join(submissions, student, "01-basics"), { recursive: true });
  writeFileSync(join(submissions, student, FILE), text);
}

beforeAll(() => {
  mkdirSync(submissions);
  const answer = readFileSync(join(PROJECT, "solutions", FILE), "utf8");
  handIn("ada", answer);
  handIn("bob", answer);
  handIn("eve", "export function ndim( {");
  writeFileSync(join(submissions, "kim.zip"), "this is no zip");
  cpSync(join(submissions, "ada"), join(submissions, "stranger"), { recursive: true });
  writeFileSync(roster, "username,name\nada,Ada\nbob,Bob\neve,Eve\nkim,Kim\nleo,Leo\n");
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test("everybody is graded for what they handed in, and the gradebook says so", () => {
  const { status, stdout } = gradeClass("--column", "Shapes");
  expect(status).toBe(0);
  expect(stdout).toContain(
    "3 of 5 students graded, 1 submissions could not be read or graded, 1 students handed nothing in",
  );
  expect(stdout).toContain("kim: kim.zip is no usable zip file");
  expect(stdout).toContain("not on the roster, or fitting several students: stranger");
  const lines = readFileSync(join(out, "gradebook.csv"), "utf8").trimEnd().split("\n");
  expect(lines[0]).toBe("username,name,Shapes");
  const [ada, bob, eve, kim, leo] = lines.slice(1).map((l) => l.split(",").at(-1)!);
  expect(Number(ada)).toBeGreaterThan(0);
  expect([bob, eve, kim, leo]).toEqual([ada, "0", "", ""]);
  expect(readFileSync(join(out, "class.html"), "utf8")).toContain("ada, bob");
  expect(JSON.parse(readFileSync(join(out, "students", "eve.json"), "utf8"))).toMatchObject({
    schema: "deep-dive/grade/v1",
    points: 0,
  });
}, 120_000);

test("a second run grades nothing twice, and regrading does", () => {
  expect(gradeClass().stderr).toContain("2 of 2 were graded before");
  expect(gradeClass("--regrade").stderr).not.toContain("graded before");
}, 180_000);

test("a roster or a folder that is not there is one line and exit 2", () => {
  writeFileSync(join(home, "bad.csv"), "x\n1\n");
  const { status, stderr } = gradeClass("--roster", join(home, "bad.csv"));
  expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(stderr).toContain('has no column "username"');
});
