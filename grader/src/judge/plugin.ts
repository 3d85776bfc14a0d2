/**
 * How a test's imports resolve under the grader: the stub and its harness to stand-ins, the library to one bundle.
 *
 * Knows paths and vite's hooks. The test files are the learner's own, unchanged.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";
import type { Connection } from "./proxy.ts";
import type { HiddenTest } from "./hidden.ts";
import type { Job, Task } from "./task.ts";

/** A test file's copy in the clean tree, and what its imports mean. */
export interface Placed {
  readonly task: Task;
  readonly job: Job;
  /** Where the test stands in exercises/, for the files beside it. */
  readonly originalFolder: string;
  readonly hidden: HiddenTest | null;
}

const HERE = fileURLToPath(import.meta.url);
const PROXY = join(dirname(HERE), "proxy.ts");
const STUB = "\0deep-dive-stub:";

/** `placed` gives what is known of a file in the clean tree, or undefined. */
export function stubPlugin(placed: (path: string) => Placed | undefined): Plugin {
  return {
    name: "deep-dive-stub",
    enforce: "pre",
    async resolveId(specifier, importer) {
      const from = importer === undefined ? undefined : (placed(importer) ?? lastPlaced(importer));
      if (specifier.startsWith("@deep-dive/ndarray")) {
        const { bundles } = (from ?? anyPlaced()).job;
        const name = specifier.slice("@deep-dive/ndarray".length);
        return name === "/testing"
          ? bundles.testing
          : name === "/marshal"
            ? bundles.marshal
            : bundles.library;
      }
      if (importer === undefined || placed(importer) === undefined || from === undefined)
        return null;
      if (!specifier.startsWith(".")) {
        // The clean tree may lie where no node_modules is above it.
        return (await this.resolve(specifier, HERE, { skipSelf: true })) ?? null;
      }
      const name = basename(from.task.file, ".ts");
      if (basename(specifier) === `${name}.ts`) return `${STUB}x:${importer}`;
      if (basename(specifier) === `${name}.harness.ts`) return `${STUB}h:${importer}`;
      return resolve(from.originalFolder, specifier);
    },
    load(id) {
      if (!id.startsWith(STUB)) return null;
      const tag = id.charAt(STUB.length) as "x" | "h"; // written above
      const test = id.slice(STUB.length + 2);
      const found = placed(test);
      return found === undefined ? null : standIn(tag, found, readFileSync(test, "utf8"));
    },
  };

  function lastPlaced(importer: string): Placed | undefined {
    // A naive file or the setup file: it belongs to no test of its own.
    return importer.startsWith(STUB) ? placed(importer.slice(STUB.length + 2)) : undefined;
  }

  function anyPlaced(): Placed {
    const found = placed("");
    if (found === undefined) throw new Error("internal: no test is placed");
    return found;
  }
}

/** The module that a test gets instead of the stub: an export for each name that it imports. */
function standIn(tag: "x" | "h", { task, job }: Placed, test: string): string {
  const connection: Connection = {
    key: task.key,
    load: task.load,
    isolation: job.isolation,
    reuseGuest: job.reuseGuests,
    guestFolder: job.bundles.guestFolder,
    // Only rules that are watched need it; a guest without it may be up already.
    hook: Object.values(task.load.files).some((text) => text.includes(job.hook)) ? job.hook : "",
    fastCheck: task.fastCheck,
    onlyTest: task.onlyTest,
    drawn: task.drawing?.drawn ?? null,
    bail: task.bail,
  };
  const reference = task.drawing?.reference ?? null;
  const file = basename(task.file, ".ts") + (tag === "h" ? ".harness" : "");
  const lines = [
    `import * as np from "@deep-dive/ndarray";`,
    `import * as marshal from "@deep-dive/ndarray/marshal";`,
    `import { connect } from ${JSON.stringify(PROXY)};`,
    // Loaded only when a test has failed and is to be drawn.
    `const reference = ${reference === null ? "null" : `() => import(${JSON.stringify(reference)})`};`,
    `const stub = connect(${JSON.stringify(connection)}, marshal, np, reference);`,
    ...importedNames(test, file).map(
      (name, k) =>
        `const v${k} = stub.get("${tag}", ${JSON.stringify(name)}); export { v${k} as ${name} };`,
    ),
  ];
  return lines.join("\n");
}

/** The names that `test` imports from `./file.ts`, and those it reads of a namespace import. */
export function importedNames(test: string, file: string): string[] {
  const names = new Set<string>();
  const from = `\\s*from\\s*["']\\./${file.replaceAll(".", "\\.")}\\.ts["']`;
  for (const [, list] of test.matchAll(
    new RegExp(`import\\s*(?:type\\s*)?\\{([^}]*)\\}${from}`, "g"),
  )) {
    for (const part of (list ?? "").split(",")) {
      const name = /^(?:type\s+)?(\w+)/.exec(part.trim())?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  for (const [, space] of test.matchAll(new RegExp(`import\\s*\\*\\s*as\\s+(\\w+)${from}`, "g"))) {
    for (const [, name] of test.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, "g")))
      if (name !== undefined) names.add(name);
  }
  return [...names];
}
