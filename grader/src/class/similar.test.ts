import { expect, test } from "vitest";
import { similarPairs } from "./similar.ts";

const STUB = `export function f(shape: readonly number[]): number { throw new Error("not implemented"); }`;

function loop(size: string, i: string): string {
  return `export function f(shape: readonly number[]): number {
  let ${size} = 1;
  const seen: number[] = [];
  for (let ${i} = 0; ${i} < shape.length; ${i}++) {
    if (shape[${i}]! < 0) throw new RangeError("a length is negative: " + shape[${i}]);
    ${size} *= shape[${i}]!;
    seen.push(${size} + ${i});
    if (seen.length > 100) seen.shift();
  }
  while (seen.length > 0 && seen.at(-1)! > ${size}) seen.pop();
  return ${size} === 0 ? 0 : ${size} + (seen.length > 1 ? 0 : 0);
}`;
}

const OTHER = `export function f(shape: readonly number[]): number {
  return shape.reduce((product, length) => {
    const next = product * length;
    return Number.isFinite(next) ? next : Infinity;
  }, [1].map((x) => Math.abs(x)).concat([]).filter(Boolean)[0] ?? 1) as unknown as number;
}`;

test("the same answer with other names and other blanks is found, a different one is not", () => {
  const pairs = similarPairs(
    [
      { student: "ada", text: loop("size", "k") },
      { student: "bob", text: loop("total", "index").replaceAll("\n", "\n\n") },
      { student: "eve", text: OTHER },
    ],
    STUB,
  );
  expect(pairs.map((p) => [p.left, p.right].sort())).toEqual([["ada", "bob"]]);
  expect(pairs[0]!.similarity).toBe(1);
});

test("what does not parse is nobody's copy", () => {
  expect(
    similarPairs(
      [
        { student: "ada", text: "export function (" },
        { student: "bob", text: "export function (" },
      ],
      STUB,
    ),
  ).toEqual([]);
});
