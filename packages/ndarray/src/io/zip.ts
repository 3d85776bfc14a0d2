/**
 * Zip archives in memory: what `.npz` files are.
 *
 * Knows names and bytes. Writes stored and deflated entries as Python's zipfile lays them out; reads both.
 * Inflating needs Node's zlib, which is looked up when the first deflated entry is met.
 * Rules: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { ValueError } from "../errors.ts";
import { nodeModule } from "./node.ts";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
const FIRST_DAY = 0x21; // 1 January 1980, as Python dates entries that have no file
const UTF8_NAME = 0x800;
const LIMIT = 0xffffffff;

/** An archive of `entries`, in their order. */
export function zipBytes(entries: readonly ZipEntry[], isCompressed: boolean): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const label = new TextEncoder().encode(name);
    const packed = isCompressed ? nodeModule("node:zlib").deflateRawSync(bytes) : bytes;
    if (bytes.length >= LIMIT || packed.length >= LIMIT || offset >= LIMIT) {
      throw new ValueError("an archive of 4 GiB or more cannot be written");
    }
    const facts = {
      flags: label.length === name.length ? 0 : UTF8_NAME,
      method: isCompressed ? DEFLATED : STORED,
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
    };
    parts.push(localHead(facts, label), packed);
    directory.push(centralHead(facts, label, offset));
    offset += 50 + label.length + packed.length;
  }
  const directoryLength = directory.reduce((n, part) => n + part.length, 0);
  return joined([...parts, ...directory, endRecord(entries.length, directoryLength, offset)]);
}

interface EntryFacts {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Sizes stand in the zip64 field even when they are small: NumPy forces it, not knowing them beforehand. */
function localHead(
  { flags, method, crc, packed, size }: EntryFacts,
  label: Uint8Array,
): Uint8Array {
  const head = record(
    [4, LOCAL],
    [2, 45],
    [2, flags],
    [2, method],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc],
    [4, LIMIT],
    [4, LIMIT],
    [2, label.length],
    [2, 20],
  );
  return joined([head, label, record([2, 1], [2, 16], [4, size], [4, 0], [4, packed], [4, 0])]);
}

function centralHead(
  { flags, method, crc, packed, size }: EntryFacts,
  label: Uint8Array,
  offset: number,
): Uint8Array {
  const version: [number, number][] = [
    [1, 45],
    [1, 3],
    [2, 45],
  ];
  const head = record(
    [4, CENTRAL],
    ...version,
    [2, flags],
    [2, method],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc],
    [4, packed],
    [4, size],
    [2, label.length],
  );
  return joined([
    head,
    record([2, 0], [2, 0], [2, 0], [2, 0], [4, 0x01800000], [4, offset]),
    label,
  ]);
}

function endRecord(count: number, length: number, offset: number): Uint8Array {
  return record([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
}

/** Little-endian fields, each given as its width and value. */
function record(...fields: readonly (readonly [width: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([width, value]) =>
      Array.from({ length: width }, (_, i) => (value >>> (8 * i)) & 0xff),
    ),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The entries of an archive, checked against their checksums.
 *
 * @throws {ValueError} when the archive is damaged, encrypted, or packed by another method
 */
export function unzip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((k) =>
      view.getUint16(at + k, true),
    ) as [number, number, number]; // three were asked
    entries.push(readEntry(bytes, view, at, nameLength));
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packed === LIMIT || size === LIMIT || local === LIMIT)
    throw new ValueError("an archive of 4 GiB or more cannot be read");
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  if ((flags & 1) !== 0)
    throw new ValueError(`File '${name}' is encrypted, password required for extraction`);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) throw damaged();
  const content = unpacked(bytes.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== crc)
    throw new ValueError(`Bad CRC-32 for file '${name}'`);
  return { name, bytes: content };
}

function unpacked(raw: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return raw;
  if (method !== DEFLATED) throw new ValueError("That compression method is not supported");
  // Deflate packs at most 1032 to 1, so a larger claim is a lie that must not make us reserve it.
  if (size > raw.length * 1032 + 1032) throw damaged();
  try {
    return nodeModule("node:zlib").inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw damaged();
  }
}

function damaged(): ValueError {
  return new ValueError("File is not a zip file, or it is damaged");
}

const CRC_TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** The checksum zip archives use. */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = CRC_TABLE[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
