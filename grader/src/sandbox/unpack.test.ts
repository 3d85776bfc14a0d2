import * as np from "@deep-dive/ndarray";
import * as marshal from "@deep-dive/ndarray/marshal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { pack } from "./pack.ts";
import { type Table, emptyTable } from "./place.ts";
import { type UnpackOptions, unpack } from "./unpack.ts";
import { WireError } from "./wire.ts";

/** A message as hostile as a test makes it. */
interface Message {
  trees: unknown;
  memories: unknown[];
  arrays: unknown[];
  typed: unknown[];
  writes?: unknown;
  body: Uint8Array;
}

const FACTS = ["float64", [2], [8], 8];

/** Six doubles with a view of two, a buffer of 16 bytes with a typed array over its end, and some plain values. */
function sample(): Message {
  return {
    trees: [
      ["a", 0],
      ["a", 1],
      ["t", 0],
      ["l", [1, ["o", [["key", ["b", "12"]]]]]],
      ["s", 1, null, -2],
    ],
    memories: [[48, "float64", [2, 3], [24, 8]], [16]],
    arrays: [
      [0, null, 1],
      [0, FACTS, 1],
    ],
    typed: [[1, "Float64Array", 8, 1]],
    body: new Uint8Array(64),
  };
}

function read(
  { body, ...message }: Message,
  table = emptyTable(),
  options: UnpackOptions = {},
): unknown[] {
  return unpack(message, body, table, marshal, options).values;
}

/** `sample` with a view of other facts. */
const viewed = (...facts: unknown[]): Partial<Message> => ({
  arrays: [
    [0, null, 1],
    [0, facts, 1],
  ],
});
const typed = (...row: unknown[]): Partial<Message> => ({ typed: [row] });
const owned = (...row: unknown[]): Partial<Message> => ({ memories: [row, [16]] });
const valued = (tree: unknown): Partial<Message> => ({ trees: [tree] });
const nested = (depth: number, wrap: (tree: unknown) => unknown): unknown =>
  depth === 0 ? 1 : wrap(nested(depth - 1, wrap));
const inList = (tree: unknown): unknown => ["l", [tree]];
const inObject = (tree: unknown): unknown => ["o", [["k", tree]]];

test("the message that the others are spoiled from is a good one", () => {
  const [owner, view, numbers, list] = read(sample()) as [
    np.NDArray,
    np.NDArray,
    Float64Array,
    unknown,
  ];
  expect([owner.shape, view.shape, view.offset, numbers.byteOffset]).toEqual([[2, 3], [2], 8, 8]);
  expect(view.base === owner, "the view is one of the owner").toBe(true);
  expect(list).toEqual([1, { key: 12n }]);
});

