/**
 * Which text of a file is the stub as the course ships it.
 *
 * Learners write into the very files that were stubs, so `exercises/stubs.json` keeps each one's git blob id: it tells
 * a stub byte for byte, and git finds the text by it even after the learner has committed something else.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readStub } from "./collect.ts";

/** `03-memory/07-x.ts` to its blob id. */
export type StubIds = Readonly<Record<string, string>>;

const NAME = "stubs.json";

/** The ids below `exercisesFolder`; none where it keeps no list. */
export function readStubIds(exercisesFolder: string): StubIds {
  const file = join(exercisesFolder, NAME);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StubIds) : {}; // our own file; `check` compares it
}

/** The list as text, one stub a line. */
export function stubIdsText(exercisesFolder: string, files: readonly string[]): string {
  const lines = files.map(
    (file) => `  ${JSON.stringify(file)}: "${blobId(readStub(exercisesFolder, file))}"`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Whether `text` is the stub, byte for byte. A course without a list goes by the file in its exercises folder. */
export function isStub(text: string, file: string, ids: StubIds, exercisesFolder: string): boolean {
  const id = Object.hasOwn(ids, file) ? ids[file] : undefined;
  return id === undefined ? text === readStub(exercisesFolder, file) : blobId(text) === id;
}

/** The stub's text: the file itself where it is untouched, else what the edition or git kept. Null where neither has it. */
export function originalStub(root: string, file: string, ids: StubIds): string | null {
  const folder = join(root, "exercises");
  const here = existsSync(join(folder, file)) ? readStub(folder, file) : null;
  if (here !== null && isStub(here, file, ids, folder)) return here;
  const kept = join(folder, ".stubs", file); // a student edition has no history, so it brings them
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const id = Object.hasOwn(ids, file) ? ids[file] : undefined;
  if (id === undefined) return null;
  try {
    return execFileSync("git", ["cat-file", "blob", id], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}

/** Git's name for a file with this text. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
