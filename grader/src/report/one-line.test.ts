import { expect, test } from "vitest";
import { besideEachOther } from "./one-line.ts";

/** Numbers as vitest prints a long typed array, one a line. */
const printed = (values: readonly number[]): string =>
  ["Float64Array [", ...values.map((v) => `  ${v},`), "]"].join("\n");
const numbers = Array.from({ length: 200 }, (_, k) => k);

test("short values stand on one line each", () => {
  expect(besideEachOther(printed([1, 2]), printed([1, 3]))).toEqual([
    "Float64Array [ 1, 2 ]",
    "Float64Array [ 1, 3 ]",
  ]);
});

test("long ones begin with the last line that is alike", () => {
  const [expected, actual] = besideEachOther(printed(numbers), printed(numbers.with(150, -1)));
  const head = ["Float64Array [", "  … 149 lines alike", "  149,"];
  expect(expected.split("\n").slice(0, 5)).toEqual([...head, "  150,", "  151,"]);
  expect(actual.split("\n").slice(0, 5)).toEqual([...head, "  -1,", "  151,"]);
});

test("long ones that differ at once, or beside a short one, are left whole", () => {
  const early = printed(numbers.with(1, -1));
  expect(besideEachOther(printed(numbers), early)).toEqual([printed(numbers), early]);
  expect(besideEachOther(printed(numbers), "undefined")).toEqual([printed(numbers), "undefined"]);
});
