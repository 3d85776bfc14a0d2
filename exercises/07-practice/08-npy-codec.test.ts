import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromNpy, toNpy } from "./08-npy-codec.ts";

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** Files as NumPy 2.4 wrote them; the header's blanks make most of their length. */
const blanks = (n: number): string => "ICAg".repeat(n);
const GOLDEN = {
  int32: `k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9${blanks(19)}IAoAAAAAAQAAAAIAAAADAAAABAAAAAUAAAA=`,
  fortran: `k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMiksIH0g${blanks(19)}IAoAAAAAAADgPwAAAAAAAARAAAAAAAAA+D8AAAAAAAAMQA==`,
  bigEndian: `k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAg${blanks(19)}IAoAAf/+ASw=`,
  bool: `k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAg${blanks(19)}IAoBAAE=`,
  zeroD: `k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAg${blanks(19)}IAoAACBA`,
} as const;

/** A file with any header. */
function file(
  header: string,
  data: readonly number[] = [],
  version: readonly [number, number] = [1, 0],
): Uint8Array {
  const text = [...`${header}\n`].map((c) => c.charCodeAt(0));
  const size =
    version[0] === 1
      ? [text.length & 255, text.length >> 8]
      : [text.length & 255, text.length >> 8, 0, 0];
  return Uint8Array.of(0x93, 78, 85, 77, 80, 89, ...version, ...size, ...text, ...data);
}

const saveable = [
  "bool",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "float32",
  "float64",
] as const;

describe("worked examples", () => {
  test("an int32 array becomes exactly NumPy's bytes", () => {
    const a = np.asarray(
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
      { dtype: "int32" },
    );
    expect(toNpy(a)).toEqual(bytesOf(GOLDEN.int32));
  });

  test("NumPy's file of it becomes the array", () => {
    const a = fromNpy(bytesOf(GOLDEN.int32));
    expect([a.dtype.name, a.tolist()]).toEqual([
      "int32",
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
    ]);
  });

  test("a file in Fortran order holds the first column first", () => {
    expect(fromNpy(bytesOf(GOLDEN.fortran)).tolist()).toEqual([
      [0.5, 1.5],
      [2.5, 3.5],
    ]);
  });
});

