/**
 * Classroom 50's `result.json`, schema `classroom50/result/v1`.
 *
 * Who and what was submitted comes from the runner's environment; nothing is invented.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { isOpen, scoreRows } from "./rows.ts";

/** What the runner must tell, and the field it fills. */
const FROM_ENVIRONMENT = {
  classroom: "CLASSROOM",
  assignment: "ASSIGNMENT",
  submission: "SUBMISSION_TAG",
  commit: "COMMIT_URL",
  release: "RELEASE_URL",
} as const;

/** @throws {Error} naming the environment variables that are missing */
export function requireClassroom(env: NodeJS.ProcessEnv): void {
  const missing: string[] = Object.values(FROM_ENVIRONMENT).filter(
    (name) => (env[name] ?? "") === "",
  );
  if (ownerOf(env) === "") missing.push("OWNER");
  if (missing.length > 0)
    throw new Error(
      `--format classroom50 runs under Classroom 50, which sets ${missing.join(", ")}; not set here`,
    );
}

export function classroom50(record: GradeRecord, env: NodeJS.ProcessEnv): string {
  requireClassroom(env);
  const given = Object.fromEntries(
    Object.entries(FROM_ENVIRONMENT).map(([field, name]) => [field, env[name] ?? ""]),
  );
  const result = {
    schema: "classroom50/result/v1",
    ...given,
    owner: ownerOf(env),
    assignment_type: env["ASSIGNMENT_TYPE"] ?? "individual",
    review: env["REVIEW_URL"] ?? env["COMMIT_URL"] ?? "",
    datetime: instant(env["SUBMISSION_DATETIME"] ?? record.startedAt),
    graded_at: instant(record.startedAt),
    score: record.points,
    "max-score": record.maxPoints,
    tests: scoreRows(record).map((row) => ({
      "test-name": row.title,
      passed: row.verdict === "passed",
      score: row.points,
      "max-score": row.maxPoints,
      verdict: row.verdict,
      ...(isOpen(row.verdict) ? { "open-points": row.maxPoints } : {}),
      message: row.message,
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Whose repository it is: the student, not the organization that it lies in. */
function ownerOf(env: NodeJS.ProcessEnv): string {
  return env["OWNER"] || env["USERNAME"] || "";
}

/** `YYYY-MM-DDTHH:MM:SSZ`, as the schema wants it. */
function instant(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
}
