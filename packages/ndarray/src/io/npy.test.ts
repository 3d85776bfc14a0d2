import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arrayOf, golden, scalars, type Spec } from "../../test/golden.ts";
import { toArray, toNested, toValues } from "../array/convert.ts";
import { NDArray } from "../array/ndarray.ts";
import type { Order } from "../layout/layout.ts";
import { load, save, savez, savez_compressed } from "./files.ts";
import { from_npy, to_npy } from "./npy.ts";
import { npzBytes, readNpz } from "./npz.ts";

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
const folder = mkdtempSync(path.join(tmpdir(), "npy-"));

/** An `.npy` file with `header` as its head and `data` behind it. */
function file(header: string, data = 0, version = [1, 0]): Uint8Array {
  const head = [
    0x93,
    ...Buffer.from("NUMPY"),
    ...version,
    header.length & 0xff,
    header.length >> 8,
  ];
  if (version[0] !== 1) head.push(0, 0);
  return Uint8Array.from([...head, ...Buffer.from(header), ...new Uint8Array(data)]);
}

const header = (shape: string, descr = "'<f8'", order = "False"): string =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

test("an array comes back as it went", () => {
  const a = toArray([
    [1, 2.5],
    [-3, NaN],
  ]);
  expect(toNested(from_npy(to_npy(a)))).toEqual([
    [1, 2.5],
    [-3, NaN],
  ]);
});

test("save adds the ending, and leaves no draft behind", () => {
  save(path.join(folder, "a"), [1, 2]);
  expect(readdirSync(folder)).toContain("a.npy");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  const back = load(path.join(folder, "a.npy"));
  expect(back instanceof NDArray && toNested(back)).toEqual([1, 2]);
});

test("savez and savez_compressed hold arrays by name", () => {
  for (const write of [savez, savez_compressed]) {
    write(path.join(folder, "both"), { x: [1, 2], y: true });
    const back = load(path.join(folder, "both.npz"));
    expect(Object.entries(back).map(([name, a]) => [name, toNested(a as NDArray)])).toEqual([
      ["x", [1, 2]],
      ["y", true],
    ]);
  }
});

test("a pickle and an empty file are refused", () => {
  const where = path.join(folder, "odd.npy");
  writeFileSync(where, "\x80\x04N.");
  expect(() => load(where)).toThrow("Cannot load file containing pickled data");
  writeFileSync(where, "");
  expect(() => load(where)).toThrow("No data left in file");
});

test("a failed write leaves what was there", () => {
  expect(() => save(path.join(folder, "missing", "a.npy"), [1])).toThrow("ENOENT");
});

test.each([
  ["no magic", Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), "the magic string is not correct"],
  [
    "an unknown version",
    file(header("(1,)"), 8, [4, 0]),
    "we only support format version (1,0), (2,0), and (3,0), not (4, 0)",
  ],
  [
    "a head cut off",
    file(header("(1,)"), 8).subarray(0, 40),
    "EOF: reading array header, expected",
  ],
  [
    "no length",
    file("").subarray(0, 9),
    "EOF: reading array header length, expected 2 bytes got 1",
  ],
  ["code for a head", file("__import__('os').system('true')"), "Cannot parse header"],
  ["a list for a head", file("[1, 2]"), "Header is not a dictionary: [1, 2]"],
  [
    "a missing key",
    file("{'descr': '<f8', 'shape': (1,)}"),
    "Header does not contain the correct keys: ['descr', 'shape']",
  ],
  ["a shape that is a number", file(header("3"), 24), "shape is not valid: 3"],
  ["a shape of floats", file(header("(1.5,)"), 24), "Cannot parse header"],
  ["a negative length", file(header("(-1,)"), 24), "negative dimensions are not allowed"],
  [
    "an order that is no boolean",
    file(header("(1,)", "'<f8'", "1"), 8),
    "fortran_order is not a valid bool: 1",
  ],
  [
    "a dtype we do not have",
    file(header("(1,)", "'<U3'"), 12),
    "descr is not a valid dtype descriptor: '<U3'",
  ],
  [
    "records",
    file(header("(1,)", "[('x', '<f8')]"), 8),
    "descr is not a valid dtype descriptor: [('x', '<f8')]",
  ],
  [
    "objects",
    file(header("(1,)", "'|O'"), 8),
    "Object arrays cannot be loaded when allow_pickle=False",
  ],
  [
    "data cut off",
    file(header("(2, 3)"), 47),
    "Expected (2, 3) = 6 elements, could only read 5 elements",
  ],
  [
    "more elements than the file could hold",
    file(header("(1000000000000,)"), 8),
    "Failed to read all data for array",
  ],
  [
    "a shape beyond counting",
    file(header("(9007199254740991, 9007199254740991)"), 8),
    "array is too big",
  ],
  [
    "an absurd shape with an empty axis",
    file(header("(0, 9007199254740991, 9007199254740991)")),
    "array is too big",
  ],
  [
    "a length beyond 64 bits",
    file(header("(99999999999999999999,)")),
    "Maximum allowed dimension exceeded",
  ],
  [
    "too many axes",
    file(header(`(${"1, ".repeat(65)})`), 8),
    "maximum supported dimension for an ndarray is 64, found 65",
  ],
  ["deep nesting", file("(".repeat(5000)), "Cannot parse header"],
  ["a vast head", file(" ".repeat(20_000)), "Header info length (20000) is large"],
])("%s is a ValueError", (_, bytes, sentence) => {
  expect(() => from_npy(bytes)).toThrow(sentence);
  expect(() => from_npy(bytes)).toThrow(expect.objectContaining({ name: "ValueError" }));
});

