import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteswap, readInt, readUint } from "./11-endianness.ts";

const dataView = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes that are part of a larger buffer, and a place in them with `size` bytes. */
const cases = (): fc.Arbitrary<[bytes: Uint8Array, at: number, size: number]> =>
  fc
    .tuple(
      fc.uint8Array({ minLength: 6, maxLength: 12 }),
      fc.constantFrom(1, 2, 4),
      fc.nat(),
      fc.nat(2),
    )
    .map(([all, size, pick, skip]) => {
      const bytes = all.subarray(skip);
      return [bytes, pick % (bytes.length - size + 1), size];
    });

test("two elements of two bytes are turned round each by itself", () => {
  expect([...byteswap(Uint8Array.of(1, 2, 3, 4), 2)]).toEqual([2, 1, 4, 3]);
  expect([...byteswap(Uint8Array.of(1, 2, 3, 4), 4)]).toEqual([4, 3, 2, 1]);
  expect([...byteswap(Uint8Array.of(1, 2, 3), 1)]).toEqual([1, 2, 3]);
});

test("1 and 2 are 258 with the high byte first, 513 with the low one", () => {
  expect(readUint(Uint8Array.of(1, 2), 0, 2, true)).toBe(258);
  expect(readUint(Uint8Array.of(1, 2), 0, 2, false)).toBe(513);
});

test("ff fe is -2 with the high byte first", () => {
  expect(readInt(Uint8Array.of(0xff, 0xfe), 0, 2, true)).toBe(-2);
  expect(readInt(Uint8Array.of(0xff), 0, 1, true)).toBe(-1);
});

test("four bytes ff make 4294967295, not -1", () => {
  expect(readUint(Uint8Array.of(255, 255, 255, 255), 0, 4, true)).toBe(4294967295);
  expect(readInt(Uint8Array.of(255, 255, 255, 255), 0, 4, true)).toBe(-1);
  expect(readInt(Uint8Array.of(128, 0, 0, 0), 0, 4, true)).toBe(-2147483648);
});

test("bytes that are no whole elements throw", () => {
  expect(() => byteswap(new Uint8Array(7), 2)).toThrow(np.ValueError);
  expect(() => byteswap(new Uint8Array(7), 2)).toThrow("7 bytes are no whole elements of 2 bytes");
});

test("swapping twice gives the bytes back, and the input is left as it was", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 4, 8, 3),
      fc.uint8Array({ maxLength: 6 }),
      (itemsize, some) => {
        const bytes = Uint8Array.from(
          { length: some.length * itemsize },
          (_, i) => (some[i % some.length]! + i) % 256,
        );
        const before = [...bytes];
        const swapped = byteswap(bytes, itemsize);
        expect([...byteswap(swapped, itemsize)]).toEqual(before);
        expect([...bytes]).toEqual(before);
        expect(swapped.buffer).not.toBe(bytes.buffer);
      },
    ),
  );
});

test("a DataView reads the same, in either order", () => {
  fc.assert(
    fc.property(cases(), fc.boolean(), ([bytes, at, size], isBig) => {
      const view = dataView(bytes);
      const unsigned =
        size === 1
          ? view.getUint8(at)
          : size === 2
            ? view.getUint16(at, !isBig)
            : view.getUint32(at, !isBig);
      const signed =
        size === 1
          ? view.getInt8(at)
          : size === 2
            ? view.getInt16(at, !isBig)
            : view.getInt32(at, !isBig);
      expect(
        readUint(bytes, at, size, isBig),
        `unsigned, ${size} bytes at ${at} of [${bytes}]`,
      ).toBe(unsigned);
      expect(readInt(bytes, at, size, isBig), `signed, ${size} bytes at ${at} of [${bytes}]`).toBe(
        signed,
      );
    }),
    { numRuns: 300 },
  );
});

test("reading one way is reading the swapped bytes the other way", () => {
  fc.assert(
    fc.property(cases(), ([bytes, at, size]) => {
      const element = bytes.slice(at, at + size);
      expect(readUint(byteswap(element, size), 0, size, false)).toBe(
        readUint(bytes, at, size, true),
      );
    }),
  );
});

test("NumPy's byteswap does the same to the memory", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 6 }), (values) => {
      const a = np.asarray(Int16Array.from(values));
      expect([...byteswap(a.tobytes(), 2)]).toEqual([...a.byteswap().tobytes()]);
    }),
  );
});
