/**
 * The clean copy: takes only stub files from a learner, and only as text.
 *
 * Knows paths and bytes. No link is followed, no other file is looked at, nothing is believed about its content.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
} from "node:fs";
import { join } from "node:path";
import { LIMITS } from "../sandbox/limits.ts";

/** A learner's file, or why there is none. */
export type Collected =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads `file` (`03-memory/07-x.ts`) below `folder`. */
export function collect(folder: string, file: string): Collected {
  const [topic, name] = file.split("/");
  if (topic === undefined || name === undefined) return { kind: "missing" };
  try {
    // A linked topic folder would lead elsewhere just as a linked file would.
    const entry = lstatSync(join(folder, topic));
    if (entry.isSymbolicLink()) return { kind: "refused", reason: `${topic} is a link` };
    if (!entry.isDirectory()) return { kind: "missing" };
    if (lstatSync(join(folder, topic, name)).isSymbolicLink())
      return { kind: "refused", reason: "it is a link, not a file" };
    return readRegular(join(folder, topic, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what fs throws
    return code === "ENOENT" || code === "ENOTDIR"
      ? { kind: "missing" }
      : { kind: "refused", reason: `it cannot be read (${code ?? "unknown"})` };
  }
}

function readRegular(path: string): Collected {
  // Opened without following a link and without waiting for a pipe's other end; asked what it is after that.
  const fd = openSync(
    path,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const facts = fstatSync(fd);
    if (!facts.isFile()) return { kind: "refused", reason: "it is no regular file" };
    if (facts.size > LIMITS.sourceBytes)
      return {
        kind: "refused",
        reason: `${facts.size} bytes of source (limit ${LIMITS.sourceBytes})`,
      };
    const bytes = Buffer.alloc(facts.size);
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(fd, bytes, at, bytes.length - at, at);
      if (got === 0) break;
      at += got;
    }
    return textOf(bytes.subarray(0, at));
  } finally {
    closeSync(fd);
  }
}

/** A learner's bytes, taken as text or refused. */
export function textOf(bytes: Uint8Array): Collected {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0")
      ? { kind: "refused", reason: "it is not text" }
      : { kind: "text", text };
  } catch {
    return { kind: "refused", reason: "it is not UTF-8 text" };
  }
}

/** The stub as the course ships it. */
export function readStub(exercisesFolder: string, file: string): string {
  return readFileSync(join(exercisesFolder, file), "utf8");
}
