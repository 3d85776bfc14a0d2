/**
 * The examples in docstrings are true: `@example expression // what it gives`.
 *
 * Expressions see every public name. What they give is compared as nested lists, up to rounding; words are for readers only.
 */
import { readFileSync, readdirSync } from "node:fs";
import { compileFunction } from "node:vm";
import { expect, test } from "vitest";
import * as np from "./index.ts";

interface Example {
  readonly file: string;
  readonly code: string;
  readonly gives: string;
}

const root = new URL(".", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (f) => f.endsWith(".ts") && !f.endsWith(".test.ts"),
);

function examplesOf(file: string): Example[] {
  const text = readFileSync(new URL(file, root), "utf8");
  return [...text.matchAll(/@example (.+?) \/\/ (.+?)(?: \*\/)?$/gm)].map(([, code, gives]) => ({
    file,
    code: code!,
    gives: gives!,
  }));
}

const { delete: remove, var: variance, ...names } = np as Record<string, unknown>; // two names JS keeps to itself
const scope: Readonly<Record<string, unknown>> = {
  ...np.lib.stride_tricks,
  ...np.lib.format,
  ...names,
  np,
  delete_: remove,
  var_: variance,
};

/** Whether `code` begins with a public name: the others are of inner rooms, or of a reader's own `a`. */
function isPublic(code: string): boolean {
  return (/^[A-Za-z_]\w*/.exec(code)?.[0] ?? "") in scope && !/\b[ab]\.|\(a\b|"a\.np/.test(code);
}

/** What `code` gives where every public name is in scope, or undefined where it is no expression. */
function evaluate(code: string): unknown {
  let run: (...values: unknown[]) => unknown;
  try {
    run = compileFunction(`return (${code});`, Object.keys(scope)) as typeof run; // takes what it names
  } catch {
    return undefined;
  }
  return run(...Object.values(scope));
}

/** Whether `got`, arrays as nested lists, is what the example says, but for rounding. */
function isAsTold(got: unknown, wanted: unknown): boolean {
  const x = got instanceof np.NDArray ? got.tolist() : got;
  const y = wanted instanceof np.NDArray ? wanted.tolist() : wanted;
  if (typeof x === "number" && typeof y === "number")
    return Object.is(x, y) || Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y));
  if (typeof x !== "object" || x === null || typeof y !== "object" || y === null) return x === y;
  const [p, q] = [Object.entries(x), Object.entries(y)];
  return (
    p.length === q.length &&
    p.every(([key, value], k) => key === q[k]![0] && isAsTold(value, q[k]![1]))
  );
}

for (const file of files) {
  for (const { code, gives } of examplesOf(file).filter((e) => isPublic(e.code))) {
    const wanted = /^[A-Za-z ]+,? /.test(gives) ? undefined : evaluate(gives);
    if (wanted === undefined) continue;
    test(`${file}: ${code} gives ${gives}`, () => {
      const got = evaluate(code);
      expect(isAsTold(got, wanted) ? wanted : got).toEqual(wanted);
    });
  }
}
