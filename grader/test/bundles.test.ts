/**
 * The bundles' scripts in the surroundings they expect: folders, environment, and an `npm` that calls this grader.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const GRADER = resolve(fileURLToPath(new URL("..", import.meta.url)));
const PROJECT = resolve(GRADER, "..");
const BUNDLES = join(GRADER, "bundles");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const hasBash = spawnSync("bash", ["--version"]).status === 0;

let home = "";
const env = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(home, "bin")}:${process.env["PATH"]}`,
  DEEP_DIVE_ARGS: "1.02 --no-timing",
  ...more,
});

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "bundles-"));
  mkdirSync(join(home, "bin"));
  // `npm run --silent grade -- ARGS` grades with this checkout; every other npm command has nothing to do here.
  writeFileSync(
    join(home, "bin", "npm"),
    `#!/bin/sh\n[ "$1" = run ] || exit 0\nshift 4\nexec '${process.execPath}' '${join(GRADER, "src", "cli.ts")}' grade $GRADE_ARGS "$@"\n`,
  );
  chmodSync(join(home, "bin", "npm"), 0o755);
  // Any user but this one would have to reach this checkout, which may lie in somebody's own folder.
  writeFileSync(join(home, "bin", "id"), '#!/bin/sh\nexec /usr/bin/env -i /usr/bin/id "$1"\n');
  chmodSync(join(home, "bin", "id"), 0o755);
  for (const place of [
    "submission/exercises/01-basics",
    "source/edition/node_modules",
    "source/edition/exercises",
  ])
    mkdirSync(join(home, place), { recursive: true });
  writeFileSync(join(home, "source", "edition", "package.json"), "{}");
  cpSync(
    join(PROJECT, "solutions", "01-basics", "02-size-ndim-nbytes.ts"),
    join(home, "submission", "exercises", "01-basics", "02-size-ndim-nbytes.ts"),
  );
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe.skipIf(!hasPython)("classroom50's autograder.py (needs python3)", () => {
  const variables = {
    CLASSROOM: "c",
    ASSIGNMENT: "a",
    OWNER: "ada",
    SUBMISSION_TAG: "submit/1",
    COMMIT_URL: "https://example.org/c",
    RELEASE_URL: "https://example.org/r",
  };

  test("writes result.json and a release body, and fences off what was printed", () => {
    const committed = "2026-03-04T05:06:07+02:00";
    for (const args of [
      ["init", "-q"],
      ["-c", "user.name=a", "-c", "user.email=a@x.org", "commit", "-qm", "x", "--allow-empty"],
    ])
      execFileSync("git", args, {
        cwd: join(home, "submission"),
        env: { ...process.env, GIT_COMMITTER_DATE: committed },
      });
    const output = execFileSync("python3", [join(BUNDLES, "classroom50", "autograder.py")], {
      cwd: join(home, "submission"),
      env: env({ ...variables, CLASSROOM50_BUNDLE_DIR: join(home, "source") }),
      encoding: "utf8",
    });
    const result = JSON.parse(
      readFileSync(join(home, "submission", "result.json"), "utf8"),
    ) as Record<string, unknown>; // looked at below
    expect(result).toMatchObject({
      schema: "classroom50/result/v1",
      classroom: "c",
      score: result["max-score"],
      datetime: "2026-03-04T03:06:07Z",
    });
    expect(readFileSync(join(home, "submission", "release-body.md"), "utf8")).toContain(
      "1.02 size-ndim-nbytes",
    );
    const [, token] = /^::stop-commands::([0-9a-f]{32})$/m.exec(output)!;
    expect(output).toContain(`::${token}::`);
  });

  test("without an edition fails as a fault of the grading", () => {
    const { status, stderr } = spawnSync(
      "python3",
      [join(BUNDLES, "classroom50", "autograder.py")],
      {
        cwd: join(home, "submission"),
        env: env({ ...variables, CLASSROOM50_BUNDLE_DIR: join(home, "nowhere") }),
        encoding: "utf8",
      },
    );
    expect(status).toBe(2);
    expect(stderr).toContain("holds no student edition");
  });
});

test.skipIf(!hasBash)(
  "gradescope's run_autograder writes results.json and closes the hidden tests (needs bash)",
  () => {
    mkdirSync(join(home, "source", "hidden"), { recursive: true });
    writeFileSync(join(home, "source", "hidden", "seeds.txt"), "7\n");
    execFileSync("bash", [join(BUNDLES, "gradescope", "run_autograder")], {
      env: env({ AUTOGRADER_ROOT: home }),
      encoding: "utf8",
    });
    const results = JSON.parse(readFileSync(join(home, "results", "results.json"), "utf8")) as {
      score: number;
      tests: { visibility: string }[];
    }; // looked at below
    expect(results.score).toBeGreaterThan(0);
    expect(results.tests.every((t) => t.visibility === "visible")).toBe(true);
    for (const closed of ["source/hidden", "source/edition/exercises"])
      expect(statSync(join(home, closed)).mode & 0o077, closed).toBe(0);
  },
);

describe.skipIf(!hasBash)("gradescope's setup.sh (needs bash)", () => {
  /** What it calls, on a machine whose Node is new enough or not. */
  function callsOf(isNodeOld: boolean): string[] {
    const folder = mkdtempSync(join(home, "setup-"));
    const log = join(folder, "log");
    for (const made of ["programs", "edition", "local"]) mkdirSync(join(folder, made));
    for (const [name, body] of [
      ["useradd", `echo "useradd $*" >> '${log}'`],
      ["id", "exit 1"], // nobody is there yet
      ["node", `exit ${isNodeOld ? 1 : 0}`],
      [
        "npm",
        `echo "npm $* in $(basename "$PWD")" >> '${log}'; [ "$1" = ci ] || { mkdir -p '${folder}/node/bin'; touch '${folder}/node/bin/npm'; }`,
      ],
    ] as const) {
      writeFileSync(join(folder, "programs", name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(folder, "programs", name), 0o755);
    }
    execFileSync("bash", [join(BUNDLES, "gradescope", "setup.sh")], {
      cwd: folder,
      env: env({
        PATH: `${join(folder, "programs")}:${process.env["PATH"]}`,
        AUTOGRADER_SOURCE: folder,
        AUTOGRADER_BIN: join(folder, "local"),
      }),
    });
    expect(existsSync(join(folder, "local", "npm"))).toBe(isNodeOld);
    return readFileSync(log, "utf8").trimEnd().split("\n");
  }

  test("makes the user and installs the edition", () => {
    expect(callsOf(false)).toEqual([
      expect.stringMatching(/^useradd --system .* student$/),
      expect.stringMatching(/^npm ci .* in edition$/),
    ]);
  });

  test("brings a Node of its own where Ubuntu's is too old", () => {
    const [first, ...others] = callsOf(true);
    expect(first).toMatch(/^npm install --global --prefix \S+\/node .* node@24 npm@11 in setup-/);
    expect(others).toHaveLength(2);
  });
});

