/**
 * Several named arrays in one `.npz` file, in memory: a zip archive of `.npy` files.
 *
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.savez.html
 */
import type { NDArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { from_npy, to_npy } from "./npy.ts";
import { unzip, zipBytes } from "./zip.ts";

/** `arrays` as the bytes of an `.npz` file, one entry for each name. Stored ones are as NumPy writes them. */
export function npzBytes(
  arrays: Readonly<Record<string, NDArray>>,
  isCompressed: boolean,
): Uint8Array {
  const entries = Object.entries(arrays).map(([name, a]) => ({
    name: `${name}.npy`,
    bytes: to_npy(a),
  }));
  return zipBytes(entries, isCompressed);
}

/**
 * The arrays an `.npz` file holds, by name.
 *
 * @throws {ValueError} when the archive or one of its arrays is damaged, or an entry is no array
 */
export function readNpz(bytes: Uint8Array): Record<string, NDArray> {
  const arrays = unzip(bytes).map(({ name, bytes: content }): [string, NDArray] => {
    if (!name.endsWith(".npy")) throw new ValueError(`'${name}' is not an array`);
    return [name.slice(0, -4), from_npy(content)];
  });
  return Object.fromEntries(arrays);
}
