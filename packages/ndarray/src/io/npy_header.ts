/**
 * The head of an `.npy` file: what is stored, in which order, and where the elements begin.
 *
 * Knows bytes and facts, no array. Checks everything a file claims before anything of that size is made.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { DTYPES, type DType } from "../dtype/dtype.ts";
import { ValueError, tupleText } from "../errors.ts";
import { isTuple, literalText, parseLiteral, type Literal } from "./literal.ts";

export interface NpyHeader {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly fortran_order: boolean;
  /** The bytes of an element run from the highest to the lowest. */
  readonly isBigEndian: boolean;
}

const MAGIC = "\x93NUMPY";
const ALIGN = 64;
const MAX_HEADER = 10_000; // NumPy's limit too
const MAX_NDIM = 64;
const GROWTH_DIGITS = 21; // room for the first axis to grow in place

/** The head of a file that holds `header`'s elements in little-endian order, in the oldest version that fits. */
export function headerBytes({ dtype, shape, fortran_order }: NpyHeader): Uint8Array {
  const facts = `{'descr': '${dtype.str}', 'fortran_order': ${fortran_order ? "True" : "False"}, 'shape': ${tupleText(shape, ", ")}, }`;
  const growing = shape[fortran_order ? shape.length - 1 : 0];
  const text =
    facts + (growing === undefined ? "" : " ".repeat(GROWTH_DIGITS - String(growing).length));
  const fixed = MAGIC.length + 4; // version and length; 64 axes never need the long form of version 2
  const padding = ALIGN - ((fixed + text.length + 1) % ALIGN);
  const length = text.length + padding + 1;
  const head = `${MAGIC}\x01\x00${String.fromCharCode(length & 0xff, length >> 8)}`;
  return Uint8Array.from(`${head}${text}${" ".repeat(padding)}\n`, (c) => c.charCodeAt(0));
}

/**
 * What the head of `bytes` says, and where the elements begin.
 *
 * @throws {ValueError} for anything but a sound head of version 1.0, 2.0 or 3.0 with a dtype of ours
 */
export function readHeader(bytes: Uint8Array): {
  readonly header: NpyHeader;
  readonly start: number;
} {
  const magic = latin(take(bytes, 0, 8, "magic string"));
  if (magic.slice(0, 6) !== MAGIC) {
    throw new ValueError(
      `the magic string is not correct; expected b'\\x93NUMPY', got b'${escaped(magic.slice(0, 6))}'`,
    );
  }
  const [major, minor] = [bytes[6]!, bytes[7]!];
  if (major < 1 || major > 3 || minor !== 0) {
    throw new ValueError(
      `we only support format version (1,0), (2,0), and (3,0), not (${major}, ${minor})`,
    );
  }
  const width = major === 1 ? 2 : 4;
  const length = take(bytes, 8, width, "array header length").reduceRight(
    (n, byte) => n * 256 + byte,
    0,
  );
  const start = 8 + width + length;
  const raw = take(bytes, 8 + width, length, "array header");
  if (length > MAX_HEADER) {
    throw new ValueError(
      `Header info length (${length}) is large and may not be safe to load securely.`,
    );
  }
  return { header: readFacts(major === 3 ? utf8(raw) : latin(raw)), start };
}

function readFacts(text: string): NpyHeader {
  const parsed = parseLiteral(text);
  if (parsed === null) throw new ValueError(`Cannot parse header: ${literalText(text)}`);
  const facts = parsed.value;
  if (!(facts instanceof Map))
    throw new ValueError(`Header is not a dictionary: ${literalText(facts)}`);
  const keys = [...facts.keys()].map(String).sort();
  if (keys.join() !== "descr,fortran_order,shape") {
    throw new ValueError(`Header does not contain the correct keys: ${literalText(keys)}`);
  }
  const entry = (key: string): Literal => facts.get(key) as Literal; // all three keys are there
  const order = entry("fortran_order");
  const shape = readShape(entry("shape"));
  if (typeof order !== "boolean")
    throw new ValueError(`fortran_order is not a valid bool: ${literalText(order)}`);
  return { ...readDescr(entry("descr")), shape, fortran_order: order };
}

function readShape(value: Literal): number[] {
  if (
    !isTuple(value) ||
    !value.tuple.every((n) => typeof n === "number" || typeof n === "bigint")
  ) {
    throw new ValueError(`shape is not valid: ${literalText(value)}`);
  }
  if (value.tuple.length > MAX_NDIM) {
    throw new ValueError(
      `maximum supported dimension for an ndarray is ${MAX_NDIM}, found ${value.tuple.length}`,
    );
  }
  return value.tuple.map((n) => {
    if (typeof n !== "number") throw new ValueError("Maximum allowed dimension exceeded");
    if (n < 0) throw new ValueError("negative dimensions are not allowed");
    return n;
  });
}

function readDescr(value: Literal): { dtype: DType; isBigEndian: boolean } {
  const [, order = "", code] =
    /^([<>=|]?)([a-zA-Z?][0-9]*)$/.exec(typeof value === "string" ? value : "") ?? [];
  if (code !== undefined && /^O[0-9]*$/.test(code)) {
    throw new ValueError("Object arrays cannot be loaded when allow_pickle=False");
  }
  const dtype = DTYPES.find(
    (d) => d.str.slice(1) === code || (d.kind === "b" && (code === "b1" || code === "?")),
  );
  if (dtype === undefined)
    throw new ValueError(`descr is not a valid dtype descriptor: ${literalText(value)}`);
  return { dtype, isBigEndian: order === ">" };
}

/** `length` bytes at `start`. @throws {ValueError} when the file ends before */
function take(bytes: Uint8Array, start: number, length: number, what: string): Uint8Array {
  const found = Math.max(0, Math.min(length, bytes.length - start));
  if (found < length)
    throw new ValueError(`EOF: reading ${what}, expected ${length} bytes got ${found}`);
  return bytes.subarray(start, start + length);
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ValueError("Cannot parse header: it is not UTF-8");
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
