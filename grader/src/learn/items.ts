/**
 * The course as watch mode lists it, and a record's exercise as watch mode tells it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Placement } from "../course/find.ts";
import type { GradeRecord } from "../judge/record.ts";
import { reasonOf, terminalReport } from "../report/terminal.ts";
import type { Item, Outcome } from "./state.ts";

/** `placement` with what its stub says it is for. */
export function itemOf({ exercise, topic, file }: Placement, exercisesFolder: string): Item {
  return {
    id: exercise.id,
    name: exercise.name,
    topic: topic.id,
    file,
    task: taskOf(readFileSync(join(exercisesFolder, file), "utf8")),
    hints: exercise.hints,
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
  const reason = reasonOf(exercise, { reveal: "messages" });
  const text = terminalReport(record, {
    width: 100,
    color: false,
    titles: {},
    replay: "",
    reveal: "messages",
    maxDetails: 1,
  });
  const lines = text.split("\n");
  const from = lines.findIndex(
    (line, k) => k > 1 && line.startsWith(`${exercise.id} ${exercise.name}`),
  );
  const to = lines.findIndex((line, k) => k > from && line.trim() === "");
  const isTold = exercise.verdict !== "passed" && exercise.verdict !== "not-started" && from >= 0;
  return {
    isPassed: exercise.verdict === "passed",
    isStarted: exercise.verdict !== "not-started",
    headline:
      exercise.verdict === "passed"
        ? "passed"
        : exercise.verdict === "not-started"
          ? "not started: open the file and begin; saving it runs the tests"
          : reason,
    details: isTold ? lines.slice(from + 1, to).filter((line) => !/^ {2}again /.test(line)) : [],
    points: `${exercise.points}/${exercise.maxPoints}`,
  };
}
