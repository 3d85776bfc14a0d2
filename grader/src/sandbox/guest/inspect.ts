/**
 * The throw-away process that reads learners' files without running them: strips types, lists imports, checks rules.
 *
 * Knows syntax only. A file that breaks a parser breaks this process, which the judge then starts again for the others.
 */
import { stripTypeScriptTypes } from "node:module";
import { type Node, type Program, parse } from "acorn";
import MagicString from "magic-string";
import type { InspectJob, InspectReport, Problem } from "../inspection.ts";
import { receive, send } from "./channel.ts";
import { guard } from "./guarded.ts";
import { instrument } from "./instrument.ts";
import { checkRules } from "./rules.ts";
import { importsOf, problemAt } from "./syntax.ts";
import { writeWraps } from "./wraps.ts";

// The stripper's first use takes 50 ms, each later one 1: whoever waits for a file has that behind it.
stripTypeScriptTypes("const ready: boolean = true;", { mode: "strip" });

const job = receive().header as InspectJob; // the judge's own words
send(
  job.files.map((file) => report(file)),
  [],
);

function report(file: InspectJob["files"][number]): InspectReport {
  const nothing = { path: file.path, stripped: "", instrumented: "", imports: [] };
  let stripped: string;
  let tree: Program;
  try {
    stripped = stripTypeScriptTypes(file.text, { mode: "strip" });
  } catch (error) {
    return {
      ...nothing,
      problems: [{ kind: "syntax-error", ...whereOf(error), message: sentenceOf(error) }],
    };
  }
  try {
    tree = parse(stripped, { ecmaVersion: "latest", sourceType: "module", locations: true });
  } catch (error) {
    const message =
      error instanceof RangeError
        ? "nested too deep to be read"
        : sentenceOf(error).replace(/ \(\d+:\d+\)$/, "");
    return { ...nothing, problems: [{ kind: "syntax-error", ...whereOf(error), message }] };
  }
  try {
    const problems: Problem[] = checkRules(tree, file.rules);
    if (stripped.includes(job.hook))
      problems.push(problemAt(tree as Node, "forbidden", "a name that the grader uses"));
    const plain = new MagicString(stripped);
    const metered = new MagicString(stripped);
    const hooks = instrument(tree, job.hook);
    writeWraps(plain, guard(plain, tree, file.rules, job.hook));
    writeWraps(metered, [...hooks, ...guard(metered, tree, file.rules, job.hook)]);
    return {
      path: file.path,
      stripped: plain.toString(),
      instrumented: metered.toString(),
      imports: importsOf(tree),
      problems,
    };
  } catch (error) {
    return {
      ...nothing,
      problems: [
        {
          kind: "syntax-error",
          line: 1,
          column: 1,
          message: error instanceof RangeError ? "nested too deep to be read" : sentenceOf(error),
        },
      ],
    };
  }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n").find((line) => line.trim() !== "") ?? "not TypeScript")
    .trim()
    .slice(0, 300);
}

function whereOf(error: unknown): { line: number; column: number } {
  const { loc } = error as { loc?: { line?: number; column?: number } }; // acorn's own field
  if (loc !== undefined) return { line: loc.line ?? 1, column: (loc.column ?? 0) + 1 };
  // The stripper says the line at the head of its stack, and points at the column with a row of carets.
  const stack =
    error instanceof Error && typeof error.stack === "string"
      ? error.stack.split("\n").slice(0, 12)
      : [];
  const line = Number(/^[^\s]*:(\d+)$/.exec(stack[0] ?? "")?.[1] ?? 1);
  const carets = stack.find((row) => /^\s*\^+$/.test(row));
  return { line, column: carets === undefined ? 1 : carets.indexOf("^") + 1 };
}
