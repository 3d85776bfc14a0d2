import * as np from "@deep-dive/ndarray";
import { plainViews } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pictureOf } from "./drawing.ts";
import type { Call, Reference } from "./failure.ts";
import type { CellMark, Picture } from "./picture.ts";

const ten = (): { data: Float64Array; shape: number[]; strides: number[]; offset: number } => ({
  data: Float64Array.from({ length: 10 }, (_, i) => i),
  shape: [10],
  strides: [1],
  offset: 0,
});
const places = (picture: Picture | null, mark: CellMark): number[] =>
  (picture?.cells ?? []).flatMap((c) => (c.mark === mark ? [c.offset] : []));

const everySecond: Reference = {
  f: (a: ReturnType<typeof ten>) => ({ ...a, shape: [5], strides: [2] }),
};
const called = (args: readonly unknown[], result: unknown): Call => ({ name: "f", args, result });

test("beside the right view, wrong and missing cells are told apart, and so are the facts", () => {
  const a = ten();
  const picture = pictureOf(
    { calls: [called([a], { ...a, shape: [5], strides: [1] })], expected: null },
    {},
    everySecond,
    np,
  );
  expect(places(picture, "picked")).toEqual([0, 2, 4]);
  expect(places(picture, "extra")).toEqual([1, 3]);
  expect(places(picture, "missing")).toEqual([6, 8]);
  expect(picture?.facts).toContainEqual({ name: "strides", value: "(1,)", wanted: "(2,)" });
  expect(picture?.counts).toBe("elements");
});

test("the first of a run's calls that goes wrong is the one that is drawn", () => {
  const [a, b] = [ten(), ten()];
  const right = called([a], { ...a, shape: [5], strides: [2] });
  const wrong = called([b], { ...b, shape: [5], strides: [2], offset: 1 });
  const picture = pictureOf({ calls: [right, wrong, right], expected: null }, {}, everySecond, np);
  expect(places(picture, "extra")).toEqual([1, 3, 5, 7, 9]);
  expect(pictureOf({ calls: [right], expected: null }, {}, everySecond, np)).toBeNull();
});

test("an answer that reaches outside its memory is drawn there", () => {
  const a = ten();
  const reference: Reference = {
    f: () => {
      throw new Error("outside");
    },
  };
  const wide = { ...a, shape: [9, 3], strides: [8, 8] };
  const picture = pictureOf(
    { calls: [called([a], wide)], expected: "x" },
    { strides: "bytes" },
    reference,
    np,
  );
  expect(places(picture, "extra").at(-1)).toBe(80);
  expect(picture?.cells.at(-1)?.text).toBe("");
  expect(picture?.facts.at(-1)).toEqual({ name: "result", value: "returned", wanted: "an error" });
});

test("a copy where a view is wanted reads nothing of the memory", () => {
  const a = ten();
  const copy = { ...a, data: Float64Array.of(0, 2, 4, 6, 8), shape: [5] };
  const picture = pictureOf({ calls: [called([a], copy)], expected: null }, {}, everySecond, np);
  expect(places(picture, "missing")).toEqual([0, 2, 4, 6, 8]);
  expect(picture?.facts).toContainEqual({ name: "memory", value: "a copy", wanted: "a view" });
});

test("picked elements are found by their values, with the assertion's wish where no reference is", () => {
  const a = ten();
  const picture = pictureOf(
    { calls: [called([a], Float64Array.of(3, 4))], expected: [3, 5] },
    { result: "elements" },
    null,
    np,
  );
  expect([places(picture, "picked"), places(picture, "extra"), places(picture, "missing")]).toEqual(
    [[3], [4], [5]],
  );
});

test("a place is drawn as the cell it names", () => {
  const picture = pictureOf(
    { calls: [called([ten()], 7)], expected: 5 },
    { result: "place" },
    { f: () => 5 },
    np,
  );
  expect([places(picture, "extra"), places(picture, "missing")]).toEqual([[7], [5]]);
});

test("the positions of a slice are drawn on their axis", () => {
  const picture = pictureOf(
    { calls: [called([["-2", null, null], 5], [-2, 5, 1])], expected: [3, 5, 1] },
    { result: "positions" },
    { f: () => [3, 5, 1] },
    np,
  );
  expect(places(picture, "picked")).toEqual([3, 4]);
  expect(places(picture, "extra")).toEqual([-2, -1, 0, 1, 2]);
});

