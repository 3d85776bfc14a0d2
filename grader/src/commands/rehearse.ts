/**
 * `rehearse`: writes a made-up class, to try `class` with and to find out how long a real one will take.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Kind, type Repertoire, rehearsedStudent } from "../class/rehearsal.ts";
import { readStub } from "../course/collect.ts";
import { shippedAnswers } from "../course/files.ts";
import { type Course, type Placement, selectExercises } from "../course/find.ts";
import { type Command, UsageError, textOption, wholeOption } from "./command.ts";
import { openSetting } from "./setting.ts";

export const command: Command = {
  summary:
    "write a made-up class of right, wrong and hostile answers, to try class with (teachers)",
  usage: "--out DIR [TARGET…] [--students 1000] [--seed N]",
  options: {
    out: { type: "string" },
    students: { type: "string" },
    seed: { type: "string" },
    course: { type: "string" },
  },
  run: async (input) => {
    const given = textOption(input, "out");
    if (given === undefined) throw new UsageError(`rehearse takes ${command.usage}`);
    const out = resolve(given);
    if (existsSync(out) && readdirSync(out).length > 0)
      throw new UsageError(`--out: ${out} is not empty`);
    const students = wholeOption(input, "students", 1) ?? 1000;
    const seed = wholeOption(input, "seed", 0) ?? 1;
    const { course } = await openSetting(input);
    const repertoires = selectExercises(course, input.positionals).map((p) =>
      repertoireOf(course, p),
    );
    const counts = new Map<Kind, number>();
    const roster = ["username,name,email"];
    for (let k = 1; k <= students; k++) {
      const { username, answers } = rehearsedStudent(k, seed, repertoires);
      roster.push(`${username},Student ${k},${username}@example.org`);
      for (const [file, { kind, text }] of answers) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        const place = join(out, "submissions", username, file);
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, text);
      }
    }
    writeFileSync(join(out, "roster.csv"), `${roster.join("\n")}\n`);
    const mix = [...counts].map(([kind, n]) => `${n} ${kind}`).join(", ");
    const targets = input.positionals.map((t) => ` ${t}`).join("");
    process.stdout.write(
      `${students} students, ${repertoires.length} exercises each: ${mix}\nnpm run grader -- class ${join(given, "submissions")} --roster ${join(given, "roster.csv")} --out ${join(given, "results")}${targets}\n`,
    );
    return 0;
  },
};

function repertoireOf(course: Course, placement: Placement): Repertoire {
  const answers = shippedAnswers(course, placement);
  if (answers.length === 0)
    throw new UsageError("rehearse needs the reference answers, and a student edition has none");
  const texts = (isWrong: boolean): string[] =>
    answers.filter(({ kind }) => (kind === "wrong") === isWrong).map(({ text }) => text);
  return {
    file: placement.file,
    stub: readStub(course.exercisesFolder, placement.file),
    right: texts(false),
    wrong: texts(true),
  };
}
