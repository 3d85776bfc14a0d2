/**
 * A record for tests of reports: every kind of outcome, and text that tries to break out of each format.
 */
import type { Picture } from "../../judge/picture.ts";
import type { ExerciseRecord, GradeRecord, Verdict } from "../../judge/record.ts";

export const HOSTILE =
  'a ]]> <b> & "q" | `tick` ::set-output name=x::1 \u001b[31mred\u0000 \ud800 \n::error::x\nend';

function exercise(
  id: string,
  verdict: Verdict,
  points: number,
  extra: Partial<ExerciseRecord> = {},
): ExerciseRecord {
  const topic = `0${id[0]}-topic`;
  return {
    id,
    topic,
    name: `name-${id}`,
    file: `${topic}/${id}.ts`,
    verdict,
    points,
    maxPoints: 10,
    durationMs: 12.5,
    openPoints: 0,
    tests: [],
    measures: [],
    ...extra,
  };
}

/** Every mark, a place outside the memory, and hostile values. */
const PICTURE: Picture = {
  call: HOSTILE,
  cells: (["none", "picked", "extra", "missing", "extra"] as const).map((mark, k) => ({
    offset: 8 * k,
    text: ["0", "1.5", HOSTILE, "-1", ""][k]!,
    mark,
  })),
  columns: 4,
  hiddenBefore: 0,
  hiddenAfter: 3,
  facts: [
    { name: "shape", value: "(4,)", wanted: "(3,)" },
    { name: "offset", value: HOSTILE },
  ],
};

const exercises: readonly ExerciseRecord[] = [
  exercise("1.01", "passed", 10, { tests: [{ name: "holds", verdict: "passed" }] }),
  exercise("1.02", "failed", 0, {
    message: "a law fails",
    output: HOSTILE,
    tests: [
      {
        name: HOSTILE,
        verdict: "failed",
        message: HOSTILE,
        counterexample: HOSTILE,
        seed: 3,
        picture: PICTURE,
      },
    ],
  }),
  exercise("2.01", "not-started", 0),
  exercise("2.02", "over-limit", 7, {
    capstone: true,
    tests: [{ name: "holds", verdict: "passed" }],
    measures: [
      {
        kind: "allocations",
        label: "allocations",
        value: 3,
        limit: 1,
        unit: "arrays",
        verdict: "over-limit",
        points: 0,
        maxPoints: 3,
        heat: [
          {
            bytes: 8192,
            linesPerBin: 1,
            touches: Array.from({ length: 128 }, () => 8),
            misses: Array.from({ length: 128 }, (_, k) => k % 9),
          },
          { bytes: 512, linesPerBin: 2, touches: [4, 4, 4, 4], misses: [1, 1, 1, 0] },
        ],
      },
      {
        kind: "speed-up",
        label: "speed-up",
        value: null,
        limit: 2,
        unit: "x",
        verdict: "inconclusive",
        points: 0,
        maxPoints: 0,
      },
    ],
  }),
  exercise("2.03", "inconclusive", 6, {
    capstone: true,
    openPoints: 4,
    measures: [
      {
        kind: "speed-up",
        label: "speed-up",
        value: 2.1,
        limit: 2,
        unit: "x",
        interval: [1.5, 2.6],
        baseline: 1,
        reference: 9.3,
        verdict: "inconclusive",
        points: 0,
        maxPoints: 4,
      },
    ],
  }),
  exercise("2.04", "syntax-error", 0, { message: "unexpected token" }),
];

export const RECORD: GradeRecord = {
  schema: "deep-dive/grade/v1",
  seed: 42,
  isolation: "process",
  node: "v26.10.0",
  cpu: "some processor",
  startedAt: "2026-11-23T10:00:00.123Z",
  durationMs: 4321.5,
  submission: "exercises",
  points: 23,
  openPoints: 4,
  maxPoints: 60,
  topics: [
    { id: "01-topic", points: 10, openPoints: 0, maxPoints: 20 },
    { id: "02-topic", points: 13, openPoints: 4, maxPoints: 40 },
  ],
  exercises,
};
