/**
 * The library inside the guest: one stripped file, compiled as a function.
 *
 * What it needs of the globals that the learner's code loses is handed in by name.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import type * as marshal from "@deep-dive/ndarray/marshal";

/** Globals that the learner's code loses and the library keeps. */
const KEPT = ["WebAssembly"] as const;

export interface Library {
  /** The public namespace. */
  readonly np: Readonly<Record<string, unknown>>;
  readonly marshal: typeof marshal;
}

/**
 * What a CommonJS bundle stands between: as a script it makes a function of `exports`, `require` and what is kept.
 *
 * Strict, as the modules it was made of: a sloppy function shows its caller and arguments to whoever holds it. It is in
 * the file, since to put a long text together at each start takes milliseconds.
 */
export const HEAD: string = `(function(${["exports", "require", ...KEPT].join(",")}){"use strict";`;
export const FOOT = "})";

/** A bundle's script. */
export function scriptOf(file: string, cachedData?: Buffer): vm.Script {
  return new vm.Script(readFileSync(file, "utf8"), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

/** Runs a bundle's script. */
export function exportsOf(script: vm.Script): Record<string, unknown> {
  const run = script.runInThisContext() as (...args: unknown[]) => void; // the wrapper of scriptOf
  const exports: Record<string, unknown> = {};
  const require = (name: string): never => {
    throw new Error(`no module ${name} here`);
  };
  run(exports, require, ...KEPT.map((name) => Reflect.get(globalThis, name) as unknown));
  return exports;
}

/** Compiles and runs `file`, with V8's code cache beside it where there is one. */
export function loadCommonJs(file: string): Record<string, unknown> {
  let cachedData: Buffer | undefined;
  try {
    cachedData = readFileSync(`${file}.cache`);
  } catch {
    cachedData = undefined; // only slower
  }
  return exportsOf(scriptOf(file, cachedData));
}

export function loadLibrary(folder: string): Library {
  const { np, marshal } = loadCommonJs(`${folder}/library.cjs`);
  return { np, marshal } as Library; // our own bundle exports these two namespaces
}
