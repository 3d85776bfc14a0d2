/**
 * Verdicts kept from earlier runs, by the content of everything they depend on.
 *
 * Knows hashes and files, no exercise. A kept verdict is our own file in our own folder; a guest can neither read nor
 * write it.
 */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { ExerciseRecord } from "./record.ts";

/** Beyond this many, the oldest go. */
const MAX_KEPT = 5_000;

/** A key of everything that a verdict depends on. */
export function keyOf(parts: readonly (string | null)[]): string {
  const hash = createHash("sha256");
  // Lengths first: no two lists of parts may read the same.
  for (const part of parts) hash.update(part === null ? "-" : `${part.length}:`).update(part ?? "");
  return hash.digest("hex");
}

export class VerdictCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  get(key: string): ExerciseRecord | null {
    try {
      return JSON.parse(readFileSync(join(this.#folder, `${key}.json`), "utf8")) as ExerciseRecord; // our own file
    } catch {
      return null;
    }
  }

  /** Keeps `record`, unless it says nothing about the learner's work. */
  set(key: string, record: ExerciseRecord): void {
    if (
      record.openPoints > 0 ||
      record.verdict === "grader-fault" ||
      record.verdict === "inconclusive"
    )
      return;
    const file = join(this.#folder, `${key}.json`);
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(record));
    renameSync(`${file}.${process.pid}`, file); // never half a file
  }

  /** Forgets the oldest when there are too many. */
  trim(): void {
    const names = readdirSync(this.#folder);
    if (names.length <= MAX_KEPT) return;
    const byAge = names
      .map((name) => ({ name, age: statSync(join(this.#folder, name)).mtimeMs }))
      .sort((a, b) => a.age - b.age);
    for (const { name } of byAge.slice(0, names.length - MAX_KEPT / 2))
      unlinkSync(join(this.#folder, name));
  }
}
