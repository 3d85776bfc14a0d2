/**
 * Writes V8's code cache beside the guest's library, so that each guest starts without compiling it again.
 *
 * Runs once, when the bundles are made, and runs no code but the library's.
 */
import { writeFileSync } from "node:fs";
import { exportsOf, scriptOf } from "./library.ts";

const folder = process.argv[2] ?? ".";
for (const name of ["library.cjs", "fast-check.cjs"]) {
  const file = `${folder}/${name}`;
  const script = scriptOf(file);
  exportsOf(script); // functions that ran at load are in the cache, compiled
  writeFileSync(`${file}.cache`, script.createCachedData());
}
