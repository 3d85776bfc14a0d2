import { expect, test } from "vitest";
import { WITHHELD, studentLock, studentManifest, studentTopic } from "./edition.ts";

const TOPIC = `import type { Draw } from "x";
const size = (d: Draw): number => d.n;
export default defineTopic({
  exercises: [
    { id: "1.01", hints: ["a nudge", "a rule", \`near \${size} code\`], points: 3 },
    { id: "1.02", hints: ["a", "b", "c as const"], points: 3 },
  ],
});
`;

test("third hints are taken out, and nothing else is touched", () => {
  const edited = studentTopic(TOPIC, false);
  expect(edited).not.toMatch(/near|c as const/);
  expect(edited.split(WITHHELD)).toHaveLength(3);
  expect(edited).toContain("const size = (d: Draw): number => d.n;");
  expect(edited).toContain('"a nudge", "a rule"');
  expect(studentTopic(TOPIC, true)).toBe(TOPIC);
});

test("the manifest keeps what a student runs", () => {
  const text = JSON.stringify({
    name: "deep-dive",
    workspaces: ["packages/*", "exercises/*", "solutions/*", "grader", "bench"],
    scripts: { grade: "g", test: "t", bench: "b" },
  });
  expect(JSON.parse(studentManifest(text))).toEqual({
    name: "deep-dive",
    workspaces: ["packages/*", "exercises/*", "grader"],
    scripts: { grade: "g" },
  });
});

test("the lock file forgets the workspaces that are left out, and their links", () => {
  const text = JSON.stringify({
    packages: {
      "": { workspaces: ["exercises/*", "solutions/*", "bench"] },
      "exercises/03-memory": {},
      "exercises/04-more": {},
      "node_modules/@deep-dive/exercise-04-more": { link: true, resolved: "exercises/04-more" },
      "node_modules/@deep-dive/solution-03-memory": { link: true, resolved: "solutions/03-memory" },
      "node_modules/acorn": {},
      "solutions/03-memory": {},
    },
  });
  expect(JSON.parse(studentLock(text, (w) => w === "exercises/03-memory"))).toEqual({
    packages: {
      "": { workspaces: ["exercises/*"] },
      "exercises/03-memory": {},
      "node_modules/acorn": {},
    },
  });
});
