/**
 * argv → one command → exit code.
 *
 * Knows which commands there are and how faults end: one line on standard error, never a stack. DEEP_DIVE_DEBUG=1 shows
 * the stack to whoever repairs the grader.
 */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Command, UsageError } from "./commands/command.ts";
import { UnknownTarget } from "./course/find.ts";

const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  grade: () => import("./commands/grade.ts"),
  check: () => import("./commands/check.ts"),
  calibrate: () => import("./commands/calibrate.ts"),
  soak: () => import("./commands/soak.ts"),
  example: () => import("./commands/example.ts"),
  hint: () => import("./commands/hint.ts"),
  learn: () => import("./commands/learn.ts"),
  list: () => import("./commands/list.ts"),
  next: () => import("./commands/next.ts"),
  reset: () => import("./commands/reset.ts"),
  report: () => import("./commands/report.ts"),
  class: () => import("./commands/class.ts"),
  worker: () => import("./commands/worker.ts"),
  rehearse: () => import("./commands/rehearse.ts"),
  release: () => import("./commands/release.ts"),
  mutate: () => import("./commands/mutate.ts"),
  stubs: () => import("./commands/stubs.ts"),
  show: () => import("./commands/show.ts"),
};

// What is loaded from here on is stripped and compiled once, not at every start; the judge's process takes part.
enableCompileCache(fileURLToPath(new URL("../../.cache/compiled", import.meta.url)));

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  try {
    const load =
      name === undefined ? undefined : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (name === undefined || name === "help" || name === "--help") return await help();
    if (load === undefined)
      throw new UsageError(
        `no command ${JSON.stringify(name.slice(0, 40))}; there are ${Object.keys(COMMANDS).join(", ")}`,
      );
    const { command } = await load();
    if (rest.includes("--help")) {
      process.stdout.write(`${command.summary}\n\n  ${name} ${command.usage}\n`);
      return 0;
    }
    return await command.run(parse(command, rest));
  } catch (error) {
    return fault(error);
  }
}

function parse(command: Command, args: readonly string[]): Parameters<Command["run"]>[0] {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return {
      values: values as Readonly<Record<string, string | boolean | undefined>>,
      positionals,
    }; // no option is multiple
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error),
    );
  }
}

async function help(): Promise<number> {
  for (const [name, load] of Object.entries(COMMANDS))
    process.stdout.write(`${name.padEnd(12)} ${(await load()).command.summary}\n`);
  return 0;
}

function fault(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split("\n")[0] ?? "";
  const isUsage = error instanceof UsageError || error instanceof UnknownTarget;
  process.stderr.write(isUsage ? `${line}\n` : `the grader failed: ${line}\n`);
  if (process.env["DEEP_DIVE_DEBUG"] === "1" && error instanceof Error)
    process.stderr.write(`${error.stack ?? ""}\n`);
  return 2;
}
