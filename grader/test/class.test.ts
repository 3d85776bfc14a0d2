/**
 * A small class, graded twice: results, gradebook, resumption, and one broken submission that costs only itself.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

function classArgs(from: string, list: string, to: string): string[] {
  const cli = join(PROJECT, "grader", "src", "cli.ts");
  const flags = ["--disable-warning=ExperimentalWarning", cli, "class", from];
  return [...flags, "--roster", list, "--out", to, "1.02", "--no-timing"];
}

function gradeClass(...more: readonly string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  return spawnSync(process.execPath, [...classArgs(submissions, roster, out), ...more], {
    encoding: "utf8",
  });
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

test("a class that is killed goes on where it was, grades nothing twice and loses nothing", async () => {
  const many = join(home, "many");
  const answer = readFileSync(join(PROJECT, "solutions", FILE), "utf8");
  const names = Array.from({ length: 12 }, (_, k) => `student-${k}`);
  for (const name of names) {
    mkdirSync(join(many, name, "01-basics"), { recursive: true });
    writeFileSync(join(many, name, FILE), `${answer}// ${name}\n`);
  }
  const list = join(home, "many.csv");
  writeFileSync(list, `username\n${names.join("\n")}\n`);
  const args = classArgs(many, list, join(home, "many-out"));
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  for await (const chunk of child.stderr) if (String(chunk).includes("/12 submissions")) break;
  child.kill("SIGKILL");
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status).toBe(0);
  const before = Number(/^(\d+) of 12 were graded before$/m.exec(stderr)![1]);
  expect(before).toBeGreaterThan(0);
  expect(stdout).toContain("12 of 12 students graded");
  if (before < 12) expect(stdout).toContain(`${12 - before} submissions in`);
}, 180_000);

const canMount =
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

test.skipIf(!canMount)(
  "a full disk is one line, and leaves what was there (needs root and tmpfs)",
  () => {
    const disk = join(home, "disk");
    mkdirSync(disk);
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=20m", "tmpfs", disk]);
    try {
      const run = (...more: string[]): ReturnType<typeof spawnSync> =>
        spawnSync(
          process.execPath,
          [...classArgs(submissions, roster, join(disk, "out")), ...more],
          {
            encoding: "utf8",
          },
        );
      const empty = run();
      expect(empty.status).toBe(2);
      expect(String(empty.stderr)).toMatch(/^the grader failed: .* no space left on device\n$/);
      expect(existsSync(join(disk, "out", "gradebook.csv"))).toBe(false);
      spawnSync("mount", ["-o", "remount,size=120m", disk]);
      rmSync(join(disk, "out"), { recursive: true });
      expect(run().status).toBe(0);
      const gradebook = readFileSync(join(disk, "out", "gradebook.csv"));
      spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "fill")}`, "bs=1M"]);
      const full = run("--force");
      expect(full.status).toBe(2);
      expect(String(full.stderr)).toMatch(/no space left on device[^\n]*\n$/i);
      expect(readFileSync(join(disk, "out", "gradebook.csv")).equals(gradebook)).toBe(true);
      rmSync(join(disk, "fill"));
      expect(run("--force").status).toBe(0);
    } finally {
      spawnSync("umount", [disk]);
    }
  },
  300_000,
);

test("a roster or a folder that is not there is one line and exit 2", () => {
  writeFileSync(join(home, "bad.csv"), "x\n1\n");
  const { status, stderr } = gradeClass("--roster", join(home, "bad.csv"));
  expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(stderr).toContain(
    'has no column that tells students apart, such as "username", "id", "email"',
  );
});
