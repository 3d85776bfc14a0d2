// caught by: worked examples > a right slice is left in peace
// Holds that a slice with a negative step is the reverse of one with the positive step: true only where the step divides the way.
export type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
export type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
export type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

function same(what: string, actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what} is ${got}, expected ${wanted}`);
}

export function sliceLaws(slice: SliceFn): void {
  for (let n = 0; n <= 4; n++) {
    const bounds = [null, ...Array.from({ length: 2 * n + 5 }, (_, i) => i - n - 2)];
    for (const start of bounds) {
      for (const stop of bounds) {
        for (const step of [null, 1, 2, 3, -1, -2, -3]) {
          const by = step ?? 1;
          const place = (bound: number | null, missing: number): number =>
            bound === null ? missing : bound < 0 ? bound + n : bound;
          // Python's rule in one line: walk through all places from one end, keep those between the bounds, then each step-th.
          const walk = Array.from({ length: n }, (_, i) => (by > 0 ? i : n - 1 - i));
          const [from, to] =
            by > 0 ? [place(start, 0), place(stop, n)] : [place(start, n), place(stop, -Infinity)];
          const between = walk.filter((i) => (by > 0 ? i >= from && i < to : i <= from && i > to));
          if (by === -2 && start === null && stop === null)
            same("reversed", slice(n, null, null, -2), slice(n, null, null, 2).reverse());
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
  const shapes: number[][] = [[]];
  for (const m of [0, 1, 2, 3]) {
    shapes.push([m]);
    for (const n of [0, 1, 2, 3]) shapes.push([m, n]);
  }
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
  const lengths = [-1, 0, 1, 2, 3];
  const shapes: number[][] = [
    [],
    ...lengths.map((n) => [n]),
    ...lengths.flatMap((m) => lengths.map((n) => [m, n])),
  ];
  for (const size of [0, 1, 2, 3, 4, 6, 7]) {
    for (const shape of [...shapes, [2, -1, 3], [-1, 1, -1]]) {
      const known = shape.filter((n) => n !== -1).reduce((product, n) => product * n, 1);
      const unknowns = shape.length - shape.filter((n) => n !== -1).length;
      const isPossible =
        unknowns === 0 ? known === size : unknowns === 1 && known > 0 && size % known === 0;
      const expected = isPossible ? shape.map((n) => (n === -1 ? size / known : n)) : null;
      same(`reshape(${size}, [${shape}])`, reshape(size, shape), expected);
    }
  }
}
