/**
 * How long a learner waits: from a save to the verdict on the screen, in a real terminal.
 *
 * node grader/test/save-to-verdict.ts [SAVES]: prints the median over that many saves (default 24) of a plain exercise,
 * right and wrong answers in turn, no two alike, so that no verdict is remembered.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openLearn } from "./learn-terminal.ts";
import { PROJECT } from "./fixture.ts";

const FILE = "exercises/01-basics/02-size-ndim-nbytes.ts";
const saves = Number(process.argv[2] ?? 24);

const screen = openLearn({ isWholeCourse: true });
const right = readFileSync(join(PROJECT, FILE.replace("exercises", "solutions")), "utf8");
const wrong = readFileSync(join(PROJECT, FILE), "utf8");
await screen.sees(/1\.01[\s\S]*not started/);
screen.press("n");
await screen.sees(/1\.02[\s\S]*not started/);
screen.save(FILE, `${wrong}\n`);
await screen.sees(/✗ /);

const times: { readonly isRight: boolean; readonly ms: number }[] = [];
for (let k = 0; k < saves; k++) {
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // as a person: the last save's work is over
  screen.forget();
  const isRight = k % 2 === 0;
  const from = performance.now();
  screen.save(FILE, `${isRight ? right : wrong}// save ${k} of ${process.pid} at ${Date.now()}\n`);
  await screen.sees(isRight ? /✓ passed/ : /✗ \d+ tests/);
  times.push({ isRight, ms: performance.now() - from });
}
screen.press("q");
await screen.exit;
screen.close();

const told = (what: string, of: typeof times): string => {
  const sorted = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
  return `${of.length} ${what}: median ${at(0.5)} ms, quartiles ${at(0.25)} and ${at(0.75)} ms, slowest ${at(1)} ms\n`;
};
process.stdout.write(
  told("saves", times) +
    told(
      "right answers",
      times.filter(({ isRight }) => isRight),
    ) +
    told(
      "wrong answers",
      times.filter(({ isRight }) => !isRight),
    ),
);
