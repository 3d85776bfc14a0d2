/**
 * What a guest replies, read as hostile input.
 *
 * Knows the parts of a message; how a breach ends the guest is for whoever asked.
 */
import { LIMITS } from "../sandbox/limits.ts";
import type { Thrown } from "../sandbox/outcome.ts";
import type { Table } from "../sandbox/place.ts";
import { type UnpackOptions, type Unread, unpack } from "../sandbox/unpack.ts";
import { type Marshal, WireError } from "../sandbox/wire.ts";

/** The values and writes of a reply. @throws what `breach` makes of the reason why it cannot be read */
export function readValues(
  message: Unread,
  body: Uint8Array,
  table: Table,
  marshal: Marshal,
  breach: (why: string) => Error,
  options?: UnpackOptions,
): ReturnType<typeof unpack> {
  try {
    return unpack(message, body, table, marshal, options);
  } catch (error) {
    throw breach(
      `sent a bad message: ${error instanceof WireError ? error.message : "it cannot be read"}`,
    );
  }
}

/** What the learner's code threw: text, cut to length. */
export function readThrown(given: unknown): Thrown {
  const text = (key: string): string => {
    const value: unknown =
      typeof given === "object" && given !== null ? Reflect.get(given, key) : "";
    return typeof value === "string" ? value.slice(0, LIMITS.messageChars) : "";
  };
  return { name: text("name"), message: text("message"), at: text("at") };
}
