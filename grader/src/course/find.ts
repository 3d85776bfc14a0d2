/**
 * The course on disk: its topics in order, and the exercise that a name means.
 *
 * Knows folders and `topic.ts`; runs no exercise. A student edition has no solutions/, and its topics lie in exercises/.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type StubIds, readStubIds } from "./stubs.ts";
import { type Exercise, type Topic, exerciseFile } from "./topic.ts";

/** An exercise with what its place in the course says. */
export interface Placement {
  readonly exercise: Exercise;
  readonly topic: Topic;
  /** `03-memory/07-safe-as-strided.ts`. */
  readonly file: string;
  /** Its points and its limits' together. */
  readonly maxPoints: number;
}

export interface Course {
  /** The folder that holds exercises/ and solutions/. */
  readonly root: string;
  readonly exercisesFolder: string;
  readonly solutionsFolder: string;
  readonly topics: readonly Topic[];
  /** Each topic's topic.ts, by the topic's folder. */
  readonly topicFiles: Readonly<Record<string, string>>;
  /** What each stub is, byte for byte. */
  readonly stubIds: StubIds;
  /** In the course's order. */
  readonly exercises: readonly Placement[];
}

/** A name that means nothing here: the sentence lists what does. */
export class UnknownTarget extends Error {}

/** Reads the course below `root`. Imports of the library must already mean the bundle. */
export async function findCourse(root: string): Promise<Course> {
  const exercisesFolder = join(root, "exercises");
  const solutionsFolder = join(root, "solutions");
  const topicFiles: Record<string, string> = {};
  const topics: Topic[] = [];
  for (const name of existsSync(exercisesFolder) ? readdirSync(exercisesFolder).sort() : []) {
    if (!/^\d\d-/.test(name)) continue;
    const file = [
      join(solutionsFolder, name, "topic.ts"),
      join(exercisesFolder, name, "topic.ts"),
    ].find((path) => existsSync(path));
    if (file === undefined) continue; // being written
    const { default: topic } = (await import(pathToFileURL(file).href)) as { default: Topic }; // defineTopic's result
    if (topic.id !== name) throw new Error(`${file} says that it is ${topic.id}`);
    topicFiles[name] = file;
    topics.push(topic);
  }
  const exercises = topics.flatMap((topic) =>
    topic.exercises.map((exercise): Placement => {
      const maxPoints =
        exercise.points + (exercise.limits ?? []).reduce((sum, { points }) => sum + points, 0);
      return { exercise, topic, file: exerciseFile(topic, exercise), maxPoints };
    }),
  );
  return {
    root,
    exercisesFolder,
    solutionsFolder,
    topics,
    topicFiles,
    stubIds: readStubIds(exercisesFolder),
    exercises,
  };
}

/**
 * The exercises that `targets` name, in the course's order; all of them for none.
 *
 * A target is a topic (`3`, `memory`, `03-memory`), an exercise (`3.07`, `3.7`, `safe-as-strided`), or a file of one.
 * @throws {UnknownTarget}
 */
export function selectExercises(
  course: Course,
  targets: readonly string[],
  track?: "fast",
): Placement[] {
  const chosen = new Set<Placement>();
  for (const target of targets) {
    const found = course.exercises.filter((placement) => isNamed(placement, target));
    if (found.length === 0) throw new UnknownTarget(unknownSentence(course, target));
    for (const placement of found) chosen.add(placement);
  }
  return course.exercises.filter(
    (placement) =>
      (targets.length === 0 || chosen.has(placement)) &&
      (track === undefined || placement.exercise.tracks?.includes(track) === true),
  );
}

function isNamed({ exercise, topic, file }: Placement, target: string): boolean {
  const [number, ...words] = topic.id.split("-");
  if (/^\d+$/.test(target)) return Number(target) === Number(number);
  if (target === topic.id || target === words.join("-")) return true;
  const dotted = /^(\d)\.(\d\d?)$/.exec(target);
  if (dotted !== null) return `${dotted[1]}.${dotted[2]?.padStart(2, "0")}` === exercise.id;
  return (
    target === exercise.name ||
    target === file ||
    target.endsWith(`exercises/${file}`) ||
    target === file.slice(0, -3)
  );
}

function unknownSentence(course: Course, target: string): string {
  const shown = target.replace(/[^\x20-\x7e]/g, "?").slice(0, 60);
  const near = course.exercises
    .filter(({ exercise }) => exercise.name.includes(target) || target.includes(exercise.name))
    .map(({ exercise }) => exercise.id);
  const hint =
    near.length > 0
      ? `did you mean ${near.slice(0, 3).join(" or ")}?`
      : `topics: ${course.topics.map(({ id }) => id).join(", ")}`;
  return `no topic or exercise is called ${JSON.stringify(shown)}; ${hint}`;
}
