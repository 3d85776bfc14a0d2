/**
 * Plain JS loops over typed arrays: what an array library has to beat.
 */
import type { Plain } from "../cases/case.ts";
import { valuesOf } from "../cases/inputs.ts";
import { type LoadedLibrary, checksumOf, local } from "./subject.ts";

export async function loadLoops(): Promise<LoadedLibrary> {
  return {
    version: process.versions.node,
    subject: ({ loop, operands }) => {
      if (loop === undefined) return null;
      const args: Plain = Object.fromEntries(
        Object.entries(operands).map(([name, spec]) => [name, valuesOf(spec)]),
      );
      return local(
        loop,
        [args],
        (result) =>
          checksumOf(typeof result === "number" ? [result] : (result as Iterable<number>)), // loops give a number or a typed array
      );
    },
  };
}
