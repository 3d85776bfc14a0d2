/**
 * 4.12 Where does it belong? Ten questions suffice for a thousand numbers, twenty for a million.
 *
 * In NumPy: `np.searchsorted(a, v, side)`.
 */

/**
 * For each of `wanted`: the place in `sorted` where it could be put in so that the order is kept.
 *
 * `sorted` rises, equal numbers allowed. Among equal numbers, "left" is the first such place and "right" the last.
 * Everything is smaller than 0 places: an empty `sorted` gives 0.
 *
 * Reads at most log2(n) + 2 elements of `sorted` for each number that is wanted.
 *
 * @example searchsorted(Float64Array.of(10, 20, 20, 30), Float64Array.of(20), "left") // [1]
 * @example searchsorted(Float64Array.of(10, 20, 20, 30), Float64Array.of(20), "right") // [3]
 */
export function searchsorted(
  sorted: Float64Array,
  wanted: Float64Array,
  side: "left" | "right" = "left",
): Int32Array {
  const places = new Int32Array(wanted.length);
  for (const [k, v] of wanted.entries()) {
    // The place is from low to high, both included.
    let count = 0; // how many come before v, found bit by bit from the highest
    for (let bit = 2 ** Math.floor(Math.log2(Math.max(1, sorted.length))); bit >= 1; bit /= 2) {
      if (count + bit > sorted.length) continue;
      const x = sorted[count + bit - 1]!;
      if (x < v || (side === "right" && x === v)) count += bit;
    }
    places[k] = count;
  }
  return places;
}