describe("NumPy's files", () => {
  test("big-endian numbers are turned round", () => {
    const a = fromNpy(bytesOf(GOLDEN.bigEndian));
    expect([a.dtype.name, a.tolist()]).toEqual(["int16", [1, -2, 300]]);
  });

  test("booleans, and the one-tuple (3,)", () => {
    const a = fromNpy(bytesOf(GOLDEN.bool));
    expect([a.dtype.name, a.tolist()]).toEqual(["bool", [true, false, true]]);
    expect(toNpy(np.asarray([true, false, true]))).toEqual(bytesOf(GOLDEN.bool));
  });

  test("a 0-d array has the shape ()", () => {
    const a = fromNpy(bytesOf(GOLDEN.zeroD));
    expect([a.dtype.name, a.shape.length, a.tolist()]).toEqual(["float32", 0, 2.5]);
    expect(toNpy(np.asarray(2.5, { dtype: "float32" }))).toEqual(bytesOf(GOLDEN.zeroD));
  });

  test("versions 2 and 3 have four bytes for the header's length", () => {
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }";
    expect(fromNpy(file(header, [7, 8], [2, 0])).tolist()).toEqual([7, 8]);
    expect(fromNpy(file(header, [7, 8], [3, 0])).tolist()).toEqual([7, 8]);
  });

  test("the keys may come in any order, and bytes behind the elements are ignored", () => {
    const header = "{'shape': (2,), 'fortran_order': False, 'descr': '<u2'}";
    expect(fromNpy(file(header, [1, 0, 2, 0, 99])).tolist()).toEqual([1, 2]);
  });

  test("a header may be longer than 255 bytes, in every version", () => {
    const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }${" ".repeat(600)}`;
    for (const version of [1, 2, 3])
      expect(fromNpy(file(header, [7, 8], [version, 0])).tolist()).toEqual([7, 8]);
  });

  test("bytes that begin in the middle of a buffer are read from there", () => {
    const whole = new Uint8Array(200);
    const npy = bytesOf(GOLDEN.int32);
    whole.set(npy, 3);
    expect(fromNpy(whole.subarray(3, 3 + npy.length)).tolist()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });
});

describe("malformed files throw a ValueError", () => {
  const descr = (text: string): Uint8Array =>
    file(`{'descr': ${text}, 'fortran_order': False, 'shape': (1,), }`, [0, 0, 0, 0, 0, 0, 0, 0]);
  const shape = (text: string): Uint8Array =>
    file(`{'descr': '|u1', 'fortran_order': False, 'shape': ${text}, }`, [0, 0, 0, 0]);
  const refuses = (bytes: Uint8Array): void => expect(() => fromNpy(bytes)).toThrow(np.ValueError);

  test("a file without the magic, and no file at all", () => {
    refuses(new Uint8Array(0));
    refuses(new Uint8Array(100));
  });

  test("a file of which one byte of the magic is another", () => {
    for (let at = 0; at < 6; at++) {
      const bytes = bytesOf(GOLDEN.int32);
      bytes[at] = bytes[at]! ^ 1;
      refuses(bytes);
    }
  });

  test("a file cut off anywhere", () => {
    const npy = bytesOf(GOLDEN.int32);
    for (let length = 0; length < npy.length; length++) refuses(npy.subarray(0, length));
  });

  test("a version that does not exist", () => {
    for (const version of [0, 4])
      refuses(file("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }", [0], [version, 0]));
  });

  test("a header that lacks a key", () => {
    refuses(file("{'descr': '|u1', 'shape': (1,), }", [0]));
    refuses(file("{}", [0]));
  });

  test("a descr that is unknown, or that means Python objects", () => {
    for (const text of ["'|O'", "'<f3'", "'<c16'", "'i4'", "[('x', '<i4')]"]) refuses(descr(text));
  });

  test("a shape that is none: negative, in fractions, or no tuple", () => {
    for (const text of ["(-1,)", "(1.5,)", "(1", "3", "('a',)"]) refuses(shape(text));
  });

  test("a shape that promises more than there is, however much", () => {
    for (const text of [
      "(5,)",
      "(999999999999,)",
      "(4294967296, 4294967296)",
      `(${"9".repeat(400)}, 0)`,
    ])
      refuses(shape(text));
  });

  test("a dtype that cannot be saved", () => {
    expect(() => toNpy(np.zeros([1], { dtype: "float16" }))).toThrow("cannot save float16");
  });
});

describe("laws", () => {
  test("writing and reading gives the same array, in every layout and dtype", () => {
    fc.assert(
      fc.property(arrays({ dtype: saveable, elements: "any" }), (a) => {
        const back = fromNpy(toNpy(a));
        expect(back.dtype.name).toBe(a.dtype.name);
        expect([...back.shape]).toEqual([...a.shape]);
        expect(back.tolist()).toEqual(a.tolist());
      }),
    );
  });

  test("from no axis to 64, the header says its own length, and ends at a multiple of 64 bytes", () => {
    for (let ndim = 0; ndim <= 64; ndim++) {
      for (const last of [1, 10, 100]) {
        const shape = Array.from({ length: ndim }, (_, k) => (k < ndim - 1 ? 1 : last));
        const bytes = toNpy(np.zeros(shape, { dtype: "uint8" }));
        const end = 10 + bytes[8]! + 256 * bytes[9]!;
        expect([end % 64, bytes.length - end], `shape (${shape})`).toEqual([
          0,
          ndim === 0 ? 1 : last,
        ]);
        expect([...fromNpy(bytes).shape]).toEqual(shape);
      }
    }
  });

  test("elements begin at a multiple of 64 bytes, and end the file", () => {
    fc.assert(
      fc.property(arrays({ dtype: saveable }), (a) => {
        expect((toNpy(a).length - a.nbytes) % 64).toBe(0);
      }),
    );
  });

  test("a file with one byte changed gives an array or a ValueError, nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(GOLDEN)),
        fc.nat(127),
        fc.nat(255),
        (golden, at, byte) => {
          const bytes = bytesOf(golden);
          bytes[at] = byte;
          try {
            fromNpy(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(np.ValueError);
          }
        },
      ),
    );
  });
});
