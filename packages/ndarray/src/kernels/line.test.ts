import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { scratchArray } from "../array/make.ts";
import { toValues } from "../array/convert.ts";
import { float64, int32, int64 } from "../dtype/dtype.ts";
import { fillLine } from "./line.ts";
import { setTier } from "./tier.ts";

afterEach(() => {
  setTier(undefined);
});

const counts = fc.integer({ min: 0, max: 100 });
const tiers = [undefined, "wasm", "js"] as const;

/** Elements by every tier, and what lies behind them. */
function lines(dtype: typeof float64 | typeof int32 | typeof int64, ...line: number[]): unknown[] {
  const [count, first, gap] = line as [number, number, number]; // as called below
  return tiers.map((tier) => {
    setTier(tier);
    const to = scratchArray([count + 1], dtype);
    to.memory.bytes.fill(7, to.address, to.address + to.nbytes);
    fillLine(to, count, first, gap);
    const values = toValues(to);
    return [values.slice(0, -1), values.at(-1) === toValues(filledWith7(dtype))[0]];
  });
}

function filledWith7(dtype: Parameters<typeof lines>[0]): ReturnType<typeof scratchArray> {
  const one = scratchArray([1], dtype);
  one.memory.bytes.fill(7, one.address, one.address + one.nbytes);
  return one;
}

test("doubles are the place times the gap, plus the first, and end where they should", () => {
  fc.assert(
    fc.property(counts, fc.double(), fc.double(), (count, first, gap) => {
      const want = Array.from({ length: count }, (_, i) => i * gap + first);
      expect(lines(float64, count, first, gap)).toEqual(tiers.map(() => [want, true]));
    }),
  );
});

test("whole numbers wrap as their dtype does", () => {
  const bound = { min: -(2 ** 31), max: 2 ** 31 - 1 };
  fc.assert(
    fc.property(counts, fc.integer(bound), fc.integer(bound), (count, first, gap) => {
      const wide = Array.from({ length: count }, (_, i) => BigInt(first) + BigInt(i) * BigInt(gap));
      const narrow = wide.map((x) => Number(BigInt.asIntN(32, x)));
      expect(lines(int32, count, first, gap)).toEqual(tiers.map(() => [narrow, true]));
      expect(lines(int64, count, first, gap)).toEqual(tiers.map(() => [wide, true]));
    }),
  );
});
