/**
 * `show`: draws the memory behind an expression, `np.arange(12).reshape([3, 4]).get(":", "::2")`.
 *
 * The expression is the caller's own and runs as their own code would; nothing of a submission ever comes here.
 */
import { runInThisContext } from "node:vm";
import * as np from "@deep-dive/ndarray";
import { arrayPicture } from "../judge/array-picture.ts";
import { escapeLine } from "../report/escape.ts";
import { memoryText } from "../report/memory-text.ts";
import { type Command, UsageError } from "./command.ts";

const EXAMPLE = `np.arange(12).reshape([3, 4]).get(":", "::2")`;

export const command: Command = {
  summary: "draw the memory behind an expression",
  usage: `'${EXAMPLE}'`,
  options: {},
  run: async ({ positionals }) => {
    if (positionals.join("").trim() === "")
      throw new UsageError(`show takes an expression, such as '${EXAMPLE}'`);
    const array = evaluate(positionals.join(" "));
    const options = {
      width: Math.min(process.stdout.columns ?? 80, 120),
      color: process.stdout.isTTY && process.stdout.hasColors(),
    };
    const picture = memoryText(arrayPicture(array, np), options);
    process.stdout.write(`${np.array_repr(array)}\n\n${picture}\n`);
    return 0;
  },
};

/** @throws {UsageError} with the language's own sentence where it is no expression, or gives no array */
function evaluate(expression: string): np.NDArray {
  const shown = escapeLine(expression).slice(0, 200);
  let value: unknown;
  try {
    // In this context: an options object of another one would not be known for one.
    Object.assign(globalThis, { np });
    value = runInThisContext(`(${expression}\n)`, { timeout: 10_000 });
  } catch (error) {
    const sentence =
      typeof error === "object" && error !== null && "message" in error
        ? String(error.message)
        : String(error);
    throw new UsageError(`${shown}: ${escapeLine(sentence.split("\n")[0] ?? "")}`);
  }
  if (value instanceof np.NDArray) return value;
  throw new UsageError(`${shown} gives ${kindOf(value)}, not an array`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return `the ${typeof value} ${value}`;
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return `a ${typeof value}`;
}
