import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswers, typedAnswer, withAnswer } from "./answer-file.ts";
import type { Card } from "./cards.ts";

const FILE = `/** Cards. */
export const answers: Record<string, number | "?"> = {
  // TODO: one after the other.
  "a[1:3]": "?",
  'a "b"': [1, 2], // a comment
  plain: true,
  "sum": 1 + 1,
};

export function more(): void {}
`;

test("what can be read is read, and ? is none", () => {
  expect([...(readAnswers(FILE) ?? [])]).toEqual([
    ['a "b"', [1, 2]],
    ["plain", true],
  ]);
  expect(readAnswers("export const answers = () => 1;\n")).toBeNull();
});

test("an answer takes the place of its line, and the rest stays as it was", () => {
  const changed = withAnswer(FILE, "a[1:3]", [2, 6]);
  expect(changed).toBe(FILE.replace('"a[1:3]": "?"', '"a[1:3]": [2, 6]'));
  expect(withAnswer(FILE, 'a "b"', 3)).toBe(
    FILE.replace(`'a "b"': [1, 2], // a comment`, `"a \\"b\\"": 3,`),
  );
});

test("an answer without a line becomes the last one", () => {
  expect(withAnswer(FILE, "new", "view")).toBe(FILE.replace("};", '  "new": "view",\n};'));
  expect(withAnswer("nothing here", "new", 1)).toBeNull();
});

test("line ends stay as they are", () => {
  const windows = FILE.replaceAll("\n", "\r\n");
  expect(withAnswer(windows, "a[1:3]", 4)).toBe(windows.replace('"a[1:3]": "?"', '"a[1:3]": 4'));
});

test("what was put in is read again, whatever the card and the answer", () => {
  const answer = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constantFrom("view", "int8"),
    fc.array(fc.integer()),
  );
  fc.assert(
    fc.property(fc.string(), answer, (id, value) => {
      expect(readAnswers(withAnswer(FILE, id, value) ?? "")?.get(id)).toEqual(value);
    }),
  );
});

test("typed text becomes a choice, a whole number, or a list, or nothing", () => {
  const number: Card = { id: "n", prompt: "", truth: () => 1 };
  const list: Card = { id: "l", prompt: "", truth: () => [1] };
  const yes: Card = { id: "y", prompt: "", choices: [true, false], truth: () => true };
  expect(typedAnswer(number, " -12 ")).toBe(-12);
  expect(typedAnswer(number, "1.5")).toBeNull();
  expect(typedAnswer(number, "1 2")).toBeNull();
  expect(typedAnswer(number, "")).toBeNull();
  expect(typedAnswer(list, "[2, 6]")).toEqual([2, 6]);
  expect(typedAnswer(list, "(2,)")).toEqual([2]);
  expect(typedAnswer(list, "2 6")).toEqual([2, 6]);
  expect(typedAnswer(list, "[]")).toEqual([]);
  expect(typedAnswer(list, "")).toBeNull();
  expect(typedAnswer(yes, "false")).toBe(false);
  expect(typedAnswer(yes, "maybe")).toBeNull();
});
