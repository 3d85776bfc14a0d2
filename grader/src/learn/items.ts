/**
 * The course as watch mode lists it, and a record's exercise as watch mode tells it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deckFile } from "../course/cards.ts";
import type { Placement } from "../course/find.ts";
import type { GradeRecord } from "../judge/record.ts";
import { exerciseDetails, reasonOf } from "../report/terminal.ts";
import type { Item, Outcome } from "./state.ts";

/** `placement` with what its stub says it is for. */
export function itemOf({ exercise, topic, file }: Placement, exercisesFolder: string): Item {
  return {
    id: exercise.id,
    name: exercise.name,
    topic: topic.id,
    file,
    lesson: `${topic.id}/README.md`,
    task: taskOf(readFileSync(join(exercisesFolder, file), "utf8")),
    hints: exercise.hints,
    hasCards: existsSync(deckFile(exercisesFolder, file)),
    after: exercise.after ?? [],
  };
}

/** The first sentence of a stub's first comment, and its TODO. */
export function taskOf(text: string): string {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
  const words = comment
    .replaceAll(/^\s*\*?/gm, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const sentence = /^(?:\d\.\d\d )?(.*?[.!?])(?=\s|$)/.exec(words)?.[1] ?? words;
  const todo = /\/\/ TODO:((?:.*\n\s*\/\/)*.*)/
    .exec(text)?.[1]
    ?.replaceAll(/\s*\n\s*\/\/\s*/g, " ")
    .trim();
  return todo === undefined ? sentence : `${sentence}\n\nFirst step: ${todo}`;
}

/** The only exercise of `record` as an outcome; its details are what the table would say below itself. */
export function outcomeOf(record: GradeRecord): Outcome {
  const exercise = record.exercises[0]!; // one was graded
  const isStarted = exercise.verdict !== "not-started";
  const isPassed = exercise.verdict === "passed";
  return {
    isPassed,
    isStarted,
    headline: isPassed
      ? "passed"
      : isStarted
        ? reasonOf(exercise, { reveal: "messages" })
        : "not started: open the file and begin; saving it runs the tests",
    details: (look) =>
      isPassed || !isStarted || exercise.tests.length === 0 // the headline says all
        ? []
        : exerciseDetails(exercise, { ...look, reveal: "messages" }).map(unindented),
    points: `${exercise.points}/${exercise.maxPoints}`,
  };
}

/** Details stand two columns in, below a name; here there is none above them. */
function unindented(line: string): string {
  // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
  return line.replace(/^((?:\u001b\[\d+m)*) {2}/, "$1");
}
