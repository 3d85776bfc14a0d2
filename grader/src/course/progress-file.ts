/**
 * A learner's progress: one plain file that can be read, committed and merged by a person.
 *
 * Knows what was passed and how many hints were taken; a lost or broken file loses nothing but that.
 */
import { existsSync, readFileSync } from "node:fs";

export interface ExerciseProgress {
  readonly state: "pending" | "passed";
  /** Hints shown so far, 0 to 3. */
  readonly hints: number;
}

/** The seed of a run that names none: fixed, so that a verdict can be kept, and a class talks about the same cards. */
export const DEFAULT_SEED = 20_260_401;

export interface Progress {
  /** The learner's own seed of cards and random inputs; left out, it is DEFAULT_SEED. */
  readonly seed?: number;
  /** The exercise the learner is at; null before the first. */
  readonly current: string | null;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
}

export const NO_PROGRESS: Progress = { current: null, exercises: {} };

/** Where an exercise stands. */
export function progressOf(progress: Progress, id: string): ExerciseProgress {
  return (
    (Object.hasOwn(progress.exercises, id) ? progress.exercises[id] : undefined) ?? {
      state: "pending",
      hints: 0,
    }
  );
}

/** `progress` with one exercise changed. */
export function withExercise(
  progress: Progress,
  id: string,
  change: Partial<ExerciseProgress>,
): Progress {
  return {
    ...progress,
    exercises: { ...progress.exercises, [id]: { ...progressOf(progress, id), ...change } },
  };
}

/** Hints taken, by exercise. */
export function hintsIn({ exercises }: Progress): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(exercises).map(([id, { hints }]) => [id, hints]));
}

/** @throws {Error} naming the file and what is wrong, where it is there but no progress file */
export function readProgress(file: string): Progress {
  if (!existsSync(file)) return NO_PROGRESS;
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`${file} is no JSON; repair it, or delete it to begin anew`);
  }
  if (!isProgress(data))
    throw new Error(
      `${file} does not hold { current, exercises }; repair it, or delete it to begin anew`,
    );
  return data;
}

/** The file's text: sorted by exercise, one a line, so that two learners' changes merge. */
export function progressText({ seed, current, exercises }: Progress): string {
  const ids = Object.keys(exercises).sort();
  const lines = ids.map(
    (id) => `    ${JSON.stringify(id)}: ${JSON.stringify(progressOf({ current, exercises }, id))}`,
  );
  const own = seed === undefined ? "" : `  "seed": ${seed},\n`;
  return `{\n${own}  "current": ${JSON.stringify(current)},\n  "exercises": {${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}}\n}\n`;
}

function isProgress(data: unknown): data is Progress {
  if (typeof data !== "object" || data === null || !("current" in data) || !("exercises" in data))
    return false;
  const { current, exercises } = data;
  if (
    "seed" in data &&
    !(Number.isInteger(data.seed) && Number(data.seed) >= 0 && Number(data.seed) < 2 ** 31)
  )
    return false;
  if (current !== null && typeof current !== "string") return false;
  if (typeof exercises !== "object" || exercises === null) return false;
  return Object.values(exercises).every(
    (e: unknown) =>
      typeof e === "object" &&
      e !== null &&
      "state" in e &&
      (e.state === "pending" || e.state === "passed") &&
      "hints" in e &&
      Number.isInteger(e.hints),
  );
}
