/**
 * Equivalent mutants: changes of a reference answer that leave it as right as it was, each with the reason.
 *
 * Knows `solutions/NN-topic/equivalents.json`: by exercise, the changed line as it then reads, and why no input tells it
 * from the answer, or why the exercise promises nothing about the difference.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Course, Placement } from "../course/find.ts";
import { EQUIVALENTS_FILE } from "../course/files.ts";
import { type Mutant, mutantsOf } from "./mutations.ts";

/** Reasons by `Mutant.code`. */
export type Reasons = Readonly<Record<string, string>>;

export interface Mutants {
  readonly mutants: readonly Mutant[];
  /** Which of them are said to mean the same. */
  readonly reasons: Reasons;
}

/** The mutants of an exercise's reference answer. */
export function mutantsIn(course: Course, { topic, exercise, file }: Placement): Mutants {
  const answer = join(course.solutionsFolder, file);
  const list = join(course.solutionsFolder, topic.id, EQUIVALENTS_FILE);
  const all = existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as Record<string, Reasons>) // our own file
    : {};
  return {
    mutants: existsSync(answer) ? mutantsOf(readFileSync(answer, "utf8")) : [],
    reasons: all[exercise.id] ?? {},
  };
}

/** Sentences about entries that name no mutant any more, or give no reason. */
export function equivalentsFindings(
  { topic, exercise }: Placement,
  { mutants, reasons }: Mutants,
): string[] {
  const codes = new Set(mutants.map(({ code }) => code));
  return Object.entries(reasons).flatMap(([code, reason]) => {
    const fault = !codes.has(code)
      ? "is no mutant of the reference answer"
      : reason.trim() === ""
        ? "has no reason"
        : null;
    return fault === null
      ? []
      : [
          `solutions/${topic.id}/${EQUIVALENTS_FILE}: of ${exercise.id}, ${JSON.stringify(code)} ${fault}`,
        ];
  });
}
