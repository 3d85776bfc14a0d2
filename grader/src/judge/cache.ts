/**
 * Verdicts kept from earlier runs, by the content of everything they depend on.
 *
 * Knows hashes and files, no exercise. A kept verdict is our own file in our own folder; a guest can neither read nor
 * write it.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { saveFile } from "../course/save-file.ts";
import type { ExerciseRecord } from "./record.ts";

/** Beyond this many, the oldest go. */
const MAX_KEPT = 5_000;

/** Where verdicts are kept: a folder of this machine, or what a class's workers share. */
export interface KeptVerdicts {
  /** The records there are for `keys`. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, ExerciseRecord>>;
  /** Keeps records that say something about the learner's work (`isKept`). */
  set(records: ReadonlyMap<string, ExerciseRecord>): Promise<void>;
}

/** Whether a verdict says something about the learner's work: noise and our own faults are not kept. */
export function isKept({ openPoints, verdict }: ExerciseRecord): boolean {
  return openPoints === 0 && verdict !== "grader-fault" && verdict !== "inconclusive";
}

/** A key of everything that a verdict depends on. */
export function keyOf(parts: readonly (string | null)[]): string {
  const hash = createHash("sha256");
  // Lengths first: no two lists of parts may read the same.
  for (const part of parts) hash.update(part === null ? "-" : `${part.length}:`).update(part ?? "");
  return hash.digest("hex");
}

export class VerdictCache implements KeptVerdicts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  get(keys: readonly string[]): Promise<ReadonlyMap<string, ExerciseRecord>> {
    const found = new Map<string, ExerciseRecord>();
    for (const key of keys) {
      try {
        const text = readFileSync(join(this.#folder, `${key}.json`), "utf8");
        found.set(key, JSON.parse(text) as ExerciseRecord); // our own file
      } catch {
        // It is not kept.
      }
    }
    return Promise.resolve(found);
  }

  set(records: ReadonlyMap<string, ExerciseRecord>): Promise<void> {
    for (const [key, record] of records) {
      if (isKept(record)) saveFile(join(this.#folder, `${key}.json`), JSON.stringify(record));
    }
    this.#trim();
    return Promise.resolve();
  }

  /** Forgets the oldest when there are too many. */
  #trim(): void {
    const names = readdirSync(this.#folder);
    if (names.length <= MAX_KEPT) return;
    const byAge = names
      .map((name) => ({ name, age: statSync(join(this.#folder, name)).mtimeMs }))
      .sort((a, b) => a.age - b.age);
    for (const { name } of byAge.slice(0, names.length - MAX_KEPT / 2))
      unlinkSync(join(this.#folder, name));
  }
}
