/**
 * Runs in each test thread before each test file: fast-check's seed and reporter, and the guest's part in a test's end.
 *
 * Knows vitest and fast-check. What a test makes of a lost guest does not count: a fault fails the test afterwards,
 * even where the test expected an error.
 */
import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, chai, inject } from "vitest";
import type { Failure } from "./failure.ts";
import { type Printing, notation } from "./notation.ts";
import {
  GuestFault,
  beginRun,
  beginTest,
  callsSoFar,
  disconnect,
  drawFailure,
  endTest,
  isBailing,
  isWanted,
} from "./proxy.ts";

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

/** What each failed assertion saw: vitest keeps only its text. */
const failures = new WeakMap<object, Failure>();
/** The failure of the test that runs. */
let failure: Failure | null = null;

interface Assertion {
  assert(...args: readonly unknown[]): void;
}

const assertions = (chai as unknown as { Assertion: { prototype: Assertion } }).Assertion.prototype; // as chai documents it for plugins
const { assert } = assertions;
assertions.assert = function noted(this: Assertion, ...args) {
  try {
    Reflect.apply(assert, this, args);
  } catch (error) {
    failure = { calls: callsSoFar(), expected: args[3] };
    if (typeof error === "object" && error !== null) failures.set(error, failure);
    throw error;
  }
};

// Nobody sees a stack here, and vitest would look every frame of it up in source maps: 100 ms where five tests fail.
Error.stackTraceLimit = 0;

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: inject("deepDiveSeed"),
  beforeEach: beginRun,
  reporter(run: fc.RunDetails<unknown>) {
    if (!run.failed) return;
    const cause = run.errorInstance;
    failure = cause instanceof Error ? (failures.get(cause) ?? null) : null; // that of the shrunk run, not of the last
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
  failure = null;
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: isBailing() });
  beginTest(() => fc.pre(false) as never); // it throws
});

afterEach(async ({ task }) => {
  const { fault, output } = endTest(task.result?.state === "fail");
  Object.assign(task.meta, { deepDiveFault: fault, deepDiveOutput: output });
  if (task.result?.state === "fail" && fault === null && failure !== null)
    Object.assign(task.meta, { deepDivePicture: await drawFailure(failure) });
  if (fault !== null) throw new GuestFault(fault);
});

afterAll(() => {
  assertions.assert = assert; // the next file of this thread notes its own
  disconnect();
});
