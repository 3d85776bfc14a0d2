import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, log } from "./nearest.ts";

test("where the engine rounds the wrong way, these do not", () => {
  const exponentials = [
    [3.9228829204170967, 50.545954895610656],
    [8.753269342343721, 6331.353670931488],
    [0.23975205759225515, 1.2709339928183],
    [-2.5519179918239687, 0.07793204953160983],
  ] as const;
  for (const [x, y] of exponentials) expect(exp(x)).toBe(y);
  const logarithms = [
    [0.19469132542466994, -1.6363399211421308],
    [0.8568745017294765, -0.1544638101630559],
    [0.19187915981352333, -1.6508894810657855],
    [0.2816323117553894, -1.2671529178312395],
  ] as const;
  for (const [x, y] of logarithms) expect(log(x)).toBe(y);
});

test("both are within a unit in the last place of the engine's, and are the engine's at the ends", () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.double({ min: -9, max: 9 })), (x) => {
      for (const [ours, theirs] of [
        [exp(x), Math.exp(x)],
        [log(x), Math.log(x)],
      ] as const) {
        const isClose = Math.abs(ours - theirs) <= Math.abs(theirs) * 2 ** -51;
        expect(Object.is(ours, theirs) || isClose).toBe(true);
      }
    }),
  );
  for (const x of [0, -0, 1, -1e-300, 700, -700, 1000, -1000, Infinity, -Infinity, NaN]) {
    expect(exp(x)).toBe(Math.exp(x));
    expect(log(x)).toBe(Math.log(x));
  }
});
