import { expect, test } from "vitest";
import { mutantsOf } from "./mutations.ts";

const changes = (text: string): string[] => mutantsOf(text).map((m) => m.change);

test("operators, numbers, branches, arguments and statements are changed one at a time", () => {
  expect(changes("export const f = (a: number, b: number): number => a + b;")).toEqual(["+ to -"]);
  expect(changes("for (let i = 0; i < n; i++) g(i, n);")).toEqual([
    "0 to 1",
    "< to <=",
    "< to >",
    "statement dropped",
    "arguments swapped",
  ]);
  expect(changes("if (a) b();")).toEqual([
    "branch never taken",
    "branch always taken",
    "statement dropped",
  ]);
  expect(changes("const x = c ? 1 : !d;")).toEqual([
    "first choice always",
    "second choice always",
    "1 to 2",
    "1 to 0",
    "! dropped",
  ]);
});

test("booleans, counters and methods that are mistaken for each other are changed too", () => {
  expect(changes("const x = f(true);")).toEqual(["true to false"]);
  expect(changes("data[n++] = Math.min(a, b);")).toEqual([
    "statement dropped",
    "++ to --",
    "min to max",
  ]);
  expect(mutantsOf("g(--at[k], k);").map((m) => m.text)).toContain("g(++at[k], k);");
});

test("what means the same either way round, and answers to cards, are left alone", () => {
  expect(changes("h(Math.hypot(a, b));")).toEqual(["statement dropped"]);
  expect(changes("export const answers = { card: 1 };\nconst x = 2;")).toEqual([
    "2 to 3",
    "2 to 1",
  ]);
});

test("a mutant differs from the answer in one place, which it names", () => {
  const text = "const a = 1;\nconst b: number = a * 2; // twice\n";
  const mutant = mutantsOf(text).find((m) => m.change === "* to +")!;
  expect(mutant.line).toBe(2);
  expect(mutant.code).toBe("const b = a + 2;");
  expect(mutant.text.split("\n")[1]).toMatch(/const b\s+= a \+ 2;/);
});
