/**
 * What of a teacher's hidden tests may leave the grader: nothing, their names, or their messages as well.
 *
 * Every file that a student could see is made from a record that has been through here.
 */
import type { GradeRecord, TestRecord } from "../judge/record.ts";

export type Reveal = "none" | "names" | "messages";

/** The record without what `reveal` keeps back; verdicts and points stay. */
export function revealed(record: GradeRecord, reveal: Reveal): GradeRecord {
  if (reveal === "messages") return record;
  return {
    ...record,
    exercises: record.exercises.map((e) => ({
      ...e,
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
