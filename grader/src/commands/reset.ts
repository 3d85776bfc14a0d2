/**
 * `reset`: puts a stub back, after asking, and keeps the learner's text in a backup that it names.
 */
import { createInterface } from "node:readline/promises";
import { resetStub } from "../learn/reset.ts";
import { type Command, UsageError } from "./command.ts";
import { oneExercise } from "./hint.ts";
import { openSetting } from "./setting.ts";

export const command: Command = {
  summary: "put an exercise's stub back; your text is kept in a backup",
  usage: "EXERCISE [--yes]",
  options: { yes: { type: "boolean" }, course: { type: "string" } },
  run: async (input) => {
    const { course } = await openSetting(input);
    const { exercise, file } = oneExercise(input, course, "reset");
    if (input.values["yes"] !== true && !(await isSure(`${exercise.id} ${exercise.name}`))) {
      process.stdout.write("nothing was reset\n");
      return 0;
    }
    const backup = resetStub(course, file);
    if (backup === null)
      throw new UsageError(`the stub of ${file} is nowhere to be found, so nothing was reset`);
    process.stdout.write(`the stub is back; your text is in ${backup}\n`);
    return 0;
  },
};

async function isSure(name: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError("reset asks before it does anything; without a terminal, say --yes");
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(
    `Put the stub of ${name} back? Your text is kept in a backup. (y/n) `,
  );
  asking.close();
  return answer.trim().toLowerCase() === "y";
}
