/**
 * The README's code is true: its blocks run one after the other as one program, and a comment on its own line is what was printed.
 */
import { readFileSync } from "node:fs";
import { formatWithOptions } from "node:util";
import { expect, test } from "vitest";
import * as np from "./index.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const program = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block!).join("");

test("the README's program prints what its comments say", () => {
  const told = [...program.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line!);
  const printed: string[] = [];
  const log = (...values: unknown[]): void => {
    printed.push(...formatWithOptions({ colors: false }, ...values).split("\n"));
  };
  const body = program.replace(/^import .*$/m, "");
  new Function("np", "console", body)(np, { log }); // the code is ours
  expect(printed).toEqual(told);
});
