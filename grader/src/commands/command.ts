/**
 * What a command is: a name, its options, and a run that ends in an exit code.
 *
 * Knows Node's own argument parser; unknown options are bad usage, said in one line.
 */
import { type ParseArgsOptionsConfig } from "node:util";

export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `[TARGET…] [--seed N]`. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** 0 done, 1 below what was asked, 2 bad usage or our fault. */
  readonly run: (input: CommandInput) => Promise<number>;
}

/** Bad usage: one line on standard error, exit 2. */
export class UsageError extends Error {}

/** A text option's value, or undefined. */
export function textOption({ values }: CommandInput, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** A whole number from `low` up. @throws {UsageError} */
export function wholeOption(input: CommandInput, name: string, low: number): number | undefined {
  const text = textOption(input, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < low)
    throw new UsageError(
      `--${name} takes a whole number from ${low} up, not ${JSON.stringify(text.slice(0, 40))}`,
    );
  return value;
}
