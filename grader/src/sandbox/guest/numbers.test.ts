import { parse } from "acorn";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guard } from "./guarded.ts";
import { numericNames } from "./numbers.ts";
import MagicString from "magic-string";

const namesIn = (source: string): string[] =>
  [...numericNames(parse(source, { ecmaVersion: "latest", sourceType: "module" }))].sort();

describe("a name holds numbers", () => {
  test.each([
    ["a counter", "for (let i = 0; i < n; i++) a[i];", ["i"]],
    ["one that counts down from what a subtraction gives", "let k = a.ndim - 1; k--;", ["k"]],
    ["one that grows by another", "let i = 0; let j = 1; i += j; i = i + j;", ["i", "j"]],
    ["a choice between two numbers", "const i = a ? 1 : -2;", ["i"]],
    ["what bits are left", "const half = (low + high) >>> 1;", ["half"]],
    ["of two variables, if both do", "{ let i = 0; } { let i = 1; }", ["i"]],
  ])("%s", (_, source, names) => {
    expect(namesIn(source)).toEqual(names);
  });

  test.each([
    ["a parameter", "const f = (i) => a[i]; { let i = 0; }"],
    [
      "what a sum with a parameter gives, which may be text",
      "const f = (p) => { let i = p + 1; };",
    ],
    ["a member", "let i = a.length;"],
    ["a counter that is given text later", "let i = 0; i = 'square';"],
    ["a counter that text is added to", "let i = 0; i += 'square';"],
    ["a counter that may become something else", "let i = 0; i &&= name;"],
    ["one that a pattern writes to", "let i = 0; [i] = names;"],
    ["one that a pattern in a pattern writes to", "let i = 0; ({ x: [i = 1] } = names);"],
    ["one that a loop writes to", "let i = 0; for (i of names) a[i];"],
    ["what a loop goes over", "for (const i of names) a[i]; for (const j in names) a[j];"],
    ["one that nothing was given to", "let i; i++;"],
    ["a function, a class, an import", "import i from 'i'; function j() {} class k {}"],
    ["what was thrown", "try { f(); } catch (i) { a[i]; } { let i = 0; }"],
    ["a global", "i = 1;"],
    ["two that give each other what is none", "let i = 0; let j = 0; i = j; j = i; j = name;"],
  ])("but not %s", (_, source) => {
    expect(namesIn(source)).toEqual([]);
  });
});

test("a hook stays around every key but a number", () => {
  const body =
    "for (let i = 0; i < 9; i++) { a[i]; a[i + 1]; a[-i]; a[b[i]]; a[name]; a[i + name]; }";
  const text = new MagicString(body);
  const wraps = guard(
    text,
    parse(body, { ecmaVersion: "latest" }),
    { forbid: [".square"] },
    "hook",
  );
  const keys = wraps.filter(({ open }) => open.startsWith("hook_key"));
  expect(keys.map(({ node }) => body.slice(node.start, node.end))).toEqual([
    "b[i]",
    "name",
    "i + name",
  ]);
});

test("whatever a file does with its variables, one that is said to hold numbers does", () => {
  const name = fc.constantFrom("i", "j", "k");
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("0", "7", "-1", "'square'", "text", "list.length") },
    name,
    fc
      .tuple(name, fc.constantFrom("+", "+", "-", "*", "||", "&&", "??", "<"), name)
      .map((parts) => parts.join(" ")),
    fc.tuple(name, name, name).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  );
  const step = fc.oneof(
    fc
      .tuple(name, fc.constantFrom("=", "+=", "-=", "&&=", "||=", "??="), value)
      .map((parts) => `${parts.join(" ")};`),
    name.map((one) => `${one}++;`),
    name.map((one) => `for (${one} of list) {}`),
    name.map((one) => `[${one}] = list;`),
    name.map((one) => `try { throw text; } catch (${one}) {}`),
  );
  const file = fc.tuple(fc.tuple(value, value, value), fc.array(step, { maxLength: 8 }));
  fc.assert(
    fc.property(file, ([first, steps]) => {
      const source = `let i = ${first[0]}; let j = ${first[1]}; let k = ${first[2]};\n${steps.join("\n")}\n`;
      const look = namesIn(source).map((one) => `look(${one});`);
      const watched = source.replaceAll("\n", `\n${look.join("")}\n`);
      const run = new Function("text", "list", "look", watched) as (...given: unknown[]) => void; // the text above
      const seen: unknown[] = [];
      try {
        run("square", ["length"], (value: unknown) => void seen.push(value));
      } catch (error) {
        expect(error).toBeInstanceOf(ReferenceError); // read before it was declared
      }
      for (const value of seen) expect(typeof value).toBe("number");
    }),
    { numRuns: 1_000 },
  );
});
