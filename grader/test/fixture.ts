/**
 * The tiny course that the grader's tests grade, and a way to grade texts against it.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Collected, collect } from "../src/course/collect.ts";
import { type Course, type Placement, findCourse } from "../src/course/find.ts";
import { type GradeOptions, gradeAnswers } from "../src/judge/grade.ts";
import type { ExerciseRecord } from "../src/judge/record.ts";
import { type Bundles, makeBundles } from "../src/sandbox/bundle.ts";
import { useBundledLibrary } from "../src/sandbox/bundled-library.ts";

export const PROJECT: string = resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const FIXTURE_ROOT: string = fileURLToPath(new URL("course", import.meta.url));

export interface Fixture {
  readonly course: Course;
  readonly bundles: Bundles;
  readonly options: GradeOptions;
}

let opened: Promise<Fixture> | null = null;

/** The fixture course with the options of a plain run without timing; bundles come from the project's cache. */
export function openFixture(): Promise<Fixture> {
  opened ??= (async () => {
    const bundles = await makeBundles(join(PROJECT, ".cache"));
    useBundledLibrary(bundles);
    const course = await findCourse(FIXTURE_ROOT);
    const cacheFolder = mkdtempSync(join(tmpdir(), "deep-dive-test-"));
    return {
      course,
      bundles,
      options: {
        course,
        bundles,
        cacheFolder,
        isolation: "process",
        seed: 1,
        timing: false,
        force: true,
        hidden: null,
      },
    };
  })();
  return opened;
}

export function placementOf(course: Course, id: string): Placement {
  const found = course.exercises.find(({ exercise }) => exercise.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
}

export interface Submission {
  readonly name: string;
  readonly exerciseId: string;
  readonly text: string;
}

/** Grades each text as an answer of its own; lower exercises are the reference answers. */
export async function gradeTexts(
  submissions: readonly Submission[],
  more: Partial<GradeOptions> = {},
): Promise<Map<string, ExerciseRecord>> {
  const { course, options } = await openFixture();
  const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
  const answers = submissions.map(({ name, exerciseId, text }) => ({
    key: `${exerciseId}/${name}`,
    placement: placementOf(course, exerciseId),
    collected: { kind: "text", text } as const,
  }));
  const records = await gradeAnswers(answers, textOf, { ...options, ...more });
  return new Map(
    submissions.map(({ name }, k): [string, ExerciseRecord] => [
      name,
      records[k] as ExerciseRecord,
    ]),
  ); // one record an answer
}
