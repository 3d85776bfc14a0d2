// caught by: weights of one place add up, whatever was there
// Adds for every place that occurs, with its first value.
/**
 * 4.08 Five votes for three candidates, and two of them get lost. `counts[votes] += 1` is to blame.
 *
 * In NumPy: `np.add.at(counts, votes, weights)`, and what `counts[votes] += weights` does instead.
 */

/**
 * Adds `values[k]` to `totals[indices[k]]`, for every k: a place that is named three times grows three times.
 *
 * Changes `totals`, and returns it. The indices are all in range.
 *
 * @example addAt(Float64Array.of(0, 0, 0), Int32Array.of(2, 0, 2), Float64Array.of(1, 1, 1)) // [1, 0, 2]
 */
export function addAt(
  totals: Float64Array,
  indices: Int32Array,
  values: Float64Array,
): Float64Array {
  // Read, add and write for one index, before the next one reads.
  for (const place of new Set(indices))
    totals[place] = totals[place]! + values[indices.indexOf(place)]!;
  return totals;
}

/**
 * How often each of 0, 1, …, size - 1 occurs in `indices`.
 *
 * @example countAt(Int32Array.of(2, 0, 2), 4) // [1, 0, 2, 0]
 */
export function countAt(indices: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const index of indices) counts[index] = counts[index]! + 1;
  return counts;
}
