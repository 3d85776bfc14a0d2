/**
 * `next`: goes on to the next exercise that is not passed, without the watch mode.
 */
import { selectExercises } from "../course/find.ts";
import { progressOf, progressText } from "../course/progress-file.ts";
import { itemOf } from "../learn/items.ts";
import { saveFile } from "../course/save-file.ts";
import { type Command, textOption } from "./command.ts";
import { trackOf } from "./list.ts";
import { learnersProgress, openSetting, progressFile } from "./setting.ts";

export const command: Command = {
  summary: "go on to the next exercise that is not passed",
  usage: "[--track fast]",
  options: { track: { type: "string" }, course: { type: "string" } },
  run: async (input) => {
    const { course } = await openSetting(input);
    const file = progressFile(course);
    const progress = learnersProgress(course);
    const all = selectExercises(course, [], trackOf(textOption(input, "track")));
    const at = all.findIndex(({ exercise }) => exercise.id === progress.current);
    // From the one behind the current on, and round to the beginning.
    const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    const next = order.find(
      ({ exercise }) => progressOf(progress, exercise.id).state === "pending",
    );
    if (next === undefined) {
      process.stdout.write("every exercise is passed\n");
      return 0;
    }
    const { id, name, task } = itemOf(next, course.exercisesFolder);
    saveFile(file, progressText({ ...progress, current: id }));
    process.stdout.write(`${id} ${name}\nexercises/${next.file}\n\n${task}\n`);
    return 0;
  },
};
