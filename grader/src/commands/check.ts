/**
 * `check`: the course checks itself. A part of `npm test`.
 *
 * Knows options and how findings are shown; what is checked stands in judge/self-check.ts and in course/.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { strayFiles } from "../course/files.ts";
import { lessonFindings } from "../course/lesson.ts";
import { exampleFindings } from "../course/worked-examples.ts";
import { type Course, selectExercises } from "../course/find.ts";
import { selfCheck } from "../judge/self-check.ts";
import { escapeLine } from "../report/escape.ts";
import { type Command, type CommandInput } from "./command.ts";
import { progressLine } from "./progress.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "check the course itself: stubs fail, answers pass, wrong answers are caught",
  usage: "[TARGET…] [--timing] [--no-types] [--seed N] [--force]",
  options: { ...GRADING_OPTIONS, timing: { type: "boolean" }, "no-types": { type: "boolean" } },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const setting = await openSetting(input);
  const { course } = setting;
  const placements = selectExercises(course, input.positionals);
  const types =
    input.values["no-types"] === true
      ? Promise.resolve([])
      : typeFindings(course, new Set(placements.map(({ topic }) => topic.id)));
  const progress = progressLine(process.stderr);
  const result = await selfCheck(placements, {
    ...gradeOptions(input, setting),
    timing: input.values["timing"] === true,
    onProgress: progress.show,
  });
  progress.clear();
  const findings = [
    ...(input.positionals.length === 0 ? [...strayFiles(course), ...lessonFindings(course)] : []),
    ...placements.flatMap((placement) => exampleFindings(course, placement)),
    ...(await types),
    ...result.findings,
  ];
  for (const finding of findings) process.stdout.write(`${escapeLine(finding)}\n`);
  const left = result.leftOut > 0 ? `, ${result.leftOut} left to --timing` : "";
  process.stdout.write(
    `${placements.length} exercises, ${result.answers} answers checked${left}: ${findings.length === 0 ? "all is as it says" : `${findings.length} findings`}\n`,
  );
  return findings.length === 0 ? 0 : 1;
}

/** What the compiler says of these topics' stubs, tests and answers. */
async function typeFindings(course: Course, topics: ReadonlySet<string>): Promise<string[]> {
  if (!existsSync(join(course.root, "tsconfig.json"))) return [];
  const lines = await compiled(course.root);
  return lines.filter((line) => {
    const topic = /^(?:exercises|solutions)\/([^/]+)\//.exec(line)?.[1];
    return topic === undefined || topics.has(topic);
  });
}

/** The compiler's lines on the course in `folder`, with paths as seen from there. */
function compiled(folder: string): Promise<string[]> {
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const compiler = join(typescript, "bin", "tsc");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: folder,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.on("error", (error) => reject(new Error(`the compiler did not start: ${error.message}`)));
    child.on("close", () => resolve(said.split("\n").filter((line) => /error TS\d+/.test(line))));
  });
}
