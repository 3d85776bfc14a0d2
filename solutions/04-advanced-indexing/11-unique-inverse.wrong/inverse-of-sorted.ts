// caught by: 30, 10, 30 has two values
// The inverse counts along the sorted elements, not along the input.
/**
 * 4.11 Which values are there, where is each of them, and how often?
 *
 * In NumPy: `np.unique(a, return_inverse=True, return_counts=True)`.
 */

/** What is known of the values of an array. */
export interface Unique {
  /** Each value once, smallest first; NaN, if there is one, once, at the end. */
  readonly values: Float64Array;
  /** For each element of the input: where it is in `values`. */
  readonly inverse: Int32Array;
  /** How often each value occurs. */
  readonly counts: Int32Array;
}

/**
 * Sorted distinct values, with the way back and the counts.
 *
 * 0 and -0 are one value, all NaN are one value. The input is left as it was.
 *
 * @example unique(Float64Array.of(30, 10, 30)) // values [10, 30], inverse [1, 0, 1], counts [1, 2]
 */
export function unique(a: Float64Array): Unique {
  // Int32Array sorts in place and does not make a thousand objects.
  const order = Int32Array.from(a, (_, i) => i).sort((i, j) => compare(a[i]!, a[j]!));
  const values: number[] = [];
  const counts: number[] = [];
  const inverse = new Int32Array(a.length);
  for (const position of order) {
    const x = a[position]!;
    const last = values.at(-1);
    if (last === undefined || compare(last, x) !== 0) {
      values.push(x);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    inverse[counts.reduce((sum, n) => sum + n, 0) - 1] = values.length - 1;
  }
  return { values: Float64Array.from(values), inverse, counts: Int32Array.from(counts) };
}

/** Below 0 if x comes first. NaN comes last, and equals NaN here. */
function compare(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x < y ? -1 : Number(x > y);
}
