/**
 * `soak`: grades the same answers again and again while other processes load the machine, and counts verdicts.
 *
 * Knows bounds in runs and minutes. A verdict that is not always the same is what it looks for.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { shippedAnswers } from "../course/files.ts";
import { type Placement, UnknownTarget, selectExercises } from "../course/find.ts";
import { type Collected, collect } from "../course/collect.ts";
import { isTimed } from "../judge/counted.ts";
import { Judge } from "../judge/client.ts";
import { gradeAnswers } from "../judge/grade.ts";
import type { Answer } from "../judge/prepare.ts";
import { type Command, type CommandInput, UsageError, wholeOption } from "./command.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "grade again and again under load, and count how often each verdict came",
  usage: "[TARGET…] [--runs 50] [--minutes 60] [--idle] [--no-timing]",
  options: {
    ...GRADING_OPTIONS,
    runs: { type: "string" },
    minutes: { type: "string" },
    idle: { type: "boolean" },
  },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const runs = wholeOption(input, "runs", 1) ?? 50;
  const minutes = wholeOption(input, "minutes", 1) ?? 60;
  const setting = await openSetting(input);
  const { course } = setting;
  let placements: Placement[];
  try {
    placements = selectExercises(course, input.positionals);
  } catch (error) {
    if (error instanceof UnknownTarget) throw new UsageError(error.message);
    throw error;
  }
  const options = gradeOptions(input, setting);
  // The reference answers, and the wrong ones that only a limit catches.
  const answers = placements.flatMap((placement) => {
    const kinds = new Set(
      (placement.exercise.limits ?? [])
        .filter((limit) => options.timing || !isTimed(limit))
        .flatMap(({ kind, label }) => [kind, label]),
    );
    return shippedAnswers(course, placement)
      .filter(
        ({ kind, caughtBy }) =>
          kind === "reference" || (kind === "wrong" && caughtBy !== null && kinds.has(caughtBy)),
      )
      .map(({ path, text }): Answer => ({
        key: `${placement.exercise.id}/${path}`,
        placement,
        collected: { kind: "text", text },
      }));
  });
  const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
  const counts = new Map<string, Map<string, number>>();
  const load = input.values["idle"] === true ? [] : startLoad();
  const judge = new Judge();
  const until = Date.now() + minutes * 60_000;
  let done = 0;
  try {
    while (done < runs && Date.now() < until) {
      const records = await gradeAnswers(answers, textOf, { ...options, force: true, judge });
      for (const [k, { key }] of answers.entries()) {
        const record = records[k];
        const measured =
          record?.measures.map(({ kind, verdict }) => `${kind} ${verdict}`).join(", ") ?? "";
        const seen = `${record?.verdict ?? "nothing"}${measured === "" ? "" : ` (${measured})`}`;
        const of = counts.get(key) ?? new Map<string, number>();
        counts.set(key, of.set(seen, (of.get(seen) ?? 0) + 1));
      }
      done += 1;
      if (process.stderr.isTTY === true) process.stderr.write(`\r\x1b[2K${done}/${runs}`);
    }
  } finally {
    for (const child of load) child.kill("SIGKILL");
    judge.stop();
  }
  if (process.stderr.isTTY === true) process.stderr.write("\r\x1b[2K");
  const changed = [...counts].filter(([, seen]) => seen.size > 1);
  for (const [key, seen] of counts)
    process.stdout.write(
      `${key}\n${[...seen].map(([verdict, times]) => `  ${String(times).padStart(5)}  ${verdict}\n`).join("")}`,
    );
  process.stdout.write(
    `${done} runs of ${answers.length} answers: ${changed.length} changed their verdict\n`,
  );
  return changed.length === 0 ? 0 : 1;
}

/** One busy process for each core. */
function startLoad(): ChildProcess[] {
  const code =
    "const a = new Float64Array(1e6); for (;;) for (let i = 0; i < a.length; i++) a[i] = a[(i * 7919) % 1e6] + 1;";
  return Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", code], { stdio: "ignore" }),
  );
}
