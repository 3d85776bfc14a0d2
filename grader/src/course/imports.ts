/**
 * Which file an import of a learner's means.
 *
 * Knows the rule: the library, exercises of lower id by their relative path, and fast-check where allowed. Goes by the
 * last one or two names of the path, so that an answer kept in another folder means the same.
 */
import type { Course, Placement } from "./find.ts";

export type ResolvedImport =
  | { readonly kind: "package" }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "forbidden"; readonly reason: string };

/** What `specifier` means in `from`'s file. */
export function resolveImport(course: Course, from: Placement, specifier: string): ResolvedImport {
  if (specifier === "@deep-dive/ndarray") return { kind: "package" };
  if (specifier === "fast-check" && from.exercise.fastCheck === true) return { kind: "package" };
  const shown = JSON.stringify(specifier.slice(0, 80));
  const match = /^(?:\.\.?\/)+(?:(\d\d-[a-z0-9-]+)\/)?(\d\d-[a-z0-9-]+)\.ts$/.exec(specifier);
  if (match === null)
    return {
      kind: "forbidden",
      reason: `imports ${shown}: an exercise may import @deep-dive/ndarray and exercises of lower id`,
    };
  const file = `${match[1] ?? from.topic.id}/${match[2] ?? ""}.ts`;
  const target = course.exercises.findIndex((placement) => placement.file === file);
  if (target < 0)
    return { kind: "forbidden", reason: `imports ${shown}, and no exercise has that file` };
  if (target >= course.exercises.indexOf(from))
    return {
      kind: "forbidden",
      reason: `imports ${shown}: only exercises of lower id may be imported`,
    };
  return { kind: "file", file };
}
