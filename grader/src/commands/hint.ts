/**
 * `hint`: the next hint for an exercise; once it is passed, why it works and how others wrote it.
 */
import { type Placement, selectExercises } from "../course/find.ts";
import { progressOf, progressText, withExercise } from "../course/progress-file.ts";
import { afterPassing } from "../learn/after-passing.ts";
import { saveFile } from "../course/save-file.ts";
import { type Command, type CommandInput, UsageError } from "./command.ts";
import { learnersProgress, openSetting, progressFile } from "./setting.ts";

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
  const progress = learnersProgress(course);
  const { state, hints } = progressOf(progress, id);
  if (state === "passed") {
    const look = {
      width: process.stdout.columns ?? 80,
      color: process.stdout.isTTY && process.stdout.hasColors(),
    };
    const lines = afterPassing(placement, course.exercisesFolder, course.solutionsFolder, look);
    process.stdout.write(`${id} ${placement.exercise.name}: passed\n\n${lines.join("\n")}\n`);
    return 0;
  }
  const shown = input.values["all"] === true ? 3 : Math.min(3, hints + 1);
  saveFile(file, progressText(withExercise(progress, id, { hints: Math.max(shown, hints) })));
  process.stdout.write(`${hintText(placement, shown)}\n`);
  return 0;
}

/** The exercise that `command` was given. @throws {UsageError} {UnknownTarget} */
export function oneExercise(
  input: CommandInput,
  course: Parameters<typeof selectExercises>[0],
  command = "hint",
): Placement {
  const [target] = input.positionals;
  if (target === undefined)
    throw new UsageError(`${command} takes an exercise, such as npm run ${command} -- 3.07`);
  const found = selectExercises(course, [target]);
  if (found.length > 1)
    throw new UsageError(
      `${target} is a topic of ${found.length} exercises; name one, such as ${found[0]!.exercise.id}`,
    );
  return found[0]!;
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
