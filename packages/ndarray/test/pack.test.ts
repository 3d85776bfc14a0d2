/**
 * What `npm pack` ships works for somebody who has neither our sources, our flags nor our tools.
 *
 * Packs a copy of the package, lays the tarball out as an installation would, and uses it from there. No network.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";

const home = fileURLToPath(new URL("..", import.meta.url));
const root = path.join(home, "../..");
const isWindows = process.platform === "win32";
const desk = mkdtempSync(path.join(tmpdir(), "ndarray-pack-"));
const project = mkdtempSync(path.join(tmpdir(), "ndarray-consumer-")); // beside the desk, so that none of our packages is in reach
const installed = path.join(project, "node_modules/@deep-dive/ndarray");

/** What a command prints; its own words when it fails. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", shell: isWindows, stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }; // execFileSync's error
    throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`, {
      cause: error,
    });
  }
}

/** Prints of a program that imports the installed package, with no flag. */
function runs(program: string): string[] {
  writeFileSync(path.join(project, "main.js"), program);
  return run(process.execPath, ["main.js"], project).trim().split("\n");
}

/** Minified bytes of a program bundled for browsers. Fails on anything that would stay outside the bundle. */
async function bundled(program: string): Promise<string> {
  const input = path.join(project, "bundle.js");
  writeFileSync(input, program);
  const warnings: string[] = [];
  const bundle = await rolldown({
    input,
    platform: "browser",
    onLog: (_, log) => warnings.push(log.message),
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  expect(warnings).toEqual([]);
  expect(output[0].imports).toEqual([]);
  return output[0].code;
}

beforeAll(() => {
  const copy = path.join(desk, "packages/ndarray");
  for (const name of [
    "src",
    "scripts",
    "package.json",
    "tsconfig.build.json",
    "README.md",
    "LICENSE",
  ])
    cpSync(path.join(home, name), path.join(copy, name), { recursive: true });
  cpSync(path.join(root, "tsconfig.base.json"), path.join(desk, "tsconfig.base.json"));
  symlinkSync(path.join(root, "node_modules"), path.join(desk, "node_modules"), "junction");
  run("npm", ["pack", "--pack-destination", desk], copy);
  expect(readFileSync(path.join(copy, "package.json"), "utf8")).toBe(
    readFileSync(path.join(home, "package.json"), "utf8"),
  ); // the manifest is back
  mkdirSync(installed, { recursive: true });
  run(
    "tar",
    [
      "-xzf",
      path.join(desk, "deep-dive-ndarray-0.1.0.tgz"),
      "-C",
      installed,
      "--strip-components=1",
    ],
    desk,
  );
  writeFileSync(path.join(project, "package.json"), `{ "type": "module" }`);
}, 60_000);

afterAll(() => {
  for (const folder of [desk, project]) rmSync(folder, { recursive: true, force: true });
});

test("plain JavaScript imports it", () => {
  expect(
    runs(`import * as np from "@deep-dive/ndarray";
      const a = np.reshape(np.arange(6), [2, 3]);
      console.log(String(np.sum(a, { axis: 0 })));
      console.log(a.sum(), np.linalg.det([[1, 2], [3, 4]]).item().toFixed(3));
      console.log(String(np.random.default_rng(1).integers(0, 10, { size: 3 })));`),
  ).toEqual(["[3 5 7]", "15 -2.000", "[4 5 7]"]);
});

test("files are written and read", () => {
  expect(
    runs(`import * as np from "@deep-dive/ndarray";
      np.savez_compressed("a.npz", { x: np.arange(3) });
      console.log(String(np.load("a.npz").x));`),
  ).toEqual(["[0 1 2]"]);
});

test("it runs where code is not made from strings", () => {
  writeFileSync(
    path.join(project, "main.js"),
    `import { arange } from "@deep-dive/ndarray"; console.log(arange(3).sum());`,
  );
  expect(
    run(process.execPath, ["--disallow-code-generation-from-strings", "main.js"], project),
  ).toBe("3\n");
});

test("fast-check is asked for by the arbitraries alone", () => {
  expect(() => runs(`import "@deep-dive/ndarray/testing";`)).toThrow(/fast-check/);
  for (const name of ["fast-check", "pure-rand"])
    symlinkSync(
      path.join(root, "node_modules", name),
      path.join(project, "node_modules", name),
      "junction",
    );
  expect(
    runs(`import { arrays } from "@deep-dive/ndarray/testing";
      import fc from "fast-check";
      fc.assert(fc.property(arrays(), (a) => a.size === a.ravel().size));
      console.log("held");`),
  ).toEqual(["held"]);
});

const consumer = `import * as np from "@deep-dive/ndarray";
import { assertClose } from "@deep-dive/ndarray/testing";
const a: np.NDArray<"float32"> = np.zeros([2, 3], { dtype: "float32" });
const total: number = Number(a.add(1).sum());
// @ts-expect-error no dtype has that name
np.zeros([2], { dtype: "float33" });
// @ts-expect-error no option has that name
np.sum(a, { axes: 0 });
assertClose(a, a);
export { total };
`;

test.each([
  ["nodenext", "nodenext"],
  ["bundler", "esnext"],
])(
  "a strict TypeScript project with moduleResolution %s accepts it",
  (resolution, module) => {
    writeFileSync(path.join(project, "consumer.ts"), consumer);
    const options = {
      strict: true,
      noEmit: true,
      target: "esnext",
      types: [],
      module,
      moduleResolution: resolution,
      skipLibCheck: resolution === "bundler",
    };
    writeFileSync(
      path.join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["consumer.ts"] }),
    );
    expect(run(path.join(root, "node_modules/.bin/tsc"), ["-p", "."], project)).toBe("");
  },
  30_000,
);

test("a bundle for browsers holds all it needs, and less when less is asked for", async () => {
  const one = await bundled(`import { add } from "@deep-dive/ndarray"; console.log(add);`);
  const every = await bundled(`import * as np from "@deep-dive/ndarray"; globalThis.np = np;`);
  const told = [...readFileSync(path.join(home, "README.md"), "utf8").matchAll(/(\d+) kB/g)].map(
    (m) => Number(m[1]),
  );
  for (const [k, { length }] of [every, one].entries()) {
    expect(length / 1000, "kB, against what the README says").toBeGreaterThan(told[k]! * 0.9);
    expect(length / 1000, "kB, against what the README says").toBeLessThan(told[k]! * 1.1);
  }
});

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages).toEqual([]);
});
