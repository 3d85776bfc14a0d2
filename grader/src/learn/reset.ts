/**
 * A stub put back, and the learner's text kept beside it.
 */
import { copyFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Course } from "../course/find.ts";
import { originalStub } from "../course/stubs.ts";
import { saveFile } from "../course/save-file.ts";

/** Puts the stub of `file` back; gives the backup's path from the course's root, or null where the stub is nowhere to be found. */
export function resetStub({ root, exercisesFolder, stubIds }: Course, file: string): string | null {
  const stub = originalStub(root, file, stubIds);
  if (stub === null) return null;
  const path = join(exercisesFolder, file);
  const backup = `${path}.${new Date().toISOString().replaceAll(/[:.]/g, "-")}.bak`;
  copyFileSync(path, backup);
  saveFile(path, stub);
  return relative(root, backup);
}
