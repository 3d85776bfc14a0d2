/**
 * Quotients and remainders by one divisor, where a reciprocal that is a little off would show: at and next to multiples.
 */
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import {
  type DType,
  int16,
  int32,
  int64,
  int8,
  uint16,
  uint32,
  uint64,
  uint8,
} from "../../dtype/dtype.ts";
import { heapMemory } from "../../memory/heap-memory.ts";
import { heldBytes, letGo } from "../held-bytes.ts";
import { wasmLoop } from "./loops.ts";

const memory = heapMemory()!.memory;

afterEach(letGo);

const INTEGERS = [int8, uint8, int16, uint16, int32, uint32] as const;

/** Which integers `dtype` holds. */
function limits({ kind, itemsize }: DType): { min: number; max: number } {
  const count = 2 ** (8 * itemsize);
  return kind === "i" ? { min: -count / 2, max: count / 2 - 1 } : { min: 0, max: count - 1 };
}

/** As the dtype holds it: integers wrap. */
function wrapped(dtype: DType, x: number): number {
  const { min, max } = limits(dtype);
  const count = max - min + 1;
  return ((((x - min) % count) + count) % count) + min;
}

function expectDivision(dtype: DType, dividends: readonly number[], divisor: number): void {
  const { char, itemsize } = dtype;
  const n = dividends.length;
  const [from, by, to] = [heldBytes(n * itemsize), heldBytes(16), heldBytes(n * itemsize)];
  const view = memory.view(dtype) as Int32Array; // or another typed array of numbers
  view.set(dividends, from / itemsize);
  view[by / itemsize] = divisor;
  const run = (name: string): number[] => {
    wasmLoop(name, `${char}${char}->${char}`)!.row(from, itemsize, by, 0, to, itemsize, n);
    return [...view.subarray(to / itemsize, to / itemsize + n)];
  };
  const quotients = dividends.map((x) => (divisor === 0 ? 0 : Math.floor(x / divisor)));
  const rests = dividends.map((x, k) => (divisor === 0 ? 0 : x - quotients[k]! * divisor));
  expect(run("floor_divide")).toEqual(quotients.map((q) => wrapped(dtype, q)));
  expect(run("remainder")).toEqual(rests.map((r) => r + 0));
  letGo();
}

test.each([int8, uint8])("every %s by every other", (dtype) => {
  const { min } = limits(dtype);
  const all = Array.from({ length: 256 }, (_, k) => min + k);
  for (const divisor of all) expectDivision(dtype, all, divisor);
});

test.each(INTEGERS)("next to multiples of the divisor, and at the ends of %s", (dtype) => {
  const { min, max } = limits(dtype);
  const divisors = fc.oneof(
    fc.integer({ min, max }),
    fc.constantFrom(min, max, 0, 1, 2, 3, 7, 10, 100),
    fc.nat(8 * dtype.itemsize - 1).map((k) => wrapped(dtype, 2 ** k)),
  );
  const dividends = fc.array(fc.integer({ min, max }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(divisors, dividends, (divisor, list) => {
      const multiples = list.map((x) => (divisor === 0 ? x : Math.floor(x / divisor) * divisor));
      const near = [min, max, 0, ...multiples].flatMap((x) => [x - 1, x, x + 1]);
      expectDivision(
        dtype,
        near.map((x) => wrapped(dtype, x) + 0),
        divisor,
      );
    }),
    { numRuns: 500 },
  );
});

/** Whole numbers of every size up to 64 bits, and those next to 2^50, where doubles end. */
const bigs = (dtype: DType): fc.Arbitrary<bigint> => {
  const wrap = (x: bigint): bigint =>
    dtype === int64 ? BigInt.asIntN(64, x) : BigInt.asUintN(64, x);
  return fc.oneof(
    fc.integer({ min: -1000, max: 1000 }).map((k) => wrap(BigInt(k))),
    fc
      .tuple(fc.nat(63), fc.integer({ min: -3, max: 3 }))
      .map(([k, off]) => wrap((1n << BigInt(k)) + BigInt(off))),
    fc
      .tuple(fc.nat(63), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n))
      .map(([k, x]) => wrap(x >> BigInt(k))),
  );
};

test.each([int64, uint64])("%s of every size", (dtype) => {
  const row = fc.array(bigs(dtype), { minLength: 2, maxLength: 12 });
  const floor = (x: bigint, y: bigint): bigint =>
    x / y - (x % y !== 0n && x < 0n !== y < 0n ? 1n : 0n);
  fc.assert(
    fc.property(row, bigs(dtype), fc.bigInt(-3n, 3n), (list, divisor, off) => {
      const view = memory.view(dtype) as BigInt64Array; // or the unsigned one
      const n = 2 * list.length;
      const [from, by, to] = [heldBytes(8 * n), heldBytes(16), heldBytes(8 * n)];
      view[by / 8] = divisor;
      view.set(list, from / 8);
      // And numbers next to multiples.
      list.forEach((x, k) => {
        view[from / 8 + list.length + k] = divisor === 0n ? x : (x / divisor) * divisor + off;
      });
      const given = [...view.subarray(from / 8, from / 8 + n)];
      const run = (name: string): bigint[] => {
        wasmLoop(name, `${dtype.char}${dtype.char}->${dtype.char}`)!.row(from, 8, by, 0, to, 8, n);
        return [...view.subarray(to / 8, to / 8 + n)];
      };
      const wrap = dtype === int64 ? BigInt.asIntN : BigInt.asUintN;
      const quotients = given.map((x) => (divisor === 0n ? 0n : floor(x, divisor)));
      expect(run("floor_divide")).toEqual(quotients.map((q) => wrap(64, q)));
      expect(run("remainder")).toEqual(
        given.map((x, k) => (divisor === 0n ? 0n : x - quotients[k]! * divisor)),
      );
      letGo();
    }),
    { numRuns: 1000 },
  );
});
