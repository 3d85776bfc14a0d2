// One pattern for the whole header, and a DataView that reads either byte order by itself.
import * as np from "@deep-dive/ndarray";

/** NumPy's code of each dtype, and how DataView reads one. */
const TABLE = {
  bool: ["b1", (v: DataView, i: number) => v.getUint8(i) !== 0],
  int8: ["i1", (v: DataView, i: number) => v.getInt8(i)],
  int16: ["i2", (v: DataView, i: number, little: boolean) => v.getInt16(i, little)],
  int32: ["i4", (v: DataView, i: number, little: boolean) => v.getInt32(i, little)],
  int64: ["i8", (v: DataView, i: number, little: boolean) => v.getBigInt64(i, little)],
  uint8: ["u1", (v: DataView, i: number) => v.getUint8(i)],
  uint16: ["u2", (v: DataView, i: number, little: boolean) => v.getUint16(i, little)],
  uint32: ["u4", (v: DataView, i: number, little: boolean) => v.getUint32(i, little)],
  uint64: ["u8", (v: DataView, i: number, little: boolean) => v.getBigUint64(i, little)],
  float32: ["f4", (v: DataView, i: number, little: boolean) => v.getFloat32(i, little)],
  float64: ["f8", (v: DataView, i: number, little: boolean) => v.getFloat64(i, little)],
} as const;
const HEADER =
  /^\{(?=.*'descr': *'([<>|])(\w\d)')(?=.*'fortran_order': *(True|False))(?=.*'shape': *\(((?:\d{1,15}, *)*\d{0,15})\)).*\} *\n$/;

export function toNpy(a: np.NDArray): Uint8Array {
  const known = Object.entries(TABLE).find(([name]) => name === a.dtype.name);
  if (known === undefined) throw new np.ValueError(`cannot save ${a.dtype.name}`);
  const code = known[1][0];
  const shape = `(${a.shape.join(", ")}${a.ndim === 1 ? "," : ""})`;
  const text = `{'descr': '${a.itemsize === 1 ? "|" : "<"}${code}', 'fortran_order': False, 'shape': ${shape}, }`;
  const length = Math.ceil((text.length + 11) / 64) * 64 - 10;
  const header = `${text.padEnd(length - 1)}\n`;
  return Uint8Array.from([
    0x93,
    ...[..."NUMPY"].map((c) => c.charCodeAt(0)),
    1,
    0,
    length % 256,
    length >> 8,
    ...[...header].map((c) => c.charCodeAt(0)),
    ...a.tobytes(),
  ]);
}

export function fromNpy(bytes: Uint8Array): np.NDArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    bytes.length < 12 ||
    String.fromCharCode(...bytes.subarray(1, 6)) !== "NUMPY" ||
    bytes[0] !== 0x93
  )
    throw new np.ValueError("no npy file");
  const version = view.getUint8(6);
  if (version === 0 || version > 3) throw new np.ValueError(`version ${version}`);
  const [from, length] =
    version === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  const start = from + length;
  if (start > bytes.length) throw new np.ValueError("cut off in the header");
  const found = HEADER.exec(
    Array.from(bytes.subarray(from, start), (byte) => String.fromCharCode(byte)).join(""),
  );
  if (found === null) throw new np.ValueError("malformed header");
  const [, order, code, fortran, lengths] = found;
  const known = Object.entries(TABLE).find(([, [c]]) => c === code);
  if (known === undefined) throw new np.ValueError(`unknown descr ${order}${code}`);
  const [name, [, read]] = known;
  const shape = lengths!
    .split(",")
    .filter((s) => s.trim() !== "")
    .map(Number);
  const itemsize = Number(code![1]);
  let size = 1;
  for (const n of shape) size *= n;
  if (start + size * itemsize > bytes.length) throw new np.ValueError("cut off in the elements");
  const values = Array.from({ length: size }, (_, i) =>
    read(view, start + i * itemsize, order !== ">"),
  );
  const flat = np.asarray(values, { dtype: name as np.DTypeName });
  return np.reshape(flat, shape, { order: fortran === "True" ? "F" : "C" });
}
