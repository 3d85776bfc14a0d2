/**
 * What the learner's code threw, as text: a thrown value may be anything, and reading it may run their code.
 *
 * Knows strings and caps; never hands the value on.
 */
import { LIMITS } from "../limits.ts";
import type { Thrown } from "../outcome.ts";

/** Name, message and place of `value`; never throws. */
export function describeThrown(value: unknown): Thrown {
  return {
    name: read(() => nameOf(value)),
    message: read(() => messageOf(value)),
    at: read(() => placeOf(value)),
  };
}

function read(make: () => string): string {
  try {
    return `${make()}`.slice(0, LIMITS.messageChars);
  } catch {
    return "";
  }
}

function nameOf(value: unknown): string {
  if (!(value instanceof Error)) return "";
  return typeof value.name === "string" ? value.name : "Error";
}

function messageOf(value: unknown): string {
  if (value instanceof Error) return typeof value.message === "string" ? value.message : "";
  return typeof value === "string"
    ? value
    : `${typeof value === "object" ? "an object" : String(value)}`;
}

/** The first line of the stack that lies in one of the learner's files. */
function placeOf(value: unknown): string {
  if (!(value instanceof Error) || typeof value.stack !== "string") return "";
  return /(\d\d-[a-z0-9-]+\.ts:\d+:\d+)/.exec(value.stack.slice(0, 8_000))?.[1] ?? "";
}
