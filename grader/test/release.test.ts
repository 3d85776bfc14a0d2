/**
 * The student edition in a folder of its own: it grades, it holds no answer, and it is the same each time.
 */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WITHHELD } from "../src/course/edition.ts";

const PROJECT = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const home = mkdtempSync(join(tmpdir(), "release-"));

function grader(folder: string, ...args: readonly string[]): string {
  return execFileSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(folder, "grader", "src", "cli.ts"), ...args],
    { encoding: "utf8", cwd: folder },
  );
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (f) =>
        !f.includes("node_modules") &&
        !f.startsWith(".cache") &&
        statSync(join(folder, f)).isFile(),
    )
    .sort();
}

beforeAll(() => {
  for (const name of ["one", "two"])
    grader(PROJECT, "release", "--out", join(home, name), "--topics", "1,3");
}, 240_000);

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test("two releases of one project are the same, byte for byte", () => {
  const [one, two] = [join(home, "one"), join(home, "two")];
  expect(filesOf(one)).toEqual(filesOf(two));
  for (const file of filesOf(one))
    expect(readFileSync(join(one, file)).equals(readFileSync(join(two, file))), file).toBe(true);
});

test("no answer, no wrong answer and no third hint is in it", () => {
  const files = filesOf(join(home, "one"));
  expect(files.filter((f) => /^solutions|\.wrong\/|\.right\//.test(f))).toEqual([]);
  expect(files.some((f) => f.startsWith("exercises/02-indexing"))).toBe(false);
  const reference = readFileSync(
    join(PROJECT, "solutions", "01-basics", "02-size-ndim-nbytes.ts"),
    "utf8",
  );
  for (const file of files)
    expect(readFileSync(join(home, "one", file), "utf8") === reference, file).toBe(false);
  expect(readFileSync(join(home, "one", "exercises", "03-memory", "topic.ts"), "utf8")).toContain(
    WITHHELD,
  );
});

test("it grades on its own, knows stubs from answers, and gives hints", () => {
  const folder = join(home, "two");
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const stub = join(folder, "exercises", "03-memory", "05-shares-memory.ts");
  expect(grader(folder, "grade", "3.05", "--no-timing")).toContain("not started");
  appendFileSync(stub, "\n");
  expect(grader(folder, "grade", "3.05", "--no-timing")).toContain("not implemented");
  expect(grader(folder, "hint", "3.05", "--all")).toContain(WITHHELD);
}, 240_000);
