/**
 * Reading stub files out of somebody else's zip.
 *
 * Believes nothing the archive says of itself: names are matched, never joined to a path as they are; sizes are
 * counted while they are read. Links, absolute paths, `..`, bombs and floods of entries are refused with the figure.
 */
import { type Entry, type ZipFile, fromBufferPromise } from "yauzl";
import { stubPath } from "./stub-path.ts";

export const ARCHIVE_LIMITS: Readonly<Record<"entries" | "fileBytes" | "totalBytes", number>> = {
  /** Entries, of whatever kind. */
  entries: 5_000,
  /** Bytes of one file, unpacked. */
  fileBytes: 256 * 1024,
  /** Bytes of all files that are kept, unpacked. */
  totalBytes: 8 * 1024 * 1024,
};

/** Stub path (`03-memory/07-safe-as-strided.ts`) to its bytes. */
export type StubFiles = ReadonlyMap<string, Uint8Array>;

/** @throws {Error} in one line, where the archive is broken or hostile */
export async function stubsInArchive(bytes: Uint8Array, name: string): Promise<StubFiles> {
  const found = new Map<string, Uint8Array>();
  let entries = 0;
  let total = 0;
  const zip = await open(bytes, name);
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > ARCHIVE_LIMITS.entries)
        throw new Error(`${name} holds more than ${ARCHIVE_LIMITS.entries} entries`);
      const path = stubPath(entry.fileName);
      if (path === null) continue;
      if (isLink(entry)) throw new Error(`${name}: ${entry.fileName} is a link`);
      if (found.has(path)) throw new Error(`${name} holds ${path} twice`);
      const file = await readCapped(zip, entry, name);
      total += file.length;
      if (total > ARCHIVE_LIMITS.totalBytes)
        throw new Error(`${name} unpacks to more than ${ARCHIVE_LIMITS.totalBytes} bytes`);
      found.set(path, file);
    }
  } catch (error) {
    throw plainError(error, name);
  } finally {
    zip.close();
  }
  return found;
}

async function open(bytes: Uint8Array, name: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true });
  } catch (error) {
    throw plainError(error, name);
  }
}

async function readCapped(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer); // a zip entry's stream has no encoding set
    size += (chunk as Buffer).length; // as above
    if (size > ARCHIVE_LIMITS.fileBytes) {
      throw new Error(
        `${name}: ${entry.fileName} unpacks to more than ${ARCHIVE_LIMITS.fileBytes} bytes`,
      );
    }
  }
  return Buffer.concat(chunks);
}

/** The upper half of the external attributes is the Unix mode; 0xA000 marks a link. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function plainError(error: unknown, name: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(
    message.startsWith(name) ? message : `${name} is no usable zip file: ${message}`,
  );
}
