/**
 * Watch mode in a real terminal, for tests: a copy of a course, keys in, what was drawn out.
 */
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { stubIdsText } from "../src/course/stubs.ts";
import { FIXTURE_ROOT, PROJECT } from "./fixture.ts";

export interface Screen {
  /** The copy of the course. */
  readonly root: string;
  readonly exit: Promise<number>;
  press(keys: string): void;
  save(file: string, text: string): void;
  /** Waits until everything drawn since the last wait matches; gives it. */
  sees(pattern: RegExp): Promise<string>;
  /** What was drawn so far no longer counts. */
  forget(): void;
  resize(columns: number, rows: number): void;
  /** Ends it and removes the copy. */
  close(): void;
}

export interface LearnOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The project's own course instead of the fixture. */
  readonly isWholeCourse?: boolean;
}

/** Starts watch mode on a copy of a course. */
export function openLearn({
  columns = 90,
  rows = 30,
  env = {},
  isWholeCourse = false,
}: LearnOptions = {}): Screen {
  const root = mkdtempSync(join(tmpdir(), "learn-"));
  if (isWholeCourse) {
    for (const name of ["exercises", "solutions", "tsconfig.base.json"])
      cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  } else {
    cpSync(FIXTURE_ROOT, root, { recursive: true });
    const exercises = join(root, "exercises");
    // As a student edition keeps them: this copy has no history to find stubs in.
    cpSync(join(exercises, "03-fixture"), join(exercises, ".stubs", "03-fixture"), {
      recursive: true,
    });
    writeFileSync(
      join(exercises, "stubs.json"),
      stubIdsText(exercises, ["03-fixture/01-add-one.ts", "03-fixture/02-reversed.ts"]),
    );
  }
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
  const child = spawn(
    process.execPath,
    [join(PROJECT, "grader/src/cli.ts"), "learn", "--course", root],
    {
      cols: columns,
      rows,
      cwd: root,
      env: { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", ...env },
    },
  );
  let drawn = "";
  let ended = false;
  let wake = (): void => {};
  child.onData((data) => {
    drawn += data;
    wake();
  });
  const exit = new Promise<number>((resolve) =>
    child.onExit(({ exitCode }) => {
      ended = true;
      wake();
      resolve(exitCode);
    }),
  );
  return {
    root,
    exit,
    press: (keys) => child.write(keys),
    save: (file, text) => writeFileSync(join(root, file), text),
    forget: () => {
      drawn = "";
    },
    resize: (c, r) => child.resize(c, r),
    sees: async (pattern) => {
      const until = performance.now() + 40_000;
      for (;;) {
        const raw = drawn;
        if (pattern.test(stripVTControlCharacters(raw))) {
          drawn = "";
          return raw;
        }
        if (ended || performance.now() > until)
          throw new Error(
            `never saw ${pattern} in:\n${stripVTControlCharacters(raw).slice(-2000)}`,
          );
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 200);
        });
      }
    },
    close: () => {
      if (!ended) child.kill("SIGKILL");
      rmSync(root, { recursive: true, force: true });
    },
  };
}
