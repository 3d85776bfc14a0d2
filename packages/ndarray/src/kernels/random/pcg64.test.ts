import fc from "fast-check";
import { expect, test } from "vitest";
import { wasmPcgFill } from "../wasm/pcg64.ts";
import { Pcg64, fillBlock } from "./pcg64.ts";

const words = fc.array(fc.nat(2 ** 32 - 1), { minLength: 4, maxLength: 4 });

test("the compiled steps are those in JS", () => {
  const compiled = wasmPcgFill();
  expect(compiled).not.toBe(null);
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 20 }), (state, increment, count) => {
      const results = [fillBlock, compiled!].map((fill) => {
        const moved = Uint32Array.from(state);
        const out = new Uint32Array(2 * count);
        fill(moved, Uint32Array.from(increment), out, count);
        return [[...moved], [...out]];
      });
      expect(results[1]).toEqual(results[0]);
    }),
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