test.skipIf(!hasBash)(
  "the workflow's script fences off what was printed, and its annotations come after (needs bash)",
  () => {
    const text = readFileSync(join(BUNDLES, "github", "grade.yml"), "utf8");
    const script = /run: \|\n((?: {10}.*\n)+)/.exec(text)![1]!.replaceAll(/^ {10}/gm, "");
    const repository = join(home, "repository");
    mkdirSync(repository);
    const summary = join(home, "summary.md");
    const answers = join(home, "wrong", "01-basics");
    mkdirSync(answers, { recursive: true });
    writeFileSync(
      join(answers, "02-size-ndim-nbytes.ts"),
      'export function ndim() {\n  console.log("::error::forged");\n  throw new Error("a\\n::error::forged 100%");\n}\n',
    );
    const { stdout, status } = spawnSync("bash", ["-e", "-c", script], {
      cwd: repository,
      encoding: "utf8",
      env: env({
        GITHUB_STEP_SUMMARY: summary,
        GRADE_ARGS: `1.02 --no-timing --submission ${join(home, "wrong")}`,
      }),
    });
    expect(status).toBe(0);
    const [, token, fenced, after] =
      /^::stop-commands::([0-9a-f]{32})\n([\s\S]*)\n::\1::\n([\s\S]*)$/.exec(stdout)!;
    expect(token).toHaveLength(32);
    expect(fenced).toContain("1.02 size-ndim-nbytes");
    expect(after).toMatch(
      /^::error file=exercises\/01-basics\/02-size-ndim-nbytes.ts,line=1,title=1.02/,
    );
    expect(after!.trimEnd().split("\n")).toHaveLength(1);
    expect(readFileSync(summary, "utf8")).toMatch(/^## 0 of \d+ points/);
    expect(existsSync(join(repository, "report.html"))).toBe(true);
  },
);

test("the container's entry point grades what is mounted, as an ordinary user", () => {
  const text = readFileSync(join(BUNDLES, "container", "Containerfile"), "utf8");
  expect(text).toMatch(/^FROM \S+\/node:2\d-\S+$/m);
  expect(text.indexOf("USER grader")).toBeGreaterThan(text.indexOf("RUN npm ci"));
  const entry = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(text)![1]!) as string[]; // JSON by Docker's rules
  const [command, ...args] = entry.map((part) =>
    part === "/submission" ? join(home, "submission") : part,
  );
  const results = join(home, "junit.xml");
  execFileSync(command!, [...args, "1.02", "--no-timing", "--format", "junit", "--out", results], {
    env: env({}),
    cwd: home,
  });
  expect(readFileSync(results, "utf8")).toContain('<testsuites name="deep-dive"');
});

test("every action of the workflow is pinned by commit, and it may only read", () => {
  const text = readFileSync(join(BUNDLES, "github", "grade.yml"), "utf8");
  const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
  expect(uses.length).toBeGreaterThan(2);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  expect(text).toMatch(/permissions:\n {2}contents: read\n/);
});

test("the scripts named in the README are there", () => {
  for (const file of [
    "github/grade.yml",
    "classroom50/autograder.py",
    "gradescope/setup.sh",
    "gradescope/run_autograder",
    "container/Containerfile",
  ])
    expect(existsSync(join(BUNDLES, file))).toBe(true);
});
