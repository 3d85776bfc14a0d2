/**
 * The lessons are true: their code runs and gives what its comments say, and their pictures are what their script prints.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as np from "@deep-dive/ndarray";
import { describe, expect, test } from "vitest";
import { PROJECT } from "./fixture.ts";

/** Each lesson, the example that draws its pictures, and how many code blocks it has. */
const LESSONS = [
  ["01-basics", "bytes-of-a-table", 1],
  ["02-indexing", "slice-pictures", 1],
  ["03-memory", "memory-pictures", 1],
  ["04-advanced-indexing", "index-pictures", 2],
  ["05-vectorization", "broadcast-pictures", 1],
] as const;

const folder = (topic: string): string => join(PROJECT, "exercises", topic);
const readme = (topic: string): string => readFileSync(join(folder(topic), "README.md"), "utf8");
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , block]) => block ?? "");

const run = (topic: string, example: string): string =>
  execFileSync(process.execPath, [join(folder(topic), "examples", `${example}.ts`)], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE_NO_WARNINGS: "1" },
  });

/** A value as a lesson's comment writes it. */
function written(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value).replaceAll(",", ", ") : String(value);
}

/** `program` with each `expression; // comment` handed to `told`. */
function checked(program: string): string {
  return program.replace(
    /^(?!const |let )(\S.*?);[ ]+\/\/ (.*)$/gm,
    (_line, expression: string, comment: string) =>
      `told(${JSON.stringify(expression)}, ${expression}, ${JSON.stringify(comment)});`,
  );
}

describe.each(LESSONS)("%s", (topic, pictures, codeBlocks) => {
  test("its code gives what the comments behind it say", () => {
    const programs = blocks(readme(topic), "ts");
    expect(programs.length).toBe(codeBlocks);
    let count = 0;
    const told = (expression: string, value: unknown, comment: string): void => {
      if (value === undefined) return; // it writes, and shows nothing
      count += 1;
      expect(
        comment.startsWith(written(value)),
        `${expression} is ${written(value)}, not ${comment}`,
      ).toBe(true);
    };
    new Function("np", "told", checked(programs.join("\n")))(np, told); // the lesson is ours
    expect(count).toBeGreaterThan(0);
  });

  test("its pictures are what its script prints", () => {
    const longest = blocks(readme(topic), "").toSorted((a, b) => b.length - a.length)[0] ?? "none";
    expect(run(topic, pictures)).toContain(longest);
  });
});

test.each(["06-performance", "07-practice"])(
  "%s: a picture that names its example is what that prints",
  (topic) => {
    const named = /^<!-- example: ([\w-]+) -->\n+```\n(.*?)^```$/gms;
    const pictures = [...readme(topic).matchAll(named)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, example = "", picture = ""] of pictures)
      expect(run(topic, example)).toContain(picture);
  },
);

const topics = readdirSync(join(PROJECT, "exercises")).filter((name) => /^\d\d-/.test(name));

test.each(topics)("%s has at least four examples, each named in its lesson", (topic) => {
  const names = readdirSync(join(folder(topic), "examples")).map((file) => file.slice(0, -3));
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) expect(readme(topic)).toContain(name);
});
