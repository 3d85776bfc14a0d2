/** Reference answer to 7.09: the definition once more, over all small cases. Few inputs, but every one of them. */
export type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
export type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
export type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

/** Every case up to this size is tried; mistakes that show nowhere below it are rare. */
const SMALL = 3;

/** Whole numbers from `low` to `high`, both included. */
function range(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, k) => low + k);
}

function same(what: string, actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what} is ${got}, expected ${wanted}`);
}

export function sliceLaws(slice: SliceFn): void {
  for (const n of range(0, SMALL)) {
    const bounds = [null, ...range(-n - 2, n + 2)]; // two beyond either end
    for (const start of bounds) {
      for (const stop of bounds) {
        for (const step of [null, ...range(-SMALL, SMALL)]) {
          if (step === 0) continue;
          const by = step ?? 1;
          const place = (bound: number | null, missing: number): number =>
            bound === null ? missing : bound < 0 ? bound + n : bound;
          // Python's rule in one line: walk through all places from one end, keep those between the bounds, then each step-th.
          const walk = Array.from({ length: n }, (_, i) => (by > 0 ? i : n - 1 - i));
          const [from, to] =
            by > 0 ? [place(start, 0), place(stop, n)] : [place(start, n), place(stop, -Infinity)];
          const between = walk.filter((i) => (by > 0 ? i >= from && i < to : i <= from && i > to));
          same(
            `slice(${n}, ${start}, ${stop}, ${step})`,
            slice(n, start, stop, step),
            between.filter((_, k) => k % Math.abs(by) === 0),
          );
        }
      }
    }
  }
}

export function broadcastLaws(broadcast: BroadcastFn): void {
  const shapes = shapesOf(range(0, SMALL));
  for (const a of shapes) {
    for (const b of shapes) {
      const ndim = Math.max(a.length, b.length);
      const pad = (s: readonly number[]): number[] => [
        ...Array.from({ length: ndim - s.length }, () => 1),
        ...s,
      ];
      const columns = pad(a).map((m, k) => [m, pad(b)[k]!] as const);
      const fits = columns.every(([m, n]) => m === n || m === 1 || n === 1);
      const expected = fits ? columns.map(([m, n]) => (m === 1 ? n : m)) : null;
      same(`broadcast([${a}], [${b}])`, broadcast(a, b), expected);
    }
  }
}

export function reshapeLaws(reshape: ReshapeFn): void {
  for (const size of range(0, SMALL * SMALL)) {
    for (const shape of shapesOf(range(-1, SMALL))) {
      const known = shape.filter((n) => n !== -1).reduce((product, n) => product * n, 1);
      const unknowns = shape.length - shape.filter((n) => n !== -1).length;
      const isPossible =
        unknowns === 0 ? known === size : unknowns === 1 && known > 0 && size % known === 0;
      const expected = isPossible ? shape.map((n) => (n === -1 ? size / known : n)) : null;
      same(`reshape(${size}, [${shape}])`, reshape(size, shape), expected);
    }
  }
}

/** All shapes of these lengths with at most two axes. */
function shapesOf(lengths: readonly number[]): number[][] {
  return [[], ...lengths.flatMap((m) => [[m], ...lengths.map((n) => [m, n])])];
}
