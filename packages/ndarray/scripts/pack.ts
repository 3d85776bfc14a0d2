/**
 * What `npm pack` ships: compiled files, and a manifest that points at them.
 *
 * In the repository the package is its sources, which Node runs as they are; under node_modules Node strips no types.
 * So `prepack` builds `dist/` and rewrites package.json, and `postpack` puts the repository's manifest back.
 * The compiler turns `./x.ts` into `./x.js` in code alone; declarations are rewritten here, so that every consumer's resolution finds them.
 *
 *   node scripts/pack.ts build|before|after
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HOME = fileURLToPath(new URL("..", import.meta.url));
const MANIFEST = path.join(HOME, "package.json");
const KEPT = path.join(HOME, ".package.json.kept");

interface Manifest {
  exports: Record<string, unknown>;
  scripts?: unknown;
  devDependencies?: unknown;
  sideEffects: unknown;
  files?: readonly string[];
}

function build(): void {
  rmSync(path.join(HOME, "dist"), { recursive: true, force: true });
  execFileSync("tsc", ["-p", "tsconfig.build.json"], {
    cwd: HOME,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const dist = path.join(HOME, "dist");
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".d.ts")) continue;
    const text = readFileSync(path.join(dist, file), "utf8");
    writeFileSync(
      path.join(dist, file),
      text.replaceAll(/(["'])(\.\.?\/[^"'\n]+)\.ts\1/g, "$1$2.js$1"),
    );
  }
}

/** Entry points as a consumer sees them: `./src/x.ts` becomes types and code in `dist/`. */
function shipped(manifest: Manifest): Manifest {
  const toDist = (entry: unknown): unknown => {
    if (typeof entry !== "string" || !entry.startsWith("./src/")) return entry;
    const file = entry.replace("./src/", "./dist/");
    return { types: file.replace(/\.ts$/, ".d.ts"), default: file.replace(/\.ts$/, ".js") };
  };
  const exports = Object.fromEntries(
    Object.entries(manifest.exports).map(([name, entry]) => [name, toDist(entry)]),
  );
  const sideEffects = (manifest.sideEffects as readonly string[]).map((f) =>
    f.replace("./src/", "./dist/").replace(/\.ts$/, ".js"),
  ); // our own list
  const { scripts: _, devDependencies: __, ...rest } = manifest;
  return { ...rest, exports, sideEffects, files: ["dist"] };
}

/** Never leaves half a manifest behind. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

switch (process.argv[2]) {
  case "build":
    build();
    break;
  case "before":
    build();
    if (!existsSync(KEPT)) replace(KEPT, readFileSync(MANIFEST, "utf8"));
    replace(
      MANIFEST,
      `${JSON.stringify(shipped(JSON.parse(readFileSync(KEPT, "utf8")) as Manifest), null, 2)}\n`,
    ); // our own manifest
    break;
  case "after":
    if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
    break;
  default:
    console.error("usage: node scripts/pack.ts build|before|after");
    process.exitCode = 2;
}
