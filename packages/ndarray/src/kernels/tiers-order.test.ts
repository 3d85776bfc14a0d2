/**
 * The tiers agree on what is found and in which order it is: places, extremes, counts, and sorted lines.
 */
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type DType, DTYPES, bool, float32, int32, uint32, uint8 } from "../dtype/dtype.ts";
import { argsortLines } from "./argsort.ts";
import { runArgument } from "./argument.ts";
import { countNumbers, largestUnsigned } from "./bincount.ts";
import { copyElements } from "./copy.ts";
import { letGo } from "./held-bytes.ts";
import { countTrueRow, writePlaces } from "./nonzero.ts";
import type { Operand } from "./operand.ts";
import { searchLine } from "./search.ts";
import { sortLines } from "./sort.ts";
import { setTier } from "./tier.ts";
import {
  cases,
  compare,
  type Lie,
  lies,
  memory,
  operand,
  operandOfZeros,
  plain,
  small,
  values,
} from "./tier-cases.ts";

afterEach(() => {
  setTier(undefined);
  letGo();
});

test("the places of a mask's true elements, however rare", () => {
  const lengths = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(lengths, fc.constantFrom(1, 2, 9, 90), fc.nat(7), (n, rarity, start) => {
      const bytes = operand(uint8, [n + 7], plain(1), false);
      const mask = { ...bytes, dtype: bool, address: bytes.address + start };
      for (let k = 0; k < n; k++)
        memory.bytes[mask.address + k] = memory.bytes[mask.address + k]! % rarity === 0 ? 1 : 0;
      const count = countTrueRow(mask, n);
      compare(int32, [count], plain(1), (out) => {
        expect(countTrueRow(mask, n)).toBe(count);
        writePlaces(mask, out, count);
      });
    }),
    { numRuns: 200 },
  );
});

test("where the extreme of each row lies", () => {
  const real = DTYPES.filter((d) => d.kind !== "c");
  const lengths = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      lengths.chain((shape) => fc.tuple(fc.constant(shape), lies(2))),
      fc.constantFrom("max" as const, "min" as const),
      fc.boolean(),
      (dtype, [shape, x], which, isOfFew) => {
        const a = isOfFew ? small(dtype, shape, { ...x, gap: 1 }) : operand(dtype, shape, x, true);
        compare(int32, [shape[0]], plain(1), (out) => {
          runArgument(which, a, out, shape);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test("where values would go in a sorted line", () => {
  const lengths = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...DTYPES),
      lengths,
      fc.boolean(),
      fc.boolean(),
      (dtype, [n, m], isRight, isOfFew) => {
        const make = isOfFew ? small : operandOf;
        const [line, wanted] = [make(dtype, [n], plain(1)), make(dtype, [m], plain(1))];
        sortLines(line, [n], 0, false);
        compare(int32, [m], plain(1), (out) => {
          searchLine(line, n, wanted, m, out, isRight, null);
        });
      },
    ),
    { numRuns: 300 },
  );
});

function operandOf(dtype: DType, shape: readonly number[], lie: Lie): Operand {
  return operand(dtype, shape, lie, false);
}

test("how often each number occurs", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 });
  fc.assert(
    fc.property(digits, (list) => {
      const numbers = operand(int32, [list.length], plain(1), false);
      (memory.view(int32) as Int32Array).set(list, numbers.address / 4);
      compare(int32, [10], plain(1), (out) => {
        copyElements(operandOfZeros(int32, [10]), out, [10]);
        expect(largestUnsigned(numbers, list.length)).toBe(Math.max(0, ...list));
        countNumbers(numbers, list.length, out);
        expect(values(out, [10])).toEqual(
          Array.from({ length: 10 }, (_, d) => list.filter((x) => x === d).length),
        );
      });
    }),
  );
});

test("sorting and ranking along any axis, either way", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DTYPES),
      cases,
      fc.nat(),
      fc.boolean(),
      (dtype, [shape, x, , z], at, descending) => {
        fc.pre(shape.length > 0);
        const axis = at % shape.length;
        const a = operand(dtype, shape, x, true);
        compare(dtype, shape, z, (out) => {
          copyElements(a, out, shape);
          sortLines(out, shape, axis, descending);
        });
        compare(int32, shape, z, (out) => {
          argsortLines(a, out, shape, axis, descending);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test.each([float32, int32, uint32])("long lines of %s are sorted by longer digits", (dtype) => {
  const n = 5000;
  for (const descending of [false, true]) {
    const a = operand(dtype, [n], plain(1), false);
    compare(dtype, [n], plain(1), (out) => {
      copyElements(a, out, [n]);
      sortLines(out, [n], 0, descending);
    });
    compare(int32, [n], plain(1), (out) => {
      argsortLines(a, out, [n], 0, descending);
    });
  }
});
