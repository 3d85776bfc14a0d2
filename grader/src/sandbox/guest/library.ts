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

/** A CommonJS bundle as a script that makes a function of `exports`, `require` and what is kept. */
export function scriptOf(file: string, cachedData?: Buffer): vm.Script {
  // Strict, as the modules it was made of: a sloppy function shows its caller and arguments to whoever holds it.
  const code = `(function (${["exports", "require", ...KEPT].join(", ")}) {"use strict";${readFileSync(file, "utf8")}\n})`;
  return new vm.Script(code, {
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
