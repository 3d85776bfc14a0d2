/**
 * `show`: draws the memory behind an expression, `np.arange(12).reshape([3, 4]).get(":", "::2")`.
 *
 * The expression is the caller's own and runs as their own code would; nothing of a submission ever comes here.
 */
import { createContext, runInContext } from "node:vm";
import * as np from "@deep-dive/ndarray";
import { memoryModel } from "../report/memory-cells.ts";
import { memoryText } from "../report/memory-text.ts";
import { type Command, UsageError } from "./command.ts";

const EXAMPLE = `np.arange(12).reshape([3, 4]).get(":", "::2")`;

export const command: Command = {
  summary: "draw the memory behind an expression",
  usage: `'${EXAMPLE}'`,
  options: {},
  run: async ({ positionals }) => {
    if (positionals.length === 0)
      throw new UsageError(`show takes an expression, such as '${EXAMPLE}'`);
    const array = evaluate(positionals.join(" "));
    const width = Math.min(process.stdout.columns ?? 80, 120);
    process.stdout.write(`${np.array_repr(array)}\n\n${memoryText(memoryModel(array), width)}\n`);
    return 0;
  },
};

/** @throws {UsageError} with the language's own sentence where it is no expression, or gives no array */
function evaluate(expression: string): np.NDArray {
  let value: unknown;
  try {
    value = runInContext(`(${expression})`, createContext({ np }), { timeout: 10_000 });
  } catch (error) {
    const sentence =
      typeof error === "object" && error !== null && "message" in error
        ? String(error.message)
        : String(error);
    throw new UsageError(`${expression}: ${sentence.split("\n")[0]}`);
  }
  if (value instanceof np.NDArray) return value;
  throw new UsageError(
    `${expression} gives ${value === null ? "null" : typeof value}, not an array`,
  );
}
