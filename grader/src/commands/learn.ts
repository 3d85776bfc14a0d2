/**
 * `learn`: watch mode. Shows the current exercise, reruns it at every save, and answers to keys.
 */
import { selectExercises } from "../course/find.ts";
import type { Progress } from "../course/progress-file.ts";
import { Session } from "../learn/session.ts";
import { type Command, type CommandInput, UsageError, textOption } from "./command.ts";
import { trackOf } from "./list.ts";
import {
  GRADING_OPTIONS,
  gradeOptions,
  learnersProgress,
  openSetting,
  progressFile,
} from "./setting.ts";

export const command: Command = {
  summary: "watch mode: the current exercise, rerun at every save",
  usage: "[--track fast] [--seed N]",
  options: { ...GRADING_OPTIONS, track: { type: "string" } },
  run,
};

async function run(input: CommandInput): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError("learn needs a terminal; npm run grade -- 3.07 works without one");
  const setting = await openSetting(input);
  const { course } = setting;
  const placements = selectExercises(course, [], trackOf(textOption(input, "track")));
  if (placements.length === 0) throw new UsageError("there is no exercise to learn from");
  const file = progressFile(course);
  const kept = learnersProgress(course);
  // A seed that is named becomes the learner's own: the cards stay theirs.
  const own =
    textOption(input, "seed") === undefined ? kept.seed : gradeOptions(input, setting).seed;
  const progress: Progress = own === undefined ? kept : { ...kept, seed: own };
  const options = gradeOptions(input, setting, progress.seed);
  // What is still being graded is not waited for: its processes end with this one.
  const leave = (code: number): never => process.exit(code);
  const session = new Session({ ...setting, placements, progressFile: file, options }, leave);
  return new Promise(() => session.start(progress));
}
