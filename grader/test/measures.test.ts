/** What measures say of answers that are right and wasteful, and of answers that try to look thrifty. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { ExerciseRecord } from "../src/judge/record.ts";
import { FIXTURE_ROOT, gradeTexts } from "./fixture.ts";

const read = (file: string): string => readFileSync(join(FIXTURE_ROOT, file), "utf8");
const naive = `${read("exercises/03-fixture/03-window-sums.naive.ts")}\nexport { naiveWindowSums as windowSums };\n`;

/** What each link is, what comes before the first, how `at` becomes one of `x` and `next`, and how both are got out again. */
const CHAINS = [
  // Of smaller ones a window would fit into the 64 elements that cost nothing.
  ["objects", "", "at = { value: x, next, a: 0, b: 0 };", ".value", ".next"],
  [
    "objects of a class",
    "class Cell { value; next; constructor(value: number, next: unknown) { this.value = value; this.next = next; } }",
    "at = new Cell(x, next);",
    ".value",
    ".next",
  ],
  ["closures", "", "at = (k: number) => (k < 0 ? next : x);", "(0)", "(-1)"],
  [
    "functions that are declared anew",
    "",
    "function link(k: number) { return k < 0 ? next : x; } at = link;",
    "(0)",
    "(-1)",
  ],
  [
    "bound functions",
    "const find = (x: number, next: unknown, k: number) => (k < 0 ? next : x);",
    "at = find.bind(null, x, next);",
    "(0)",
    "(-1)",
  ],
  [
    "generators",
    "function* keep(x: number, next: unknown): any { let k = yield; for (;;) k = yield k < 0 ? next : x; }",
    "at = keep(x, next); at.next();",
    ".next(0).value",
    ".next(-1).value",
  ],
  [
    "getters",
    "",
    "at = { get value() { return x; }, get next() { return next; } };",
    ".value",
    ".next",
  ],
  [
    "classes",
    "",
    "at = class { static value() { return x; } static next() { return next; } };",
    ".value()",
    ".next()",
  ],
] as const;

const ANSWERS: Readonly<Record<string, string>> = {
  reference: read("solutions/03-fixture/03-window-sums.ts"),
  naive,
  "wrong beyond 50 elements": `import "@deep-dive/ndarray";\n${naive.replace("return out;", "if (values.length > 50) out[0] = 0;\n  return out;")}`,
  "throws when traced": naive.replace(
    "const out",
    "if (values.length > 50) throw new Error('too long');\n  const out",
  ),
  "sums in a list": `export function windowSums(values: Float64Array, width: number): Float64Array {
  const sums: number[] = [];
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (i >= width ? values[i - width]! : 0);
    if (i >= width - 1) sums.push(sum);
  }
  return Float64Array.from(sums);
}\n`,
  "a scratch array made by a native method": read("solutions/03-fixture/03-window-sums.ts").replace(
    "let sum = 0;",
    "const copy = values.map((x) => x);\n  let sum = copy[0]! * 0;",
  ),
  "looks into a text again and again": read("solutions/03-fixture/03-window-sums.ts").replace(
    "let sum = 0;",
    'const text = "0".repeat(500);\n  let sum = 0;\n  for (let k = 0; k < 100; k++) sum += Number(text[k]);',
  ),
  "flattens its growth": naive.replace(
    "return out;",
    "for (let k = values.length * 1024; k < 1024 * 1024; k++) out[0] = out[0]!;\n  return out;",
  ),
  ...hiding(),
};