test("a head as Python 2 wrote it is read", () => {
  expect(from_npy(file(header("(2L, 1L)"), 16)).shape).toEqual([2, 1]);
});

test("any damage to a file gives an array or a ValueError", () => {
  const whole = to_npy(
    toArray([
      [1, 2],
      [3, 4],
    ]),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(whole.length),
      (hits, length) => {
        const bytes = whole.slice(0, length);
        for (const [at, value] of hits) if (at < length) bytes[at] = value;
        try {
          expect(from_npy(bytes).nbytes).toBeLessThanOrEqual(length);
        } catch (error) {
          expect(error).toMatchObject({ name: "ValueError" });
        }
      },
    ),
  );
});

test("any damage to an archive gives arrays or a ValueError", () => {
  for (const isCompressed of [false, true]) {
    const whole = npzBytes({ x: toArray([1, 2, 3]) }, isCompressed);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        try {
          readNpz(bytes);
        } catch (error) {
          expect(error).toMatchObject({ name: "ValueError" });
        }
      }),
    );
  }
});

test("files are NumPy's, byte for byte, and NumPy's are read", () => {
  for (const { a, order, file: text, same } of golden<{
    a: Spec;
    order: Order;
    file: string;
    same: boolean;
  }>("npy.jsonl")) {
    const bytes = fromBase64(text);
    const label = `${a.dtype} (${a.shape.join()}) ${order}`;
    if (same) expect(Buffer.compare(to_npy(arrayOf(a, order)), bytes), label).toBe(0);
    const back = from_npy(bytes);
    expect([back.dtype.name, [...back.shape], toValues(back)], label).toEqual([
      a.dtype,
      a.shape,
      scalars(a),
    ]);
    expect(order === "F" ? back.layout.isF : back.layout.isC, label).toBe(true);
  }
});

test("archives are NumPy's, byte for byte, and NumPy's are read", () => {
  for (const { arrays, file: text, same } of golden<{
    arrays: Record<string, Spec>;
    file: string;
    same: boolean;
  }>("npz.jsonl")) {
    const bytes = fromBase64(text);
    const ours = Object.fromEntries(Object.entries(arrays).map(([name, a]) => [name, arrayOf(a)]));
    if (same) expect(Buffer.compare(npzBytes(ours, false), bytes)).toBe(0);
    const back = readNpz(bytes);
    expect(Object.keys(back)).toEqual(Object.keys(arrays));
    for (const [name, a] of Object.entries(arrays))
      expect(toValues(back[name]!)).toEqual(scalars(a));
  }
});

test("what is written to disk is what to_npy makes", () => {
  const where = path.join(folder, "same.npy");
  save(where, [1, 2, 3]);
  expect(Buffer.compare(readFileSync(where), to_npy(toArray([1, 2, 3])))).toBe(0);
});
