/**
 * Whether an exercise's tests begin with examples that a person can check by hand.
 *
 * Knows the text of test files only: what stands before the first property counts as an example.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Course, Placement } from "./find.ts";

const LEAST = 3;

/** A sentence where fewer than three examples come before the first law. Cards are examples themselves. */
export function exampleFindings(course: Course, { file }: Placement): string[] {
  const base = join(course.exercisesFolder, file.slice(0, -3));
  if (existsSync(`${base}.cards.ts`) || !existsSync(`${base}.test.ts`)) return [];
  const text = readFileSync(`${base}.test.ts`, "utf8");
  const law = text.indexOf("fc.assert");
  const before = law < 0 ? text : text.slice(0, text.lastIndexOf("test(", law));
  const examples = before.match(/\btest\(/g)?.length ?? 0;
  return examples >= LEAST
    ? []
    : [`exercises/${file}: fewer than three worked examples before the first law`];
}
