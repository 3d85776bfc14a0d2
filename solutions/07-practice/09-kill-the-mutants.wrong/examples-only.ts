// caught by: mutants of slice > a negative step stops before the first
// A few examples of the ordinary cases: most mutants behave well in ordinary cases.
type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(actual)} should be ${JSON.stringify(expected)}`);
}

export function sliceLaws(slice: SliceFn): void {
  same(slice(5, 1, 4, null), [1, 2, 3]);
  same(slice(5, null, null, 2), [0, 2, 4]);
  same(slice(5, 3, 0, -1), [3, 2, 1]);
}

export function broadcastLaws(broadcast: BroadcastFn): void {
  same(broadcast([3, 1], [4]), [3, 4]);
  same(broadcast([2], [2]), [2]);
  same(broadcast([2], [3]), null);
}

export function reshapeLaws(reshape: ReshapeFn): void {
  same(reshape(6, [2, 3]), [2, 3]);
  same(reshape(6, [-1, 2]), [3, 2]);
}
