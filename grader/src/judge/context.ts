/**
 * What measures need of the course and the library, in the judge: limits, naive loops, the marshalling.
 *
 * Knows how these files are imported: the library comes from one bundle, so that arrays made by a topic's input makers
 * are the marshalling's arrays.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bundles } from "../sandbox/bundle.ts";
import { useBundledLibrary } from "../sandbox/bundled-library.ts";
import type { Marshal } from "../sandbox/wire.ts";

export interface Context {
  readonly marshal: Marshal;
  /** The naive loop of this name, from the exercise's naive file. */
  naive(name: string): (...args: readonly unknown[]) => unknown;
  sharesMemory(a: unknown, b: unknown): boolean;
}

/** The context of the exercise `file`. */
export async function contextOf(
  bundles: Bundles,
  exercisesFolder: string,
  file: string,
): Promise<Context> {
  useBundledLibrary(bundles);
  const marshal = (await import(pathToFileURL(bundles.marshal).href)) as Marshal; // our own bundle
  const np = (await import(pathToFileURL(bundles.library).href)) as {
    shares_memory?: (a: unknown, b: unknown) => boolean;
  }; // as the library documents it
  const naiveFile = join(exercisesFolder, dirname(file), `${basename(file, ".ts")}.naive.ts`);
  const naive = existsSync(naiveFile)
    ? ((await import(pathToFileURL(naiveFile).href)) as Readonly<Record<string, unknown>>)
    : {};
  return {
    marshal,
    naive(name) {
      const found = naive[name];
      if (typeof found !== "function") throw new Error(`${naiveFile} exports no function ${name}`);
      return found as (...args: readonly unknown[]) => unknown; // any function may be tried
    },
    sharesMemory(a, b) {
      const theirs = storageIn(b, marshal);
      return storageIn(a, marshal).some((mine) =>
        theirs.some((other) => overlap(mine, other, marshal, np.shares_memory)),
      );
    },
  };
}

/** The arrays and typed arrays within a value: itself, or what a list or object holds. */
function storageIn(value: unknown, marshal: Marshal): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (value instanceof marshal.NDArray || ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
    return [value];
  return Object.values(value).flatMap((item) => storageIn(item, marshal));
}

function overlap(
  a: unknown,
  b: unknown,
  marshal: Marshal,
  sharesMemory: ((a: unknown, b: unknown) => boolean) | undefined,
): boolean {
  if (a instanceof marshal.NDArray && b instanceof marshal.NDArray)
    return sharesMemory?.(a, b) ?? false;
  const [first, second] = [spanOf(a), spanOf(b)];
  return (
    first !== null &&
    second !== null &&
    first.buffer === second.buffer &&
    first.start < second.end &&
    second.start < first.end
  );
}

function spanOf(value: unknown): { buffer: ArrayBufferLike; start: number; end: number } | null {
  if (value instanceof ArrayBuffer) return { buffer: value, start: 0, end: value.byteLength };
  if (!ArrayBuffer.isView(value)) return null;
  return {
    buffer: value.buffer,
    start: value.byteOffset,
    end: value.byteOffset + value.byteLength,
  };
}
