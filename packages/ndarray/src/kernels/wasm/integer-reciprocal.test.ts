/**
 * Quotients and remainders by one divisor, where a reciprocal that is a little off would show: at and next to multiples.
 */
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type DType, int16, int32, int8, uint16, uint32, uint8 } from "../../dtype/dtype.ts";
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
