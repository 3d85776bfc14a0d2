/**
 * `example`: runs one of a topic's examples, or lists them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, UsageError } from "./command.ts";

const EXERCISES = resolve(fileURLToPath(new URL("../../../exercises", import.meta.url)));

export const command: Command = {
  summary: "run an example of a topic, or list them",
  usage: "[03-memory/row-vs-column]",
  options: {},
  run: async ({ positionals }) => {
    const all = examples();
    const [name] = positionals;
    if (name === undefined) {
      process.stdout.write(`${all.join("\n")}\n`);
      return 0;
    }
    const wanted = name.replace(/\.ts$/, "").replace("/examples/", "/");
    const found = all.filter((e) => e === wanted || e.endsWith(`/${wanted}`));
    if (found.length === 0)
      throw new UsageError(
        `no example is called ${JSON.stringify(name.slice(0, 60))}; npm run example lists all ${all.length}`,
      );
    if (found.length > 1) throw new UsageError(`${name} could be ${found.join(" or ")}`);
    const [topic, file] = found[0]!.split("/") as [string, string]; // examples() joins exactly two
    const script = join(EXERCISES, topic, "examples", `${file}.ts`);
    return (
      spawnSync(process.execPath, [script, ...positionals.slice(1)], { stdio: "inherit" }).status ??
      2
    );
  },
};

/** `03-memory/row-vs-column`, in the course's order. */
function examples(): string[] {
  return readdirSync(EXERCISES)
    .filter((topic) => /^\d\d-/.test(topic) && existsSync(join(EXERCISES, topic, "examples")))
    .sort()
    .flatMap((topic) =>
      readdirSync(join(EXERCISES, topic, "examples"))
        .filter((f) => f.endsWith(".ts"))
        .sort()
        .map((f) => `${topic}/${f.slice(0, -3)}`),
    );
}
