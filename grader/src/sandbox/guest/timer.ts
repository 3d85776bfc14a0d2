/**
 * The guest's half of timing: calls prepared beforehand, run in one go, and the results kept for later.
 *
 * Knows no clock: the judge times from outside, from `go` to `done`. Results are packed inside the span, so
 * that an answer whose work is done when somebody looks has done it by then.
 */
import type { Packed } from "../wire.ts";

export interface Timer {
  prepare(fn: (...args: unknown[]) => unknown, calls: readonly unknown[][]): void;
  go(): void;
  results(): Packed;
}

/** A timer that makes messages of results by `packed`. */
export function makeTimer(packed: (results: readonly unknown[]) => Packed): Timer {
  let run: (...args: unknown[]) => unknown = () => undefined;
  let waiting: readonly unknown[][] = [];
  let results: Packed = packed([]);
  return {
    prepare(fn, calls) {
      run = fn;
      waiting = calls;
      results = packed([]);
    },
    go() {
      const out: unknown[] = new Array(waiting.length);
      for (let i = 0; i < waiting.length; i++) out[i] = run(...(waiting[i] ?? []));
      const message = packed(out);
      results = { ...message, body: message.body.map((bytes) => bytes.slice()) };
    },
    results: () => results,
  };
}
