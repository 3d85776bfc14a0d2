import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "./14-byte-budget.ts";

const finite = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
const numbers = fc.array(finite, { maxLength: 40 }).map((list) => Float64Array.from(list));

describe("worked examples", () => {
  test("0 to 255 are their own codes", () => {
    expect(pack(Float64Array.of(0, 1, 100, 255))).toEqual({
      codes: Uint8Array.of(0, 1, 100, 255),
      low: 0,
      step: 1,
    });
  });

  test("the smallest is code 0, the largest 255", () => {
    const { codes, low, step } = pack(Float64Array.of(-1, 50));
    expect([[...codes], low, step]).toEqual([[0, 255], -1, 0.2]);
  });

  test("codes turn back into numbers", () => {
    expect(unpack({ codes: Uint8Array.of(0, 2, 255), low: 10, step: 0.5 })).toEqual(
      Float64Array.of(10, 11, 137.5),
    );
  });
});

describe("edge cases", () => {
  test("the nearest code is taken, not the one below", () => {
    expect([...pack(Float64Array.of(0, 0.6, 1.4, 255)).codes]).toEqual([0, 1, 1, 255]);
  });

  test("numbers that are all the same need no step", () => {
    const packed = pack(Float64Array.of(7, 7, 7));
    expect(packed).toEqual({ codes: Uint8Array.of(0, 0, 0), low: 7, step: 0 });
    expect(unpack(packed)).toEqual(Float64Array.of(7, 7, 7));
  });

  test("no numbers", () => {
    expect(pack(new Float64Array(0))).toEqual({ codes: new Uint8Array(0), low: 0, step: 0 });
    expect(unpack({ codes: new Uint8Array(0), low: 0, step: 0 })).toEqual(new Float64Array(0));
  });

  test("more numbers than a function takes arguments", () => {
    expect(pack(new Float64Array(300_000).fill(3)).low).toBe(3);
  });

  test("the numbers are left alone", () => {
    const x = Float64Array.of(1, 2, 3);
    pack(x);
    expect(x).toEqual(Float64Array.of(1, 2, 3));
  });
});

describe("laws", () => {
  test("there and back, no number is off by more than half a step", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const packed = pack(x);
        const back = unpack(packed);
        expect(back.length).toBe(x.length);
        for (const [i, v] of x.entries())
          expect(Math.abs(back[i]! - v)).toBeLessThanOrEqual(packed.step * 0.5000001 + 1e-9);
      }),
    );
  });

  test("a larger number never has a smaller code", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const { codes } = pack(x.toSorted());
        expect([...codes]).toEqual([...codes].sort((a, b) => a - b));
      }),
    );
  });

  test("what was packed and unpacked packs into the same codes", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const once = pack(x);
        fc.pre(once.step > 1e-6);
        expect(pack(unpack(once)).codes).toEqual(once.codes);
      }),
    );
  });
});
