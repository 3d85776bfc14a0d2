/**
 * A class's submissions: a folder or a zip, one entry a student, matched to the roster.
 *
 * Knows the names that Canvas and Moodle give to what they export. Whatever cannot be read is that student's problem
 * alone, told in one line.
 */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ARCHIVE_LIMITS, type StubFiles, stubsInArchive } from "./archive.ts";
import type { Roster, Student } from "./roster.ts";
import { stubPath } from "./stub-path.ts";

export interface Submission {
  readonly student: Student;
  readonly files: StubFiles;
  /** Of the stub files alone, names included: the same answers have the same hash. */
  readonly hash: string;
  /** Why nothing can be graded, in one line; null where it can. */
  readonly problem: string | null;
}

export interface Collected {
  readonly submissions: readonly Submission[];
  /** Entries that belong to nobody on the roster. */
  readonly strangers: readonly string[];
  /** Students without an entry. */
  readonly missing: readonly Student[];
}

/** @throws {Error} where `folder` does not exist or holds nothing */
export async function collectSubmissions(folder: string, roster: Roster): Promise<Collected> {
  const names = entriesOf(folder);
  const submissions: Submission[] = [];
  const strangers: string[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const student = ownerOf(name, roster.students);
    if (student === null) strangers.push(name);
    else if (!seen.has(student.key)) {
      seen.add(student.key);
      submissions.push(await readSubmission(path.join(folder, name), student));
    }
  }
  return { submissions, strangers, missing: roster.students.filter((s) => !seen.has(s.key)) };
}

function entriesOf(folder: string): string[] {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) throw new Error(`${folder} does not exist`);
  if (!stat.isDirectory()) throw new Error(`${folder} is no folder of submissions`);
  const names = readdirSync(folder)
    .filter((n) => !n.startsWith("."))
    .sort();
  if (names.length === 0) throw new Error(`${folder} is empty`);
  return names;
}

/** Plain: the key is the name. Canvas: `adalovelace_123_456_file.zip`. Moodle: `Ada Lovelace_123_assignsubmission_file`. */
function ownerOf(entry: string, students: readonly Student[]): Student | null {
  const bare = entry.replace(/\.zip$/i, "").toLowerCase();
  const parts = bare.split("_");
  const squeezed = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const tests: ((s: Student) => boolean)[] = [
    (s) => [s.key, s.username, s.id, s.email].some((k) => k !== "" && k.toLowerCase() === bare),
    (s) => s.id !== "" && parts.slice(1).includes(s.id.toLowerCase()),
    (s) =>
      squeezed(parts[0]!) === squeezed(s.name) ||
      squeezed(parts[0]!) === squeezed(s.name.split(",").join("")),
  ];
  for (const test of tests) {
    const found = students.filter(test);
    if (found.length === 1) return found[0]!;
  }
  return null;
}

async function readSubmission(place: string, student: Student): Promise<Submission> {
  try {
    const files = lstatSync(place).isDirectory()
      ? stubsInFolder(place)
      : await stubsInArchive(readFileSync(place), path.basename(place));
    const problem =
      files.size === 0 ? "no stub file such as 03-memory/07-safe-as-strided.ts was found" : null;
    return { student, files, hash: hashOf(files), problem };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { student, files: new Map(), hash: hashOf(new Map()), problem: message };
  }
}

/** Regular files only: a link could lead anywhere. */
function stubsInFolder(folder: string): StubFiles {
  const found = new Map<string, Uint8Array>();
  let entries = 0;
  const walk = (place: string, depth: number): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      entries += 1;
      if (entries > ARCHIVE_LIMITS.entries)
        throw new Error(`holds more than ${ARCHIVE_LIMITS.entries} files`);
      const inner = path.join(place, entry.name);
      if (entry.isDirectory() && depth < 6 && entry.name !== "node_modules") walk(inner, depth + 1);
      const stub = entry.isFile() ? stubPath(path.relative(folder, inner)) : null;
      if (stub === null) continue;
      const bytes = readFileSync(inner);
      if (bytes.length > ARCHIVE_LIMITS.fileBytes)
        throw new Error(
          `${stub} has ${bytes.length} bytes, at most ${ARCHIVE_LIMITS.fileBytes} are read`,
        );
      found.set(stub, bytes);
    }
  };
  walk(folder, 0);
  return found;
}

/** Names and bytes in the order of names, lengths first, so that no two sets of files can look alike. */
export function hashOf(files: StubFiles): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}
