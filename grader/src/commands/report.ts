/**
 * `report`: grades what is there and writes the page.
 */
import { resolve } from "node:path";
import { collect } from "../course/collect.ts";
import { gradeSubmission } from "../judge/grade.ts";
import { reportPage } from "../report/page/page.ts";
import { saveFile } from "../course/save-file.ts";
import { type Command, textOption } from "./command.ts";
import { progressLine } from "./progress.ts";
import {
  GRADING_OPTIONS,
  gradeOptions,
  openSetting,
  ownHints,
  ownSeed,
  requireWritable,
} from "./setting.ts";

export const command: Command = {
  summary: "grade the exercises and write them up as one page",
  usage: "[--out report.html] [--no-timing] [--seed N]",
  options: { ...GRADING_OPTIONS, out: { type: "string" } },
  run: async (input) => {
    const file = requireWritable(resolve(textOption(input, "out") ?? "report.html"), "--out");
    const setting = await openSetting(input);
    const { course } = setting;
    const progress = progressLine(process.stderr);
    const textOf = (name: string): ReturnType<typeof collect> =>
      collect(course.exercisesFolder, name);
    const record = await gradeSubmission(course.exercises, "exercises", textOf, {
      ...gradeOptions(input, setting, ownSeed(course)),
      onProgress: progress.show,
    });
    progress.clear();
    saveFile(file, reportPage(record, { hints: ownHints(course) }));
    process.stdout.write(
      `${record.points}/${record.maxPoints} points; open ${file} in a browser\n`,
    );
    return 0;
  },
};
