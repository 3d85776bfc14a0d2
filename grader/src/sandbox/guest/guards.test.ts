import { parse } from "acorn";
import MagicString from "magic-string";
import { describe, expect, test } from "vitest";
import { guard } from "./guarded.ts";
import { makeGuards } from "./guards.ts";
import { holderName } from "./holders.ts";
import { instrument, reachName } from "./instrument.ts";
import type { Library } from "./library.ts";
import { writeWraps } from "./wraps.ts";

class NDArray {
  square(): string {
    return "the method";
  }
}
const np = { NDArray, square: () => "the function" };
const RULES = { forbid: [".square"] };

/** What the guards say of `source`, a body that may use `np`, `a` (an array) and `name` ("square"). */
function breachOf(source: string, isMetered: boolean): string | null {
  const guards = makeGuards("hook", { np } as unknown as Library); // all that guards look at
  const body = `(np, a, name) => { ${source} }`;
  const tree = parse(body, { ecmaVersion: "latest" });
  const text = new MagicString(body);
  const hooks = isMetered ? instrument(tree, "hook") : [];
  writeWraps(text, [...hooks, ...guard(text, tree, RULES, "hook")]);
  const same = (value: unknown): unknown => value;
  const globals = {
    hook: same,
    [holderName("hook")]: same,
    [reachName("hook")]: same,
    ...guards.globals,
  };
  const run = new Function(...Object.keys(globals), `return ${text.toString()}`) as (
    ...hooks: unknown[]
  ) => (...args: unknown[]) => unknown; // the text above
  run(...Object.values(globals))(np, new NDArray(), "square");
  return guards.breach();
}

describe.each([
  ["as it is", false],
  ["while it is counted", true],
])("a computed name, %s", (_, isMetered) => {
  test.each([
    ["an entry of the answer's own table", "const t = { square: (x) => x * x }; t[name](3);"],
    ["the same in two steps", "const t = { square: (x) => x }; const f = t[name]; f(3);"],
    ["a list at a place", "[1, 2][1];"],
    ["a table in a table", "const t = { x: { square: 1 } }; t['x'][name];"],
    ["writing into a table", "const t = {}; t.x = 1; t['x'] = 2;"],
  ])("may be %s", (_, source) => {
    expect(breachOf(source, isMetered)).toBe(null);
  });

  test.each([
    ["an array's method", "a[name]();"],
    ["the library's function", "np[name](a);"],
    ["the library's function in a table", "({ ...np })[name](a);"],
    ["an array behind a table", "const t = { square: 1 }; t[(a[name](), 'square')];"],
    ["a name that a function makes", "a[(() => name)()]();"],
    ["an array, while its key looks into a table", "const t = { square: 'square' }; a[t[name]]();"],
    ["a pattern", "const { [name]: f } = a; f;"],
    ["an optional chain", "a?.[name]();"],
    [
      "a proxy that says the array has an entry",
      "new Proxy(a, { getOwnPropertyDescriptor: () => ({ value: 1, configurable: true, writable: true, enumerable: true }) })[name];",
    ],
  ])("may not be %s", (_, source) => {
    expect(breachOf(source, isMetered)).toMatch(/^this exercise may not use \.square/);
  });

  test("changes nothing else of what the text does", () => {
    expect(() => breachOf("if ([5][[0][0]] !== 5) throw new Error();", isMetered)).not.toThrow();
    expect(() => breachOf("if (null?.[name] !== undefined) throw 1;", isMetered)).not.toThrow();
  });
});
