/**
 * What the compiler says of one stub: beside the tests, never instead of them.
 *
 * The compiler sees the learner's file and what it imports; no solution and no test.
 */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The compiler's lines for `file` (`03-memory/07-x.ts`); none where it is content, or could not be run. */
export function typeErrors(root: string, cacheFolder: string, file: string): Promise<string[]> {
  const folder = join(cacheFolder, "types");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, `${file.replaceAll("/", "-")}.json`);
  const stub = join(root, "exercises", file);
  writeFileSync(
    config,
    JSON.stringify({
      extends: relative(folder, join(root, "tsconfig.base.json")),
      // What is not used yet is no mistake in an answer that is being written.
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      files: [relative(folder, stub)],
    }),
  );
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, "-p", config, "--pretty", "false"],
      { timeout: 20_000, maxBuffer: 1 << 20 },
      (_, output) => {
        resolve(linesOf(output, file));
      },
    );
  });
}

/** `…/07-x.ts(3,5): error TS2322: …` as `07-x.ts:3:5 …`, for this file alone. */
export function linesOf(output: string, file: string): string[] {
  const name = file.split("/").at(-1)!;
  return output.split("\n").flatMap((line) => {
    const match = /^(.*)\((\d+),(\d+)\): error TS\d+: (.*)$/.exec(line);
    if (match === null || !match[1]!.endsWith(name)) return [];
    return [`${name}:${match[2]}:${match[3]} ${match[4]}`];
  });
}
