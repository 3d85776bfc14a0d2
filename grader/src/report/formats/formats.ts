/**
 * The outside formats by name, and the file each is expected in.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { classroom50, requireClassroom } from "./classroom50.ts";
import { ctrf } from "./ctrf.ts";
import { exercism } from "./exercism.ts";
import { githubAnnotations } from "./github-annotations.ts";
import { githubSummary } from "./github-summary.ts";
import { gradescope } from "./gradescope.ts";
import { junit } from "./junit.ts";
import { prairielearn } from "./prairielearn.ts";

export interface Format {
  readonly render: (record: GradeRecord, env: NodeJS.ProcessEnv) => string;
  /** Where it goes unless told; null for standard output. */
  readonly file: (env: NodeJS.ProcessEnv) => string | null;
  /** @throws {Error} where the surroundings lack what the format needs, before anything is graded */
  readonly check?: (env: NodeJS.ProcessEnv) => void;
}

export const FORMATS: Readonly<Record<string, Format>> = {
  classroom50: { render: classroom50, file: () => "result.json", check: requireClassroom },
  ctrf: { render: ctrf, file: () => "ctrf-report.json" },
  exercism: { render: exercism, file: () => "results.json" },
  "github-annotations": { render: githubAnnotations, file: () => "annotations.txt" },
  "github-summary": { render: githubSummary, file: (env) => env["GITHUB_STEP_SUMMARY"] ?? null },
  gradescope: { render: gradescope, file: () => "results.json" },
  junit: { render: junit, file: () => "junit.xml" },
  prairielearn: { render: prairielearn, file: () => "results.json" },
};

/** The format called `name`. @throws {Error} listing the names there are */
export function formatNamed(name: string): Format {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined)
    throw new Error(`--format takes ${Object.keys(FORMATS).join(", ")}; not ${name}`);
  return format;
}
