import * as fc from "fast-check";
import { expect, test } from "vitest";
import { float64, int64 } from "../../dtype/dtype.ts";
import { heapScratch } from "../../memory/heap-scratch.ts";
import { CONSTANT_BYTES, heapMemory } from "../../memory/heap-memory.ts";
import { FunctionBuilder, call, i32 } from "./assembler.ts";
import { wasmQuicksort } from "./families.ts";
import { compile } from "./module.ts";
import { QUICKSORT, quicksortFunctions } from "./quicksort.ts";

const memory = heapMemory()!.memory;
const doubles = memory.view(float64) as Float64Array;
const bigs = memory.view(int64) as BigInt64Array;

/** Rows that are hard for one part or another, by what is at place `i` of `n`; `u` is random. */
const PATTERNS: Readonly<Record<string, (i: number, n: number, u: number) => number>> = {
  "random numbers": (_i, _n, u) => u,
  "few values": (_i, _n, u) => Math.floor(u * 5),
  "ascending numbers": (i) => i,
  "descending numbers": (i) => -1 - i,
  "one value": () => 3,
  "a roof": (i, n) => Math.min(i, n - i),
  "a saw": (i) => i % 97,
  "all exponents": (_i, _n, u) => Math.exp((u - 0.5) * 1400),
  "an outlier among neighbours": (i, _n, u) => (i === 5 ? 1e300 : 1 + u * 1e-10),
  "nan at times": (i, _n, u) => (i % 3 === 0 ? Number.NaN : u),
  infinities: (i, _n, u) => (i % 7 === 0 ? -Infinity : i % 5 === 0 ? Infinity : -1 - u),
  "subnormal numbers": (_i, _n, u) => u * 1e-310,
};

const rows = fc
  .tuple(
    fc.constantFrom(...Object.keys(PATTERNS)),
    fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5000 })),
    fc.integer(),
  )
  .map(([name, n, seed]) => {
    let state = seed | 1;
    return Float64Array.from({ length: n }, (_, i) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return PATTERNS[name]!(i, n, (state >>> 0) / 2 ** 32);
    });
  });

/** What nan makes the last, whichever the direction. */
function compare(x: number, y: number, descending: boolean): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return (descending ? -1 : 1) * Number(x > y) - (descending ? -1 : 1) * Number(x < y);
}

test("rows of any length are sorted, nan last, either way", () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (row, descending) => {
      const n = row.length;
      const work = heapScratch(16 * n + 16)!;
      const at = work.address / 8;
      doubles.set(row, at);
      const flip = descending ? -1 : 0;
      wasmQuicksort("d")!.sort!(work.address, n, flip, work.address + 8 * n, CONSTANT_BYTES);
      const found = doubles.slice(at, at + n);
      work.release();
      expect(found).toEqual(row.toSorted((x, y) => compare(x, y, descending)));
    }),
    { numRuns: 200 },
  );
});

test("positions are ranked stably, or the row is given back to the radix sort", () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (row, descending) => {
      const n = row.length;
      const work = heapScratch(28 * n + 32)!;
      const [composites, spare] = [work.address + 8 * n, work.address + 16 * n];
      const order = work.address + 24 * n;
      doubles.set(row, work.address / 8);
      const flip = descending ? -1 : 0;
      const line = [work.address, 8, n, flip];
      const isDone = wasmQuicksort("d")!.argsort!(
        ...line,
        order,
        composites,
        spare,
        CONSTANT_BYTES,
      );
      const found = new Int32Array(memory.bytes.buffer, order, n).slice();
      work.release();
      fc.pre(isDone === 1);
      const places = Int32Array.from(row, (_, k) => k);
      expect(found).toEqual(places.sort((i, j) => compare(row[i]!, row[j]!, descending) || i - j));
    }),
    { numRuns: 200 },
  );
});

test("integers of 64 bits are ranked too, from one end of the range to the other", () => {
  const values = [3n, -(2n ** 63n), 2n ** 63n - 1n, 0n, 3n, -1n, 2n ** 62n, 1n];
  const work = heapScratch(28 * 8)!;
  bigs.set(values, work.address / 8);
  const order = work.address + 24 * 8;
  const scratch = [work.address + 64, work.address + 128, CONSTANT_BYTES];
  const done = wasmQuicksort("q")!.argsort!(work.address, 8, 8, 0, order, ...scratch);
  const found = [...new Int32Array(memory.bytes.buffer, order, 8)];
  work.release();
  expect([done, ...found]).toEqual([1, 1, 5, 3, 7, 0, 4, 6, 2]);
});

test("without good pivots, halving the range of bits sorts all the same", () => {
  const bare = new FunctionBuilder("bare", ["i32", "i32", "i32", "i32"]);
  bare.body = call(QUICKSORT - 1, ...bare.params.map((p) => p.get), i32(0));
  const sort = compile([...quicksortFunctions(0), bare])!.bare!;
  fc.assert(
    fc.property(rows, (row) => {
      const numbers = row.filter((x) => !Number.isNaN(x));
      const n = numbers.length;
      const work = heapScratch(16 * n + 16)!;
      doubles.set(numbers, work.address / 8);
      sort(work.address, n, work.address + 8 * n, CONSTANT_BYTES);
      const found = doubles.slice(work.address / 8, work.address / 8 + n);
      work.release();
      expect(found).toEqual(numbers.toSorted());
    }),
    { numRuns: 100 },
  );
});
