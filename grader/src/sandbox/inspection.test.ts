import { parse } from "acorn";
import { beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBundles } from "./bundle.ts";
import type { CodeRules } from "./code-rules.ts";
import { type InspectReport, inspect } from "./inspection.ts";

let folder: string;

beforeAll(async () => {
  folder = (await makeBundles(join(fileURLToPath(new URL("../../..", import.meta.url)), ".cache")))
    .guestFolder;
});

async function look(text: string, rules: CodeRules | null = null): Promise<InspectReport> {
  const [report] = await inspect(
    { hook: "hook", files: [{ path: "03-x/01-y.ts", text, rules }] },
    folder,
    "process",
  );
  if (report === undefined) throw new Error("no report");
  return report;
}

const found = async (text: string, rules: CodeRules | null = null): Promise<string[]> =>
  (await look(text, rules)).problems.map(
    ({ kind, line, column, message }) => `${kind} ${line}:${column} ${message}`,
  );

test("types go, lines stay, imports are listed", async () => {
  const report = await look(
    'import * as np from "@deep-dive/ndarray";\n\nexport function f(a: number): number {\n  return a as number;\n}\nexport * from "./x.ts";\n',
  );
  expect(report.stripped.split("\n")).toHaveLength(7);
  expect(report.stripped).not.toContain(": number");
  expect(report.imports.map(({ specifier, line }) => `${specifier} ${line}`)).toEqual([
    "@deep-dive/ndarray 1",
    "./x.ts 6",
  ]);
  expect(report.problems).toEqual([]);
});

test("a type-only import is gone before imports are looked at", async () => {
  expect(
    (await look('import type { x } from "node:fs";\nexport const y = 1 as unknown as x;\n'))
      .imports,
  ).toEqual([]);
});

test("a syntax error has its place", async () => {
  expect(await found("export const x = 1;\nexport const = 2;\n")).toEqual([
    expect.stringMatching(/^syntax-error 2:\d+ /),
  ]);
});

test("what does not exist where answers run is named", async () => {
  expect(await found("process.exit(0);\neval('1');\nawait 1;\nvoid import('node:fs');\n")).toEqual([
    "forbidden 1:1 process is not available to an exercise",
    "forbidden 2:1 eval is not available to an exercise",
    "forbidden 3:1 await at the top of a file: exercises are synchronous",
    "forbidden 4:6 import() is not available to an exercise",
  ]);
  expect(
    await found(
      "const process = 1;\nexport const f = (a: { fetch: number }, eval_: number) => a.fetch + process + eval_;\n",
    ),
  ).toEqual([]);
});

test("loops of every kind are found where an exercise forbids them", async () => {
  const text =
    "export function f(a: number[]): number {\n  for (const x of a) a.push(x);\n  while (a.length > 9) a.pop();\n  a.forEach((x) => a.push(x));\n  return a.length > 3 ? 1 : f(a);\n}\n";
  expect(await found(text, { loops: false })).toHaveLength(4);
  expect(await found(text)).toEqual([]);
});

test("a method for each element is found where it is called by another name", async () => {
  const text =
    "declare const a: any;\na.map.call(a, Math.abs);\nconst { forEach: each } = [];\neach.call(a, Math.abs);\na['filter'].bind(a)(Math.abs);\n";
  expect(await found(text, { loops: false })).toHaveLength(3);
  expect(
    await found("const { from, to } = { from: 1, to: 2 };\nString.call(null, from + to);\n", {
      loops: false,
    }),
  ).toEqual([]);
});

/** Each of `uses`, behind `head`, breaks `rules`. */
async function expectForbidden(
  uses: readonly string[],
  head: string,
  rules: CodeRules,
): Promise<void> {
  const files = uses.map((use, k) => ({
    path: `${k}.ts`,
    text: `${head}declare const a: any;\n${use};\n`,
    rules,
  }));
  const reports = await inspect({ hook: "hook", files }, folder, "process");
  for (const [k, { problems }] of reports.entries())
    expect(problems[0]?.kind, uses[k]).toBe("forbidden");
}

test("a forbidden name is found under every name that it goes by", async () => {
  const rules: CodeRules = { forbid: ["np.sort", ".toSorted", "Math.hypot", "BigInt"] };
  const head = 'import * as lib from "@deep-dive/ndarray";\n';
  const uses = [
    "lib.sort(a)",
    'lib["sort"](a)',
    "const { sort } = lib; sort(a)",
    "const n = lib; n.sort(a)",
    "a.toSorted()",
    'a["toSorted"]()',
    "a?.toSorted?.()",
    "Math.hypot(1, 2)",
    "BigInt(1)",
    "lib[String(a)](a)",
    "Object.entries(lib)",
    "a[`toSorted`]()",
    "const { toSorted } = a; toSorted.call(a)",
    "const { ['so' + 'rt']: s } = lib; s(a)",
    "const { ...all } = lib; all.sort(a)",
    "let n; n = lib; n.sort(a)",
    "const { hypot } = Math; hypot(1, 2)",
    "const M = Math; M.hypot(1, 2)",
    "globalThis.BigInt(1)",
    "Reflect.get(a, 'toSorted')",
    "1n",
    "const f = (BigInt: any) => BigInt(1)",
    'export { sort as mine } from "@deep-dive/ndarray"',
    'export * from "@deep-dive/ndarray"',
    'import { sort as s } from "@deep-dive/ndarray"; export { s as mine }',
    "export { lib as mine }",
  ];
  await expectForbidden(uses, head, rules);
  expect(
    (await found('import { sort as s } from "@deep-dive/ndarray";\ns([1]);\n', rules)).length,
  ).toBe(1);
  expect(
    await found(`${head}lib.argsort([1]); Math.sqrt(2); export const sort = 1;\n`, rules),
  ).toEqual([]);
});

