/** Reference answer to 7.08: a table of dtypes, a header of text, and bytes that are checked before they are believed. */
import * as np from "@deep-dive/ndarray";

type Typed =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;
type Maker = new (buffer: ArrayBuffer) => Typed;

/** One row a dtype: NumPy's code for it, its name here, and the typed array that reads its bytes. */
const TABLE: readonly (readonly [code: string, name: np.DTypeName, maker: Maker])[] = [
  ["b1", "bool", Uint8Array],
  ["i1", "int8", Int8Array],
  ["i2", "int16", Int16Array],
  ["i4", "int32", Int32Array],
  ["i8", "int64", BigInt64Array],
  ["u1", "uint8", Uint8Array],
  ["u2", "uint16", Uint16Array],
  ["u4", "uint32", Uint32Array],
  ["u8", "uint64", BigUint64Array],
  ["f4", "float32", Float32Array],
  ["f8", "float64", Float64Array],
];
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

export function toNpy(a: np.NDArray): Uint8Array {
  const code = TABLE.find(([, name]) => name === a.dtype.name)?.[0];
  if (code === undefined) throw new np.ValueError(`cannot save ${a.dtype.name}`);
  const order = code.endsWith("1") ? "|" : "<"; // one byte has no order
  const shape = a.ndim === 1 ? `(${a.shape[0]},)` : `(${a.shape.join(", ")})`;
  let header = `{'descr': '${order}${code}', 'fortran_order': False, 'shape': ${shape}, }`;
  const unpadded = 10 + header.length + 1;
  header = `${header}${" ".repeat(64 - (unpadded % 64))}\n`; // 64 where 0 would do, as in NumPy's own code
  const data = a.tobytes();
  const bytes = new Uint8Array(10 + header.length + data.length);
  bytes.set([...MAGIC, 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(
    Uint8Array.from(header, (c) => c.charCodeAt(0)),
    10,
  );
  bytes.set(data, 10 + header.length);
  return bytes;
}

export function fromNpy(bytes: Uint8Array): np.NDArray {
  const { header, start } = readHeader(bytes);
  const [, order, code] = /'descr': *'([<>|])([a-z]\d)'/.exec(header) ?? [];
  const [, isFortran] = /'fortran_order': *(True|False)/.exec(header) ?? [];
  const [, list] = /'shape': *\(([\d, ]*)\)/.exec(header) ?? [];
  const row = TABLE.find(([known]) => known === code);
  if (row === undefined || isFortran === undefined || list === undefined)
    throw new np.ValueError(`malformed header: ${header}`);
  const [, name, Maker] = row;
  const shape = list
    .split(",")
    .map((s) => s.trim())
    .filter((s) => s !== "")
    .map(Number);
  const itemsize = Number(code!.slice(1));
  // Compared before anything is allocated. A length so long that it is Infinity would make 0 * Infinity, which is nan.
  const size = shape.reduce((product, n) => product * n, 1);
  if (!shape.every(Number.isSafeInteger) || !(size * itemsize <= bytes.length - start)) {
    throw new np.ValueError(`the file is too short for shape (${list})`);
  }
  const data = bytes.slice(start, start + size * itemsize); // a copy: aligned, and ours to turn round
  if (order === ">")
    for (let i = 0; i < data.length; i += itemsize) data.subarray(i, i + itemsize).reverse();
  const flat = np.asarray(new Maker(data.buffer), { dtype: name });
  // Fortran order is C order of the turned shape, turned back.
  return isFortran === "True" ? flat.reshape(shape.toReversed()).T : flat.reshape(shape);
}

function readHeader(bytes: Uint8Array): { header: string; start: number } {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new np.ValueError("not a .npy file");
  const version = bytes[6]!;
  if (!(version >= 1 && version <= 3)) throw new np.ValueError(`unknown version ${version}`); // also where the file ends before it
  const width = version === 1 ? 2 : 4;
  let length = 0;
  for (let i = width - 1; i >= 0; i--) length = length * 256 + bytes[8 + i]!;
  const start = 8 + width + length;
  if (start > bytes.length) throw new np.ValueError("the header is cut off");
  let header = "";
  for (const byte of bytes.subarray(8 + width, start)) header += String.fromCharCode(byte);
  return { header, start };
}
