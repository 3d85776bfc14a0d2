/**
 * `mutate`: how many small wrong turns in the reference answers the course notices (authors).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Collected, collect } from "../course/collect.ts";
import { type Placement, selectExercises } from "../course/find.ts";
import { Judge } from "../judge/client.ts";
import { gradeAnswers } from "../judge/grade.ts";
import { type Mutant, mutantsOf } from "../judge/mutations.ts";
import { type Command, type CommandInput } from "./command.ts";
import { progressLine } from "./progress.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "mutate the reference answers and tell which mutants survive (authors)",
  usage: "[TARGET…] [--survivors]",
  options: { ...GRADING_OPTIONS, survivors: { type: "boolean" } },
  run,
};

/** A share below which an exercise's tests are too weak. */
const LEAST_EACH = 0.85;
const LEAST_ALL = 0.95;

async function run(input: CommandInput): Promise<number> {
  const setting = await openSetting(input);
  const { course } = setting;
  const placements = selectExercises(course, input.positionals);
  const judge = new Judge(); // one for all: its start is most of the time that a small exercise takes
  const options = { ...gradeOptions(input, setting), timing: false, judge };
  const progress = progressLine(process.stderr);
  let [killed, total] = [0, 0];
  for (const [k, placement] of placements.entries()) {
    progress.show({ done: k, total: placements.length, current: placement.exercise.id });
    const mutants = mutantsOf(readFileSync(join(course.solutionsFolder, placement.file), "utf8"));
    const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
    const answers = mutants.map(({ text }, n) => ({
      key: `${placement.exercise.id}/mutant-${n}`,
      placement,
      collected: { kind: "text", text } as const,
      bail: true,
    }));
    const records = await gradeAnswers(answers, textOf, options);
    const survivors = mutants.filter((_, n) => records[n]?.verdict === "passed");
    progress.clear();
    tell(placement, mutants, survivors, input.values["survivors"] === true);
    killed += mutants.length - survivors.length;
    total += mutants.length;
  }
  judge.stop();
  process.stdout.write(
    `\n${killed} of ${total} mutants noticed, ${share(killed, total)} (at least ${LEAST_ALL * 100} % over the course)\n`,
  );
  return killed >= LEAST_ALL * total ? 0 : 1;
}

function tell(
  { exercise }: Placement,
  mutants: readonly Mutant[],
  survivors: readonly Mutant[],
  withSurvivors: boolean,
): void {
  const noticed = mutants.length - survivors.length;
  const mark = noticed < LEAST_EACH * mutants.length ? "WEAK" : "ok  ";
  process.stdout.write(
    `${mark} ${`${exercise.id} ${exercise.name}`.padEnd(34)} ${String(noticed).padStart(4)}/${String(mutants.length).padEnd(4)} ${share(noticed, mutants.length)}\n`,
  );
  if (withSurvivors)
    for (const { line, change } of survivors)
      process.stdout.write(`       line ${line}: ${change}\n`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;
}
