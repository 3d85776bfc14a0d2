/**
 * `list`: every exercise and where the learner stands with it, without the watch mode.
 */
import { join } from "node:path";
import { selectExercises } from "../course/find.ts";
import { progressOf } from "../course/progress-file.ts";
import { type Command, UsageError, textOption } from "./command.ts";
import { learnersProgress, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "list the exercises and their states",
  usage: "[WORD…] [--track fast]",
  options: { track: { type: "string" }, course: { type: "string" } },
  run: async (input) => {
    const { course } = await openSetting(input);
    const progress = learnersProgress(course);
    const words = input.positionals.map((word) => word.toLowerCase());
    const rows = selectExercises(course, [], trackOf(textOption(input, "track"))).map(
      ({ exercise: { id, name }, topic, file }) => {
        const { state, hints } = progressOf(progress, id);
        const mark = state === "passed" ? "✓" : "·";
        const here = progress.current === id ? ">" : " ";
        const taken = hints === 0 ? "" : `${hints} ${hints === 1 ? "hint" : "hints"}`;
        const line = `${here} ${mark} ${id} ${name.padEnd(22)} ${state.padEnd(8)} ${taken}`;
        return { line: line.trimEnd(), words: `${line} ${topic.id} ${join(file)}`.toLowerCase() };
      },
    );
    const found = rows.filter((row) => words.every((word) => row.words.includes(word)));
    process.stdout.write(
      found.length === 0
        ? `no exercise matches ${words.join(" ")}\n`
        : `${found.map(({ line }) => line).join("\n")}\n`,
    );
    return 0;
  },
};

/** @throws {UsageError} for a track that there is not */
export function trackOf(given: string | undefined): "fast" | undefined {
  if (given === undefined || given === "fast") return given;
  throw new UsageError(`--track is fast, not ${JSON.stringify(given.slice(0, 40))}`);
}
