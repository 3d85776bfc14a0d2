/**
 * Reading stub files out of somebody else's zip.
 *
 * Believes nothing the archive says of itself: names are matched, never joined to a path as they are; sizes are
 * counted while they are read. Links, absolute paths, `..`, bombs and floods of entries are refused with the figure.
 */
import { type Entry, type Options, type ZipFile, fromBufferPromise, openPromise } from "yauzl";
import { type StubFiles, StubPile } from "./stub-pile.ts";

/** A zip file in memory, or the path of one on disk. */
export type Archive = Uint8Array | string;

/** A class of a thousand that hands in every file, and as much again. */
const MAX_CLASS_ENTRIES = 200_000;
/** Bytes of a student's zip inside the class's. */
const MAX_INNER_BYTES = 64 * 1024 * 1024;

/** One student's zip. @throws {Error} in one line, where the archive is broken or hostile */
export async function stubsInArchive(
  archive: Archive,
  name: string,
  exercises: readonly string[] = [],
): Promise<StubFiles> {
  const pile = new StubPile(name, exercises);
  // The pile knows how many entries are too many.
  await inZip(archive, name, Infinity, async (zip) => {
    for await (const entry of entriesIn(zip, name)) {
      pile.countEntry();
      const path = pile.placeOf(entry.fileName);
      if (path === null) continue;
      if (isLink(entry)) throw new Error(`${name}: ${entry.fileName} is a link`);
      pile.add(path, await read(zip, entry, name, pile.maxFileBytes));
    }
  });
  return pile.files;
}

/** What one student handed in: their files, or why there are none. */
export interface Handed {
  readonly files: StubFiles;
  readonly problem: string | null;
}

/**
 * The zip of a whole class, by the name of each student's folder, zip or file in it.
 *
 * A folder that everything lies in is passed over unless `isStudent` says that it is somebody's.
 * @throws {Error} where the zip itself is broken or hostile; one student's part is that student's problem alone
 */
export async function classInArchive(
  file: string,
  name: string,
  exercises: readonly string[],
  isStudent: (name: string) => boolean,
): Promise<Map<string, Handed>> {
  return inZip(file, name, MAX_CLASS_ENTRIES, async (zip) => {
    const entries = await Array.fromAsync(entriesIn(zip, name));
    return handedIn(zip, entries, exercises, wrapperOf(entries, isStudent));
  });
}

/** What lies in each student's folder, zip or file below `outer`. */
async function handedIn(
  zip: ZipFile,
  entries: readonly Entry[],
  exercises: readonly string[],
  outer: string,
): Promise<Map<string, Handed>> {
  const piles = new Map<string, StubPile>();
  const found = new Map<string, Handed>();
  for (const entry of entries) {
    const inside = entry.fileName.slice(outer.length);
    const [top, ...rest] = inside.split("/");
    if (top === undefined || top === "" || isJunk(entry.fileName)) continue;
    const isFolder = rest.length > 0;
    const label = isFolder ? `${top}/` : top;
    if (found.get(label)?.problem != null) continue;
    try {
      if (isFolder) {
        const pile = piles.get(top) ?? new StubPile(top, exercises);
        piles.set(top, pile);
        found.set(label, { files: pile.files, problem: null });
        pile.countEntry();
        const path = pile.placeOf(rest.join("/"));
        if (path === null) continue;
        if (isLink(entry)) throw new Error(`${inside} is a link`);
        pile.add(path, await read(zip, entry, top, pile.maxFileBytes));
      } else if (/\.zip$/i.test(top)) {
        const bytes = await read(zip, entry, top, MAX_INNER_BYTES);
        found.set(label, { files: await stubsInArchive(bytes, top, exercises), problem: null });
      } else {
        const pile = new StubPile(top, exercises);
        const path = pile.placeOf(top);
        if (path !== null) pile.add(path, await read(zip, entry, top, pile.maxFileBytes));
        found.set(label, { files: pile.files, problem: null });
      }
    } catch (error) {
      found.set(label, { files: new Map(), problem: plainError(error, top).message });
    }
  }
  return new Map([...found].map(([label, handed]) => [label.replace(/\/$/, ""), handed]));
}

/** The folder that everything in a zip lies in, with its slash; "" where there is none or it is a student's. */
function wrapperOf(entries: readonly Entry[], isStudent: (name: string) => boolean): string {
  const tops = new Set<string>();
  for (const { fileName } of entries) {
    if (isJunk(fileName)) continue;
    const [top, ...rest] = fileName.split("/");
    tops.add(rest.length === 0 ? "" : top!); // a file at the top: nothing is around it
  }
  const [only, ...others] = tops;
  return only === undefined || only === "" || others.length > 0 || isStudent(only)
    ? ""
    : `${only}/`;
}

/** What macOS and file managers add. */
export function isJunk(path: string): boolean {
  return path.split("/").some((part) => part === "__MACOSX" || part.startsWith("."));
}

const OPTIONS: Options = { strictFileNames: true, autoClose: false };

/** `use` of an open zip, which is closed afterwards. @throws {Error} where it has more entries than `most` */
async function inZip<T>(
  archive: Archive,
  name: string,
  most: number,
  use: (zip: ZipFile) => Promise<T>,
): Promise<T> {
  const zip = await open(archive, name);
  try {
    if (zip.entryCount > most)
      throw new Error(`${name} holds ${zip.entryCount} entries, more than ${most}`);
    return await use(zip);
  } finally {
    zip.close();
  }
}

async function open(archive: Archive, name: string): Promise<ZipFile> {
  try {
    return typeof archive === "string"
      ? await openPromise(archive, OPTIONS)
      : await fromBufferPromise(Buffer.from(archive), OPTIONS);
  } catch (error) {
    throw plainError(error, name);
  }
}

async function* entriesIn(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw plainError(error, name);
  }
}

async function read(zip: ZipFile, entry: Entry, name: string, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer); // a zip entry's stream has no encoding set
    size += (chunk as Buffer).length; // as above
    if (size > most)
      throw new Error(`${name}: ${entry.fileName} unpacks to more than ${most} bytes`);
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
