/**
 * `stubs`: authors' command; writes down what each stub is, so that a learner's text can be told from it.
 */
import { join } from "node:path";
import { stubIdsText } from "../course/stubs.ts";
import { saveFile } from "../course/save-file.ts";
import type { Command } from "./command.ts";
import { openSetting } from "./setting.ts";

export const command: Command = {
  summary: "write exercises/stubs.json after a stub was changed (authors)",
  usage: "",
  options: { course: { type: "string" } },
  run: async (input) => {
    const { course } = await openSetting(input);
    const files = course.exercises.map(({ file }) => file);
    saveFile(
      join(course.exercisesFolder, "stubs.json"),
      stubIdsText(course.exercisesFolder, files),
    );
    process.stdout.write(`${files.length} stubs written down\n`);
    return 0;
  },
};