/** Answers that keep the values where no array is, and then walk them as the naive loop does. */
function hiding(): Record<string, string> {
  const hide = (keep: string, look: string, afterEach = ""): string =>
    `export function windowSums(values: Float64Array, width: number): Float64Array {
  ${keep}
  const out = new Float64Array(values.length - width + 1);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += ${look};
    out[i] = sum;
    ${afterEach}
  }
  return out;
}\n`;
  return {
    "hides in a map": hide(
      "const kept = new Map<number, number>(); values.forEach((x, i) => kept.set(i, x));",
      "kept.get(i + k)!",
    ),
    "hides in an object": hide(
      "const kept: Record<number, number> = {}; values.forEach((x, i) => { kept[i] = x; });",
      "kept[i + k]!",
    ),
    "hides in short lists": hide(
      "const kept: number[][] = [[], [], [], [], [], [], [], [], [], [], [], [], []]; values.forEach((x, i) => kept[i >> 5]!.push(x));",
      "kept[(i + k) >> 5]![(i + k) & 31]!",
    ),
    "hides in short arrays": hide(
      "const kept = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((b) => values.slice(b * 32, b * 32 + 32));",
      "kept[(i + k) >> 5]![(i + k) & 31]!",
    ),
    "hides in the memory of short arrays": hide(
      "const kept = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((b) => new DataView(values.slice(b * 32, b * 32 + 32).buffer));",
      "kept[(i + k) >> 5]!.getFloat64(((i + k) & 31) * 8, true)",
    ),
    "hides in a view of bytes": hide(
      "const kept = new DataView(new ArrayBuffer(values.length * 8)); values.forEach((x, i) => kept.setFloat64(i * 8, x));",
      "kept.getFloat64((i + k) * 8)",
    ),
    "hides in text": hide(
      'const kept = values.reduce((text, x) => text + String(x).padStart(30), "");',
      "Number(kept.slice((i + k) * 30, (i + k) * 30 + 30))",
    ),
    "hides in a function's properties": hide(
      "const kept = (() => 0) as unknown as Record<number, number>; values.forEach((x, i) => { kept[i] = x; });",
      "kept[i + k]!",
    ),
    "hides behind the names of a list": hide(
      "const kept: Record<number, number> = []; values.forEach((x, i) => { kept[-1 - i] = x; });",
      "kept[-1 - i - k]!",
    ),
    "hides beyond the last index of a list": hide(
      "const kept: number[] = []; values.forEach((x, i) => { kept[2 ** 32 + i] = x; });",
      "kept[2 ** 32 + i + k]!",
    ),
    "hides behind the names of a typed array": hide(
      "const kept = new Float64Array(1) as unknown as Record<string, number>; values.forEach((x, i) => { kept[`a${i}`] = x; });",
      "kept[`a${i + k}`]!",
    ),
    "hides behind the names of a map": hide(
      "const kept = new Map() as unknown as Record<number, number>; values.forEach((x, i) => { kept[i] = x; });",
      "kept[i + k]!",
    ),
    "hides behind symbols": hide(
      "const kept: Record<symbol, number> = {}; values.forEach((x, i) => { kept[Symbol.for(`${i}`)] = x; });",
      "kept[Symbol.for(`${i + k}`)]!",
    ),
    "hides in properties that nobody lists": hide(
      "const kept: Record<number, number> = {}; values.forEach((x, i) => { Object.defineProperty(kept, i, { value: x }); });",
      "kept[i + k]!",
    ),
    "hides in a map that says it is empty": `class Kept extends Map<number, number> { override get size(): number { return 0; } override *values(): MapIterator<number> {} }\n${hide(
      "const kept = new Kept(); values.forEach((x, i) => kept.set(i, x));",
      "kept.get(i + k)!",
    )}`,
    "hides in an error's list": hide(
      "const kept = new AggregateError(values);",
      "kept.errors.at(i + k)",
    ),
    "hides in a group": hide(
      "const kept = Object.groupBy(values, () => 'all');",
      "kept.all!.at(i + k)!",
    ),
    "hides in texts of templates": hide(
      "let kept = ''; values.forEach((x) => { kept = `${kept}${`${x}`.padStart(30)}`; });",
      "Number(kept.slice((i + k) * 30, (i + k) * 30 + 30))",
    ),
    "hides in a short list of large integers": hide(
      "const kept: bigint[] = [], f = new Float64Array(1), u = new BigUint64Array(f.buffer); for (let b = 0; b < 16; b++) { let all = 0n; for (let i = Math.min(b * 31 + 31, values.length) - 1; i >= b * 31; i--) { f[0] = values[i]!; all = (all << 64n) + u[0]!; } kept.push(all); } const nth = (n: number): number => { u[0] = BigInt.asUintN(64, kept[Math.floor(n / 31)]! >> BigInt((n % 31) * 64)); return f[0]!; };",
      "nth(i + k)",
    ),
    "hides in a function's properties, by Reflect": hide(
      "const kept = function () {}; values.forEach((x, i) => { Reflect.set(kept, i, x); });",
      "(Reflect.get(kept, i + k) as number)",
    ),
    "hides in a method's properties, by a method of lists": hide(
      "const kept = { all() {} }; Object.defineProperty(kept.all, 'length', { value: 0, writable: true }); values.forEach((x) => { Array.prototype.push.call(kept.all, x); });",
      "(Array.prototype.at.call(kept.all, i + k) as number)",
    ),
    "hides in an object of a class, by Reflect": `class Kept {}\n${hide(
      "const kept = new Kept(); values.forEach((x, i) => { Reflect.set(kept, i, x); });",
      "(Reflect.get(kept, i + k) as number)",
    )}`,
    "hides in an object of a class, by patterns": `class Kept {}\n${hide(
      "const kept = new Kept() as Record<number, number>; values.forEach((x, i) => { Object.assign(kept, { [i]: x }); }); const nth = (n: number): number => { const { [n]: x } = kept; return x!; };",
      "nth(i + k)",
    )}`,
    "hides in a generator's properties": `function* none(): Generator<number> {}\n${hide(
      "const kept = none() as unknown as Record<number, number>; values.forEach((x, i) => { kept[i] = x; });",
      "kept[i + k]!",
    )}`,
    "hides in an array of the library's": `import * as np from "@deep-dive/ndarray";\n${hide(
      "const kept = np.asarray(values).copy();",
      "(kept.item(i + k) as number)",
    )}`,
    "hides in private fields": hide(
      `class Cell { #value: number; #next: Cell | null; constructor(value: number, next: Cell | null) { this.#value = value; this.#next = next; } static after(cell: Cell): Cell { return cell.#next!; } static of(cell: Cell): number { return cell.#value; } }
let at: Cell | null = null; for (const x of values.toReversed()) at = new Cell(x, at); let cell = at;`,
      "((cell = k === 0 ? at : Cell.after(cell!)), Cell.of(cell!))",
      "at = Cell.after(at!);",
    ),
    "hides in a weak map": hide(
      "const kept = new WeakMap<object, [number, object]>(); const first = {}; let at: object = first; for (const x of values) { const next = {}; kept.set(at, [x, next]); at = next; } at = first; let cell = kept.get(at)!;",
      "((cell = kept.get(k === 0 ? at : cell[1])!), cell[0])",
      "at = kept.get(at)![1];",
    ),
    ...Object.fromEntries(
      CHAINS.map(([where, before, link, value, next]) => [
        `hides in a chain of ${where}`,
        hide(
          `${before} let at: any = null; for (const x of values.toReversed()) { const next = at; ${link} } let cell: any = at;`,
          `((cell = k === 0 ? at : cell${next}), cell${value})`,
          `at = at${next};`,
        ),
      ]),
    ),
  };
}

