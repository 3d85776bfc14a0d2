/**
 * A topic's runnable examples, from within watch mode.
 */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LIMIT_MS = 120_000;

/** The examples of `topic`, in order. */
export function exampleNames(exercisesFolder: string, topic: string): string[] {
  const folder = join(exercisesFolder, topic, "examples");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .sort()
    : [];
}

/** What the first example prints, or why it failed, and which others there are. There must be one. */
export function firstExample(
  exercisesFolder: string,
  topic: string,
): Promise<{ title: string; lines: string[] }> {
  const [first = "", ...rest] = exampleNames(exercisesFolder, topic);
  const script = join(exercisesFolder, topic, "examples", first);
  const others = rest.map((name) => `  npm run example -- ${topic}/${name.slice(0, -3)}`);
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { timeout: LIMIT_MS }, (error, output, fault) => {
      const lines = (error === null ? output : fault).split("\n");
      if (others.length > 0) lines.push("", "Others:", ...others);
      resolve({ title: `${topic}/examples/${first}`, lines });
    });
  });
}
