/**
 * `worker`: grades what a class's queue holds, beside any number of others.
 */
import { openDatabase } from "../class/database.ts";
import { GradeQueue } from "../class/queue.ts";
import { prepareStore } from "../class/store.ts";
import { work } from "../class/worker.ts";
import { Grading } from "./class-grading.ts";
import { type Command, UsageError, textOption } from "./command.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "grade what a class's queue holds, beside other workers (teachers)",
  usage: "--database postgres://… [TARGET…] [--no-timing] [--seed N]",
  options: { ...GRADING_OPTIONS, database: { type: "string" } },
  run: async (input) => {
    const url = textOption(input, "database");
    if (url === undefined)
      throw new UsageError(
        "worker takes --database postgres://…: several processes cannot share the embedded one",
      );
    const setting = await openSetting(input);
    const grading = new Grading(setting, gradeOptions(input, setting), input.positionals);
    const db = await openDatabase(url, "");
    await prepareStore(db);
    const queue = await GradeQueue.open(db);
    let isStopping = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => (isStopping = true));
    process.stdout.write("waiting for submissions; Ctrl-C ends after the one at hand\n");
    await work(
      db,
      queue,
      async (files, job) => {
        if (job.terms.version !== grading.terms.version)
          throw new Error(
            "this worker has another version of the course or the grader than the class's; update it",
          );
        return grading.grade(files);
      },
      async () => isStopping,
      {
        graded: (job, record) =>
          process.stdout.write(`${job.hash.slice(0, 12)} ${record.points}/${record.maxPoints}\n`),
        fenced: (job) =>
          process.stdout.write(`${job.hash.slice(0, 12)} was given to another worker meanwhile\n`),
        failed: (job, message) =>
          process.stdout.write(`${job.hash.slice(0, 12)} failed: ${message}\n`),
      },
    );
    grading.stop();
    await queue.close();
    await db.close();
    return 0;
  },
};
