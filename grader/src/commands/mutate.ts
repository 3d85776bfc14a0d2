/**
 * `mutate`: how many small wrong turns in the reference answers the course notices (authors).
 */
import { type Collected, collect } from "../course/collect.ts";
import { type Placement, selectExercises } from "../course/find.ts";
import { Judge } from "../judge/client.ts";
import { type Mutants, equivalentsFindings, mutantsIn } from "../judge/equivalents.ts";
import { gradeAnswers } from "../judge/grade.ts";
import type { Mutant } from "../judge/mutations.ts";
import type { ExerciseRecord } from "../judge/record.ts";
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
  const sums = { noticed: 0, mutants: 0, equivalent: 0, weak: 0, findings: 0 };
  for (const [k, placement] of placements.entries()) {
    progress.show({ done: k, total: placements.length, current: placement.exercise.id });
    const known = mutantsIn(course, placement);
    const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
    const answers = known.mutants.map(({ text }, n) => ({
      key: `${placement.exercise.id}/mutant-${n}`,
      placement,
      collected: { kind: "text", text } as const,
      bail: true,
    }));
    const records = await gradeAnswers(answers, textOf, options);
    progress.clear();
    const sorted = sortedOut(known, records);
    const findings = [...equivalentsFindings(placement, known), ...sorted.findings];
    const isWeak = tell(placement, { ...sorted, findings }, input.values["survivors"] === true);
    sums.noticed += sorted.noticed;
    sums.mutants += sorted.noticed + sorted.survivors.length;
    sums.equivalent += sorted.equivalent;
    sums.weak += isWeak ? 1 : 0;
    sums.findings += findings.length;
  }
  judge.stop();
  process.stdout.write(
    `\n${sums.noticed} of ${sums.mutants} mutants noticed, ${share(sums.noticed, sums.mutants)} (at least ${LEAST_ALL * 100} % over the course, ${LEAST_EACH * 100} % in an exercise); ${sums.equivalent} others mean the same\n`,
  );
  return sums.weak + sums.findings === 0 && sums.noticed >= LEAST_ALL * sums.mutants ? 0 : 1;
}

interface SortedOut {
  readonly noticed: number;
  readonly survivors: readonly Mutant[];
  /** Survivors that are known to mean the same, and count nowhere else. */
  readonly equivalent: number;
  readonly findings: readonly string[];
}

function sortedOut({ mutants, reasons }: Mutants, records: readonly ExerciseRecord[]): SortedOut {
  const survivors: Mutant[] = [];
  const findings: string[] = [];
  let [noticed, equivalent] = [0, 0];
  for (const [n, mutant] of mutants.entries()) {
    const isEquivalent = Object.hasOwn(reasons, mutant.code);
    const verdict = records[n]?.verdict ?? "grader-fault";
    if (verdict === "grader-fault" || verdict === "inconclusive")
      findings.push(`line ${mutant.line}: ${mutant.change}: nothing can be said about it`);
    else if (verdict !== "passed") {
      noticed += 1;
      if (isEquivalent) findings.push(`line ${mutant.line}: said to mean the same, yet noticed`);
    } else if (isEquivalent) equivalent += 1;
    else survivors.push(mutant);
  }
  return { noticed, survivors, equivalent, findings };
}

/** Prints an exercise's line, and says whether its tests are too weak. */
function tell(
  { exercise }: Placement,
  { noticed, survivors, equivalent, findings }: SortedOut,
  withSurvivors: boolean,
): boolean {
  const counted = noticed + survivors.length;
  const isWeak = noticed < LEAST_EACH * counted;
  const same = equivalent === 0 ? "" : `, ${equivalent} mean the same`;
  process.stdout.write(
    `${isWeak ? "WEAK" : "ok  "} ${`${exercise.id} ${exercise.name}`.padEnd(34)} ${String(noticed).padStart(4)}/${String(counted).padEnd(4)} ${share(noticed, counted)}${same}\n`,
  );
  for (const finding of findings) process.stdout.write(`       ${finding}\n`);
  if (withSurvivors)
    for (const { line, change, code } of survivors)
      process.stdout.write(`       line ${line}: ${change}: ${code}\n`);
  return isWeak;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;
}
