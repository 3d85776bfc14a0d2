/**
 * `release`: writes the student edition: lessons, stubs, tests, library and grader, and no answer.
 *
 * The same project gives the same bytes. The edition installs and grades on its own.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { studentLock, studentManifest, studentTopic } from "../course/edition.ts";
import { type Course, type Placement, UnknownTarget, selectExercises } from "../course/find.ts";
import { type Command, type CommandInput, UsageError, textOption } from "./command.ts";
import { openSetting } from "./setting.ts";

export const command: Command = {
  summary: "write the student edition, without any answer (teachers)",
  usage: "--out DIR [--topics 1,2,memory] [--with-hints]",
  options: {
    out: { type: "string" },
    topics: { type: "string" },
    "with-hints": { type: "boolean" },
    course: { type: "string" },
  },
  run,
};

/** Every file's time: a release has no clock. */
const TIME = new Date("2026-01-01T00:00:00Z");

/** Files and folders that go along as they are. */
const WHOLE = [
  ".gitignore",
  "LICENSE",
  "tsconfig.base.json",
  "tsconfig.json",
  "vitest.config.ts",
  ".vscode",
  "packages/ndarray",
  "grader",
];

async function run(input: CommandInput): Promise<number> {
  const given = textOption(input, "out");
  if (given === undefined) throw new UsageError(`release takes ${command.usage}`);
  const out = resolve(given);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new UsageError(`--out: ${out} is not empty`);
  const { course } = await openSetting(input);
  const chosen = topicsOf(course, textOption(input, "topics"));
  const files = new Map<string, string | Buffer>();
  for (const path of trackedFiles(course.root)) {
    const text = editionOf(path, course.root, chosen);
    if (text !== null) files.set(path, text);
  }
  const topics = new Set(chosen.map(({ topic }) => topic.id));
  for (const id of topics)
    files.set(
      `exercises/${id}/topic.ts`,
      studentTopic(
        readFileSync(course.topicFiles[id]!, "utf8"),
        input.values["with-hints"] === true,
      ),
    );
  for (const { file } of chosen)
    files.set(`exercises/.stubs/${file}`, readFileSync(join(course.exercisesFolder, file)));
  files.set("README.md", readme(chosen));
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    write(join(out, path), text);
  process.stdout.write(
    `${files.size} files, ${topics.size} topics, ${chosen.length} exercises in ${out}\n`,
  );
  return 0;
}

function topicsOf(course: Course, list: string | undefined): Placement[] {
  try {
    return selectExercises(course, list === undefined ? [] : list.split(",").map((t) => t.trim()));
  } catch (error) {
    throw error instanceof UnknownTarget ? new UsageError(`--topics: ${error.message}`) : error;
  }
}

/** What git tracks: nothing that was built, nothing of the teacher's own. */
function trackedFiles(root: string): string[] {
  try {
    return execFileSync("git", ["ls-files", "-z"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    })
      .split("\0")
      .filter((f) => f !== "" && existsSync(join(root, f)));
  } catch {
    throw new UsageError(`${root} is no git checkout, and a release is made of what git tracks`);
  }
}

/** A file as the edition has it, or null where it has none. */
function editionOf(
  path: string,
  root: string,
  chosen: readonly Placement[],
): string | Buffer | null {
  const read = (): string => readFileSync(join(root, path), "utf8");
  const topics = new Set(chosen.map(({ topic }) => topic.id));
  if (path === "package.json") return studentManifest(read());
  if (path === "package-lock.json")
    return studentLock(read(), (w) => topics.has(w.replace("exercises/", "")));
  if (path === "exercises/stubs.json") return read();
  const [folder, topic] = path.split("/");
  if (folder === "exercises")
    return topics.has(topic ?? "") ? readFileSync(join(root, path)) : null;
  if (/\.test\.ts$|^grader\/(test|bundles)\/|^packages\/ndarray\/(test|oracle)\//.test(path))
    return null;
  return WHOLE.some((w) => path === w || path.startsWith(`${w}/`))
    ? readFileSync(join(root, path))
    : null;
}

function readme(chosen: readonly Placement[]): string {
  const topics = [...new Map(chosen.map(({ topic }) => [topic.id, topic.title]))];
  return [
    "# NumPy's ndarray, from the inside",
    "",
    "```",
    "npm install",
    "npm run learn",
    "```",
    "",
    "`learn` shows the next exercise and reruns it at every save. `npm run grade` grades everything; `npm run hint -- 3.07` helps.",
    "",
    "| topic | lesson |",
    "| --- | --- |",
    ...topics.map(([id, title]) => `| ${id} | [${title}](exercises/${id}/README.md) |`),
    "",
  ].join("\n");
}

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, TIME, TIME);
}