test.each<[what: string, spoiled: Partial<Message>, sentence: string]>([
  ["a body one byte short", { body: new Uint8Array(63) }, "fewer bytes than the message says"],
  ["a body one byte long", { body: new Uint8Array(65) }, "more bytes than the message says"],
  ["no list of memories", { memories: null as never }, "no memories"],
  [
    "an owner of more bytes than it has",
    owned(48, "float64", [2, 4], [32, 8]),
    "shape and bytes disagree",
  ],
  [
    "an owner of fewer bytes than it has",
    owned(48, "float64", [5], [8]),
    "shape and bytes disagree",
  ],
  ["an owner of 8 TiB", owned(48, "float64", [2 ** 40], [8]), "shape and bytes disagree"],
  ["an owner with gaps", owned(48, "float64", [2, 3], [32, 8]), "shape and bytes disagree"],
  [
    "an owner whose elements overlap",
    owned(48, "float64", [2, 3], [0, 8]),
    "shape and bytes disagree",
  ],
  ["an owner of no dtype", owned(48, "float65", [6], [8]), "shape and bytes disagree"],
  ["an owner whose dtype is no text", owned(48, 8, [6], [8]), "no text"],
  ["an owner of less than no bytes", owned(-48, "float64", [6], [8]), "no whole number"],
  ["an owner of negative lengths", owned(48, "float64", [-2, -3], [24, 8]), "no whole number"],
  ["too many memories", { memories: Array(LIMITS.arrays + 1).fill([0]) }, "too many memories"],
  [
    "an array over a buffer",
    {
      arrays: [
        [1, null, 1],
        [0, FACTS, 1],
      ],
    },
    "over no array's memory",
  ],
  ["an array over memory that is not there", { arrays: [[2, null, 1]] }, "over no array's memory"],
  ["an array over memory before the first", { arrays: [[-1, null, 1]] }, "no whole number"],
  ["a view one element beyond the end", viewed("float64", [2], [8], 40), "outside its memory"],
  ["a view that strides beyond the end", viewed("float64", [3], [24], 0), "outside its memory"],
  ["a view that strides before the start", viewed("float64", [3], [-8], 8), "outside its memory"],
  ["a view of bytes one beyond the end", viewed("int8", [2], [1], 47), "outside its memory"],
  ["a view between two elements", viewed("float64", [1], [8], 4), "outside its memory"],
  ["a view that strides between elements", viewed("float64", [2], [4], 0), "outside its memory"],
  ["a view of fewer strides than axes", viewed("float64", [1, 1], [8], 0), "outside its memory"],
  ["a view of more strides than axes", viewed("float64", [1], [8, 8], 0), "outside its memory"],
  ["a view of no dtype", viewed("float65", [1], [8], 0), "outside its memory"],
  ["a view of a negative length", viewed("float64", [-1], [8], 0), "no whole number"],
  ["a view of half an element", viewed("float64", [0.5], [8], 0), "no integer"],
  ["a view whose length is no number", viewed("float64", ["2"], [8], 0), "no integer"],
  ["a view whose stride is NaN", viewed("float64", [2], [NaN], 0), "no integer"],
  ["a view whose stride is infinite", viewed("float64", [1], [Infinity], 0), "no integer"],
  ["a view that begins at NaN", viewed("float64", [1], [8], NaN), "no whole number"],
  ["a view that begins before the start", viewed("float64", [1], [8], -8), "no whole number"],
  [
    "a view that begins beyond exact numbers",
    viewed("float64", [1], [8], 2 ** 53),
    "no whole number",
  ],
  [
    "a view of too many axes",
    viewed("int8", Array(65).fill(1), Array(65).fill(0), 0),
    "more than 64 axes",
  ],
  ["a view without facts", viewed(), "no text"],
  ["a view of 2^27 elements at one place", viewed("int8", [2 ** 27], [0], 0), "too many elements"],
  [
    "a view whose size overflows",
    viewed("int8", Array(64).fill(2 ** 53 - 1), Array(64).fill(0), 0),
    "too many elements",
  ],
  ["long axes beside an empty one", viewed("int8", [0, 2 ** 27], [1, 1], 0), "too many elements"],
  [
    "too many arrays",
    { arrays: Array(LIMITS.arrays + 1).fill([0, ["int8", [], [], 0], 1]) },
    "too many arrays",
  ],
  ["a typed array beyond the end", typed(1, "Float64Array", 8, 2), "outside its buffer"],
  ["a typed array between two elements", typed(1, "Float64Array", 4, 1), "outside its buffer"],
  ["a typed array of a negative length", typed(1, "Float64Array", 8, -1), "no whole number"],
  ["a typed array of no known kind", typed(1, "SharedArrayBuffer", 0, 16), "over no buffer"],
  ["a typed array named like an object's method", typed(1, "constructor", 0, 16), "over no buffer"],
  ["a typed array over an array's memory", typed(0, "Float64Array", 0, 6), "over no buffer"],
  ["a typed array over memory that is not there", typed(2, "Float64Array", 0, 0), "over no buffer"],
  ["the end of a buffer as the whole", typed(1, "ArrayBuffer", 8, 8), "says it is the whole"],
  ["the start of a buffer as the whole", typed(1, "ArrayBuffer", 0, 8), "says it is the whole"],
  [
    "too many typed arrays",
    { typed: Array(LIMITS.arrays + 1).fill([1, "Int8Array", 0, 0]) },
    "too many typed arrays",
  ],
  ["an array that is not there", valued(["a", 2]), "a reference to nothing"],
  ["an array at a fraction", valued(["a", 0.5]), "no whole number"],
  ["a typed array that is not there", valued(["t", 1]), "a reference to nothing"],
  ["a dtype that is not there", valued(["d", "float65"]), "a reference to nothing"],
  ["a function that nobody may name", valued(["x", "f"]), "a reference to nothing"],
  ["a bigint that is none", valued(["b", "0x10"]), "no bigint"],
  ["a bigint of nothing", valued(["b", ""]), "no bigint"],
  ["a bigint of too many digits", valued(["b", "1".repeat(LIMITS.bigintDigits + 1)]), "no bigint"],
  ["a slice with half a bound", valued(["s", 0.5, null, null]), "no bound of a slice"],
  ["a slice with a bound of text", valued(["s", null, "1", null]), "no bound of a slice"],
  ["a special number that is none", valued(["f", "0"]), "no number"],
  ["a value of no known kind", valued(["z", 1]), "a value of no known kind"],
  ["a value without a kind", valued([]), "a value of no known kind"],
  ["a value that is an object", valued({}), "no value"],
  ["a list that is none", valued(["l", { length: 1 }]), "no list"],
  ["an object with a key that is no text", valued(["o", [[1, 1]]]), "no text"],
  ["lists too deep", valued(nested(LIMITS.depth + 1, inList)), "nested too deep"],
  ["objects too deep", valued(nested(LIMITS.depth + 1, inObject)), "nested too deep"],
  ["too many values", valued(["l", Array(LIMITS.values).fill(0)]), "too many values"],
  [
    "a write to memory that was not passed",
    { writes: [0] },
    "a write to memory that was not passed",
  ],
  ["a write before the first", { writes: [-1] }, "no whole number"],
])("%s is refused", (_, spoiled, sentence) => {
  const message = { ...sample(), ...spoiled };
  expect(() => read(message)).toThrow(WireError);
  expect(() => read(message)).toThrow(sentence);
});

