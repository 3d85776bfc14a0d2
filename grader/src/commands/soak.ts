/**
 * `soak`: grades the same answers again and again while other processes load the machine, and counts verdicts.
 *
 * Knows bounds in runs and minutes. A verdict that is not always the same is what it looks for.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { shippedAnswers } from "../course/files.ts";
import { type Placement, selectExercises } from "../course/find.ts";
import { type Collected, collect } from "../course/collect.ts";
import { isTimed, rowOf } from "../judge/counted.ts";
import { Judge } from "../judge/client.ts";
import { gradeAnswers } from "../judge/grade.ts";
import type { Answer } from "../judge/prepare.ts";
import { type Command, type CommandInput, wholeOption } from "./command.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";
import { SoakTable } from "./soak-table.ts";

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
  const named = selectExercises(course, input.positionals);
  const placements = input.positionals.length === 0 ? representative(named) : named;
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
  const table = new SoakTable();
  const load = input.values["idle"] === true ? [] : startLoad();
  const judge = new Judge();
  const started = Date.now();
  let done = 0;
  try {
    while (done < runs && Date.now() < started + minutes * 60_000) {
      const records = await gradeAnswers(answers, textOf, { ...options, force: true, judge });
      for (const [k, { key, placement }] of answers.entries())
        table.add(key, records[k], timedLabels(placement));
      done += 1;
      if (process.stderr.isTTY === true) process.stderr.write(`\r\x1b[2K${done}/${runs}`);
    }
  } finally {
    for (const child of load) child.kill("SIGKILL");
    judge.stop();
  }
  if (process.stderr.isTTY === true) process.stderr.write("\r\x1b[2K");
  const spent = ((Date.now() - started) / 60_000).toFixed(1);
  process.stdout.write(
    `${table.text()}${done} of ${runs} runs of ${answers.length} answers to ${placements.map(({ exercise }) => exercise.id).join(" ")} in ${spent} min\n`,
  );
  return table.changed.length === 0 ? 0 : 1;
}

/** For each kind of limit the first exercise that has it: all measures, and fifty runs within ten minutes. */
function representative(placements: readonly Placement[]): Placement[] {
  const kindsOf = ({ exercise }: Placement): string[] =>
    (exercise.limits ?? []).map((limit) => `${limit.kind} ${isTimed(limit) ? "timed" : ""}`);
  const kinds = new Set(placements.flatMap(kindsOf));
  return placements.filter((placement) => {
    const fresh = kindsOf(placement).filter((kind) => kinds.delete(kind));
    return fresh.length > 0;
  });
}

function timedLabels({ exercise }: Placement): ReadonlySet<string> {
  return new Set((exercise.limits ?? []).filter(isTimed).map((limit) => rowOf(limit).label));
}

/** One busy process for each core. */
function startLoad(): ChildProcess[] {
  const code =
    "const a = new Float64Array(1e6); for (;;) for (let i = 0; i < a.length; i++) a[i] = a[(i * 7919) % 1e6] + 1;";
  return Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", code], { stdio: "ignore" }),
  );
}
