import * as np from "@deep-dive/ndarray";
import * as marshal from "@deep-dive/ndarray/marshal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pack } from "./pack.ts";
import { emptyTable, placeBytes } from "./place.ts";
import { FrameReader, encodeFrame } from "./protocol.ts";
import { unpack } from "./unpack.ts";
import { WireError } from "./wire.ts";

/** There: values as the other side gets them. Back: what that side returns, as this side gets it. */
function crossing(values: readonly unknown[]): {
  there: unknown[];
  back: (returned: readonly unknown[]) => unknown[];
} {
  const here = emptyTable();
  const packed = pack(values, here, marshal);
  const message = JSON.parse(JSON.stringify(packed)) as typeof packed;
  const other = emptyTable();
  const { values: there } = unpack(message, join(packed.body), other, marshal);
  return {
    there,
    back(returned) {
      const reply = pack(returned, other, marshal);
      return unpack(
        JSON.parse(JSON.stringify(reply)) as typeof reply,
        join(reply.body),
        here,
        marshal,
      ).values;
    },
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test("plain values cross both ways", () => {
  const values = [
    1,
    -0,
    NaN,
    Infinity,
    -Infinity,
    12n,
    true,
    null,
    undefined,
    "text",
    ["u"],
    [[1], []],
    { a: 1, "b c": { d: [2n] } },
  ];
  expect(crossing([values]).there).toEqual([values]);
  expect(Object.is((crossing([-0]).there as number[])[0], -0)).toBe(true);
});

test("a key named __proto__ is a key like any other", () => {
  const value = JSON.parse('{"__proto__": 1}') as object;
  const [there] = crossing([value]).there as [object];
  expect(Object.keys(there)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(there)).toBe(Object.prototype);
});

test("an array crosses with dtype, shape, strides, offset and elements", () => {
  const a = np.arange(12).reshape([3, 4]).get("::-1", "1::2");
  const [there] = crossing([a]).there as [np.NDArray];
  expect([there.dtype.name, there.shape, there.strides, there.offset]).toEqual([
    "int32",
    [3, 2],
    [-16, 8],
    a.offset,
  ]);
  expect(there.tolist()).toEqual(a.tolist());
  expect(there.base?.shape).toEqual(a.base?.shape);
});

test("a view of an argument comes back as a view of that argument, and the argument as itself", () => {
  const a = np.arange(6);
  const { there, back } = crossing([a]);
  const [other] = there as [np.NDArray];
  const [view, same] = back([other.get("1:3"), other]) as [np.NDArray, np.NDArray];
  expect(view.base === a).toBe(true);
  expect(same === a).toBe(true);
  a.set([1], 9);
  expect(view.tolist()).toEqual([9, 2]);
});

test("two views of one owner share memory on the other side", () => {
  const a = np.arange(6);
  const [first, second] = crossing([a.get("1:"), a.get(":3")]).there as [np.NDArray, np.NDArray];
  expect(first.base === second.base).toBe(true);
});

test("typed arrays cross with the identity of their buffers", () => {
  const buffer = new ArrayBuffer(32);
  const [first, second] = crossing([new Float64Array(buffer, 8, 2), new Uint8Array(buffer)])
    .there as [Float64Array, Uint8Array];
  expect(first.buffer).toBe(second.buffer);
  expect([first.byteOffset, first.length]).toEqual([8, 2]);
});

test("a read-only array arrives read-only", () => {
  const a = np.arange(3);
  a.flags.writeable = false;
  const [there] = crossing([a]).there as [np.NDArray];
  expect(there.flags.writeable).toBe(false);
});

test("dtypes and slices cross as themselves", () => {
  const [dtype, slice] = crossing([np.float32, np.slice(1, null, 2)]).there as [
    unknown,
    { step: number },
  ];
  expect(dtype).toBe(np.float32);
  expect(slice.step).toBe(2);
});

test("functions, instances, symbols and promises cannot cross, and the message says which", () => {
  for (const [value, word] of [
    [() => 1, "function"],
    [new Map(), "Map"],
    [Symbol("x"), "symbol"],
    [Promise.resolve(1), "Promise"],
  ] as const) {
    expect(() => crossing([value])).toThrow(word);
  }
});

test("any JSON as a message gives values or a WireError, and allocates no more than its bytes", () => {
  const row = fc.oneof(
    fc.array(
      fc.oneof(
        fc.integer(),
        fc.constantFrom("float64", "int8", "Float64Array", "a", "l", "t"),
        fc.array(fc.integer(), { maxLength: 3 }),
      ),
      { maxLength: 4 },
    ),
    fc.jsonValue(),
  );
  const table = fc.array(row, { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.record({ trees: table, memories: table, arrays: table, typed: table, writes: table }),
      fc.uint8Array({ maxLength: 64 }),
      (message, body) => {
        let isFine: boolean;
        try {
          unpack(message, body, emptyTable(), marshal);
          isFine = true;
        } catch (error) {
          isFine = error instanceof WireError;
        }
        expect(isFine).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test("mutated messages of real values give values or a WireError", () => {
  const packed = pack(
    [np.arange(6).reshape([2, 3]).T, new Float64Array(2), { a: [1n] }],
    emptyTable(),
    marshal,
  );
  const { body, ...header } = packed;
  const bytes = encodeFrame(header, body);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const copy = bytes.slice();
        for (const [at, byte] of changes) if (at >= 8) copy[at] = byte;
        let isFine = true;
        try {
          const frame = new FrameReader().push(copy);
          if (frame !== null)
            unpack(frame.header as typeof header, frame.body, emptyTable(), marshal); // whatever it is now
        } catch (error) {
          isFine =
            error instanceof WireError ||
            (error instanceof Error && error.name === "ProtocolError");
        }
        expect(isFine).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test("the bytes of an owner are live", () => {
  const a = np.asarray([1, 2]);
  const table = emptyTable();
  pack([a], table, marshal);
  const [place] = table.places;
  if (place === undefined) throw new Error("nothing was packed");
  placeBytes(place, marshal).fill(0, 0, 8);
  expect(a.tolist()).toEqual([0, 2]);
});
