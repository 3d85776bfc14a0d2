/**
 * What of a teacher's hidden tests may leave the grader: nothing, their names, or their messages as well.
 *
 * Every file that a student could see is made from a record that has been through here.
 */
import { HIDDEN_FAULT } from "../judge/hidden.ts";
import type { GradeRecord, TestRecord } from "../judge/record.ts";

export type Reveal = "none" | "names" | "messages";

/** What `--reveal` was given as; undefined means nothing is told. @throws {Error} listing what it may be */
export function revealNamed(given: string | undefined): Reveal {
  const asked = given ?? "none";
  if (asked === "none" || asked === "names" || asked === "messages") return asked;
  throw new Error(`--reveal is none, names or messages, not ${JSON.stringify(asked.slice(0, 40))}`);
}

/** The record without what `reveal` keeps back; verdicts and points stay. */
export function revealed(record: GradeRecord, reveal: Reveal): GradeRecord {
  if (reveal === "messages") return record;
  return {
    ...record,
    exercises: record.exercises.map((e) => ({
      ...e,
      ...(e.message?.startsWith(HIDDEN_FAULT) === true ? { message: HIDDEN_FAULT } : {}),
      tests: e.tests.map((t, k) => veiled(t, k, reveal)),
    })),
  };
}

function veiled(test: TestRecord, k: number, reveal: "none" | "names"): TestRecord {
  if (test.hidden !== true) return test;
  return {
    name: reveal === "names" ? test.name : `hidden test ${k + 1}`,
    verdict: test.verdict,
    hidden: true,
  };
}
