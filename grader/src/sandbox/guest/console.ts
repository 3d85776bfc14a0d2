/**
 * The learner's `console`: text on standard output, at once.
 *
 * Knows formatting only. What is printed is captured by the judge, capped, escaped and shown as the learner's own.
 */
import { writeSync } from "node:fs";
import { formatWithOptions } from "node:util";

/** A console whose every method that prints, prints a line; or nothing. */
export function makeConsole(
  isSilent: boolean,
): Readonly<Record<string, (...values: unknown[]) => void>> {
  const print = (...values: unknown[]): void => {
    if (isSilent) return;
    const bytes = new TextEncoder().encode(
      `${formatWithOptions({ breakLength: 80 }, ...values)}\n`,
    );
    let at = 0;
    while (at < bytes.byteLength) at += writeSync(1, bytes, at);
  };
  const ignore = (): void => {};
  return {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    dir: print,
    table: print,
    trace: print,
    time: ignore,
    timeEnd: ignore,
    group: ignore,
    groupEnd: ignore,
  };
}