test("NDArrays are drawn in bytes, with their dtype", () => {
  const a = np.arange(6);
  const picture = pictureOf(
    { calls: [called([a], a.get("1:"))], expected: null },
    {},
    { f: (x: np.NDArray) => x.get("::2") },
    np,
  );
  expect(places(picture, "extra")).toEqual([4, 12, 20]);
  expect(places(picture, "missing")).toEqual([0]);
});

test.each([
  [null],
  [{}],
  [{ data: new Float64Array(3), shape: [Infinity], strides: [1], offset: 0 }],
  [{ data: new Float64Array(3), shape: [-1], strides: [1], offset: 0 }],
  [{ data: new Float64Array(3), shape: [3], strides: [], offset: 0 }],
  [{ data: "memory", shape: [3], strides: [1], offset: 0 }],
  [{ data: new Float64Array(3), shape: [3], strides: [1], offset: "0" }],
])("what is no view is not drawn: %#", (result) => {
  expect(
    pictureOf({ calls: [called([ten()], result)], expected: null }, {}, everySecond, np),
  ).toBeNull();
});

test("the cells that a right answer reads are never marked wrong, in any layout", () => {
  fc.assert(
    fc.property(plainViews(), (view) => {
      const calls = [called([view], { ...view })];
      expect(pictureOf({ calls, expected: null }, {}, { f: (v: unknown) => v }, np)).toBeNull();
    }),
  );
});

test("strides are drawn as the addresses that a fresh array with them has", () => {
  const reference: Reference = { f: () => [24, 8] };
  const picture = pictureOf(
    { calls: [called([[2, 3], 8, "C"], [16, 8])], expected: null },
    { result: "strides", strides: "bytes" },
    reference,
    np,
  );
  expect(places(picture, "picked")).toEqual([0, 8, 16, 24, 32]);
  expect(places(picture, "missing")).toEqual([40]);
  expect(picture).toMatchObject({ verb: "reached", counts: "bytes" });
  expect(picture?.facts).toEqual([
    { name: "shape", value: "(2, 3)" },
    { name: "strides", value: "(16, 8)", wanted: "(24, 8)" },
  ]);
});

describe("writes", () => {
  /** Puts 7 where the second argument says. */
  const put = (view: ReturnType<typeof ten>, at: readonly number[]): void => {
    for (const k of at) view.data[k] = 7;
  };
  const wrote = (args: readonly unknown[], values: Readonly<Record<number, number>>): Call => {
    const [view, ...rest] = structuredClone(args) as [ReturnType<typeof ten>, ...unknown[]]; // as given below
    for (const [place, value] of Object.entries(values)) view.data[Number(place)] = value;
    return { name: "put", args, result: undefined, after: [view, ...rest] };
  };

  test("what was written, what should have been, and what should hold something else are told apart", () => {
    const call = wrote([ten(), [1, 2, 3]], { 1: 7, 2: 8, 4: 7 });
    const picture = pictureOf({ calls: [call], expected: null }, { result: "writes" }, { put }, np);
    expect(picture?.verb).toBe("written");
    expect(places(picture, "picked")).toEqual([1]);
    expect(places(picture, "extra")).toEqual([2, 4]);
    expect(places(picture, "missing")).toEqual([3]);
    expect(picture?.facts).toContainEqual({ name: "place 2", value: "8", wanted: "7" });
  });

  test("a call that left the right memory is not drawn, and the reference touches no argument", () => {
    const call = wrote([ten(), [5]], { 5: 7 });
    expect(
      pictureOf({ calls: [call], expected: null }, { result: "writes" }, { put }, np),
    ).toBeNull();
    expect((call.args[0] as ReturnType<typeof ten>).data[5]).toBe(5);
  });

  test("without answers, what the assertion wanted of the memory is what is right", () => {
    const call = wrote([ten(), [5]], { 4: 7 });
    const expected = [0, 1, 2, 3, 4, 7, 6, 7, 8, 9];
    const picture = pictureOf({ calls: [call], expected }, { result: "writes" }, null, np);
    expect([places(picture, "extra"), places(picture, "missing")]).toEqual([[4], [5]]);
  });
});
