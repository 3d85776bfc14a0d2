/**
 * What a topic's lesson says of its exercises, held against topic.ts: the table with ids, names and points.
 *
 * Knows README.md's table: `| 3.07 ★ | [safe-as-strided](07-safe-as-strided.ts) | what it is about | 8 + 3 |`, where ★
 * means the fast track, and the points behind the + are the limits'.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Course } from "./find.ts";
import { type Exercise, type Topic, exerciseFile } from "./topic.ts";

/** Sentences about rows that are missing or say something else than topic.ts; none for a topic without a lesson. */
export function lessonFindings(course: Course): string[] {
  return course.topics.flatMap((topic) => {
    const file = join(course.exercisesFolder, topic.id, "README.md");
    if (!existsSync(file)) return [];
    const rows = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /^\| \d\.\d\d\b/.test(line))
      .map(cellsOf);
    const findings = topic.exercises.flatMap((exercise) => {
      const right = rowOf(topic, exercise);
      const row = rows.find(([id = ""]) => id.startsWith(exercise.id));
      if (row === undefined) return [`its table has no row for ${exercise.id}`];
      return right.flatMap((cell, k) =>
        cell === null || cell === row[k]
          ? []
          : [`its row for ${exercise.id} says ${row[k] ?? "nothing"}, and topic.ts ${cell}`],
      );
    });
    return findings.map((finding) => `exercises/${topic.id}/README.md: ${finding}`);
  });
}

/** The cells of an exercise's row; null for the one that is free text. */
function rowOf(topic: Topic, exercise: Exercise): (string | null)[] {
  const limits = (exercise.limits ?? []).reduce((sum, { points }) => sum + points, 0);
  return [
    `${exercise.id}${exercise.tracks?.includes("fast") === true ? " ★" : ""}`,
    `[${exercise.name}](${exerciseFile(topic, exercise).slice(topic.id.length + 1)})`,
    null,
    limits === 0 ? `${exercise.points}` : `${exercise.points} + ${limits}`,
  ];
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
