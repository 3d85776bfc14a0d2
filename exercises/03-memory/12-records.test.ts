import * as np from "@deep-dive/ndarray";
import { dtypes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Field, fieldView, layoutRecord } from "./12-records.ts";

const bytesOf = (dtype: np.DTypeName): number => np.dtype(dtype).itemsize;
const alignmentOf = (dtype: np.DTypeName): number => np.dtype(dtype).alignment;
const records = (): fc.Arbitrary<Field[]> =>
  fc
    .array(dtypes(), { maxLength: 6 })
    .map((list) => list.map((dtype, k): Field => [`f${k}`, dtype]));
const ABC: readonly Field[] = [
  ["a", "uint8"],
  ["b", "float64"],
  ["c", "int16"],
];

test("packed: one, eight and two bytes begin at 0, 1 and 9", () => {
  expect(layoutRecord(ABC, false)).toEqual({ offsets: { a: 0, b: 1, c: 9 }, itemsize: 11 });
});

test("aligned: they begin at 0, 8 and 16, and a record takes 24", () => {
  expect(layoutRecord(ABC, true)).toEqual({ offsets: { a: 0, b: 8, c: 16 }, itemsize: 24 });
});

test("large fields first waste the least", () => {
  expect(
    layoutRecord(
      [
        ["b", "float64"],
        ["c", "int16"],
        ["a", "uint8"],
      ],
      true,
    ).itemsize,
  ).toBe(16);
});

test("a complex128 has sixteen bytes, but is aligned by its parts, to eight", () => {
  expect(
    layoutRecord(
      [
        ["a", "uint8"],
        ["z", "complex128"],
      ],
      true,
    ),
  ).toEqual({ offsets: { a: 0, z: 8 }, itemsize: 24 });
});

test("field b of three records: 24 bytes apart, from byte 8", () => {
  expect(fieldView(layoutRecord(ABC, true), 3, "b")).toEqual({
    shape: [3],
    strides: [24],
    offset: 8,
  });
});

test("a record without fields has no bytes", () => {
  expect(layoutRecord([], true)).toEqual({ offsets: {}, itemsize: 0 });
  expect(layoutRecord([], false)).toEqual({ offsets: {}, itemsize: 0 });
});

test("a name twice throws, and an unknown one too", () => {
  expect(() =>
    layoutRecord(
      [
        ["a", "uint8"],
        ["a", "int8"],
      ],
      false,
    ),
  ).toThrow(np.ValueError);
  expect(() =>
    layoutRecord(
      [
        ["a", "uint8"],
        ["a", "int8"],
      ],
      true,
    ),
  ).toThrow("field 'a' occurs more than once");
  expect(() => fieldView(layoutRecord(ABC, true), 3, "x")).toThrow("no field of name x");
});

test("packed, a record is as long as its fields together", () => {
  fc.assert(
    fc.property(records(), (fields) => {
      const { offsets, itemsize } = layoutRecord(fields, false);
      let end = 0;
      for (const [name, dtype] of fields) {
        expect(offsets[name], `offset of ${name}`).toBe(end);
        end += bytesOf(dtype);
      }
      expect(itemsize).toBe(end);
    }),
  );
});

test("aligned, every field of every record begins at a multiple of its alignment", () => {
  fc.assert(
    fc.property(records(), fc.nat(3), (fields, i) => {
      const { offsets, itemsize } = layoutRecord(fields, true);
      for (const [name, dtype] of fields) {
        expect((offsets[name]! + i * itemsize) % alignmentOf(dtype), `${name} of record ${i}`).toBe(
          0,
        );
      }
    }),
  );
});

test("aligned, no gap is longer than it must be", () => {
  fc.assert(
    fc.property(records(), (fields) => {
      const { offsets, itemsize } = layoutRecord(fields, true);
      let end = 0;
      for (const [name, dtype] of fields) {
        const gap = offsets[name]! - end;
        expect(gap >= 0 && gap < alignmentOf(dtype), `a gap of ${gap} bytes before ${name}`).toBe(
          true,
        );
        end = offsets[name]! + bytesOf(dtype);
      }
      const largest = Math.max(1, ...fields.map(([, dtype]) => alignmentOf(dtype)));
      expect(
        itemsize - end >= 0 && itemsize - end < largest,
        `${itemsize - end} bytes at the end`,
      ).toBe(true);
    }),
  );
});

test("no two fields of any records share a byte", () => {
  fc.assert(
    fc.property(records(), fc.boolean(), fc.nat(3), (fields, isAligned, count) => {
      const record = layoutRecord(fields, isAligned);
      const seen = new Set<number>();
      for (const [name, dtype] of fields) {
        const { shape, strides, offset } = fieldView(record, count, name);
        for (let i = 0; i < shape[0]!; i++) {
          for (let k = 0; k < bytesOf(dtype); k++) {
            const byte = offset + i * strides[0]! + k;
            expect(seen.has(byte), `byte ${byte} is taken twice`).toBe(false);
            expect(byte < count * record.itemsize, `byte ${byte} lies in the table`).toBe(true);
            seen.add(byte);
          }
        }
      }
    }),
  );
});
