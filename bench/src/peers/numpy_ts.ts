/**
 * numpy-ts, where it is installed.
 */
import type { PeerArray, PeerLibrary } from "../cases/case.ts";
import { valuesOf } from "../cases/inputs.ts";
import { type Checksum, type LoadedLibrary, checksumOf, local } from "./subject.ts";

export async function loadNumpyTs(): Promise<LoadedLibrary> {
  const lib = (await import("numpy-ts")) as unknown as PeerLibrary; // looked up by name, as the case rows do
  return {
    version: String(lib.__version__),
    subject: ({ numpyTs: call, operands }, isDisposing) => {
      if (call === undefined) return null;
      const args = Object.fromEntries(
        Object.entries(operands).map(([name, spec]) => [
          name,
          lib.array!(valuesOf(spec), spec.dtype).reshape!(...spec.shape),
        ]),
      );
      return local(call, [lib, args], sumOf, isDisposing ? discard : undefined);
    },
  };
}

function sumOf(result: unknown): Checksum {
  const first: unknown = Array.isArray(result) ? result[0] : result;
  if (typeof first !== "object" || first === null) return checksumOf([first]);
  const array = first as PeerArray; // results of numpy-ts are numbers or its arrays
  const data: unknown = array.data;
  if (ArrayBuffer.isView(data)) return checksumOf(data as Float64Array); // its `data` is any typed array
  return checksumOf((array.tolist!() as unknown as unknown[]).flat(Infinity));
}

function discard(result: unknown): void {
  for (const part of Array.isArray(result) ? result : [result]) {
    if (typeof part === "object" && part !== null) (part as PeerArray).dispose?.(); // see above
  }
}
