/**
 * `worker`: grades what a class's queue holds, beside any number of others.
 */
import { openDatabase } from "../class/database.ts";
import { GradeQueue } from "../class/queue.ts";
import { prepareStore, sharedVerdicts } from "../class/store.ts";
import { work } from "../class/worker.ts";
import { Grading, mostOf } from "./class-grading.ts";
import { type Command, UsageError } from "./command.ts";
import { databaseOption, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "grade what a class's queue holds, beside other workers (teachers)",
  usage: "--database postgres://… [--isolation process|sandbox] [--hidden DIR] [--until-empty]",
  options: {
    database: { type: "string" },
    isolation: { type: "string" },
    hidden: { type: "string" },
    course: { type: "string" },
    "until-empty": { type: "boolean" },
  },
  run: async (input) => {
    const url = databaseOption(input);
    if (url === undefined)
      throw new UsageError(
        "worker takes --database postgres://…: several processes cannot share the embedded one",
      );
    const setting = await openSetting(input);
    const options = gradeOptions(input, setting);
    const grading = new Grading(setting, options);
    const say = (line: string): void => void process.stdout.write(`${line}\n`);
    const db = await openDatabase(url, "", {
      seconds: 120,
      onAway: (why) => say(`the database is away, waiting for it: ${why}`),
    });
    await prepareStore(db);
    const queue = await GradeQueue.open(db, { ...options, version: grading.version });
    let isStopping = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => (isStopping = true));
    say("waiting for submissions; Ctrl-C ends after those at hand");
    const elsewhere = await queue.waitingElsewhere();
    if (elsewhere > 0)
      say(
        `${elsewhere} submissions wait for workers with another version of the course or the grader, other hidden tests or another --isolation`,
      );
    const events = {
      graded: ({ hash }: { hash: string }, r: { points: number; maxPoints: number }): void =>
        say(`${hash.slice(0, 12)} ${r.points}/${r.maxPoints}`),
      fenced: ({ hash }: { hash: string }): void =>
        say(`${hash.slice(0, 12)} was given to another worker meanwhile`),
      failed: ({ hash }: { hash: string }, message: string): void =>
        say(`${hash.slice(0, 12)} failed: ${message}`),
    };
    try {
      await work(
        db,
        queue,
        (works) => grading.grade(works, sharedVerdicts(db)),
        async () => input.values["until-empty"] === true,
        { events, mostOf, isStopping: () => isStopping },
      );
    } finally {
      grading.stop();
      await queue.close();
      await db.close();
    }
    return 0;
  },
};
