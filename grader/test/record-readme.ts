/**
 * Writes the README's screens anew: each is what a real terminal shows.
 *
 * node grader/test/record-readme.ts: plays the first ten minutes of watch mode, grades a wrong answer, draws an expression,
 * and puts what was seen between the README's `<!-- screen: … -->` marks.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { saveFile } from "../src/course/save-file.ts";
import { PROJECT } from "./fixture.ts";
import { type Screen, openLearn } from "./learn-terminal.ts";

const README = join(PROJECT, "README.md");
const CLI = join(PROJECT, "grader/src/cli.ts");

const screen = openLearn({ isWholeCourse: true, columns: 80, rows: 30 });
const screens: Readonly<Record<string, string>> = {
  learn: await firstTenMinutes(screen),
  grade: graded(screen.root),
  show: run(["show", `np.arange(12).reshape([3, 4]).get(":", "::2")`]),
};
screen.close();

let text = readFileSync(README, "utf8");
for (const [name, shown] of Object.entries(screens)) {
  const mark = new RegExp(`(<!-- screen: ${name} -->\n\n\`\`\`\n)[\\s\\S]*?(\`\`\`)`);
  if (!mark.test(text)) throw new Error(`the README has no screen called ${name}`);
  text = text.replace(mark, (_, open: string, end: string) => `${open}${shown.trimEnd()}\n${end}`);
}
saveFile(README, text);

/** Two exercises: a wrong answer, a hint, the right one, why it works; then the next, and the list. */
async function firstTenMinutes({ sees, press, save }: Screen): Promise<string> {
  const first = "01-basics/01-nested-to-array";
  const second = "01-basics/02-size-ndim-nbytes";
  const solution = (path: string): string =>
    readFileSync(join(PROJECT, "solutions", `${path}.ts`), "utf8");
  const parts: string[] = [];
  const note = (what: string, raw: string, from: RegExp | null = null, most = 40): void => {
    const lines = lastFrame(raw);
    const start = from === null ? 0 : lines.findIndex((line) => from.test(line));
    parts.push(`── ${what} ${"─".repeat(Math.max(0, 76 - what.length))}`, "");
    parts.push(...lines.slice(Math.max(0, start), Math.max(0, start) + most), "");
  };

  note("npm run learn", await sees(/not started/));
  save(`exercises/${first}.ts`, withoutMark(solution(`${first}.wrong/flattens-anything`)));
  note("you write both functions, and save", await settled(/✗ /), /^✗/, 12);
  press("h");
  note("h: a hint", await sees(/hint 1/), /^hint 1/, 2);
  save(`exercises/${first}.ts`, solution(first));
  note("you compare each list with the shape, and save", await settled(/✓ passed/), /^✓/, 3);
  press("x");
  note(
    "x: why, and your answer beside the reference",
    await sees(/passed[\s\S]*NumPy/),
    /^1\.01/,
    9,
  );
  press("q");
  await sees(/x explain/);
  press("n");
  note("n: the next exercise", await sees(/1\.02[\s\S]*not started/));
  const wrong = solution(second).replace("let product = 1;", "let product = 0;");
  save(`exercises/${second}.ts`, wrong);
  note("you multiply the lengths, beginning with 0, and save", await settled(/✗ /), /^✗/, 12);
  save(`exercises/${second}.ts`, solution(second));
  note("you begin with 1, and save", await settled(/✓ passed/), /^✓/, 3);
  press("l");
  note("l: the list", await sees(/> ✓ 1\.02/), /1\.01/, 8);
  press("\u001b");
  await sees(/x explain/);
  press("q");
  return parts.join("\n");

  /** The frame after the rerun, not the one that still shows the last outcome. */
  async function settled(outcome: RegExp): Promise<string> {
    for (;;) {
      const raw = await sees(outcome);
      const frame = lastFrame(raw).join("\n");
      if (outcome.test(frame) && !frame.includes("(running…)")) return raw;
    }
  }
}

/** What the grader says of an answer that forgot where its view begins. */
function graded(root: string): string {
  const topic = "02-indexing";
  for (const name of ["01-offset-of", "02-negative-index", "03-slice-indices"])
    copyFileSync(
      join(PROJECT, "solutions", topic, `${name}.ts`),
      join(root, "exercises", topic, `${name}.ts`),
    );
  copyFileSync(
    join(PROJECT, "solutions", topic, "04-slice-view-1d.wrong/lost-offset.ts"),
    join(root, "exercises", topic, "04-slice-view-1d.ts"),
  );
  return `$ npm run grade -- 2.03 2.04\n${run(["grade", "--force", "--course", root, "2.03", "2.04"])}`;
}

function run(args: readonly string[]): string {
  return execFileSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
}

/** The lines of the last whole screen; blank runs are one blank. */
function lastFrame(raw: string): string[] {
  const frames = raw.split("\u001b[H").filter((frame) => frame.includes("\u001b[J"));
  const lines = stripVTControlCharacters(frames.at(-1) ?? "")
    .split("\r\n")
    .map((line) => line.trimEnd());
  return lines.filter((line, k) => line !== "" || lines[k - 1] !== "");
}

/** A wrong answer without the lines that say who catches it. */
function withoutMark(text: string): string {
  return text.replace(/^(\/\/[^\n]*\n)+/, "");
}
