/**
 * Whose submission an entry is: by the names that Canvas and Moodle give to what they export, or the student's own.
 *
 * A wrong owner is worse than none: an entry that two students fit, or whose number fits nobody, is nobody's.
 */
import type { Roster, Student } from "./roster.ts";

/** Canvas: `lovelaceada_LATE_123_4567_work.zip`, with the student's id first. */
const CANVAS = /^([^_]+)(?:_late)?_(\d+)_\d+_.+$/;
/** Moodle: `Ada Lovelace_123_assignsubmission_file`, with the participant's number of this assignment. */
const MOODLE = /^(.+)_(\d+)_assignsubmission_[a-z]+_?.*$/;

/** The student that `entry` (a file's or folder's name) belongs to, or null. */
export function ownerOf(entry: string, { students }: Pick<Roster, "students">): Student | null {
  const name = entry.normalize("NFC");
  const bare = name.replace(/\.zip$/i, "").toLowerCase();
  const own = only(students, (s) =>
    [s.key, s.username, s.id, s.email].some((k) => k !== "" && k.toLowerCase() === bare),
  );
  if (own !== null) return own;
  const moodle = MOODLE.exec(bare);
  if (moodle !== null) return numbered(students, (s) => s.participant, moodle[2]!, moodle[1]!);
  const canvas = CANVAS.exec(bare);
  if (canvas !== null) return numbered(students, (s) => s.id, canvas[2]!, canvas[1]!);
  return named(students, bare);
}

/** By number, where the roster has such numbers at all; else by name. */
function numbered(
  students: readonly Student[],
  numberOf: (student: Student) => string,
  wanted: string,
  name: string,
): Student | null {
  return students.some((s) => numberOf(s) !== "")
    ? only(students, (s) => numberOf(s) === wanted)
    : named(students, name);
}

function named(students: readonly Student[], name: string): Student | null {
  const wanted = squeezed(name);
  return wanted === "" ? null : only(students, (s) => names(s).includes(wanted));
}

/** A name as it may be written: as in the roster, and with first and last name the other way round. */
function names({ name }: Student): string[] {
  const [last, first] = name.split(",");
  return [squeezed(name), ...(first === undefined ? [] : [squeezed(`${first}${last ?? ""}`)])];
}

function squeezed(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function only(students: readonly Student[], test: (s: Student) => boolean): Student | null {
  const found = students.filter(test);
  return found.length === 1 ? found[0]! : null;
}
