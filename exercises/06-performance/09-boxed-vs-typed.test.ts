import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Reading, toColumns } from "./09-boxed-vs-typed.ts";

const reading: fc.Arbitrary<Reading> = fc.record({
  sensor: fc.nat(65_535),
  celsius: fc.integer({ min: -4000, max: 8000 }).map((k) => k / 64),
  ok: fc.boolean(),
});

describe("worked examples", () => {
  test("one reading, three columns of one", () => {
    const { sensor, celsius, ok } = toColumns([{ sensor: 3, celsius: 20.5, ok: true }]);
    expect([sensor.tolist(), celsius.tolist(), ok.tolist()]).toEqual([[3], [20.5], [true]]);
  });

  test("the dtypes are uint16, float32 and bool", () => {
    const { sensor, celsius, ok } = toColumns([{ sensor: 3, celsius: 20.5, ok: true }]);
    expect([sensor.dtype.name, celsius.dtype.name, ok.dtype.name]).toEqual([
      "uint16",
      "float32",
      "bool",
    ]);
  });

  test("a hundred readings are 700 bytes", () => {
    const columns = toColumns(
      Array.from({ length: 100 }, (_, i) => ({ sensor: i, celsius: i / 4, ok: i % 2 === 0 })),
    );
    expect(columns.sensor.nbytes + columns.celsius.nbytes + columns.ok.nbytes).toBe(700);
  });
});

describe("edge cases", () => {
  test("no readings: three empty columns", () => {
    const { sensor, celsius, ok } = toColumns([]);
    expect([sensor.size, celsius.size, ok.size]).toEqual([0, 0, 0]);
    expect([sensor.dtype.name, celsius.dtype.name, ok.dtype.name]).toEqual([
      "uint16",
      "float32",
      "bool",
    ]);
  });

  test("the largest sensor number fits, the next does not wrap", () => {
    expect(toColumns([{ sensor: 65_535, celsius: 0, ok: true }]).sensor.tolist()).toEqual([65_535]);
    expect(() => toColumns([{ sensor: 65_536, celsius: 0, ok: true }])).toThrow(
      "sensor 65536 does not fit uint16",
    );
    expect(() => toColumns([{ sensor: -1, celsius: 0, ok: true }])).toThrow(np.OverflowError);
    expect(() => toColumns([{ sensor: 1.5, celsius: 0, ok: true }])).toThrow(
      "sensor 1.5 does not fit uint16",
    );
  });

  test("a missing temperature is nan", () => {
    expect(toColumns([{ sensor: 1, celsius: NaN, ok: false }]).celsius.tolist()).toEqual([NaN]);
  });

  test("temperatures are rounded to float32", () => {
    expect(toColumns([{ sensor: 1, celsius: 0.1, ok: true }]).celsius.item()).toBe(
      Math.fround(0.1),
    );
  });
});

describe("laws", () => {
  test("row i of the columns is reading i", () => {
    fc.assert(
      fc.property(fc.array(reading), (readings) => {
        const { sensor, celsius, ok } = toColumns(readings);
        const [s, c, o] = [sensor.tolist(), celsius.tolist(), ok.tolist()] as [
          number[],
          number[],
          boolean[],
        ];
        expect(s.map((_, i) => ({ sensor: s[i], celsius: c[i], ok: o[i] }))).toEqual(readings);
      }),
    );
  });

  test("a mask of one column selects from another", () => {
    fc.assert(
      fc.property(fc.array(reading), (readings) => {
        const { celsius, ok } = toColumns(readings);
        expect(celsius.get(ok).tolist()).toEqual(
          readings.filter((r) => r.ok).map((r) => r.celsius),
        );
      }),
    );
  });
});
