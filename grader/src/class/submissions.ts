/**
 * A class's submissions: a folder or a zip with a folder, a zip or files for each student, matched to the roster.
 *
 * Whatever cannot be read is that student's problem alone, told in one line.
 */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { type Handed, classInArchive, isJunk, stubsInArchive } from "./archive.ts";
import { ownerOf } from "./owner.ts";
import type { Roster, Student } from "./roster.ts";
import { PILE_LIMITS, type StubFiles, StubPile } from "./stub-pile.ts";

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

/**
 * `exercises` are the course's files: a file that lies in no topic folder is looked up among them.
 *
 * @throws {Error} where `place` does not exist, holds nothing, or is a zip that cannot be trusted
 */
export async function collectSubmissions(
  place: string,
  roster: Roster,
  exercises: readonly string[] = [],
): Promise<Collected> {
  const entries = await entriesOf(place, roster, exercises);
  if (entries.size === 0) throw new Error(`${place} is empty`);
  const handed = new Map<Student, Map<string, Handed>>();
  const strangers: string[] = [];
  for (const [name, entry] of entries) {
    const student = ownerOf(name, roster);
    if (student === null) strangers.push(name);
    else handed.set(student, (handed.get(student) ?? new Map<string, Handed>()).set(name, entry));
  }
  return {
    submissions: [...handed].map(([student, parts]) => submissionOf(student, parts)),
    strangers,
    missing: roster.students.filter((s) => !handed.has(s)),
  };
}

/** What each entry of the folder or zip holds, by its name. */
async function entriesOf(
  place: string,
  roster: Roster,
  exercises: readonly string[],
): Promise<Map<string, Handed>> {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) throw new Error(`${place} does not exist`);
  const isStudent = (name: string): boolean => ownerOf(name, roster) !== null;
  if (stat.isFile()) return classInArchive(place, path.basename(place), exercises, isStudent);
  if (!stat.isDirectory()) throw new Error(`${place} is no folder or zip of submissions`);
  const names = namesIn(place);
  const [only, ...others] = names;
  const isWrapped =
    only !== undefined &&
    others.length === 0 &&
    !isStudent(only) &&
    lstatSync(path.join(place, only)).isDirectory();
  const folder = isWrapped ? path.join(place, only) : place;
  const entries = new Map<string, Handed>();
  for (const name of isWrapped ? namesIn(folder) : names)
    entries.set(name, await readEntry(path.join(folder, name), exercises));
  return entries;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((n) => !isJunk(n))
    .sort();
}

/** Several loose files are one submission; several folders or zips are not, and nobody can say which one counts. */
function submissionOf(student: Student, parts: ReadonlyMap<string, Handed>): Submission {
  const names = [...parts.keys()].sort();
  const files = new Map<string, Uint8Array>();
  let problem = [...parts.values()].find((part) => part.problem !== null)?.problem ?? null;
  for (const part of parts.values()) {
    for (const [file, bytes] of part.files) {
      if (files.has(file)) problem ??= `handed in more than once: ${names.join(", ")}`;
      files.set(file, bytes);
    }
  }
  if (files.size === 0)
    problem ??= `no stub file such as 03-memory/07-safe-as-strided.ts was found in ${names.join(", ")}`;
  const kept = problem === null ? files : new Map<string, Uint8Array>();
  return { student, files: kept, hash: hashOf(kept), problem };
}

async function readEntry(place: string, exercises: readonly string[]): Promise<Handed> {
  const name = path.basename(place);
  try {
    const stat = lstatSync(place);
    if (stat.isDirectory()) return { files: stubsInFolder(place, exercises), problem: null };
    if (!stat.isFile()) throw new Error(`${name} is a link, not a file`);
    if (/\.zip$/i.test(name))
      return { files: await stubsInArchive(place, name, exercises), problem: null };
    return { files: looseFile(place, exercises), problem: null };
  } catch (error) {
    return { files: new Map(), problem: error instanceof Error ? error.message : String(error) };
  }
}

function looseFile(place: string, exercises: readonly string[]): StubFiles {
  const name = path.basename(place);
  const pile = new StubPile(name, exercises);
  const file = pile.placeOf(name);
  if (file !== null) pile.add(file, readSmall(place, name));
  return pile.files;
}

/** Regular files only: a link could lead anywhere. */
function stubsInFolder(folder: string, exercises: readonly string[]): StubFiles {
  const pile = new StubPile(path.basename(folder), exercises);
  const walk = (place: string, depth: number): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      pile.countEntry();
      const inner = path.join(place, entry.name);
      if (entry.isDirectory() && depth < 6 && entry.name !== "node_modules") walk(inner, depth + 1);
      const stub = entry.isFile() ? pile.placeOf(path.relative(folder, inner)) : null;
      if (stub !== null) pile.add(stub, readSmall(inner, stub));
    }
  };
  walk(folder, 0);
  return pile.files;
}

function readSmall(file: string, name: string): Uint8Array {
  const { size } = lstatSync(file);
  if (size > PILE_LIMITS.fileBytes)
    throw new Error(`${name} has ${size} bytes, at most ${PILE_LIMITS.fileBytes} are read`);
  return readFileSync(file);
}

/** Names and bytes in the order of names, lengths first, so that no two sets of files can look alike. */
export function hashOf(files: StubFiles): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}
