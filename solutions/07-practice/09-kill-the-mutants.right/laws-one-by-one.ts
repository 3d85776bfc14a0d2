// No oracle: a law for each thing that a mutant could get wrong.
type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

function law(sentence: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${sentence}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

export function sliceLaws(slice: SliceFn): void {
  law("a plain slice", slice(5, 1, 4, null), [1, 2, 3]);
  law("a bound from the end", slice(5, -3, -1, 1), [2, 3]);
  law("a stop beyond the end", slice(3, 1, 99, null), [1, 2]);
  law("a start beyond the end", slice(3, 99, null, null), []);
  law("a start far before the front", slice(3, -99, 2, null), [0, 1]);
  law("nothing given, backwards", slice(4, null, null, -1), [3, 2, 1, 0]);
  law("backwards from beyond the end", slice(3, 99, null, -2), [2, 0]);
  law("backwards down to a stop", slice(5, null, 1, -1), [4, 3, 2]);
  law("an axis of length 0", slice(0, null, null, -1), []);
  law("every second", slice(5, null, null, 2), [0, 2, 4]);
}

export function broadcastLaws(broadcast: BroadcastFn): void {
  law("aligned at the right", broadcast([2, 3], [3]), [2, 3]);
  law("not aligned at the left", broadcast([2, 3], [2]), null);
  law("1 stretches", broadcast([3, 1], [1, 4]), [3, 4]);
  law("1 stretches to 0", broadcast([1], [0]), [0]);
  law("0 stays 0 beside 1", broadcast([0], [1]), [0]);
  law("2 does not fit 3", broadcast([2], [3]), null);
  law("0 does not fit 3", broadcast([0], [3]), null);
  law("3 does not fit 0", broadcast([3], [0]), null);
  law("no axes", broadcast([], []), []);
}

export function reshapeLaws(reshape: ReshapeFn): void {
  law("a shape that fits", reshape(6, [2, 3]), [2, 3]);
  law("a shape that is too small", reshape(6, [2, 2]), null);
  law("a shape that is too large", reshape(6, [2, 4]), null);
  law("an unknown", reshape(6, [2, -1]), [2, 3]);
  law("an unknown that does not divide", reshape(7, [2, -1]), null);
  law("two unknowns", reshape(6, [-1, -1]), null);
  law("an unknown beside 0", reshape(0, [0, -1]), null);
  law("nothing, with an unknown", reshape(0, [2, -1]), [2, 0]);
  law("one element and no axis", reshape(1, []), []);
}
