import { expect, test } from "vitest";
import { type Kind, SHARES, rehearsedStudent } from "./rehearsal.ts";

const REPERTOIRE = [
  { file: "03-memory/01-a.ts", stub: "stub", right: ["right", "also right"], wrong: ["wrong"] },
];

test("the same seed makes the same student, and no two students hand in the same bytes", () => {
  const answers = (seed: number): string[] =>
    Array.from({ length: 200 }, (_, k) => rehearsedStudent(k + 1, seed, REPERTOIRE))
      .map((s) => s.answers.get("03-memory/01-a.ts")!)
      .filter(({ kind }) => kind !== "stub")
      .map(({ text }) => text);
  expect(answers(1)).toEqual(answers(1));
  expect(answers(1)).not.toEqual(answers(2));
  expect(new Set(answers(1)).size).toBe(answers(1).length);
});

test("the shares are what they say, within what chance does", () => {
  const counts: Record<Kind, number> = { right: 0, wrong: 0, stub: 0, hostile: 0 };
  for (let k = 0; k < 5000; k++)
    counts[rehearsedStudent(k, 7, REPERTOIRE).answers.get("03-memory/01-a.ts")!.kind] += 1;
  for (const [kind, share] of Object.entries(SHARES))
    expect(Math.abs(counts[kind as Kind] / 50 - share), kind).toBeLessThan(3); // the table's own keys
});
