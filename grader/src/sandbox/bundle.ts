/**
 * The guest's folder: the library, the guest's own code and fast-check, each one stripped file, made once per content.
 *
 * Knows files and hashes; nothing of courses. The folder is all that a guest may read. 250 source files take 400 ms
 * to load one by one; one file with V8's code cache, and all that follows, as long as Node itself takes to start.
 * A start-up snapshot of Node's would hold the library loaded, but to read its 7 MB takes as long as Node's own start.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { FOOT, HEAD } from "./guest/library.ts";
import { V8_FLAGS } from "./launch.ts";

export interface Bundles {
  /** Readable by the guest: main.cjs, library.cjs, fast-check.cjs, inspect.cjs. */
  readonly guestFolder: string;
  /** For the judge: one copy of the library that tests, topics and marshalling share. */
  readonly library: string;
  readonly marshal: string;
  readonly testing: string;
  /** Hash of everything that went in: a part of each verdict's key. */
  readonly hash: string;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** The bundles below `cacheFolder`, made if their sources changed. */
export async function makeBundles(cacheFolder: string): Promise<Bundles> {
  const library = dirname(require.resolve("@deep-dive/ndarray/package.json"));
  const hash = hashOfFolders([join(library, "src"), HERE], [process.version]);
  const folder = join(cacheFolder, `bundles-${hash.slice(0, 16)}`);
  const bundles: Bundles = {
    guestFolder: join(folder, "guest"),
    library: join(folder, "judge", "ndarray.mjs"),
    marshal: join(folder, "judge", "marshal.mjs"),
    testing: join(folder, "judge", "testing.mjs"),
    hash,
  };
  if (existsSync(folder)) return bundles;
  const building = `${folder}.${process.pid}`;
  try {
    await build(building);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    const sentence = stripVTControlCharacters(
      error instanceof Error ? error.message : String(error),
    )
      .split("\n")
      .find((line) => line.startsWith("["));
    throw new Error(`the library cannot be bundled: ${sentence?.trim() ?? String(error)}`, {
      cause: error,
    });
  }
  // V8's code cache needs the flags of the process that will read it.
  spawnSync(
    process.execPath,
    [
      ...V8_FLAGS,
      "--disable-proto=throw",
      join(building, "guest", "warm.mjs"),
      join(building, "guest"),
    ],
    {
      stdio: "ignore",
    },
  );
  try {
    renameSync(building, folder);
  } catch {
    rmSync(building, { recursive: true, force: true }); // another run was quicker
  }
  removeOld(cacheFolder, folder);
  return bundles;
}

/**
 * How a guest's files are written: without blanks, in ASCII, every name as it was. A guest reads them at each start, and a
 * single wider letter would double what the text takes.
 */
const SHORT = {
  compress: false,
  mangle: false,
  codegen: { removeWhitespace: true, asciiOnly: true },
} as const;

async function build(folder: string): Promise<void> {
  const { rolldown } = await import("rolldown");
  const guest = join(folder, "guest");
  mkdirSync(guest, { recursive: true });
  const write = async (
    input: Record<string, string>,
    format: "esm" | "cjs",
    into: string,
    more: { external?: readonly string[]; head?: string; foot?: string } = {},
  ): Promise<void> => {
    const bundle = await rolldown({
      input,
      external: [/^node:/, ...(more.external ?? [])],
      platform: "node",
      treeshake: false,
      logLevel: "silent",
    });
    const isGuests = format === "cjs";
    const extension = isGuests ? "cjs" : "mjs";
    await bundle.write({
      dir: into,
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name].${extension}`,
      banner: '"use strict";',
      postBanner: more.head ?? "",
      postFooter: more.foot ?? "",
      minify: isGuests ? SHORT : false,
      comments: false,
    });
    await bundle.close();
  };
  const wrapped = { head: HEAD, foot: FOOT };
  await Promise.all([
    write({ main: join(HERE, "guest", "main.ts") }, "cjs", guest, {
      external: ["@deep-dive/ndarray", "@deep-dive/ndarray/marshal"],
    }),
    write({ inspect: join(HERE, "guest", "inspect.ts") }, "cjs", guest),
    write({ warm: join(HERE, "guest", "warm.ts") }, "esm", guest),
    write({ library: join(HERE, "guest", "library-entry.ts") }, "cjs", guest, wrapped),
    write({ "fast-check": require.resolve("fast-check") }, "cjs", guest, wrapped),
    write(
      {
        ndarray: require.resolve("@deep-dive/ndarray"),
        marshal: require.resolve("@deep-dive/ndarray/marshal"),
        testing: require.resolve("@deep-dive/ndarray/testing"),
      },
      "esm",
      join(folder, "judge"),
      { external: ["fast-check"] },
    ),
  ]);
  linkFastCheck(join(folder, "judge"));
}

/** The judge's bundle imports fast-check from wherever this package finds it: the cache may lie outside the project. */
function linkFastCheck(folder: string): void {
  const entry = require.resolve("fast-check");
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    if (text.includes('"fast-check"'))
      writeFileSync(file, text.replaceAll('"fast-check"', JSON.stringify(entry)));
  }
}

/** A hash of every file below `folders` (tests aside) and of `more`. */
export function hashOfFolders(folders: readonly string[], more: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of more) hash.update(`${part}\0`);
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    )) {
      if (!entry.isFile() || entry.name.endsWith(".test.ts")) continue;
      const file = join(entry.parentPath, entry.name);
      hash
        .update(`${file.slice(folder.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

const HOUR_MS = 3_600_000;

/** Each change of the library makes another; what is older than a day goes, and beyond a dozen what is older than an hour. */
function removeOld(cacheFolder: string, current: string): void {
  const others = readdirSync(cacheFolder)
    .filter((name) => name.startsWith("bundles-") && join(cacheFolder, name) !== current)
    .map((name) => ({
      path: join(cacheFolder, name),
      ageMs: Date.now() - statSync(join(cacheFolder, name)).mtimeMs,
    }))
    .sort((a, b) => a.ageMs - b.ageMs);
  // Another run may be using a young one.
  for (const [k, { path, ageMs }] of others.entries()) {
    if (ageMs > 24 * HOUR_MS || (k >= 12 && ageMs > HOUR_MS))
      rmSync(path, { recursive: true, force: true });
  }
}
