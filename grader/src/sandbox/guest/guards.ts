/**
 * Rules that the text alone cannot settle, watched while the answer runs: work done for each element, computed names.
 *
 * Knows hooks that guarded text calls (instrument.ts puts them there) and what one call may do; the verdict is the judge's.
 */
import { LIMITS } from "../limits.ts";
import type { Library } from "./library.ts";

export interface Guards {
  readonly globals: Readonly<Record<string, unknown>>;
  /** Another file is loaded: what an earlier one did is not its doing. */
  load(): void;
  /** A call begins. */
  begin(): void;
  /** What the file or the call did against its rules, in a sentence; or null. */
  breach(): string | null;
}

/**
 * Guards that the text calls by names made of `hook`; without one there are none.
 *
 * A forbidden name is fine where it names an entry of a table that the answer itself made: whatever the entry is,
 * it is none of `library`'s functions.
 */
export function makeGuards(hook: string, library: Library): Guards {
  if (hook === "") return { globals: {}, load: () => {}, begin: () => {}, breach: () => null };
  let steps = 0;
  let named: string | null = null;
  let owner: unknown;
  const isOwnEntry = (object: unknown, name: string): boolean => {
    if (typeof object !== "object" || object === null) return false;
    const entry = Object.getOwnPropertyDescriptor(object, name);
    const value = (object as Readonly<Record<string, unknown>>)[name];
    return (
      entry !== undefined &&
      Object.is(entry.value, value) &&
      value !== library.np[name] &&
      value !==
        (library.np["NDArray"] as { prototype: Readonly<Record<string, unknown>> }).prototype[name] // the class
    );
  };
  return {
    globals: {
      [ownerName(hook)]: (object: unknown) => (owner = object),
      [lastName(hook)]: () => owner,
      [stepName(hook)]: () => {
        steps += 1;
      },
      [keyName(hook)]: (object: unknown, key: unknown, forbidden: string) => {
        if (typeof key === "number" || typeof key === "symbol") return key;
        const name = `${key as string}`; // runs the learner's toString, if any, once: what it gives is what is read
        if (named === null && forbidden.split(" ").includes(name) && !isOwnEntry(object, name))
          named = name;
        return name;
      },
    },
    load() {
      steps = 0;
      named = null;
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
export const ownerName = (hook: string): string => `${hook}_owner`;
export const lastName = (hook: string): string => `${hook}_last`;
