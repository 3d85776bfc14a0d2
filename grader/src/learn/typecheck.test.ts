import { expect, test } from "vitest";
import { linesOf } from "./typecheck.ts";

test("a diagnostic becomes file, line and sentence, and other files' are left out", () => {
  const output = [
    "../exercises/03-memory/07-x.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
    "  more about it",
    "../packages/ndarray/src/index.ts(1,1): error TS1: not the learner's",
  ].join("\n");
  expect(linesOf(output, "03-memory/07-x.ts")).toEqual([
    "07-x.ts:3:5 Type 'string' is not assignable to type 'number'.",
  ]);
});
