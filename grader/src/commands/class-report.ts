/**
 * What a graded class leaves behind: a page and a record for each student, the gradebook, and the class on one page.
 *
 * Knows files and their names; every file is written whole or not at all.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClassResult, type SimilarAnswers, classPage } from "../class/class-page.ts";
import { gradebook } from "../class/gradebook.ts";
import type { Roster } from "../class/roster.ts";
import { similarPairs } from "../class/similar.ts";
import type { Collected } from "../class/submissions.ts";
import { readStub } from "../course/collect.ts";
import type { Placement } from "../course/find.ts";
import type { GradeRecord } from "../judge/record.ts";
import { maxPointsOf } from "../judge/verdict.ts";
import { reportPage } from "../report/page/page.ts";
import { type Reveal, revealed } from "../report/reveal.ts";
import { saveFile } from "../course/save-file.ts";

export interface ClassFacts {
  readonly out: string;
  readonly roster: Roster;
  readonly collected: Collected;
  readonly results: ReadonlyMap<string, GradeRecord>;
  readonly faults: ReadonlyMap<string, string>;
  readonly placements: readonly Placement[];
  readonly timing: boolean;
  readonly reveal: Reveal;
  readonly column: string;
  readonly exercisesFolder: string;
}

/** Most names in a line of the summary. */
const NAMED = 10;

/** Writes everything below `out`; gives the lines that the teacher reads. */
export function reportClass(facts: ClassFacts): string[] {
  const { out, roster, collected, results, faults, placements, column } = facts;
  const changed = reportStudents(facts);
  const problems = new Map([
    ...collected.submissions.flatMap((s) =>
      s.problem === null ? [] : [[s.student.key, s.problem] as const],
    ),
    ...[...faults].map(([key, fault]) => [key, `not graded: ${fault}`] as const),
  ]);
  const table = gradebook(roster, {
    column,
    maxPoints: placements.reduce((sum, p) => sum + maxPointsOf(p, facts.timing), 0),
    pointsOf: (key) => results.get(key)?.points ?? null,
    feedbackOf: (key) =>
      results
        .get(key)
        ?.topics.map((t) => `${t.id}: ${t.points}/${t.maxPoints}`)
        .join("; ") ??
      problems.get(key) ??
      "",
  });
  saveFile(join(out, "gradebook.csv"), table);
  const rows = roster.students.map(({ key, name }): ClassResult => {
    const record = results.get(key) ?? null;
    const problem = record === null ? (problems.get(key) ?? "no submission") : null;
    return { key, name, record, problem };
  });
  saveFile(join(out, "class.html"), classPage(rows, similarAnswers(facts)));
  return summary(facts, problems, changed);
}

/** A page and a record each; gives the students whose points are not what the last report said. */
function reportStudents({ out, results, reveal }: ClassFacts): string[] {
  const folder = join(out, "students");
  mkdirSync(folder, { recursive: true });
  const changed: string[] = [];
  for (const [key, record] of results) {
    const file = join(folder, fileName(key));
    const shown = revealed(record, reveal);
    const before = pointsIn(`${file}.json`);
    if (before !== null && before !== record.points)
      changed.push(`${key} ${before} → ${record.points}`);
    saveFile(`${file}.json`, `${JSON.stringify(shown, null, 2)}\n`);
    saveFile(`${file}.html`, reportPage(shown));
  }
  return changed;
}

/** A key as a file's name; what has to be replaced is told apart by a hash. */
function fileName(key: string): string {
  const name = key.replaceAll(/[^\w.@-]/g, "_").replace(/^\.+/, "_");
  return name === key
    ? name
    : `${name}-${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
}

function pointsIn(file: string): number | null {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as GradeRecord).points; // an earlier run's
  } catch {
    return null;
  }
}

function summary(
  { out, roster, collected, results }: ClassFacts,
  problems: ReadonlyMap<string, string>,
  changed: readonly string[],
): string[] {
  const open = [...results].filter(([, record]) => record.openPoints > 0);
  return [
    `${results.size} of ${roster.students.length} students graded, ${problems.size} submissions could not be read or graded, ${collected.missing.length} students handed nothing in`,
    ...[...problems].slice(0, NAMED).map(([key, problem]) => `  ${key}: ${problem}`),
    ...(problems.size > NAMED ? [`  and ${problems.size - NAMED} more, in the report`] : []),
    ...named("not on the roster, or fitting several students", collected.strangers),
    ...named(
      "points are open, because a measure was inconclusive or the grader failed; --regrade tries again",
      open.map(([key]) => key),
    ),
    ...named("other points than in the last report", changed),
    `gradebook ${join(out, "gradebook.csv")}`,
    `report    ${join(out, "class.html")}`,
  ];
}

function named(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : "";
  return [`${what}: ${names.slice(0, NAMED).join(", ")}${more}`];
}

/** By exercise; the same bytes handed in twice count as well. */
function similarAnswers({ collected, placements, exercisesFolder }: ClassFacts): SimilarAnswers[] {
  return placements.flatMap(({ file }) => {
    const answers = collected.submissions.flatMap((s) => {
      const bytes = s.files.get(file);
      return bytes === undefined
        ? []
        : [{ student: s.student.key, text: Buffer.from(bytes).toString("utf8") }];
    });
    const pairs = similarPairs(answers, readStub(exercisesFolder, file));
    return pairs.length === 0 ? [] : [{ exercise: file, pairs }];
  });
}
