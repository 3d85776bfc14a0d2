/**
 * Watch mode as a learner sees it: a real terminal, real saves, real keys.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterEach, expect, test } from "vitest";
import { type LearnOptions, type Screen, openLearn } from "./learn-terminal.ts";

const STUB = "exercises/03-fixture/01-add-one.ts";
const open: Screen[] = [];
afterEach(() => {
  for (const screen of open.splice(0)) screen.close();
});

function learn(options: LearnOptions = {}): Screen {
  const screen = openLearn(options);
  open.push(screen);
  return screen;
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
  await screen.sees(
    /the stub is back; your text is in\s+exercises.03-fixture.01-add-one\.ts\.\S+\.bak/,
  );
  const folder = join(screen.root, "exercises/03-fixture");
  const texts = readdirSync(folder)
    .filter((f) => f.startsWith("01-add-one.ts"))
    .map((f) => readFileSync(join(folder, f), "utf8"));
  expect(texts).toContain("my own text\n");
  expect(readFileSync(join(screen.root, STUB), "utf8")).toContain("TODO");
  screen.press("q");
  expect(await screen.exit).toBe(0);
}, 60_000);

test("a narrow window without colour stays legible, and follows a resize", async () => {
  const screen = learn({ columns: 36, rows: 16, env: { NO_COLOR: "1" } });
  const drawn = await screen.sees(/not started/);
  // oxlint-disable-next-line no-control-regex -- colour codes are what must be missing
  expect(drawn).not.toMatch(/\u001b\[\d+m/);
  const frames = drawn.split("\u001b[H"); // each begins at the window's corner
  for (const line of frames.flatMap((f) => stripVTControlCharacters(f).split("\r\n")))
    expect(line.length, line).toBeLessThanOrEqual(36);
  screen.resize(80, 24);
  await screen.sees(/n next {2}b back {2}h hint {2}l list {2}o lesson/);
  screen.press("\u0003");
  expect(await screen.exit).toBe(0);
}, 60_000);

test("cards are answered by keyboard, and the answers stand in the learner's file", async () => {
  const stub = "exercises/03-memory/04-view-or-copy-cards.ts";
  const screen = learn({ isWholeCourse: true });
  await screen.sees(/1\.01 [\s\S]*not started/);
  screen.press("l/view-or-copy\r");
  await screen.sees(/3\.04 view-or-copy-cards[\s\S]*press p/);
  screen.press("p");
  await screen.sees(/Card 1 of 17, 0 right[\s\S]*\(4, 6\)[\s\S]*a view of a, or a copy\?/);
  screen.press("2");
  await screen.sees(/not "copy"; think again/);
  screen.press("\u001b[A\r"); // up to the first choice
  await screen.sees(/✓ "view" is right/);
  expect(readFileSync(join(screen.root, stub), "utf8")).toMatch(/"a\[:, 2\]": "view",/);
  screen.press("\u001b[D"); // back to the card that was answered
  await screen.sees(/Card 1 of 17, 1 right[\s\S]*✓ "view" is right/);

  screen.press("\u001b");
  await screen.sees(/n next/);
  screen.press("l/address-cards\r");
  await screen.sees(/3\.02 address-cards/);
  screen.press("p");
  await screen.sees(/Card 1 of 10[\s\S]*> _/);
  screen.press("many\r");
  await screen.sees(/"many" can be no answer/);
  screen.press("\u0003");
  expect(await screen.exit).toBe(0);
}, 120_000);

test("after passing, x explains and shows the reference beside the learner's own", async () => {
  const screen = learn({ columns: 120 });
  await screen.sees(/not started/);
  screen.save(
    STUB,
    readFileSync(join(screen.root, "solutions/03-fixture/01-add-one.right/minus-minus.ts"), "utf8"),
  );
  await screen.sees(/✓ passed/);
  screen.press("x");
  await screen.sees(/yours +│ +reference[\s\S]*Another right answer, minus-minus/);
  screen.press(" ");
  screen.press("qq");
  expect(await screen.exit).toBe(0);
}, 60_000);

test("what the compiler says stands beside the tests, with file and line, and blocks none", async () => {
  const stub = "exercises/01-basics/02-size-ndim-nbytes.ts";
  const screen = learn({ isWholeCourse: true });
  await screen.sees(/1\.01 [\s\S]*not started/);
  screen.press("n");
  await screen.sees(/1\.02 /);
  const right = readFileSync(join(screen.root, stub.replace("exercises", "solutions")), "utf8");
  screen.save(stub, `${right}export const wrong: string = 1;\n`);
  const line = right.split("\n").length;
  await screen.sees(
    new RegExp(
      `✓ passed[\\s\\S]*the compiler says[\\s\\S]*02-size-ndim-nbytes\\.ts:${line}:14 Type 'number' is not`,
    ),
  );
  screen.press("q");
  expect(await screen.exit).toBe(0);
}, 120_000);

test("saves are seen where files have to be looked at again and again", async () => {
  const screen = learn({ env: { CHOKIDAR_USEPOLLING: "1" } });
  await screen.sees(/not started/);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // a poll must have seen the stub
  screen.save(STUB, readFileSync(join(screen.root, "solutions/03-fixture/01-add-one.ts"), "utf8"));
  await screen.sees(/✓ passed/);
  screen.press("q");
  expect(await screen.exit).toBe(0);
}, 60_000);
