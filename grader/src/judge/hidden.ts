/**
 * A teacher's own tests and seeds: a folder that students never see.
 *
 * Knows its files: tests under the course's paths (`03-memory/07-safe-as-strided.test.ts`), and `seeds.txt`, with whose
 * numbers the course's own tests run once more.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { Course, Placement } from "../course/find.ts";

export interface Hidden {
  readonly folder: string;
  readonly seeds: readonly number[];
}

/** One test file to be run beside the course's own. */
export interface HiddenTest {
  /** Absolute. */
  readonly path: string;
  /** Its own seed; null for the run's. */
  readonly seed: number | null;
  /** Goes behind the name of each of its tests. */
  readonly label: string;
}

/** What a hidden test file's own failure begins with, so that reports can keep the rest back. */
export const HIDDEN_FAULT = "a hidden test file cannot run";

/** @throws {Error} naming a file that belongs to no exercise, or a line that is no seed; also where there is nothing */
export function readHidden(folder: string, course: Course): Hidden {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((f) => f.split(sep).join("/"))
    .filter((f) => f.endsWith(".ts"));
  const known = new Set(course.exercises.map(({ file }) => testOf(file)));
  const stray = files.find((f) => !known.has(f));
  if (stray !== undefined) throw new Error(`${join(folder, stray)} belongs to no exercise`);
  const seeds = seedsIn(join(folder, "seeds.txt"));
  if (files.length === 0 && seeds.length === 0)
    throw new Error(
      `${folder} holds no test such as ${[...known][0] ?? "03-memory/07-x.test.ts"}, and no seeds.txt`,
    );
  return { folder, seeds };
}

/** What runs beside the course's own tests of an exercise. */
export function hiddenTests(hidden: Hidden, { file }: Placement, course: Course): HiddenTest[] {
  const own = join(hidden.folder, testOf(file));
  const shipped = join(course.exercisesFolder, testOf(file));
  return [
    ...(existsSync(own) ? [{ path: own, seed: null, label: "" }] : []),
    ...hidden.seeds.map((seed, k) => ({ path: shipped, seed, label: ` (hidden seed ${k + 1})` })),
  ];
}

function testOf(file: string): string {
  return file.replace(/\.ts$/, ".test.ts");
}

function seedsIn(file: string): number[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((text, k) => {
    const line = text.trim();
    if (line === "") return [];
    if (!/^\d+$/.test(line) || Number(line) >= 2 ** 31)
      throw new Error(
        `${file}, line ${k + 1}: ${JSON.stringify(line.slice(0, 40))} is no whole number below ${2 ** 31}`,
      );
    return [Number(line)];
  });
}
