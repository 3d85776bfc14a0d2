/**
 * Rules that the text alone cannot settle, watched while the answer runs: work done for each element, computed names.
 *
 * Knows hooks that guarded text calls (instrument.ts puts them there) and what one call may do; the verdict is the judge's.
 */
import { LIMITS } from "../limits.ts";

export interface Guards {
  readonly globals: Readonly<Record<string, unknown>>;
  /** A call begins. */
  begin(): void;
  /** What the file or the call did against its rules, in a sentence; or null. */
  breach(): string | null;
}

/** Guards that the text calls by names made of `hook`; without one there are none. */
export function makeGuards(hook: string): Guards {
  if (hook === "") return { globals: {}, begin: () => {}, breach: () => null };
  let steps = 0;
  let named: string | null = null;
  return {
    globals: {
      [stepName(hook)]: () => {
        steps += 1;
      },
      [keyName(hook)]: (key: unknown, forbidden: string) => {
        if (typeof key === "number" || typeof key === "symbol") return key;
        const name = `${key as string}`; // runs the learner's toString, if any, once: what it gives is what is read
        if (named === null && forbidden.split(" ").includes(name)) named = name;
        return name;
      },
    },
    begin() {
      steps = 0;
    },
    breach() {
      if (named !== null)
        return `this exercise may not use .${named}, whatever way its name is made`;
      return steps > LIMITS.stepsOfLoopless
        ? `this exercise may not loop, and its functions were entered ${steps} times in one call (limit ${LIMITS.stepsOfLoopless})`
        : null;
    },
  };
}

export const stepName = (hook: string): string => `${hook}_step`;
export const keyName = (hook: string): string => `${hook}_key`;
