/**
 * numpy-ts as a subject, where it is installed.
 */
import type { Case, PeerArray, PeerLibrary } from "../cases/case.ts";
import { valuesOf } from "../cases/inputs.ts";
import { type Checksum, type Subject, checksumOf, local } from "./subject.ts";

/** The library, or in one line why it is left out. */
export async function loadNumpyTs(): Promise<PeerLibrary | string> {
  try {
    return (await import("numpy-ts")) as unknown as PeerLibrary; // looked up by name, as the case rows do
  } catch {
    return "numpy-ts is left out: it is not installed";
  }
}

export function numpyTs(lib: PeerLibrary, c: Case, isDisposing: boolean): Subject | null {
  const { numpyTs: call } = c;
  if (call === undefined) return null;
  const args = Object.fromEntries(
    Object.entries(c.operands).map(([name, spec]) => [
      name,
      lib.array!([...valuesOf(spec)], spec.dtype).reshape!(...spec.shape),
    ]),
  );
  const name = isDisposing ? "numpy-ts, disposed" : "numpy-ts";
  return local(name, () => call(lib, args), sumOf, isDisposing ? discard : undefined);
}

function sumOf(result: unknown): Checksum {
  const first: unknown = Array.isArray(result) ? result[0] : result;
  const list = typeof first === "object" && first !== null ? (first as PeerArray).tolist!() : first; // arrays of numpy-ts are objects
  return checksumOf(Array.isArray(list) ? (list as unknown[]).flat(Infinity) : [list]);
}

function discard(result: unknown): void {
  for (const part of Array.isArray(result) ? result : [result]) {
    if (typeof part === "object" && part !== null) (part as PeerArray).dispose?.(); // see above
  }
}
