/**
 * Watch mode as a learner sees it: a real terminal, real saves, real keys.
 */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { afterEach, expect, test } from "vitest";
import { stubIdsText } from "../src/course/stubs.ts";
import { FIXTURE_ROOT, PROJECT } from "./fixture.ts";

const STUB = "exercises/03-fixture/01-add-one.ts";
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

interface Screen {
  readonly root: string;
  readonly exit: Promise<number>;
  press(keys: string): void;
  save(file: string, text: string): void;
  /** Waits until everything drawn since the last wait matches; gives it. */
  sees(pattern: RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
}

/** Watch mode on a copy of the fixture course, in a terminal of that size. */
function learn(columns = 90, rows = 30, env: Readonly<Record<string, string>> = {}): Screen {
  const root = mkdtempSync(join(tmpdir(), "learn-"));
  open.push(() => rmSync(root, { recursive: true, force: true }));
  cpSync(FIXTURE_ROOT, root, { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
  const exercises = join(root, "exercises");
  writeFileSync(
    join(exercises, "stubs.json"),
    stubIdsText(exercises, ["03-fixture/01-add-one.ts", "03-fixture/02-reversed.ts"]),
  );
  const child = spawn(
    process.execPath,
    [join(PROJECT, "grader/src/cli.ts"), "learn", "--course", root],
    {
      cols: columns,
      rows,
      cwd: root,
      env: { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", ...env },
    },
  );
  let drawn = "";
  let ended = false;
  child.onData((data) => (drawn += data));
  const exit = new Promise<number>((resolve) =>
    child.onExit(({ exitCode }) => ((ended = true), resolve(exitCode))),
  );
  open.push(() => {
    if (!ended) child.kill("SIGKILL");
  });
  return {
    root,
    exit,
    press: (keys) => child.write(keys),
    save: (file, text) => writeFileSync(join(root, file), text),
    resize: (c, r) => child.resize(c, r),
    sees: async (pattern) => {
      for (let waited = 0; ; waited += 50) {
        const raw = drawn;
        if (pattern.test(stripVTControlCharacters(raw))) {
          drawn = "";
          return raw;
        }
        if (ended || waited > 40_000)
          throw new Error(
            `never saw ${pattern} in:\n${stripVTControlCharacters(raw).slice(-2000)}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

test("save, fail, hint, pass, next, back, reset, quit", async () => {
  const screen = learn();
  const stub = readFileSync(join(screen.root, STUB), "utf8");
  await screen.sees(/3\.01 add-one[\s\S]*not started/);

  screen.save(STUB, `${stub}\n`);
  await screen.sees(/✗ .*not implemented|✗ [\s\S]*says +not implemented/);
  screen.press("h");
  await screen.sees(/hint 1: \S/);

  screen.save(STUB, readFileSync(join(screen.root, "solutions/03-fixture/01-add-one.ts"), "utf8"));
  await screen.sees(/✓ passed[\s\S]*points/);
  expect(JSON.parse(readFileSync(join(screen.root, "progress.json"), "utf8"))).toMatchObject({
    exercises: { "3.01": { state: "passed", hints: 1 } },
  });
  screen.press("x");
  await screen.sees(/3\.01 add-one: passed/);
  screen.press(" ");
  screen.press("q");

  screen.press("n");
  await screen.sees(/3\.02 reversed/);
  screen.press("b");
  await screen.sees(/3\.01 add-one/);

  screen.press("l");
  await screen.sees(/> ✓ 3\.01 add-one/);
  screen.press("l");
  screen.press("q");
  expect(await screen.exit).toBe(0);
}, 90_000);

test("reset keeps the learner's text in a backup that it names", async () => {
  const screen = learn();
  await screen.sees(/not started/);
  screen.save(STUB, "my own text\n");
  await screen.sees(/✗ /);
  screen.press("r");
  await screen.sees(/Put the stub of 3\.01/);
  screen.press("y");
  await screen.sees(/nowhere to be found|your text is in/);
  const folder = join(screen.root, "exercises/03-fixture");
  const texts = readdirSync(folder)
    .filter((f) => f.startsWith("01-add-one.ts"))
    .map((f) => readFileSync(join(folder, f), "utf8"));
  expect(texts).toContain("my own text\n");
  screen.press("q");
  expect(await screen.exit).toBe(0);
}, 60_000);

test("a narrow window without colour stays legible, and follows a resize", async () => {
  const screen = learn(36, 16, { NO_COLOR: "1" });
  const drawn = await screen.sees(/not started/);
  // oxlint-disable-next-line no-control-regex -- colour codes are what must be missing
  expect(drawn).not.toMatch(/\u001b\[\d+m/);
  for (const line of stripVTControlCharacters(drawn).split("\r\n"))
    expect(line.length).toBeLessThanOrEqual(36);
  screen.resize(80, 24);
  await screen.sees(/n next {2}b back {2}h hint {2}l list {2}o lesson/);
  screen.press("\u0003");
  expect(await screen.exit).toBe(0);
}, 60_000);
