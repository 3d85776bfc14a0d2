import { expect, test } from "vitest";
import { inPlainWords } from "./plain-words.ts";

const quiet = (): void => {};
const throwing = (): never => {
  throw new RangeError("too long");
};

/** What a learner is told of a failed assertion; `values` as vitest's reporter prints them. */
function told(assertion: () => void, values: { expected: string; actual: string }): unknown {
  try {
    assertion();
  } catch (error) {
    return inPlainWords({ message: (error as Error).message, ...values }); // an AssertionError
  }
  throw new Error("the assertion holds");
}

test("where nothing was thrown, there are no values to compare", () => {
  const values = { expected: "null", actual: "undefined" };
  const plain = { message: "expected function to throw an error, but it didn't" };
  expect(told(() => expect(quiet).toThrow(), values)).toEqual(plain);
  expect(told(() => expect(() => quiet()).toThrow(/short/), values)).toEqual(plain);
  expect(told(() => expect(quiet, "an empty list").toThrow("short"), values)).toEqual({
    message: `an empty list: ${plain.message}`,
  });
});

test("where something was thrown that should not, its own sentence is all", () => {
  const values = { expected: "undefined", actual: "RangeError: too long" };
  expect(told(() => expect(throwing).not.toThrow(), values)).toEqual({
    message: "expected function to not throw an error but 'RangeError: too long' was thrown",
  });
});

test("an error of another kind or with another text is told beside the one that was expected", () => {
  const kinds = {
    expected: "[Function TypeError]",
    actual: 'RangeError { "message": "too long" }',
  };
  expect(told(() => expect(throwing).toThrow(TypeError), kinds)).toEqual({
    message: "expected error to be instance of TypeError",
    expected: "TypeError",
    actual: kinds.actual,
  });
  const texts = { expected: "short", actual: "too long" };
  expect(told(() => expect(throwing).toThrow("short"), texts)).toEqual({
    message: "expected function to throw error including 'short' but got 'too long'",
    ...texts,
  });
});

test("other sentences stay as they are", () => {
  const values = { expected: "2", actual: "1" };
  expect(told(() => expect(1).toBe(2), values)).toEqual({
    message: "expected 1 to be 2 // Object.is equality",
    ...values,
  });
});

test("where both values look the same, it says which object was wanted", () => {
  const values = { expected: "Float64Array [\n  1,\n]", actual: "Float64Array [\n  1,\n]" };
  const array = Float64Array.of(1);
  expect(told(() => expect(array.slice(), "the memory").toBe(array), values)).toEqual({
    message:
      "the memory: it holds the same, but has to be the very same object, not another one like it",
  });
  expect(told(() => expect(array).not.toBe(array), values)).toEqual({
    message: "it is the very same object, and has to be another one like it",
  });
});

test("a text or a number that was to be another is no question of which object it is", () => {
  for (const [value, shown] of [
    ["no fault found", "'no fault found'"],
    ["3", "3"],
    ["-0.5", "-0.5"],
    ["null", "null"],
  ] as const) {
    const message = `this mutant passes: expected ${shown} not to be ${shown} // Object.is equality`;
    expect(inPlainWords({ message, expected: value, actual: value })).toEqual({ message });
  }
});