test("what lies just within the limits is read", () => {
  const within: Partial<Message>[] = [
    viewed("float64", [2], [8], 32),
    viewed("float64", [2, 3], [-24, -8], 40),
    viewed("float64", [0], [8], 4_000),
    typed(1, "ArrayBuffer", 0, 16),
    typed(1, "Float64Array", 16, 0),
    valued(nested(LIMITS.depth, inList)),
    valued(["b", "-" + "1".repeat(LIMITS.bigintDigits - 1)]),
  ];
  for (const part of within) {
    expect(() => read({ ...sample(), trees: [], ...part })).not.toThrow();
  }
});

test("the elements of all arrays of a reply count together", () => {
  const message = { ...sample(), ...viewed("int8", [100], [0], 0) };
  expect(() => read(message, emptyTable(), { maxElements: 107 })).not.toThrow();
  expect(() => read(message, emptyTable(), { maxElements: 106 })).toThrow("too many elements");
});

test("a reply may write to what was passed, once", () => {
  const passed = (): Table => {
    const table = emptyTable();
    pack([np.zeros([2])], table, marshal);
    return table;
  };
  const reply = { trees: [], memories: [], arrays: [], typed: [] };
  expect(() => read({ ...reply, writes: [0], body: new Uint8Array(16) }, passed())).not.toThrow();
  for (const [writes, bytes] of [
    [[0, 0], 32],
    [[1], 16],
    [[0], 15],
    [[0], 17],
  ] as const)
    expect(
      () => read({ ...reply, writes, body: new Uint8Array(bytes) }, passed()),
      `${writes}, ${bytes} bytes`,
    ).toThrow(WireError);
});

test("a view that says it is read-only is, also over an owner that may be written", () => {
  const message = {
    ...sample(),
    arrays: [
      [0, null, 1],
      [0, FACTS, 0],
    ],
  };
  const [owner, view] = read(message) as [np.NDArray, np.NDArray];
  expect([owner.flags.writeable, view.flags.writeable]).toEqual([true, false]);
});

/** What a part of a message may be replaced with: near misses, and what JSON has beside. */
const NUMBERS = [4, 8, 16, 47, 48, 64, -8, -24, 0.5, 1e308, 2 ** 27, 2 ** 32, 2 ** 53, NaN];
const WORDS = ["float64", "int8", "Float64Array", "ArrayBuffer", "DataView", "a", "t", "l", "o"];
const PARTS = [null, true, [], {}, [0], [8], [2, 3], [0, null, 1], ["a", 0], FACTS];
const hostile = fc.oneof(
  fc.integer({ min: -2, max: 70 }),
  fc.constantFrom<unknown>(...NUMBERS, ...WORDS, ...PARTS),
);

/** `value` with the part at `path` (as far as it leads) replaced. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (!Array.isArray(value) || value.length === 0 || first === undefined) return by;
  const at = first % (value.length + 1); // one beyond the end: a part more
  const copy: unknown[] = [...(value as unknown[])]; // isArray gives any[]
  copy[at] = replaced(copy[at], rest, by);
  return copy;
}

test("what is read of a spoiled message lies inside its memory, and is no more than it may be", () => {
  const place = fc.tuple(
    fc.constantFrom("trees", "memories", "arrays", "typed", "writes"),
    fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }),
    hostile,
  );
  let good = 0;
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 56, max: 72 }),
      (changes, size) => {
        const message: Message = {
          ...sample(),
          body: new Uint8Array(changes.length < 3 ? 64 : size),
        };
        for (const [key, path, by] of changes)
          Object.assign(message, { [key]: replaced(Reflect.get(message, key) ?? [], path, by) });
        const table = emptyTable();
        let values: unknown[];
        try {
          values = read(message, table, { maxElements: 1_000 });
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          return;
        }
        good += 1;
        expect(values.length).toBe((message.trees as unknown[]).length);
        expect(values).not.toContain(undefined);
        expect(table.places.reduce((sum, one) => sum + one.size, 0)).toBe(message.body.byteLength);
        expect(table.arrays.reduce((sum, a) => sum + a.size, 0)).toBeLessThanOrEqual(1_000);
        for (const a of table.arrays) {
          const owner = a.base ?? a;
          const reach = a.shape.map((length, k) => (length - 1) * (a.strides[k] ?? NaN));
          const low = a.offset + reach.reduce((sum, step) => sum + Math.min(step, 0), 0);
          const high =
            a.offset + reach.reduce((sum, step) => sum + Math.max(step, 0), 0) + a.itemsize;
          if (a.size > 0) expect([low >= 0, high <= owner.nbytes]).toEqual([true, true]);
          for (const step of [a.offset, ...a.strides])
            expect(Math.abs(step % a.dtype.alignment)).toBe(0);
          expect(a.tolist()).toBeDefined();
        }
      },
    ),
    { numRuns: 5_000 },
  );
  expect(good, "messages that were still good").toBeGreaterThan(100);
});