let records: Map<string, ExerciseRecord>;

beforeAll(async () => {
  records = await gradeTexts(
    Object.entries(ANSWERS).map(([name, text]) => ({ name, exerciseId: "3.03", text })),
  );
});

const verdicts = (name: string): Record<string, string> =>
  Object.fromEntries(records.get(name)?.measures.map(({ kind, verdict }) => [kind, verdict]) ?? []);
const values = (name: string): Record<string, number | null> =>
  Object.fromEntries(records.get(name)?.measures.map(({ kind, value }) => [kind, value]) ?? []);

test("the reference answer touches each element as often as it says", () => {
  expect(values("reference")).toEqual({
    touches: 20 + 2 * 180 + 181,
    "cache-lines": expect.any(Number),
    bytes: 181 * 8,
    growth: expect.closeTo(1, 1),
  });
});

test("a right answer over a limit keeps the points of its tests", () => {
  const record = records.get("naive");
  expect(record?.verdict).toBe("over-limit");
  expect(verdicts("naive")).toEqual({
    touches: "over-limit",
    "cache-lines": "passed",
    bytes: "passed",
    growth: "over-limit",
  });
  expect(record?.points).toBe(5 + 1 + 1);
});

test("an answer that is wrong where it is measured earns nothing there", () => {
  expect(verdicts("wrong beyond 50 elements")).toMatchObject({
    touches: "failed",
    "cache-lines": "failed",
  });
  expect(verdicts("throws when traced")).toMatchObject({ touches: "failed", bytes: "failed" });
});

test("storage of the answer's own counts: lists that grow, and arrays that native methods make", () => {
  expect(verdicts("sums in a list")).toMatchObject({ bytes: "over-limit" });
  expect(values("a scratch array made by a native method")).toMatchObject({ bytes: 381 * 8 });
});

test("a text is storage once, however often it is looked into", () => {
  expect(values("looks into a text again and again")).toMatchObject({ bytes: 181 * 8 + 500 * 2 });
});

test("figures are the same a second time", async () => {
  const again = await gradeTexts([
    { name: "again", exerciseId: "3.03", text: ANSWERS["naive"] ?? "" },
  ]);
  expect(again.get("again")?.measures).toEqual(records.get("naive")?.measures);
});

test("the reference beats the naive loop on the clock, and the naive loop does not beat itself", async () => {
  const timed = await gradeTexts(
    [
      { name: "reference", exerciseId: "3.03", text: ANSWERS["reference"] ?? "" },
      { name: "naive", exerciseId: "3.03", text: naive },
    ],
    { timing: true },
  );
  const rows = [...timed.values()].map((record) =>
    record.measures.find(({ kind }) => kind === "speed-up"),
  );
  // On a machine too busy to tell, both say so.
  expect(["passed", "inconclusive"], JSON.stringify(rows[0])).toContain(rows[0]?.verdict);
  expect(["over-limit", "inconclusive"], JSON.stringify(rows[1])).toContain(rows[1]?.verdict);
  expect(rows[0]?.interval).toHaveLength(2);
});

test("needless work at small sizes hides no growth", () => {
  expect(verdicts("flattens its growth")).toMatchObject({ growth: "over-limit" });
});

test.each(Object.keys(hiding()))(
  "an answer that %s touches no less and needs no less memory",
  (name) => {
    expect(records.get(name)?.tests.map(({ verdict }) => verdict)).not.toContain("failed");
    expect(verdicts(name)).not.toMatchObject({ touches: "passed" });
    expect(verdicts(name)).not.toMatchObject({ bytes: "passed" });
  },
);
