/**
 * Which of a submission's files are stubs, and where they belong.
 */

/**
 * `path`'s last two names where they are a topic and an exercise (`…/03-memory/07-safe-as-strided.ts`), else null.
 *
 * Tests, harnesses and answers are nobody's to submit. An absolute path, or one with `..`, is no stub either.
 */
export function stubPath(path: string): string | null {
  const parts = path.split(/[\\/]/);
  if (
    path.startsWith("/") ||
    /^[A-Za-z]:/.test(path) ||
    parts.includes("..") ||
    parts.includes("__MACOSX")
  )
    return null;
  const [topic, file] = parts.slice(-2);
  if (topic === undefined || file === undefined) return null;
  return /^\d\d-[a-z0-9-]+$/.test(topic) && /^\d\d-[a-z0-9-]+\.ts$/.test(file)
    ? `${topic}/${file}`
    : null;
}