test("a forbidden name within a part of the library is found under every name of that part", async () => {
  const rules: CodeRules = { forbid: ["np.linalg.solve", "np.add.reduce", ".size"] };
  const head =
    'import * as np from "@deep-dive/ndarray";\nimport { linalg, add } from "@deep-dive/ndarray";\n';
  const uses = [
    "const tools = np.linalg; tools.solve(a, a)",
    "const tools = linalg; const more = tools; more.solve(a, a)",
    "const { solve } = np.linalg; solve(a, a)",
    "const { solve: s = null } = linalg; s(a, a)",
    "const { linalg: { solve } } = np; solve(a, a)",
    "const { linalg: { ...all } } = np; all.solve(a, a)",
    "let tools; tools = np.linalg; tools.solve(a, a)",
    "const f = (tools = np.linalg) => tools.solve(a, a)",
    "[np.linalg][0].solve(a, a)",
    "const all = { ...linalg }; all.solve(a, a)",
    "const all = { linalg }; all.linalg.solve(a, a)",
    "linalg['so' + 'lve'](a, a)",
    "const sum = np.add; sum.reduce(a)",
    "const { reduce } = add; reduce(a)",
    "add['red' + 'uce'](a)",
    "a.__lookupGetter__('si' + 'ze')",
  ];
  await expectForbidden(uses, head, rules);
  const allowed =
    "const tools = np.linalg; const { qr } = tools; qr(tools.inv(a)); [np.add, add].map((f) => f(a, a)); [a][a.length]; np.random.rand(1);";
  expect(await found(`${head}declare const a: any;\n${allowed}\n`, rules)).toEqual([]);
});

test("only the allowed names of the library may be used where a list says so", async () => {
  const rules: CodeRules = { only: ["np.arange", "np.lib.stride_tricks.as_strided"] };
  const head = 'import * as np from "@deep-dive/ndarray";\n';
  expect(
    await found(`${head}np.arange(3); np.lib.stride_tricks.as_strided(np.arange(3));\n`, rules),
  ).toEqual([]);
  expect((await found(`${head}np.where(1);\n`, rules)).length).toBe(1);
});

test("only the allowed methods and properties may be used where a list says so", async () => {
  const rules: CodeRules = { only: ["np.arange", ".get", ".size", ".shape"] };
  const head = 'import * as np from "@deep-dive/ndarray";\nconst a = np.arange(3);\n';
  expect(await found(`${head}a.get(":", null).get(a.shape[0], a.size, a?.size);\n`, rules)).toEqual(
    [],
  );
  expect(await found(`${head}a.prod();\nnp.arange(3).dot(a);\na["mean"]();\n`, rules)).toEqual([
    "forbidden 3:1 this exercise may use .get, .size, .shape of arrays only, not .prod",
    "forbidden 4:1 this exercise may use .get, .size, .shape of arrays only, not .dot",
    "forbidden 5:1 this exercise may use .get, .size, .shape of arrays only, not .mean",
  ]);
  expect(await found(`${head}a["su" + "m"]();\nconst { max, size } = a;\n`, rules)).toEqual([
    "forbidden 3:1 a method with a computed name: write the name",
    "forbidden 4:7 this exercise may use .get, .size, .shape of arrays only, not .max",
  ]);
});

test("where loops are forbidden, functions that call each other in a round are too", async () => {
  const rules: CodeRules = { loops: false };
  expect(
    await found(
      "function f(n) { return n === 0 ? 0 : g(n); }\nconst g = (n) => h(n);\nconst h = (n) => f(n - 1);\nexport const k = () => f(h.g);\n",
      rules,
    ),
  ).toEqual(["forbidden 1:1 this exercise may not loop, and f calls g calls h calls f again"]);
});

test("the instrumented text means the same and marks what makes storage", async () => {
  const { instrumented } = await look(
    "export const f = (a: number[][]) => {\n  const [x, ...rest] = [...a];\n  ({ y: a[0] } = { y: x });\n  a?.at(0)?.map((v) => [v]);\n  return new Float64Array(rest.length).fill(1).data;\n};\nclass A { constructor() { a: { break a; } } }\nexport class B extends A { constructor() { super(); } }\n",
  );
  expect(instrumented.split("\n")).toHaveLength(9);
  expect(instrumented).toContain("= hook([...a])");
  expect(instrumented).toContain("hook(a?.at(0)?.map(");
  expect(instrumented).toContain("super();");
  expect(() => parse(instrumented, { ecmaVersion: "latest", sourceType: "module" })).not.toThrow();
});

test("a file that breaks a parser costs itself alone", async () => {
  const files = [
    { path: "a.ts", text: "export const a = 1;", rules: null },
    {
      path: "b.ts",
      text: `export const b = ${"(".repeat(100_000)}1${")".repeat(100_000)};`,
      rules: null,
    },
    { path: "c.ts", text: "export const c = 1;", rules: null },
  ];
  const reports = await inspect({ hook: "hook", files }, folder, "process");
  expect(reports.map(({ problems }) => problems[0]?.kind ?? "fine")).toEqual([
    "fine",
    "syntax-error",
    "fine",
  ]);
});
