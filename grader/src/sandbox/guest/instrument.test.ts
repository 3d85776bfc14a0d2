import { stripTypeScriptTypes } from "node:module";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import MagicString from "magic-string";
import { expect, test } from "vitest";
import { instrument } from "./instrument.ts";
import { writeWraps } from "./wraps.ts";

const COURSE = fileURLToPath(new URL("../../../../solutions", import.meta.url));
const SYNTAX = { ecmaVersion: "latest", sourceType: "module" } as const;

function instrumented(source: string): string {
  const text = new MagicString(source);
  writeWraps(text, instrument(parse(source, SYNTAX), "hook"));
  return text.toString();
}

test.each([
  ["literals and new", "const a = [1]; new Map();", "const a = hook([1]); hook(new Map());"],
  ["a call, and not the function it calls", "a.map(f);", "hook(a.map(f));"],
  ["an optional chain as one", "a?.b(c).d;", "hook(a?.b(c).d);"],
  ["arguments that are spread", "f(...xs);", "hook(f(...hook([...xs])));"],
  ["what is indexed", "a[i] = 1; b[0];", "hook(a, true)[i] = 1; b[0];"],
  ["no class that is made", "new KINDS[name](3);", "hook(new KINDS[name](3));"],
  ["text that grows", "s += t;", "hook(s += t);"],
  [
    "a property that a pattern bound, named once",
    "const { x } = y; f({ x });",
    "const { x } = y; hook(f(hook({ x: hook(x) })));",
  ],
])("hooks %s", (_, source, expected) => {
  expect(instrumented(source)).toBe(expected);
});

test("every answer of the course is still JavaScript with its hooks", () => {
  const files = globSync("**/[0-9]*/*.ts", { cwd: COURSE });
  const broken = files.filter((file) => {
    const source = stripTypeScriptTypes(readFileSync(`${COURSE}/${file}`, "utf8"));
    try {
      parse(instrumented(source), SYNTAX);
      return false;
    } catch {
      return true;
    }
  });
  expect(files.length).toBeGreaterThan(800);
  expect(broken).toEqual([]);
});
