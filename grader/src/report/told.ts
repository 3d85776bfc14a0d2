/**
 * What a failed test tells: its sentence, and the two values where the sentence does not hold them already.
 *
 * Knows vitest's own words; escapes nothing.
 */
import type { TestRecord } from "../judge/record.ts";

export interface Told {
  /** Without the matcher's own words where both values follow; may be empty. */
  readonly says: string;
  readonly values: { readonly expected: string; readonly actual: string } | null;
}

export function told(test: Pick<TestRecord, "message" | "expected" | "actual">): Told {
  const { message = "", expected, actual } = test;
  const says = message.replace(/ \/\/ Object\.is equality$/m, "");
  if (expected === undefined || actual === undefined) return { says, values: null };
  const isSaid = expected.length < 60 && message.includes(expected) && message.includes(actual);
  if (isSaid) return { says, values: null };
  const matcher = /(?:^|: )expected [\s\S]* to (?:deeply |strictly )?(?:be|equal) [\s\S]*$/;
  return { says: says.replace(matcher, ""), values: { expected, actual } };
}
