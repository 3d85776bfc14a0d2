/**
 * Runs in each test thread before each test file: fast-check's seed and reporter, and the guest's part in a test's end.
 *
 * Knows vitest and fast-check. What a test makes of a lost guest does not count: a fault fails the test afterwards,
 * even where the test expected an error.
 */
import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, inject } from "vitest";
import { type Printing, notation } from "./notation.ts";
import { GuestFault, beginTest, disconnect, endTest, isWanted } from "./proxy.ts";

/** What a failed property tells the reporter, beside its message. */
export interface PropertyFailure {
  readonly counterexample: string;
  readonly seed: number;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly deepDiveSeed: number;
  }
}

const printing = np as unknown as Printing; // the library has these two

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: inject("deepDiveSeed"),
  reporter(run: fc.RunDetails<unknown>) {
    if (!run.failed) return;
    const cause = run.errorInstance;
    if (cause instanceof GuestFault) throw withFailure(cause, run);
    if (run.counterexample === null)
      throw new Error(`no input fitted the law's precondition (${run.numSkips} tries)`);
    throw withFailure(
      cause instanceof Error
        ? cause
        : new Error(cause === undefined ? "the law does not hold" : String(cause)),
      run,
    );
  },
});

function withFailure(error: Error, run: fc.RunDetails<unknown>): Error {
  const values: unknown[] = Array.isArray(run.counterexample)
    ? run.counterexample
    : [run.counterexample];
  const failure: PropertyFailure = {
    counterexample: values.map((value) => notation(value, printing)).join(", "),
    seed: run.seed,
  };
  return Object.assign(error, { deepDive: failure });
}

beforeEach(({ task, skip }) => {
  const names = [task.name];
  for (let suite = task.suite; suite !== undefined && suite.name !== ""; suite = suite.suite)
    names.unshift(suite.name);
  if (!isWanted(names.join(" > "))) skip();
  beginTest(() => fc.pre(false) as never); // it throws
});

afterEach(({ task }) => {
  const { fault, output } = endTest();
  Object.assign(task.meta, { deepDiveFault: fault, deepDiveOutput: output });
  if (fault !== null) throw new GuestFault(fault);
});

afterAll(() => {
  disconnect();
});
