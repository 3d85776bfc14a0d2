/**
 * Which of a submission's files are stubs, and where they belong.
 */

/**
 * `path`'s last two names where they are a topic and an exercise (`…/03-memory/07-safe-as-strided.ts`), else null.
 *
 * Tests, harnesses and answers are nobody's to submit. An absolute path, or one with `..`, is no stub either.
 */
export function stubPath(path: string): string | null {
  const parts = partsOf(path);
  const [topic, file] = parts.slice(-2);
  if (topic === undefined || file === undefined) return null;
  return /^\d\d-[a-z0-9-]+$/.test(topic) && /^\d\d-[a-z0-9-]+\.ts$/.test(file)
    ? `${topic}/${file}`
    : null;
}

/**
 * The one of `files` that a file outside of any topic folder is: people upload single files. Else null.
 *
 * Canvas puts the student and two numbers before a file's name, and `-1`, `-2` … behind that of one handed in again.
 */
export function loosePath(path: string, files: readonly string[]): string | null {
  const name = (partsOf(path).at(-1) ?? "").replace(/^.*_\d+_\d+_/, "");
  const first = name.replace(/-\d+\.ts$/, ".ts");
  for (const wanted of new Set([name, first])) {
    const found = files.filter((file) => file.endsWith(`/${wanted}`));
    if (found.length === 1) return found[0]!;
  }
  return null;
}

/** The names in a path that stays where it is; none of any other. */
function partsOf(path: string): string[] {
  const parts = path.split(/[\\/]/);
  const isLeaving = path.startsWith("/") || /^[A-Za-z]:/.test(path) || parts.includes("..");
  return isLeaving || parts.includes("__MACOSX") ? [] : parts;
}
