/**
 * The outside formats as those who read them document them: schemas that our files are held against in tests.
 *
 * Every documented field is listed and no other is allowed, so that a misspelt one fails. CTRF publishes its own schema,
 * as the package `ctrf`; JUnit's is beside this file.
 */
import type { SchemaObject } from "ajv";

/** An object of these fields and no others; those whose names end in `?` may be missing. */
function record(fields: Readonly<Record<string, SchemaObject>>): SchemaObject {
  const entries = Object.entries(fields);
  return {
    type: "object",
    additionalProperties: false,
    required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
    properties: Object.fromEntries(entries.map(([name, of]) => [name.replace("?", ""), of])),
  };
}

const listOf = (items: SchemaObject): SchemaObject => ({ type: "array", items });
const oneOf = (...names: readonly string[]): SchemaObject => ({ enum: names });
const atMost = (maxLength: number): SchemaObject => ({ type: "string", maxLength });

const TEXT: SchemaObject = { type: "string" };
const SOME_TEXT: SchemaObject = { type: "string", minLength: 1 };
const NUMBER: SchemaObject = { type: "number" };
const BOOLEAN: SchemaObject = { type: "boolean" };
const ANYTHING: SchemaObject = { type: "object" };
/** Points where whole ones are wanted. */
const COUNT: SchemaObject = { type: "integer", minimum: 0 };

/** https://gradescope-autograders.readthedocs.io/en/latest/specs/ and …/leaderboards/ */
function gradescope(): SchemaObject {
  const format = oneOf("text", "html", "simple_format", "md", "ansi");
  const visibility = oneOf("hidden", "after_due_date", "after_published", "visible");
  return record({
    "score?": NUMBER,
    "execution_time?": NUMBER,
    "output?": TEXT,
    "output_format?": format,
    "test_output_format?": format,
    "test_name_format?": format,
    "visibility?": visibility,
    "stdout_visibility?": visibility,
    "extra_data?": ANYTHING,
    tests: listOf(
      record({
        "score?": NUMBER,
        "max_score?": NUMBER,
        "status?": oneOf("passed", "failed"),
        "name?": TEXT,
        "name_format?": format,
        "number?": TEXT,
        "output?": TEXT,
        "output_format?": format,
        "tags?": listOf(TEXT),
        "visibility?": visibility,
        "extra_data?": ANYTHING,
      }),
    ),
    "leaderboard?": listOf(
      record({ name: TEXT, value: { type: ["number", "string"] }, "order?": oneOf("asc", "desc") }),
    ),
  });
}

/** https://github.com/foundation50/classroom50/wiki/Advanced-Autograding, "The result.json contract" */
function classroom50(): SchemaObject {
  const instant = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" };
  return record({
    schema: { const: "classroom50/result/v1" },
    classroom: SOME_TEXT,
    assignment: SOME_TEXT,
    assignment_type: oneOf("individual", "group"),
    owner: SOME_TEXT,
    submission: { type: "string", pattern: "^submit/" },
    commit: SOME_TEXT,
    release: SOME_TEXT,
    review: SOME_TEXT,
    datetime: instant,
    "graded_at?": instant,
    score: COUNT,
    "max-score": COUNT,
    tests: listOf({
      // Further keys of a test are kept as they are.
      ...record({ "test-name": SOME_TEXT, passed: BOOLEAN, score: COUNT, "max-score": COUNT }),
      additionalProperties: true,
    }),
    "submitted_by?": record({ username: SOME_TEXT, "id?": { type: ["integer", "null"] } }),
  });
}

/** https://exercism.org/docs/building/tooling/test-runners/interface, version 3 */
function exercism(): SchemaObject {
  const tests = listOf(
    record({
      name: SOME_TEXT,
      status: oneOf("pass", "fail", "error"),
      "message?": TEXT,
      "output?": atMost(500),
      "test_code?": TEXT,
      "task_id?": NUMBER,
    }),
  );
  const version = { const: 3 };
  // A message is for tests that could not run, and there it has to be.
  const broken = { ...atMost(65_535), minLength: 1 };
  return {
    anyOf: [
      record({ version, status: oneOf("pass", "fail"), tests }),
      record({ version, status: oneOf("error"), message: broken, tests }),
    ],
  };
}

/** https://prairielearn.readthedocs.io/en/latest/externalGrading/, "Grading results" */
function prairielearn(): SchemaObject {
  const images = listOf(record({ "label?": TEXT, url: { type: "string", pattern: "^data:" } }));
  return record({
    score: { type: "number", minimum: 0, maximum: 1 },
    "gradable?": BOOLEAN,
    "format_errors?": { anyOf: [TEXT, listOf(TEXT)] },
    "message?": TEXT,
    "output?": TEXT,
    "images?": images,
    "tests?": listOf(
      record({
        "name?": TEXT,
        "description?": TEXT,
        "points?": NUMBER,
        "max_points?": NUMBER,
        "message?": TEXT,
        "output?": TEXT,
        "images?": images,
      }),
    ),
  });
}

export const DOCUMENTED: Readonly<Record<string, SchemaObject>> = {
  classroom50: classroom50(),
  exercism: exercism(),
  gradescope: gradescope(),
  prairielearn: prairielearn(),
};
