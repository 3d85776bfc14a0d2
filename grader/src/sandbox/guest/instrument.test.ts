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
  [
    "whose private field it is",
    "class A { #x; f(a) { a.#x; } }",
    "hook_fields(1);class A { #x; f(a) { hook(a).#x; } }",
  ],
])("hooks %s", (_, source, expected) => {
  expect(instrumented(source)).toBe(expected);
});

test.each([
  ["a closure", "(x) => (k) => x + k;", "(x) => hook_holder((k) => hook(x + k),1);"],
  ["no function that keeps nothing", "(x) => (k) => k - 1;", "(x) => (k) => k - 1;"],
  [
    "nor one that names what the file has",
    "let x; (y) => (k) => x - k;",
    "let x; (y) => (k) => x - k;",
  ],
  [
    "a function that is declared within another",
    "(x) => { f(); function g() { x; } };",
    "(x) => { g=hook_holder(g,1);hook(f()); function g() { x; } };",
  ],
  [
    "an object for its methods",
    "(x) => { y = { m() { x; }, n: 1 }; };",
    "(x) => { y = hook(hook_holder({ m() { x; }, n: 1 },1)); };",
  ],
  [
    "a class within a function",
    "(x) => { class A { m() { x; } } };",
    "(x) => { class A { m() { x; } };hook_holder(A,1,true); };",
  ],
  ["a generator", "function* g(a) { let b; }", "g=hook_holder(g,4);function* g(a) { let b; }"],
  ["a bound function", "f.bind(null, 1);", "hook(hook_holder(f.bind(null, 1),3));"],
  [
    "an arrow that keeps this",
    "function f() { () => this; }",
    "function f() { hook_holder(() => hook(this),1); }",
  ],
])("marks %s", (_, source, expected) => {
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
