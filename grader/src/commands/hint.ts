/**
 * `hint`: the next hint for an exercise; once it is passed, why it works and how others wrote it.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { type Placement, UnknownTarget, selectExercises } from "../course/find.ts";
import { progressOf, progressText, readProgress, withExercise } from "../course/progress-file.ts";
import { saveFile } from "../report/save.ts";
import { type Command, type CommandInput, UsageError } from "./command.ts";
import { openSetting, progressFile } from "./setting.ts";

export const command: Command = {
  summary: "show the next hint for an exercise, or its explanation once it is passed",
  usage: "EXERCISE [--all]",
  options: { all: { type: "boolean" }, course: { type: "string" } },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const { course } = await openSetting(input);
  const placement = oneExercise(input, course);
  const { id } = placement.exercise;
  const file = progressFile(course);
  const progress = readProgress(file);
  const { state, hints } = progressOf(progress, id);
  if (state === "passed") {
    process.stdout.write(
      `${afterPassing(placement, course.exercisesFolder, course.solutionsFolder)}\n`,
    );
    return 0;
  }
  const shown = input.values["all"] === true ? 3 : Math.min(3, hints + 1);
  saveFile(file, progressText(withExercise(progress, id, { hints: Math.max(shown, hints) })));
  process.stdout.write(`${hintText(placement, shown)}\n`);
  return 0;
}

function oneExercise(
  input: CommandInput,
  course: Parameters<typeof selectExercises>[0],
): Placement {
  const [target] = input.positionals;
  if (target === undefined)
    throw new UsageError("hint takes an exercise, such as npm run hint -- 3.07");
  try {
    const found = selectExercises(course, [target]);
    if (found.length > 1)
      throw new UsageError(
        `${target} is a topic of ${found.length} exercises; name one, such as ${found[0]!.exercise.id}`,
      );
    return found[0]!;
  } catch (error) {
    throw error instanceof UnknownTarget ? new UsageError(error.message) : error;
  }
}

/** The first `count` hints, and how to get the next. */
export function hintText({ exercise }: Placement, count: number): string {
  const lines = exercise.hints
    .slice(0, count)
    .map((hint, k) => `hint ${k + 1} of ${exercise.hints.length}: ${hint}`);
  const next =
    count < exercise.hints.length
      ? `One more: npm run hint -- ${exercise.id}`
      : "That was the last one.";
  return [`${exercise.id} ${exercise.name}`, "", ...lines, "", next].join("\n");
}

/** The explanation, the learner's answer beside the reference, and other right answers. */
export function afterPassing(
  { exercise, file }: Placement,
  exercises: string,
  solutions: string,
): string {
  const reference = join(solutions, file);
  const parts = [`${exercise.id} ${exercise.name}: passed`, "", exercise.explanation];
  if (existsSync(reference)) {
    const patch = createTwoFilesPatch(
      "yours",
      "reference",
      readFileSync(join(exercises, file), "utf8"),
      readFileSync(reference, "utf8"),
      "",
      "",
      { context: 2 },
    );
    parts.push(
      "",
      "From your answer to the reference:",
      "",
      patch.split("\n").slice(1).join("\n").trimEnd(),
    );
    const others = join(solutions, `${file.slice(0, -3)}.right`);
    for (const name of existsSync(others) ? readdirSync(others).sort() : []) {
      parts.push(
        "",
        `Another right answer, ${name.slice(0, -3)}:`,
        "",
        readFileSync(join(others, name), "utf8").trimEnd(),
      );
    }
  }
  return parts.join("\n");
}
