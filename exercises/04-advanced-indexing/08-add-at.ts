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
  const read = Float64Array.from(indices, (place) => totals[place]!); // totals[indices]
  const added = read.map((total, k) => total + values[k]!); // … + values
  indices.forEach((place, k) => {
    totals[place] = added[k]!; // totals[indices] = …
  });
  return totals;
}

/**
 * How often each of 0, 1, …, size - 1 occurs in `indices`.
 *
 * @example countAt(Int32Array.of(2, 0, 2), 4) // [1, 0, 2, 0]
 */
export function countAt(indices: Int32Array, size: number): Float64Array {
  // Right, but it walks through all indices once for each number. 1000 numbers, 1000 walks.
  return Float64Array.from(
    { length: size },
    (_, number) => indices.filter((index) => index === number).length,
  );
}
// TODO: no code is missing here. When is totals[2] read for the second vote, and when was the first one written?
