// Properties over random cases, with the definition as oracle, and a few examples for the corners.
import fc from "fast-check";

type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const options = { numRuns: 2000, seed: 1 };

export function sliceLaws(slice: SliceFn): void {
  const bound = fc.option(fc.integer({ min: -7, max: 7 }));
  const step = fc.option(fc.constantFrom(1, 2, 3, -1, -2, -3));
  fc.assert(
    fc.property(fc.nat(5), bound, bound, step, (n, start, stop, by) => {
      const s = by ?? 1;
      const clamp = (x: number, low: number, high: number): number =>
        Math.max(low, Math.min(high, x < 0 ? x + n : x));
      const [low, high] = s > 0 ? [0, n] : [-1, n - 1];
      const expected: number[] = [];
      const to = stop === null ? (s > 0 ? n : -1) : clamp(stop, low, high);
      for (
        let i = start === null ? (s > 0 ? 0 : n - 1) : clamp(start, low, high);
        s > 0 ? i < to : i > to;
        i += s
      )
        expected.push(i);
      return equal(slice(n, start, stop, by), expected);
    }),
    options,
  );
}

export function broadcastLaws(broadcast: BroadcastFn): void {
  const shape = fc.array(fc.nat(3), { maxLength: 3 });
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      const result = broadcast(a, b);
      const lengths = (k: number): number[] =>
        [a.at(-k), b.at(-k)].filter((n): n is number => n !== undefined && n !== 1);
      const columns = Array.from({ length: Math.max(a.length, b.length) }, (_, k) =>
        lengths(k + 1),
      );
      if (columns.some(([m, n]) => m !== undefined && n !== undefined && m !== n))
        return result === null;
      return equal(result, columns.map(([m]) => m ?? 1).reverse());
    }),
    options,
  );
}

export function reshapeLaws(reshape: ReshapeFn): void {
  const shape = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.nat(12), shape, (size, asked) => {
      const candidates = Array.from({ length: 13 }, (_, n) =>
        asked.map((m) => (m === -1 ? n : m)),
      ).filter((filled) => filled.reduce((product, n) => product * n, 1) === size);
      const unknowns = asked.filter((n) => n === -1).length;
      // With one unknown exactly one length must do: none is impossible, many is ambiguous.
      const expected =
        unknowns === 0
          ? candidates.length > 0
            ? asked
            : null
          : unknowns === 1 && candidates.length === 1
            ? candidates[0]
            : null;
      return equal(reshape(size, asked), expected);
    }),
    options,
  );
}
