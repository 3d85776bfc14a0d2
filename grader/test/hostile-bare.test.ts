/** The guest alone against the corpus, without the inspection before it; and a bare process, to show that the corpus bites. */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { contextOf } from "../src/judge/context.ts";
import { Session } from "../src/judge/session.ts";
import type { Isolation } from "../src/sandbox/launch.ts";
import { sandboxFault } from "../src/sandbox/launch.ts";
import { openFixture } from "./fixture.ts";
import { type Hostile, hostileSubmissions, setCanaries } from "./hostile.ts";

const canaries = await setCanaries();
const reaching = hostileSubmissions(canaries).filter(({ name }) =>
  /^(read|write|forge|escape)-/.test(name),
);
const { bundles, course } = await openFixture();

afterAll(() => canaries.close());

const noSandbox = sandboxFault();
const isolations: Isolation[] = noSandbox === null ? ["process", "sandbox"] : ["process"];

describe.each(isolations)("isolation %s, nothing inspected beforehand", (isolation) => {
  test("nothing is read, written or called, and nobody gets the right answer", async () => {
    const context = await contextOf(bundles, course.exercisesFolder, "03-fixture/01-add-one.ts");
    const solved: string[] = [];
    for (const hostile of reaching) {
      const said = await tryAlone(hostile, isolation, context.marshal);
      expect(said, hostile.name).not.toContain(canaries.secret);
      if (said === "2") solved.push(hostile.name);
    }
    expect(solved).toEqual([]);
    expect(canaries.tripped()).toEqual([]);
  });
});

async function tryAlone(
  { text }: Hostile,
  isolation: Isolation,
  marshal: ConstructorParameters<typeof Session>[1],
): Promise<string> {
  const session = new Session(
    { isolation, guestFolder: bundles.guestFolder, meter: "none", hook: "", fastCheck: false },
    marshal,
  );
  try {
    const files = { "03-fixture/01-x.ts": stripTypeScriptTypes(text) };
    await session.load({
      entry: "03-fixture/01-x.ts",
      files,
      imports: {},
      harness: null,
      naive: null,
    });
    const { result } = await session.measure("addOne", [1], {
      bytes: 32768,
      lineBytes: 64,
      ways: 8,
    });
    return JSON.stringify(result) ?? "undefined";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    session.close();
  }
}

test.skipIf(noSandbox !== null)(
  `the sandbox runs here${noSandbox === null ? "" : ` (${noSandbox})`}`,
  () => {
    expect(isolations).toContain("sandbox");
  },
);

test("a bare child process is bitten by the same files", async () => {
  const own = await setCanaries();
  const folder = mkdtempSync(join(tmpdir(), "deep-dive-control-"));
  mkdirSync(join(folder, "x"));
  const harmless = ["escape-kill-parent", "escape-addon", "escape-inspector"]; // these would stop the test itself
  const bitten: string[] = [];
  for (const { name, text } of hostileSubmissions(own).filter(
    (one) => /^(read|write|escape)-/.test(one.name) && !harmless.includes(one.name),
  )) {
    const file = join(folder, "x", `${randomUUID()}.ts`);
    writeFileSync(file, text);
    const code = `import(${JSON.stringify(file)}).then(async (m) => { const r = await m.addOne(1); console.log(String(r), r); }).catch(() => {})`;
    const before = own.tripped().length;
    const { stdout } = spawnSync(process.execPath, ["--no-warnings", "-e", code], {
      encoding: "utf8",
      timeout: 10_000,
      env: { PATH: "", SECRET: own.secret },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (
      stdout.includes(own.secret) ||
      own.tripped().length > before ||
      stdout.includes("[object process]")
    )
      bitten.push(name);
  }
  rmSync(folder, { recursive: true, force: true });
  own.close();
  expect(bitten.length, bitten.join(", ")).toBeGreaterThanOrEqual(6);
});
