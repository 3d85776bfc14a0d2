import { expect, test } from "vitest";
import { RECORD } from "./formats/fixture.ts";
import { revealed } from "./reveal.ts";

const SECRET = {
  name: "the secret name",
  verdict: "failed" as const,
  message: "the secret input",
  counterexample: "[1, 2]",
  expected: "3",
  actual: "4",
  seed: 9,
  hidden: true,
};
const record = { ...RECORD, exercises: [{ ...RECORD.exercises[1]!, tests: [SECRET] }] };

test("nothing of a hidden test but its verdict is told by default", () => {
  const text = JSON.stringify(revealed(record, "none"));
  expect(text).not.toMatch(/secret|\[1, 2\]/);
  expect(revealed(record, "none").exercises[0]!.tests[0]).toEqual({
    name: "hidden test 1",
    verdict: "failed",
    hidden: true,
  });
});

test("names may be told without inputs, and messages with them", () => {
  expect(JSON.stringify(revealed(record, "names"))).not.toMatch(/secret input|\[1, 2\]/);
  expect(revealed(record, "names").exercises[0]!.tests[0]!.name).toBe("the secret name");
  expect(revealed(record, "messages")).toBe(record);
});
