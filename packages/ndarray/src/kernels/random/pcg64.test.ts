import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { patience } from "./patience.ts";
import { setTier } from "../tier.ts";
import { Pcg64 } from "./pcg64.ts";

const { numbers } = patience;
beforeAll(() => {
  patience.numbers = 0;
});
afterAll(() => {
  patience.numbers = numbers;
});
afterEach(() => {
  setTier(undefined);
});

const wide = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });

test("the compiled steps are those in JS", () => {
  fc.assert(
    fc.property(wide, wide, fc.integer({ min: 1, max: 1200 }), (seed, stream, count) => {
      const [compiled, plain] = [undefined, "js" as const].map((tier) => {
        setTier(tier);
        const bits = new Pcg64(seed, stream);
        return Array.from({ length: count }, () => bits.next64());
      });
      expect(compiled).toEqual(plain);
    }),
    { numRuns: 30 },
  );
});

test("a saved state goes on with the same numbers, wherever it was saved", () => {
  const bits = new Pcg64(1n, 2n);
  for (let n = 0; n < 1500; n += 7) {
    const state = bits.save();
    const numbers = Array.from({ length: 7 }, () => bits.next64());
    const other = new Pcg64(0n, 0n);
    other.restore(state);
    expect(Array.from({ length: 7 }, () => other.next64())).toEqual(numbers);
  }
});
