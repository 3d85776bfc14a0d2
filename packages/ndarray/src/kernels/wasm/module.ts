/**
 * Compiling: from functions of the assembler to exports that JS can call.
 *
 * Knows the heap's memory, and no kernel. Compilation is synchronous and happens when a kernel is first wanted,
 * so loading the library costs nothing.
 */
import { heapMemory } from "../../memory/heap-memory.ts";
import { shareModule } from "../threads.ts";
import { type FunctionBuilder, type ImportedFunction, assemble } from "./assembler.ts";

/** A function compiled to WebAssembly: addresses, steps and counts in, a number (or nothing) out. */
export type Compiled = (...args: number[]) => number;

/** An imported function together with the JS function it stands for. */
export interface HostFunction extends ImportedFunction {
  readonly run: (...args: number[]) => number;
}

/** The exports of a module over the heap; null where there is no heap. */
export function compile(
  functions: readonly FunctionBuilder[],
  host: readonly HostFunction[] = [],
): Readonly<Record<string, Compiled>> | null {
  const home = heapMemory();
  if (home === null) return null;
  const module = new WebAssembly.Module(assemble(functions, host, home.isShared));
  const env: Record<string, WebAssembly.ImportValue> = { memory: home.wasm };
  for (const f of host) env[f.name] = f.run;
  const exports = new WebAssembly.Instance(module, { env }).exports as Record<string, Compiled>; // every export is a function
  if (host.length === 0) shareModule(module, exports);
  return exports;
}
