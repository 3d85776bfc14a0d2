/**
 * The gradebook: the teacher's own export, with one column filled in.
 *
 * Knows what Canvas and Moodle read back. Where there was nothing to grade a cell stays as it is: no grade is not zero,
 * and what a teacher wrote (`EX`, a grade by hand) is theirs.
 */
import { type Table, inertCell, writeTable } from "./csv-table.ts";
import type { Roster } from "./roster.ts";

/** What a student got; null where there was nothing to grade. */
export type Points = number | null;

export interface GradebookOptions {
  /** Name of the column that is filled, or added where the export has none. */
  readonly column: string;
  readonly maxPoints: number;
  readonly pointsOf: (key: string) => Points;
  readonly feedbackOf: (key: string) => string;
}

/**
 * The filled table, as the text of a CSV file.
 *
 * Students choose names, so no cell of a row may begin like a formula; what identifies a student stays as it was.
 */
export function gradebook(roster: Roster, options: GradebookOptions): string {
  const table = { canvas, moodle, plain }[roster.kind](roster, options);
  const rows = table.rows.map((row) =>
    row.map((text, k) => (roster.identityColumns.includes(k) ? text : inertCell(text))),
  );
  return writeTable({ ...table, rows });
}

/** Canvas matches an assignment by the id in its header's brackets, so a column that is there is kept as it is called. */
function canvas(roster: Roster, o: GradebookOptions): Table {
  const { table } = roster;
  const at = table.header.findIndex(
    (h) => h === o.column || h.replace(/ \(\d+\)$/, "") === o.column,
  );
  const students = new Map(roster.students.map((s) => [s.row, s]));
  const isPoints = (row: readonly string[]): boolean => /Points Possible/.test(row[0] ?? "");
  const value = (row: readonly string[], k: number): string | null => {
    const student = students.get(k);
    if (student !== undefined) return cell(o.pointsOf(student.key));
    return isPoints(row) ? String(o.maxPoints) : null;
  };
  return filled(table, at, o.column, value);
}

/** Moodle wants the grade and its feedback side by side: feedback imported alone deletes the grade. */
function moodle(roster: Roster, o: GradebookOptions): Table {
  const offline = roster.table.header.indexOf("Grade"); // the assignment's offline worksheet
  const withGrades = plainColumn(roster, roster.table, offline, o.column, o);
  const feedbackAt = offline >= 0 ? roster.table.header.indexOf("Feedback comments") : -1;
  const byRow = new Map(roster.students.map((s) => [s.row, s.key]));
  return filled(withGrades, feedbackAt, `${o.column} feedback`, (_, k) => {
    const feedback = o.feedbackOf(byRow.get(k)!); // every row of such an export is a student
    return feedback === "" ? null : feedback;
  });
}

function plain(roster: Roster, o: GradebookOptions): Table {
  return plainColumn(roster, roster.table, roster.table.header.indexOf(o.column), o.column, o);
}

function plainColumn(
  roster: Roster,
  table: Table,
  at: number,
  name: string,
  o: GradebookOptions,
): Table {
  const byRow = new Map(roster.students.map((s) => [s.row, s.key]));
  return filled(table, at, name, (_, k) => cell(o.pointsOf(byRow.get(k)!)));
}

/** `table` with column `at` filled, or with a new one called `name` where `at` is negative; null leaves a cell alone. */
function filled(
  table: Table,
  at: number,
  name: string,
  value: (row: readonly string[], k: number) => string | null,
): Table {
  const put = (row: readonly string[], v: string | null): string[] =>
    at < 0 ? [...row, v ?? ""] : row.with(at, v ?? row[at]!); // rows are as long as the header
  return {
    ...table,
    header: at < 0 ? [...table.header, inertCell(name)] : table.header,
    rows: table.rows.map((row, k) => put(row, value(row, k))),
  };
}

function cell(points: Points): string | null {
  return points === null ? null : String(points);
}
