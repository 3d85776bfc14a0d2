/**
 * What an exercise tells once it is passed: why it works, the reference answer, and how others wrote it.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import wrapAnsi from "wrap-ansi";
import type { Placement } from "../course/find.ts";
import { compared } from "./compare.ts";
import type { Look } from "./state.ts";

/** The explanation, the learner's answer beside the reference, and other right answers. */
export function afterPassing(
  { exercise, file }: Placement,
  exercises: string,
  solutions: string,
  look: Look,
): string[] {
  const lines = wrapAnsi(exercise.explanation, Math.min(look.width, 100)).split("\n");
  const reference = join(solutions, file);
  if (!existsSync(reference)) return lines; // a student edition has no answers
  const text = (path: string): string => readFileSync(path, "utf8");
  lines.push("", "Your answer beside the reference:", "");
  lines.push(...compared(text(join(exercises, file)), text(reference), look));
  const others = join(solutions, `${file.slice(0, -3)}.right`);
  for (const name of existsSync(others) ? readdirSync(others).sort() : [])
    lines.push(
      "",
      `Another right answer, ${name.slice(0, -3)}:`,
      "",
      ...text(join(others, name)).trimEnd().split("\n"),
    );
  return lines;
}
