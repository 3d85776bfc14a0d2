/**
 * Arrays in files: `save`, `load`, `savez`.
 *
 * Knows paths; the bytes are made in `npy.ts` and `npz.ts`. A file appears whole or not at all: it is written
 * beside its place and renamed. Needs Node.
 * Rules: https://numpy.org/doc/stable/reference/routines.io.html
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import type { NDArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { nodeModule } from "./node.ts";
import { from_npy, to_npy } from "./npy.ts";
import { npzBytes, readNpz } from "./npz.ts";

/**
 * Writes `a` to the file `path`, to which `.npy` is added where it is missing.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.save.html
 * @example save("a.npy", zeros([2, 3]))
 */
export function save(path: string, a: ArrayLike): void {
  writeWhole(withEnding(path, ".npy"), to_npy(toArray(a)));
}

/**
 * Writes `arrays` to the file `path`, to which `.npz` is added where it is missing; nothing is compressed.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.savez.html
 * @example savez("both.npz", { x: zeros([2]), y: ones([3]) })
 */
export function savez(path: string, arrays: Readonly<Record<string, ArrayLike>>): void {
  writeWhole(withEnding(path, ".npz"), npzBytes(asArrays(arrays), false));
}

/**
 * As `savez`, compressed by deflate.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.savez_compressed.html
 * @example savez_compressed("zeros.npz", { x: zeros([1000]) })
 */
export function savez_compressed(path: string, arrays: Readonly<Record<string, ArrayLike>>): void {
  writeWhole(withEnding(path, ".npz"), npzBytes(asArrays(arrays), true));
}

/**
 * The array in an `.npy` file, or the arrays of an `.npz` file as an object by name.
 *
 * Which of the two it is, the first bytes tell, not the name. Pickled files are refused.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.load.html
 * @throws {ValueError} when the file is neither, or damaged
 * @example load("a.npy") // what save("a.npy", a) wrote
 */
export function load(path: string): NDArray | Record<string, NDArray> {
  const bytes = nodeModule("node:fs").readFileSync(path);
  const start = String.fromCharCode(...bytes.subarray(0, 6));
  if (start === "") throw new ValueError("No data left in file");
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return readNpz(bytes);
  if (start !== "\x93NUMPY") {
    throw new ValueError("Cannot load file containing pickled data when allow_pickle=False");
  }
  return from_npy(bytes);
}

function asArrays(arrays: Readonly<Record<string, ArrayLike>>): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(arrays).map(([name, a]) => [name, toArray(a)]));
}

function withEnding(path: string, ending: string): string {
  return path.endsWith(ending) ? path : path + ending;
}

let written = 0;

/** Writes a file beside `path` and renames it; a failure leaves what was there. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const fs = nodeModule("node:fs");
  const draft = `${path}.${process.pid}-${written++}.tmp`;
  try {
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, path);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}
